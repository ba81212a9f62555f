/// How a history is written down; docs/history.md explains it.
enum HistorySchema {
  /// Told by the file's header: “VIGI” in ASCII.
  static let application: Int64 = 0x5649_4749
  static let version: Int64 = 1

  static let creation =
    tables + triggers
      + """
      PRAGMA application_id = \(application);
      PRAGMA user_version = \(version);
      """

  private static let tables = """
    CREATE TABLE recording(
      number INTEGER PRIMARY KEY,
      report TEXT NOT NULL,
      title TEXT NOT NULL,
      period TEXT NOT NULL,
      moment TEXT NOT NULL,
      data_digest TEXT NOT NULL,
      tool_version TEXT NOT NULL,
      reason TEXT
    ) STRICT;

    CREATE TABLE observation(
      id INTEGER PRIMARY KEY,
      recording INTEGER NOT NULL REFERENCES recording(number),
      report TEXT NOT NULL,
      indicator TEXT NOT NULL,
      population TEXT,
      period TEXT NOT NULL,
      version INTEGER NOT NULL,
      label TEXT NOT NULL,
      value REAL,
      missing TEXT,
      unit TEXT NOT NULL,
      decimals INTEGER,
      status TEXT NOT NULL CHECK (status IN ('final', 'provisional', 'revised', 'estimated')),
      low REAL,
      high REAL,
      source_digest TEXT NOT NULL,
      CHECK ((value IS NULL) <> (missing IS NULL)),
      CHECK (indicator <> '' AND population IS NOT ''),
      CHECK (max(coalesce(abs(value), 0), coalesce(abs(low), 0), coalesce(abs(high), 0)) < 1e308),
      CHECK ((low IS NULL) = (high IS NULL) AND (low IS NULL OR low <= high))
    ) STRICT;

    CREATE UNIQUE INDEX observation_version
    ON observation(report, indicator, coalesce(population, ''), period, version);

    CREATE TABLE publication(
      recording INTEGER NOT NULL REFERENCES recording(number),
      place INTEGER NOT NULL,
      observation INTEGER NOT NULL REFERENCES observation(id),
      PRIMARY KEY (recording, place)
    ) STRICT, WITHOUT ROWID;

    CREATE VIEW latest AS
    SELECT report, indicator, population, period, label, value, missing, unit, status, low, high, version
    FROM observation AS o
    WHERE version = (
      SELECT max(version) FROM observation AS v
      WHERE v.report = o.report AND v.indicator = o.indicator
        AND coalesce(v.population, '') = coalesce(o.population, '') AND v.period = o.period);

    CREATE VIEW vintage AS
    SELECT o.report, o.indicator, o.population, o.period, o.version, o.value, o.missing, o.unit, o.status,
      o.low, o.high, r.number AS recording, r.moment, r.reason
    FROM observation AS o JOIN recording AS r ON r.number = o.recording;

    """

  /// No row is ever changed or deleted. A row is not replaced either, which SQLite would not call a deletion.
  private static let triggers = [
    ("recording", "number = NEW.number"),
    (
      "observation",
      """
      id = NEW.id OR report = NEW.report AND indicator = NEW.indicator
        AND coalesce(population, '') = coalesce(NEW.population, '') AND period = NEW.period AND version = NEW.version
      """
    ),
    ("publication", "recording = NEW.recording AND place = NEW.place"),
  ].map { table, sameRow in
    """
    CREATE TRIGGER \(table)_update BEFORE UPDATE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'a history is never changed'); END;
    CREATE TRIGGER \(table)_delete BEFORE DELETE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'a history is never changed'); END;
    CREATE TRIGGER \(table)_replace BEFORE INSERT ON \(table)
    WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(sameRow))
    BEGIN SELECT RAISE(ABORT, 'a history is never changed'); END;

    """
  }.joined()
}
