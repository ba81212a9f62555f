import Model
import Statistics

extension Observations {
  /// The current value of each indicator and population, in the order they were found.
  package var currentOnes: [Observation] {
    all.filter { find($0.indicator, $0.population)?.period == $0.period }
  }
}

/// The 95 % interval of a value, in its unit; `nil` where nothing is known of its precision.
package func interval(
  of observation: Observation, in report: Report, _ observations: Observations
) -> ClosedRange<Double>? {
  Comparer(report: report, observations: observations).interval(of: observation, level: 0.95).map {
    $0.low...$0.high
  }
}
