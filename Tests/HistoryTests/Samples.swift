import History
import SQLite
import TestSupport

extension RecordedObservation {
  /// A share of residents, in percent.
  static func share(
    _ value: Value, _ population: String? = "qpv", _ period: String = "2025-Q1", label: String = "Smartphone",
    unit: String = "%", status: Status = .final, bounds: Bounds? = nil, source: String = "sha256:01"
  ) -> RecordedObservation {
    RecordedObservation(
      key: ObservationKey(indicator: "smartphone", population: population, period: period), label: label,
      value: value, unit: unit, decimals: 0, status: status, bounds: bounds, sourceDigest: source)
  }

  static func share(
    _ value: Double, _ population: String? = "qpv", _ period: String = "2025-Q1", status: Status = .final
  ) -> RecordedObservation {
    share(.number(value), population, period, status: status)
  }
}

extension Recording {
  static func sample(_ period: String = "2025-Q1", report: String = "pilier") -> Recording {
    Recording(
      report: report, title: "Pilier numérique", period: period, moment: "2025-04-02T06:00:00Z",
      dataDigest: "sha256:data", toolVersion: "1.0")
  }
}

/// A folder with a history in it.
struct HistoryFolder {
  let folder: TemporaryFolder
  var path: String { folder.file("history.sqlite").path }

  init() throws { folder = try TemporaryFolder() }

  func writing(waiting: Int = 10_000) throws -> HistoryFile {
    try HistoryFile(writing: path, waiting: waiting)
  }

  /// What SQLite itself says of the file.
  func integrity() throws -> String? {
    let database = try Database(path: path, access: .readOnly)
    var statement = try database.prepare("PRAGMA integrity_check")
    return try statement.step() ? statement.text(at: 0) : nil
  }
}
