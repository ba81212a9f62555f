import Diagnostics
import Model
import Spec

/// Whether percentages seem to be shares of one: 0.87, which would be printed as 0.87 %.
///
/// All lie between 0 and 1, as those of something rare may; so a few are asked for, and one that is far from nothing.
func lookLikeShares(_ percentages: [Double]) -> Bool {
  percentages.count >= 3 && percentages.allSatisfy((0...1).contains)
    && percentages.contains { $0 > 0.2 && $0 < 1 }
}

/// Warns of indicators whose values are shares of one though their unit says percentages.
func warnOfSharesAsPercentages(
  of report: Report, _ observations: Observations, into diagnostics: inout DiagnosticCollector
) {
  let observations = Dictionary(grouping: observations.all, by: \.indicator)
  for indicator in report.indicators.elements where indicator.unit == .percent {
    guard let found = observations[indicator.id], lookLikeShares(found.compactMap(\.number)) else { continue }
    diagnostics.report(
      .warning(.sharesAsPercentages(indicator.id.name), at: found[0].place, hints: [.times100]))
  }
}

extension Composer {
  mutating func checkUnit(_ grid: ChartGrid, _ block: ChartBlock) {
    guard case .rows(let chart) = block.data, let unit = chart.columns.unit, unit.value == .percent,
      lookLikeShares(grid.all.compactMap(\.number))
    else { return }
    let name = chart.columns.value.first?.value ?? ""
    diagnostics.report(.warning(.sharesAsPercentages(name), at: unit.place, hints: [.times100]))
  }
}

extension Diagnostic.Message {
  fileprivate static func sharesAsPercentages(_ name: String) -> Self {
    Self(
      "shares-as-percentages",
      fr:
        "les valeurs de « \(name) » sont toutes entre 0 et 1, et son unité est « % » : 0,87 s’écrirait 0,87 %",
      en:
        "the values of “\(name)” are all between 0 and 1, and its unit is “%”: 0.87 would be printed as 0.87%"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let times100 = Self(
    fr: "si ce sont des parts, multipliez-les par 100 : une étape « compute: { taux: 100 * part } »",
    en: "if they are shares, multiply them by 100: a step `compute: { rate: 100 * share }`")
}
