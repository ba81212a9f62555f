import SQLite

extension HistoryFile {
  /// The recordings of a report, or of all, from the first on.
  package func recordings(of report: String? = nil) throws(HistoryError) -> [StoredRecording] {
    try rows(
      "SELECT \(recordingColumns) FROM recording AS r WHERE ?1 IS NULL OR report = ?1 ORDER BY number",
      [report.map { .text($0) } ?? .null]
    ) { StoredRecording($0, from: 0) }
  }

  /// What a recording published, in the order in which it did.
  package func observations(publishedBy number: Int64) throws(HistoryError) -> [RecordedObservation] {
    try rows(
      """
      SELECT \(observationColumns) FROM publication AS p JOIN observation AS o ON o.id = p.observation
      WHERE p.recording = ? ORDER BY p.place
      """, [.integer(number)]
    ) { RecordedObservation($0, from: 0) }
  }

  /// The latest values of a report that were published up to a recording, or up to now, by indicator, population
  /// and period.
  package func latest(
    of report: String, asOf number: Int64? = nil
  ) throws(HistoryError) -> [RecordedObservation] {
    try versions(of: report, asOf: number).map(\.observation)
  }

  /// The latest values of one indicator and population, from the first period to the last.
  package func series(
    _ series: SeriesKey, of report: String, asOf number: Int64? = nil
  ) throws(HistoryError) -> [RecordedObservation] {
    try latest(of: report, asOf: number).filter { $0.key.series == series }
  }

  /// All values that were published for a key, from the first on.
  package func vintages(of key: ObservationKey, in report: String) throws(HistoryError) -> [Vintage] {
    try rows(
      """
      SELECT o.version, \(observationColumns), \(recordingColumns)
      FROM observation AS o JOIN recording AS r ON r.number = o.recording
      WHERE o.report = ? AND o.indicator = ? AND coalesce(o.population, '') = ? AND o.period = ? ORDER BY o.version
      """,
      [
        .text(report), .text(key.series.indicator), .text(key.series.population ?? ""), .text(key.period),
      ]
    ) {
      Vintage(
        version: Int($0.integer(at: 0) ?? 0), observation: RecordedObservation($0, from: 1),
        recording: StoredRecording($0, from: 1 + observationColumnCount))
    }
  }

  func lastVersions(of report: String) throws(HistoryError) -> [ObservationKey: StoredVersion] {
    Dictionary(
      try versions(of: report, asOf: nil).map { ($0.observation.key, $0) }, uniquingKeysWith: { $1 })
  }

  /// SQLite takes the other columns of a group from the row with the greatest version:
  /// <https://www.sqlite.org/lang_select.html#bareagg>.
  private func versions(of report: String, asOf number: Int64?) throws(HistoryError) -> [StoredVersion] {
    try rows(
      """
      SELECT o.id, max(o.version), \(observationColumns) FROM observation AS o
      WHERE o.report = ?1 AND (?2 IS NULL OR o.recording <= ?2)
      GROUP BY o.indicator, coalesce(o.population, ''), o.period
      ORDER BY o.indicator, coalesce(o.population, ''), o.period
      """, [.text(report), number.map { .integer($0) } ?? .null]
    ) {
      StoredVersion(
        id: $0.integer(at: 0) ?? 0, version: Int($0.integer(at: 1) ?? 0),
        observation: RecordedObservation($0, from: 2))
    }
  }
}

struct StoredVersion {
  let id: Int64
  let version: Int
  let observation: RecordedObservation
}

private let recordingColumns =
  "r.number, r.report, r.title, r.period, r.moment, r.data_digest, r.tool_version, r.reason"

private let observationColumns =
  "o.indicator, o.population, o.period, o.label, o.value, o.missing, o.unit, o.decimals, o.status, o.low, o.high, o.source_digest"

private let observationColumnCount = 12

extension StoredRecording {
  fileprivate init(_ row: borrowing Statement, from first: Int) {
    number = row.integer(at: first) ?? 0
    reason = row.text(at: first + 7)
    recording = Recording(
      report: row.text(at: first + 1) ?? "", title: row.text(at: first + 2) ?? "",
      period: row.text(at: first + 3) ?? "", moment: row.text(at: first + 4) ?? "",
      dataDigest: row.text(at: first + 5) ?? "", toolVersion: row.text(at: first + 6) ?? "")
  }
}

extension RecordedObservation {
  /// The file's own checks see to it that nothing is missing where `??` stands.
  fileprivate init(_ row: borrowing Statement, from first: Int) {
    let low = row.number(at: first + 9)
    let high = row.number(at: first + 10)
    self.init(
      key: ObservationKey(
        indicator: row.text(at: first) ?? "", population: row.text(at: first + 1),
        period: row.text(at: first + 2) ?? ""),
      label: row.text(at: first + 3) ?? "",
      value: row.number(at: first + 4).map { .number($0) } ?? .missing(row.text(at: first + 5) ?? ""),
      unit: row.text(at: first + 6) ?? "", decimals: row.integer(at: first + 7).map { Int($0) },
      status: Status(rawValue: row.text(at: first + 8) ?? "") ?? .final,
      bounds: low.flatMap { low in high.map { Bounds(low: low, high: $0) } },
      sourceDigest: row.text(at: first + 11) ?? "")
  }
}
