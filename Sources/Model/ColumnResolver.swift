import Diagnostics
import Spec

/// The words that name a table's columns besides populations and indicators.
package enum TableWord: String, CaseIterable {
  /// The row's own name.
  case indicator, population
  /// The subject against each reference, by the comparison's measure.
  case gap
  /// The same by a measure of one's own choice.
  case points, difference, ratio, relative
  case unit, period, source, universe, direction, nature
}

extension Resolver {
  /// The columns of a table: the author's, or the name, the values and what sets them against each other.
  mutating func columns(
    _ words: [Located<String>], of selection: Selection, rows: FigureDimension
  ) -> [TableColumn] {
    guard !words.isEmpty else {
      return [.stub] + values(of: selection, rows: rows)
        + (rows == .indicators ? gaps(of: selection, nil) : [])
    }
    return words.flatMap { columns(named: $0, of: selection, rows: rows) }
  }

  private mutating func columns(
    named word: Located<String>, of selection: Selection, rows: FigureDimension
  ) -> [TableColumn] {
    switch rows {
    case .indicators:
      if let population = selection.populations.first(where: { $0.name == word.value }) {
        return [.population(population)]
      }
      switch TableWord(rawValue: word.value) {
      case .indicator: return [.stub]
      case .gap where selection.comparison != nil: return gaps(of: selection, nil)
      case .points where selection.comparison != nil: return gaps(of: selection, .points)
      case .difference where selection.comparison != nil: return gaps(of: selection, .difference)
      case .ratio where selection.comparison != nil: return gaps(of: selection, .ratio)
      case .relative where selection.comparison != nil: return gaps(of: selection, .relative)
      case .unit: return [.text(.unit)]
      case .period: return [.text(.period)]
      case .source: return [.text(.source)]
      case .universe: return [.text(.universe)]
      case .direction: return [.text(.direction)]
      case .nature: return [.text(.nature)]
      case .gap, .points, .difference, .ratio, .relative:
        diagnostics.report(.error(.gapWithoutComparison(word.value), at: word.place, hints: [.compareFirst]))
        return []
      case .population, nil: break
      }
    case .populations:
      if let indicator = selection.indicators.first(where: { $0.name == word.value }) {
        return [.indicator(indicator)]
      }
      switch TableWord(rawValue: word.value) {
      case .population: return [.stub]
      case .universe: return [.text(.universe)]
      case .indicator, .gap, .points, .difference, .ratio, .relative, .unit, .period, .source, .direction,
        .nature,
        nil:
        break
      }
    }
    if word.value == "value", rows == .indicators, selection.populations.isEmpty { return [.value] }
    let known = knownColumns(of: selection, rows: rows)
    diagnostics.report(
      .error(.unknownColumn(word.value), at: word.place, hints: .suggestion(for: word.value, among: known)))
    return []
  }

  private func values(of selection: Selection, rows: FigureDimension) -> [TableColumn] {
    switch rows {
    case .indicators where selection.populations.isEmpty: [.value]
    case .indicators: selection.populations.map(TableColumn.population)
    case .populations: selection.indicators.map(TableColumn.indicator)
    }
  }

  private func gaps(of selection: Selection, _ measure: Measure?) -> [TableColumn] {
    guard let comparison = selection.comparison.map({ comparisons[$0] }) else { return [] }
    return comparison.references.map { .measure(measure ?? comparison.measure, $0) }
  }

  private func knownColumns(of selection: Selection, rows: FigureDimension) -> [String] {
    switch rows {
    case .indicators:
      ["indicator"] + (selection.populations.isEmpty ? ["value"] : selection.populations.map(\.name))
        + (selection.comparison == nil ? [] : ["gap", "points", "difference", "ratio", "relative"])
        + TableText.allCases.map(\.rawValue)
    case .populations: ["population"] + selection.indicators.map(\.name) + ["universe"]
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownColumn(_ name: String) -> Self {
    Self("unknown-column", fr: "colonne inconnue « \(name) »", en: "unknown column “\(name)”")
  }
  fileprivate static func gapWithoutComparison(_ word: String) -> Self {
    Self(
      "gap-without-comparison", fr: "« \(word) » n’a de sens que pour une comparaison",
      en: "“\(word)” only makes sense for a comparison")
  }
}

extension Diagnostic.Hint {
  fileprivate static let compareFirst = Self(
    fr: "déclarez la comparaison sous « comparisons: » et nommez-la dans « of: »",
    en: "declare the comparison under “comparisons:” and name it in “of:”")
}
