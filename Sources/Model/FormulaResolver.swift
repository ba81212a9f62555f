import Diagnostics
import Expressions
import Spec

/// Along what an indicator has values.
struct IndicatorDimensions {
  var isByPopulation: Bool
  var isByPeriod: Bool

  static let none = IndicatorDimensions(isByPopulation: false, isByPeriod: false)
}

/// Resolves indicators that are computed from others.
extension Resolver {
  /// The dimensions of all indicators, those that are computed having those of what they are computed from.
  ///
  /// - **Errors**: an indicator that is computed from itself, directly or through others.
  mutating func indicatorDimensions() -> [String: IndicatorDimensions] {
    var known: [String: IndicatorDimensions] = [:]
    for indicator in spec.indicators { visit(indicator, path: [], &known) }
    return known
  }

  private mutating func visit(
    _ indicator: IndicatorSpec, path: [String], _ known: inout [String: IndicatorDimensions]
  ) {
    let name = indicator.id.value
    guard known[name] == nil else { return }
    guard !path.contains(name) else {
      diagnostics.report(.error(.cyclic(path.drop { $0 != name } + [name]), at: indicator.id.place))
      known[name] = IndicatorDimensions.none
      return
    }
    switch indicator.value {
    case nil: known[name] = IndicatorDimensions.none
    case .column(let cells):
      known[name] = IndicatorDimensions(
        isByPopulation: !cells.by.isEmpty, isByPeriod: cells.period != nil || spec.head.history != nil)
    case .formula, .index:
      var dimensions = IndicatorDimensions.none
      for operand in operands(of: indicator) {
        guard let other = spec.indicators.first(where: { $0.id.value == operand }) else { continue }
        visit(other, path: path + [name], &known)
        let found = known[operand] ?? IndicatorDimensions.none
        dimensions.isByPopulation = dimensions.isByPopulation || found.isByPopulation
        dimensions.isByPeriod = dimensions.isByPeriod || found.isByPeriod
      }
      // A cycle has set them already.
      if known[name] == nil { known[name] = dimensions }
    }
  }

  /// The names that an indicator is computed from; what is wrong with its formula is reported when it is read.
  private func operands(of indicator: IndicatorSpec) -> [String] {
    switch indicator.value {
    case .formula(let text): (try? parseExpression(text.value))?.columns.map(\.text) ?? []
    case .index(let of, _): [of.value]
    case .column, nil: []
    }
  }

  mutating func formula(_ text: Located<String>) -> Formula? {
    do {
      let expression = try parseExpression(text.value)
      guard !expression.isOverRows else {
        diagnostics.report(.error(.formulaOverRows(text.value), at: text.place, hints: [.groupInTables]))
        return nil
      }
      var operands: [ID<Indicator>] = []
      for name in expression.columns {
        let place = text.place.part(offset: name.offset, length: name.length, of: text.value)
        guard declares(Located(name.text, at: place)) else { return nil }
        if !operands.contains(ID(name.text)) { operands.append(ID(name.text)) }
      }
      return Formula(text: text, expression: expression, operands: operands)
    } catch {
      let place = text.place.part(offset: error.offset, length: error.length, of: text.value)
      diagnostics.report(
        .error(.notAnExpression(error.reason), at: place, hints: [.bracketNames]))
      return nil
    }
  }

  /// Whether an indicator is declared, above or below.
  mutating func declares(_ name: Located<String>) -> Bool {
    let known = spec.indicators.map(\.id.value)
    if known.contains(name.value) { return true }
    diagnostics.report(
      .error(
        .unknownIndicator(name.value), at: name.place, hints: .suggestion(for: name.value, among: known)))
    return false
  }

  /// Refuses sums of what does not add up: medians, means and rates without weights.
  mutating func checkFormulas() {
    for indicator in indicators.elements {
      guard case .formula(let formula) = indicator.value,
        let name = sumOfRates(formula.expression), indicators.find(name.text) != nil
      else { continue }
      let place = formula.text.place.part(offset: name.offset, length: name.length, of: formula.text.value)
      diagnostics.report(.error(.sumOfRates(name.text), at: place, hints: [.weigh]))
    }
  }

  /// An operand of a sum that has no sum of its own and no weight.
  private func sumOfRates(_ expression: Expression) -> Expression.Name? {
    switch expression {
    case .number, .column: nil
    case .negative(let inner): sumOfRates(inner)
    case .binary(.add, let left, let right):
      rate(left) ?? rate(right) ?? sumOfRates(left) ?? sumOfRates(right)
    case .binary(_, let left, let right): sumOfRates(left) ?? sumOfRates(right)
    case .call(_, let arguments): arguments.lazy.compactMap { sumOfRates($0) }.first
    }
  }

  /// A bare indicator that does not add up, whatever numbers it is multiplied with.
  private func rate(_ expression: Expression) -> Expression.Name? {
    guard expression.columns.count == 1, let name = expression.columns.first,
      let indicator = indicators.find(name.text), !indicator.description.addsUp
    else { return nil }
    return name
  }
}

extension Diagnostic.Message {
  fileprivate static func cyclic(_ path: [String]) -> Self {
    let names = path.joined(separator: " → ")
    return Self(
      "cyclic-indicator", fr: "cet indicateur est calculé à partir de lui-même : \(names)",
      en: "this indicator is computed from itself: \(names)")
  }
  fileprivate static func formulaOverRows(_ text: String) -> Self {
    Self(
      "over-rows", fr: "« \(text) » prend plusieurs lignes ensemble",
      en: "“\(text)” takes several rows together")
  }
  fileprivate static func sumOfRates(_ indicator: String) -> Self {
    Self(
      "sum-of-rates",
      fr: "« \(indicator) » ne s’additionne pas : une somme de taux ou de médianes n’a pas de sens",
      en: "“\(indicator)” does not add up: a sum of rates or medians makes no sense")
  }
}

extension Diagnostic.Hint {
  fileprivate static let bracketNames = Self(
    fr: "un nom qui contient « - » s’écrit [entre crochets] : 100 * [nombre-aides] / menages",
    en: "a name with “-” in it is written [in square brackets]: 100 * [number-helped] / households")
  fileprivate static let groupInTables = Self(
    fr: "les fonctions sur plusieurs lignes vont dans une table : « group: compute: »",
    en: "functions over several rows go into a table: `group: compute:`")
  fileprivate static let weigh = Self(
    fr: "pondérez : (a * poids_a + b * poids_b) / (poids_a + poids_b)",
    en: "weigh them: (a * weight_a + b * weight_b) / (weight_a + weight_b)")
}
