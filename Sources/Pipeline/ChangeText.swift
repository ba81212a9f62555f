import DataSources
import Diagnostics
import Foundation
import History
import Indicators
import Model
import Spec

extension ObservationChange {
  /// What changed, on one line: “Smartphone, QPV : 87 % (2026-Q2) → 89 % (2026-Q3), +2”.
  package func text(in language: MessageLanguage) -> String {
    let report: ReportLanguage = language == .english ? .english : .french
    let subject = after ?? before
    let colon = Bilingual(fr: " : ", en: ": ")(language)
    return (subject?.label ?? "") + colon + values(report) + words(language)
  }

  private func values(_ language: ReportLanguage) -> String {
    let parts = [before, after].compactMap(\.self).map { one in
      printed(one, language) + (one.key.period.isEmpty ? "" : " (\(named(one.key.period, language)))")
    }
    guard case .number(let old) = before?.value, case .number(let new) = after?.value, old != new else {
      return parts.joined(separator: " → ")
    }
    let decimals = max(DecimalText.decimals(of: old), DecimalText.decimals(of: new))
    let change = NumberText(language: language).text(new - old, decimals: min(decimals, 6), signed: true)
    return parts.joined(separator: " → ") + ", " + change
  }

  private func named(_ period: String, _ language: ReportLanguage) -> String {
    language == .french ? period.replacing("-Q", with: "-T") : period
  }

  private func printed(_ one: RecordedObservation, _ language: ReportLanguage) -> String {
    switch one.value {
    case .missing(let word): return word
    case .number(let number):
      let decimals = one.decimals ?? min(6, DecimalText.decimals(of: number))
      let text = NumberText(language: language).text(number, decimals: decimals)
      return UnitOfMeasure(rawValue: one.unit)?.sign.map { text + "\u{A0}" + $0 } ?? text
    }
  }

  private func words(_ language: MessageLanguage) -> String {
    let words = aspects.compactMap { $0.word?(language) }
    return words.isEmpty ? "" : " (" + words.joined(separator: ", ") + ")"
  }
}

extension UnitOfMeasure {
  fileprivate var sign: String? {
    switch self {
    case .percent: "%"
    case .perThousand: "‰"
    case .euros: "€"
    case .count, .ratio, .years, .index, .points: nil
    }
  }
}

extension ChangeAspect {
  /// What a reader must be told; `nil` where the numbers say it.
  fileprivate var word: Bilingual? {
    switch self {
    case .moved: nil
    case .new: Bilingual(fr: "nouveau", en: "new")
    case .gone: Bilingual(fr: "disparu", en: "gone")
    case .revised: Bilingual(fr: "révisé", en: "revised")
    case .appeared: Bilingual(fr: "valeur désormais connue", en: "now known")
    case .vanished: Bilingual(fr: "plus de valeur", en: "no value any more")
    case .reason: Bilingual(fr: "absent pour une autre raison", en: "missing for another reason")
    case .unit: Bilingual(fr: "autre unité", en: "another unit")
    case .interval: Bilingual(fr: "autre intervalle", en: "another interval")
    case .status: Bilingual(fr: "autre statut", en: "another status")
    case .wording: Bilingual(fr: "autre libellé", en: "another label")
    }
  }
}
