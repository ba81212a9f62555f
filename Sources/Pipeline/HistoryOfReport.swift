import DataSources
import Diagnostics
import Foundation
import History
import Indicators
import Model
import Spec

extension Pipeline {
  /// The name under which a report keeps its history: the spec's, with its parameters where a run sets some.
  var recordedName: String {
    let parameters = settings.map { "\($0.name)=\($0.value)" }.sorted()
    return location.name + (parameters.isEmpty ? "" : "[" + parameters.joined(separator: ",") + "]")
  }

  /// Where a report's history is: where the command says, else where the spec does.
  func historyPath(of report: Report, typed: String? = nil) -> String? {
    if let typed { return typed }
    guard let path = report.head.history?.value else { return nil }
    return path.hasPrefix("/") ? path : location.folder + path
  }

  /// What earlier runs published; nothing before the first recording.
  mutating func history(of report: Report) throws -> [PastObservation] {
    guard let path = historyPath(of: report), FileManager.default.fileExists(atPath: path) else { return [] }
    do {
      let file = try HistoryFile(reading: path)
      let latest = try file.latest(of: recordedName)
      let moments = try file.recordings(of: recordedName).last?.recording.moment ?? ""
      return latest.compactMap { PastObservation($0, recorded: moments) }
    } catch {
      diagnostics.report(
        .error(.unusableHistory(path, error.reason), at: report.head.history?.place, hints: error.hints))
      throw AuthorErrors(diagnostics: diagnostics.diagnostics)
    }
  }
}

extension PastObservation {
  fileprivate init?(_ recorded: RecordedObservation, recorded moment: String) {
    guard let period = Period(recorded.key.period) else { return nil }
    let value: Observation.Value
    switch recorded.value {
    case .number(let number): value = .number(number)
    case .missing(let word): value = .missing(MissingKind(written: word) ?? .notAvailable)
    }
    self.init(
      indicator: recorded.key.series.indicator, population: recorded.key.series.population, period: period,
      value: value, status: ObservationStatus(rawValue: recorded.status.rawValue) ?? .final,
      bounds: recorded.bounds.map { $0.low...$0.high }, recorded: moment)
  }
}

extension HistoryError {
  /// Why a history could not be used, in words.
  var reason: Bilingual {
    switch self {
    case .cannotOpen(let reason):
      Bilingual(fr: "il ne s’ouvre pas (\(reason))", en: "it cannot be opened (\(reason))")
    case .notAHistory: Bilingual(fr: "ce n’est pas un historique", en: "it is not a history")
    case .newerFormat(let version):
      Bilingual(
        fr: "il a été écrit par une version plus récente (format \(version))",
        en: "it was written by a newer version (format \(version))")
    case .readOnly: Bilingual(fr: "il ne peut pas être écrit", en: "it may not be written to")
    case .diskFull: Bilingual(fr: "le disque est plein", en: "the disk is full")
    case .busy:
      Bilingual(
        fr: "un autre programme y écrit depuis longtemps", en: "another program has long been writing to it")
    case .undeclaredRevisions(let changes):
      Bilingual(
        fr: "\(changes.count) valeur(s) déjà publiée(s) changerai(en)t",
        en: "\(changes.count) published value(s) would change")
    case .duplicates(let keys):
      Bilingual(fr: "deux valeurs pour \(keys.count) clé(s)", en: "two values for \(keys.count) key(s)")
    case .failed(let reason): Bilingual(fr: reason, en: reason)
    }
  }

  var hints: [Diagnostic.Hint] {
    switch self {
    case .notAHistory, .newerFormat: [.anotherFile]
    case .busy: [.tryAgain]
    case .undeclaredRevisions: [.declareRevision]
    case .cannotOpen, .readOnly, .diskFull, .duplicates, .failed: []
    }
  }
}

extension Diagnostic.Message {
  static func unusableHistory(_ path: String, _ reason: Bilingual) -> Self {
    Self(
      "unusable-history", fr: "l’historique « \(path) » ne peut pas servir : \(reason.french)",
      en: "the history “\(path)” cannot be used: \(reason.english)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let anotherFile = Self(
    fr: "nommez un autre fichier, ou mettez Vigie à jour", en: "name another file, or update Vigie")
  fileprivate static let tryAgain = Self(
    fr: "recommencez quand l’autre enregistrement est fini", en: "try again when the other recording is done")
  fileprivate static let declareRevision = Self(
    fr: "si c’est une révision, dites pourquoi : --revise \"…\"",
    en: "if it is a revision, say why: --revise \"…\"")
}
