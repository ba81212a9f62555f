import Diagnostics
import Model
import Spec

/// What charts and tables share: values with their status, and what a comparison comes to.
extension Composer {
  /// A printed value with the mark of its status, if it is not final.
  func withStatus(_ text: String, _ observation: Observation) -> String {
    wording.mark(observation.status).map { text + "\u{A0}" + $0 } ?? text
  }

  /// What a chart is made to show: “Écart avec la France : −4 points (smartphone), non significatif (tablette).”
  func gaps(in selection: Selection) -> String? {
    guard let comparison = selection.comparison.map({ report.comparisons[$0] }) else { return nil }
    let sentences = comparison.references.compactMap { reference -> String? in
      let gaps = selection.indicators.compactMap { indicator in
        told(selection, indicator).first { $0.reference == reference }.map {
          gap(of: $0, indicator, selection)
        }
      }
      guard let first = selection.indicators.first, !gaps.isEmpty else { return nil }
      let text = DifferenceText(values: valueText(first), measure: comparison.measure)
      return name(of: reference, text, selection) + wording.colon + gaps.joined(separator: ", ") + "."
    }
    return sentences.isEmpty ? nil : set(sentences.joined(separator: " "))
  }

  /// “Écart avec la ville”, “Évolution depuis 2023”.
  func name(
    of reference: ComparisonReference, _ text: DifferenceText, _ selection: Selection
  ) -> String {
    switch reference {
    case .population(let population):
      text.name(against: ReferenceName(report.populations[population], language: wording.language))
    case .period(let choice): text.evolutionName(since: name(of: choice, selection))
    case .target, .peers: text.name(against: ReferenceName(wording.theTarget))
    }
  }

  private func gap(of compared: Compared, _ indicator: ID<Indicator>, _ selection: Selection) -> String {
    let text = DifferenceText(values: valueText(indicator), measure: compared.measure)
    let size =
      switch compared.value {
      case .number(let number): text.text(number)
      case .missing(let kind): wording.meaning(kind)
      }
    return selection.indicators.count == 1 ? size : "\(size) (\(report.indicators[indicator].short))"
  }
}
