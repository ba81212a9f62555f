import Model
import Spec
import Statistics

/// Ranks within a figure.
extension Composer {
  /// The rank of a population among those that the figure shows.
  mutating func rank(of population: ID<Population>?, in selection: Selection) -> String {
    let indicator = selection.indicators[0]
    let values = populations(of: selection).compactMap { observations.find(indicator, $0)?.number }
    guard let observation = observation(indicator, Viewpoint(population), askedAt: selection.place) else {
      return wording.mark(.notAvailable)
    }
    guard let number = observation.number, let distribution = Distribution(values) else {
      return wording.mark(observation.missing ?? .notAvailable)
    }
    let order: RankOrder = report.indicators[indicator].direction == .lower ? .lowest : .highest
    return wording.place(distribution.rank(of: number, from: order))
  }
}
