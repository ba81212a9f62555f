import DataSources
import Diagnostics
import Expressions
import Model
import Spec

/// Computes the indicators that are made from others, each after those it needs.
///
/// A value is computed for each population and period for which all its operands have one; operands that have one
/// value only serve for all. A missing operand makes the result missing for the same reason, a secret before others.
func computeIndicators(
  of report: Report, in observations: inout Observations, into diagnostics: inout DiagnosticCollector
) {
  var computer = IndicatorComputer(report: report, observations: observations, diagnostics: diagnostics)
  for indicator in report.indicators.elements { computer.compute(indicator) }
  observations = computer.observations
  diagnostics = computer.diagnostics
}

private struct IndicatorComputer {
  let report: Report
  var observations: Observations
  var diagnostics: DiagnosticCollector
  private var done: Set<ID<Indicator>> = []

  init(report: Report, observations: Observations, diagnostics: DiagnosticCollector) {
    self.report = report
    self.observations = observations
    self.diagnostics = diagnostics
  }

  /// Cycles have been refused when names were resolved.
  mutating func compute(_ indicator: Indicator) {
    guard done.insert(indicator.id).inserted else { return }
    switch indicator.value {
    case .cells, .documented: return
    case .formula(let formula):
      for operand in formula.operands { compute(report.indicators[operand]) }
      compute(indicator, by: formula)
    case .index(let of, let base):
      compute(report.indicators[of])
      compute(indicator, asIndexOf: of, base)
    }
  }

  private mutating func compute(_ indicator: Indicator, by formula: Formula) {
    for (population, period) in keys(of: formula.operands) {
      let operands = formula.operands.map { (name: $0.name, value: operand($0, population, period)) }
      guard operands.allSatisfy({ $0.value != nil }) else { continue }
      let found = operands.compactMap { name, value in value.map { (name, $0) } }
      var value = Observation.Value.missing(.notApplicable)
      if let missing = mostSecret(found.compactMap { $0.1.missing }) {
        value = .missing(missing)
      } else {
        let numbers = Dictionary(uniqueKeysWithValues: found.map { ($0.0, $0.1.number ?? 0) })
        if let number = formula.expression.value({ numbers[$0] ?? 0 }) {
          value = .number(number)
        } else {
          let name = indicator.id.name + (population.map { "[\($0.name)]" } ?? "")
          diagnostics.report(.warning(.divisionByZero(name), at: formula.text.place))
        }
      }
      add(indicator, population, period, value, from: found.map(\.1), at: formula.text.place)
    }
  }

  private mutating func compute(
    _ indicator: Indicator, asIndexOf other: ID<Indicator>, _ base: Located<Period>
  ) {
    let populations = observations.populations(of: other)
    guard populations.contains(where: { observations.find(other, Viewpoint($0, .fixed(base.value))) != nil })
    else { return reportNoBase(other, base, populations) }
    for population in populations {
      let reference = observations.find(other, Viewpoint(population, .fixed(base.value)))
      for period in observations.periods(of: other, population) {
        guard let current = observations.find(other, Viewpoint(population, .fixed(period))) else { continue }
        var value = Observation.Value.missing(.notApplicable)
        // A population may lack the base period that others have.
        let lacking = reference == nil ? MissingKind.notAvailable : reference?.missing
        if let missing = mostSecret([current.missing, lacking].compactMap(\.self)) {
          value = .missing(missing)
        } else if let number = current.number, let divisor = reference?.number, divisor != 0 {
          value = .number(100 * number / divisor)
        }
        add(
          indicator, population, period, value, from: [current] + [reference].compactMap(\.self),
          at: base.place)
      }
    }
  }

  private mutating func reportNoBase(
    _ other: ID<Indicator>, _ base: Located<Period>, _ populations: [ID<Population>?]
  ) {
    let known = distinct(populations.flatMap { observations.periods(of: other, $0) }).map(\.code)
    diagnostics.report(
      .error(
        .noBase(other.name, base.value.code), at: base.place,
        hints: .suggestion(for: base.value.code, among: known)))
  }

  private mutating func add(
    _ indicator: Indicator, _ population: ID<Population>?, _ period: Period?, _ value: Observation.Value,
    from operands: [Observation], at place: Place
  ) {
    let status = operands.map(\.status).max { $0.uncertainty < $1.uncertainty } ?? .final
    observations.add(
      Observation(
        indicator: indicator.id, population: population, period: period ?? indicator.period, value: value,
        status: status, precision: .unknown, origin: .computed, place: place))
  }

  /// For whom and when all operands may have values.
  private func keys(of operands: [ID<Indicator>]) -> [(ID<Population>?, Period?)] {
    let byPopulation = operands.filter { report.indicators[$0].isByPopulation }
    let populations = distinct(byPopulation.flatMap { observations.populations(of: $0) })
    return (byPopulation.isEmpty ? [nil] : populations).flatMap { population in
      let periods = operands.flatMap { operand -> [Period] in
        let indicator = report.indicators[operand]
        guard indicator.isByPeriod else { return [] }
        return observations.periods(of: operand, indicator.isByPopulation ? population : nil)
      }
      let each: [Period?] = periods.isEmpty ? [nil] : distinct(periods).sorted()
      return each.map { (population, $0) }
    }
  }

  private func operand(
    _ operand: ID<Indicator>, _ population: ID<Population>?, _ period: Period?
  ) -> Observation? {
    let indicator = report.indicators[operand]
    let choice = indicator.isByPeriod ? period.map(PeriodChoice.fixed) : nil
    return observations.find(
      operand, Viewpoint(indicator.isByPopulation ? population : nil, choice ?? .current))
  }
}

/// The reason to give where several values are missing: a secret must not be told from the others.
func mostSecret(_ kinds: [MissingKind]) -> MissingKind? {
  kinds.contains(.confidential) ? .confidential : kinds.first
}

extension ObservationStatus {
  /// How far a value is from being settled; what is computed is as unsettled as the least settled operand.
  fileprivate var uncertainty: Int {
    switch self {
    case .final: 0
    case .revised: 1
    case .provisional: 2
    case .estimated: 3
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func divisionByZero(_ name: String) -> Self {
    Self(
      "division-by-zero", fr: "« \(name) » ne peut pas être calculé : division par zéro",
      en: "“\(name)” cannot be computed: division by zero")
  }
  fileprivate static func noBase(_ indicator: String, _ period: String) -> Self {
    Self(
      "no-such-period", fr: "« \(indicator) » n’a pas de valeur pour \(period)",
      en: "“\(indicator)” has no value for \(period)")
  }
}
