import DataSources
import Diagnostics
import Model
import Secrecy

/// Hides the values that a rule of secrecy calls secret, and those from which one could be computed.
///
/// Values that add up are protected together: an area with its parts, an indicator with those whose sum it is. Of an
/// area whose declared parts do not make all of it, the rest is a cell that nobody publishes. What is computed from a
/// hidden value is missing for the same reason later, so it gives nothing away.
///
/// - **Errors**: a secret value that no hiding can protect; nothing is published then.
func applySecrecy(
  of report: Report, to observations: inout Observations, into diagnostics: inout DiagnosticCollector
) {
  let periods = distinct(observations.all.map(\.period))
  for group in groups(of: report) {
    for period in periods {
      var family = SecretFamily(report: report, members: group.indicators, policy: group.policy)
      family.collect(observations, period)
      family.protect(&observations, into: &diagnostics)
    }
  }
}

/// Indicators with a rule, together with all that are parts of one another: a sum without a rule of its own would
/// give away a part that has one.
private func groups(of report: Report) -> [(policy: SecrecyPolicy, indicators: [ID<Indicator>])] {
  var families: [[ID<Indicator>]] = []
  for indicator in report.indicators.elements {
    let family = [indicator.id] + indicator.description.parts
    let touching = families.filter { !Set($0).isDisjoint(with: family) }
    families.removeAll { !Set($0).isDisjoint(with: family) }
    families.append(distinct(touching.joined() + family))
  }
  return families.compactMap { family in
    let policies = family.compactMap { report.indicators[$0].secrecy }
    return policies.first.map { ($0, family) }
  }
}

/// The values of one period that are protected together.
private struct SecretFamily {
  let report: Report
  let members: [ID<Indicator>]
  let policy: SecrecyPolicy
  private var cells: [TableCell] = []
  private var sums: [TableSum] = []
  /// The observation of each cell; the rest of an area has none.
  private var positions: [String: Int] = [:]
  private var primary: [Int] = []

  init(report: Report, members: [ID<Indicator>], policy: SecrecyPolicy) {
    self.report = report
    self.members = members
    self.policy = policy
  }

  private var rule: Secrecy.SecrecyRule { policy.rule }

  mutating func collect(_ observations: Observations, _ period: Period?) {
    for (index, observation) in observations.all.enumerated() {
      guard observation.period == period, members.contains(observation.indicator),
        let number = observation.number
      else { continue }
      let cell = cell(observation, abs(number))
      // A rate or a negative amount is in no sum: it is hidden for what it is, or not at all.
      if number < 0 || !report.indicators[observation.indicator].description.addsUp {
        if primaryReason(for: cell, under: rule) != nil { primary.append(index) }
      } else {
        positions[cell.id] = index
        cells.append(cell)
      }
    }
    for member in members where report.indicators[member].description.addsUp { addSums(of: member) }
  }

  private func name(_ indicator: ID<Indicator>, _ population: ID<Population>?) -> String {
    indicator.name + (population.map { "[\($0.name)]" } ?? "")
  }

  private func cell(_ observation: Observation, _ value: Double) -> TableCell {
    let isCount = report.indicators[observation.indicator].unit == .count
    return TableCell(
      id: name(observation.indicator, observation.population), value: value,
      units: observation.exposure.units ?? (isCount ? value : nil),
      contributors: observation.exposure.contributors.map { Int($0.rounded(.down)) },
      largestShares: observation.exposure.largest.map { [$0 / 100] } ?? [])
  }

  // MARK: Sums

  private mutating func addSums(of indicator: ID<Indicator>) {
    for whole in report.populations.elements {
      let parts = report.populations.elements.filter { $0.parent == whole.id }.map { name(indicator, $0.id) }
      addSum(name(indicator, whole.id), parts)
    }
    let parts = report.indicators[indicator].description.parts
    guard !parts.isEmpty else { return }
    let populations: [ID<Population>?] = [nil] + report.populations.elements.map(\.id)
    for population in populations { addSum(name(indicator, population), parts.map { name($0, population) }) }
  }

  /// A total and its parts; what they lack of it is a cell of its own that is not published.
  private mutating func addSum(_ total: String, _ parts: [String]) {
    let known = parts.filter { positions[$0] != nil }
    guard positions[total] != nil, !known.isEmpty, let whole = value(of: total) else { return }
    let rest = whole - known.compactMap(value).reduce(0, +)
    // Parts that make more than their total are not its parts in the data.
    guard rest >= -abs(whole) * 1e-9 else { return }
    if rest <= abs(whole) * 1e-9 {
      sums.append(TableSum(total: total, parts: known))
    } else {
      let id = total + " - " + known.joined(separator: " - ")
      guard !cells.contains(where: { $0.id == id }) else { return }
      // What is not known of it counts against it, so that it is hidden as it is on paper.
      cells.append(TableCell(id: id, value: rest))
      sums.append(TableSum(total: total, parts: known + [id]))
    }
  }

  private func value(of id: String) -> Double? { cells.first { $0.id == id }?.value }

  // MARK: Hiding

  mutating func protect(_ observations: inout Observations, into diagnostics: inout DiagnosticCollector) {
    for index in primary { observations.hide(index) }
    guard !cells.isEmpty else { return }
    do {
      switch try Secrecy.protect(cells, sums: sums, rule: rule) {
      case .safe(let outcomes):
        for (cell, outcome) in zip(cells, outcomes) where outcome.isHidden {
          if let index = positions[cell.id] { observations.hide(index) }
        }
      case .unsafe(let failures):
        for failure in failures { report(failure, observations, into: &diagnostics) }
      }
    } catch {
      preconditionFailure("a linear program over a table can be solved: \(error)")
    }
  }

  private func report(
    _ failure: SecrecyFailure, _ observations: Observations, into diagnostics: inout DiagnosticCollector
  ) {
    guard let index = positions[failure.cell] else { return }
    // A place in the data would show the secret itself.
    let indicator = report.indicators[observations.all[index].indicator]
    diagnostics.report(
      .error(.cannotBeProtected(failure.cell), at: indicator.secrecy?.place, hints: [.mergeOrLeaveOut]))
  }
}

extension SecrecyPolicy {
  /// The same, in the words of the module that hides cells.
  fileprivate var rule: Secrecy.SecrecyRule {
    Secrecy.SecrecyRule(
      minimumUnits: minimum.map(Double.init), minimumContributors: contributors,
      dominance: dominance.map { Dominance(count: 1, fraction: $0 / 100) },
      protection: Protection(fraction: max(protection, 0.001) / 100))
  }

  /// Whether a value of an indicator is secret for what it is.
  func hides(_ value: Double, of indicator: Indicator, _ exposure: Observation.Exposure) -> Bool {
    let cell = TableCell(
      id: indicator.id.name, value: abs(value),
      units: exposure.units ?? (indicator.unit == .count ? abs(value) : nil),
      contributors: exposure.contributors.map { Int($0.rounded(.down)) },
      largestShares: exposure.largest.map { [$0 / 100] } ?? [])
    return primaryReason(for: cell, under: rule) != nil
  }
}

extension Diagnostic.Message {
  fileprivate static func cannotBeProtected(_ name: String) -> Self {
    Self(
      "cannot-be-protected",
      fr:
        "« \(name) » est secret, et pourrait être calculé de ce qui serait publié même si tout le reste était caché",
      en:
        "“\(name)” is secret, and could be computed from what would be published even if all else were hidden"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let mergeOrLeaveOut = Self(
    fr: "réunissez ce territoire ou cette population avec d’autres, ou ne publiez pas le total",
    en: "take this territory or population together with others, or do not publish the total")
}
