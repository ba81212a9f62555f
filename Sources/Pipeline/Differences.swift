import DataSources
import Diagnostics
import Foundation
import History
import Indicators
import Model

/// What changed between two states of a report.
package struct Differences: Sendable {
  package let changes: [ObservationChange]
  /// How many values were compared.
  package let compared: Int
}

extension Pipeline {
  /// What changed between two periods: between what was published for them if the history has both, else between
  /// the values that the data have.
  package mutating func differences(
    from before: String, to after: String, historyAt typed: String?
  ) throws -> Differences {
    let report = try report()
    let (old, new) = (try period(before), try period(after))
    if let path = historyPath(of: report, typed: typed), FileManager.default.fileExists(atPath: path) {
      do {
        let file = try HistoryFile(reading: path)
        let recordings = try file.recordings(of: recordedName)
        func last(_ period: Period) -> StoredRecording? {
          recordings.last { $0.recording.period == period.recordedCode }
        }
        if let first = last(old), let second = last(new) {
          return Differences(
            try file.observations(publishedBy: first.number),
            try file.observations(publishedBy: second.number))
        }
      } catch {
        diagnostics.report(
          .error(.unusableHistory(path, error.reason), at: report.head.history?.place, hints: error.hints))
        throw AuthorErrors(diagnostics: diagnostics.diagnostics)
      }
    }
    return try differencesInData(report, from: old, to: new)
  }

  private mutating func differencesInData(_ report: Report, from old: Period, to new: Period) throws
    -> Differences
  {
    let shaped = try shapedTables(of: report)
    let observations = observe(
      report, in: shaped.tables, history: try history(of: report), into: &diagnostics)
    try diagnostics.throwIfErrors()
    let sets = try [old, new].map { period in
      try observations.all.filter { $0.period == period }.map {
        try recorded($0, report, observations, shaped.tables)
      }
    }
    for (period, set) in zip([old, new], sets) where set.isEmpty {
      let known = Set(observations.all.compactMap(\.period)).sorted().map(\.code)
      diagnostics.report(
        .error(.noValuesFor(period.code), at: nil, hints: .suggestion(for: period.code, among: known)))
    }
    try diagnostics.throwIfErrors()
    return Differences(sets[0], sets[1])
  }

  private mutating func period(_ typed: String) throws -> Period {
    if let period = Period(typed) { return period }
    diagnostics.report(.error(.notAPeriod(typed), at: nil))
    throw AuthorErrors(diagnostics: diagnostics.diagnostics)
  }
}

extension Differences {
  fileprivate init(_ before: [RecordedObservation], _ after: [RecordedObservation]) {
    self.init(changes: diff(from: before, to: after), compared: after.count)
  }

  /// What changed between two files that `vigie render --provenance` wrote.
  package init(ofFiles before: String, _ after: String) throws {
    self.init(try renderedValues(before), try renderedValues(after))
  }
}

/// The values of a rendering.
private func renderedValues(_ path: String) throws -> [RecordedObservation] {
  guard let bytes = readFile(path) else { throw MachineError.unreadable(path) }
  guard let rendering = try? JSONDecoder().decode(Rendered.self, from: Data(bytes)) else {
    let error = Diagnostic.error(.notProvenance(path), at: Place(wholeFile: path), hints: [.makeProvenance])
    throw AuthorErrors(diagnostics: [error])
  }
  return rendering.values.map(\.recorded)
}

/// What `vigie diff` needs of a file that tells where numbers come from.
private struct Rendered: Decodable {
  struct Value: Decodable {
    let reference: String
    let indicator: String
    let population: String?
    let period: String?
    let value: Double?
    let missing: String?
    let unit: String
    let decimals: Int
    let status: String

    /// A reference's parts: `smartphone[qpv][2024]`.
    var recorded: RecordedObservation {
      let parts = reference.split(separator: "[").map { String($0.prefix { $0 != "]" }) }
      let name = population == nil ? nil : parts.dropFirst().first
      return RecordedObservation(
        key: History.ObservationKey(
          indicator: parts.first ?? reference, population: name,
          period: (period ?? "").replacing("-T", with: "-Q")),
        label: indicator + (population.map { ", " + $0 } ?? ""),
        value: value.map { .number($0) } ?? .missing(missing ?? MissingKind.notAvailable.rawValue),
        unit: unit,
        decimals: decimals, status: RecordedObservation.Status(rawValue: status) ?? .final, sourceDigest: "")
    }
  }

  let values: [Value]
}

extension Diagnostic.Message {
  fileprivate static func noValuesFor(_ period: String) -> Self {
    Self("no-such-period", fr: "aucune valeur pour \(period)", en: "no value for \(period)")
  }
  fileprivate static func notAPeriod(_ text: String) -> Self {
    Self("not-a-period", fr: "« \(text) » n’est pas une période", en: "“\(text)” is not a period")
  }
  fileprivate static func notProvenance(_ path: String) -> Self {
    Self(
      "not-provenance", fr: "« \(path) » ne dit pas d’où viennent les nombres d’un rapport",
      en: "“\(path)” does not tell where a report's numbers come from")
  }
}

extension Diagnostic.Hint {
  fileprivate static let makeProvenance = Self(
    fr: "un tel fichier s’écrit avec « vigie render --provenance »",
    en: "such a file is written by `vigie render --provenance`")
}
