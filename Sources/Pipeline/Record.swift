import DataSources
import Diagnostics
import Digest
import History
import Indicators
import Model

/// What recording a report came to.
package struct RecordingResult: Sendable {
  package let path: String
  package let number: Int64
  /// Whether the history had it already.
  package let wasKnown: Bool
  package let observations: Int
  package let changes: [ObservationChange]
}

/// A recording that would revise what was published, without a word on why.
package struct UndeclaredRevisions: Error {
  package let path: String
  package let changes: [ObservationChange]
  package let hints: [Diagnostic.Hint]
}

extension Pipeline {
  /// Keeps the current value of each indicator and population in the report's history.
  ///
  /// - Parameters:
  ///   - typed: the history's path, where it is not the spec's.
  ///   - moment: now, as the command's clock has it.
  ///   - reason: why published values are revised, if some are.
  package mutating func record(
    in typed: String?, moment: String, version: String, reason: String?
  ) throws -> RecordingResult {
    let report = try report()
    let shaped = try shapedTables(of: report)
    guard let path = historyPath(of: report, typed: typed) else {
      diagnostics.report(.error(.noHistory, at: nil, hints: [.nameHistory]))
      throw AuthorErrors(diagnostics: diagnostics.diagnostics)
    }
    let observations = observe(report, in: shaped.tables, history: [], into: &diagnostics)
    try diagnostics.throwIfErrors()
    let recorded = try observations.currentOnes.map {
      try self.recorded($0, report, observations, shaped.tables)
    }
    let digests = report.sources.elements.compactMap { shaped.tables.digest(of: $0.id) }
    let recording = Recording(
      report: recordedName, title: report.head.title,
      period: (report.head.period ?? report.head.date).map(\.recordedCode) ?? recorded.map(\.key.period).max()
        ?? "",
      moment: moment, dataDigest: Digest(of: Array(digests.joined().utf8)).description, toolVersion: version)
    let revisions: Revisions = reason.map { .declared(reason: $0) } ?? .refused
    switch try write(recording, recorded, to: path, revisions, at: report.head.history?.place) {
    case .recorded(let number, let changes):
      return RecordingResult(
        path: path, number: number, wasKnown: false, observations: recorded.count, changes: changes)
    case .alreadyRecorded(let number):
      return RecordingResult(
        path: path, number: number, wasKnown: true, observations: recorded.count, changes: [])
    }
  }

  private func write(
    _ recording: Recording, _ observations: [RecordedObservation], to path: String, _ revisions: Revisions,
    at place: Place?
  ) throws -> RecordingOutcome {
    do throws(HistoryError) {
      return try HistoryFile(writing: path).record(recording, observations, revisions: revisions)
    } catch {
      throw failure(error, path, at: place)
    }
  }

  /// Whose affair it is that a recording failed: the author's, or the machine's.
  private func failure(_ error: HistoryError, _ path: String, at place: Place?) -> any Error {
    let message = Diagnostic.Message.unusableHistory(path, error.reason)
    switch error {
    case .undeclaredRevisions(let changes):
      return UndeclaredRevisions(path: path, changes: changes, hints: error.hints)
    case .cannotOpen, .readOnly, .diskFull, .busy, .failed: return MachineError(message: message.text)
    case .notAHistory, .newerFormat, .duplicates:
      return AuthorErrors(
        diagnostics: diagnostics.diagnostics + [.error(message, at: place, hints: error.hints)])
    }
  }

  /// A value as the history keeps it.
  mutating func recorded(
    _ observation: Observation, _ report: Report, _ observations: Observations, _ tables: Tables
  ) throws -> RecordedObservation {
    let indicator = report.indicators[observation.indicator]
    guard let period = observation.period ?? report.head.period ?? report.head.date else {
      diagnostics.report(
        .error(.noPeriodToRecord(indicator.id.name), at: observation.place, hints: [.addPeriod]))
      throw AuthorErrors(diagnostics: diagnostics.diagnostics)
    }
    let value: RecordedObservation.Value
    switch observation.value {
    case .number(let number): value = .number(number)
    case .missing(let kind): value = .missing(kind.word)
    }
    let population = observation.population.map { report.populations[$0] }
    return RecordedObservation(
      key: History.ObservationKey(
        indicator: indicator.id.name, population: population?.id.name, period: period.recordedCode),
      label: indicator.label + (population.map { ", " + $0.label } ?? ""), value: value,
      unit: indicator.unit.rawValue, decimals: indicator.decimals,
      status: RecordedObservation.Status(rawValue: observation.status.rawValue) ?? .final,
      bounds: interval(of: observation, in: report, observations).map {
        RecordedObservation.Bounds(low: $0.lowerBound, high: $0.upperBound)
      },
      sourceDigest: tables.digest(of: indicator.source) ?? "")
  }
}

extension Period {
  /// As the history writes it, so that texts in order are periods in order.
  var recordedCode: String { code.replacing("-T", with: "-Q") }
}

extension Diagnostic.Message {
  fileprivate static var noHistory: Self {
    Self("no-history", fr: "ce rapport n’a pas d’historique", en: "this report has no history")
  }
  fileprivate static func noPeriodToRecord(_ indicator: String) -> Self {
    Self(
      "no-period-to-record", fr: "« \(indicator) » n’a pas de période : il ne peut pas être enregistré",
      en: "“\(indicator)” has no period: it cannot be recorded")
  }
}

extension Diagnostic.Hint {
  fileprivate static let nameHistory = Self(
    fr: "ajoutez « history: historique.sqlite » sous « report: », ou dites --history FICHIER",
    en: "add `history: history.sqlite` under `report:`, or say --history FILE")
  fileprivate static let addPeriod = Self(
    fr: "ajoutez « period: » à l’indicateur, à sa source ou au rapport",
    en: "add `period:` to the indicator, its source or the report")
}
