/// What changed from one set of observations to another.
///
/// Observations of the same period are compared with each other. The last period of a series that only `after` has
/// is compared with the last that `before` has, if that is earlier: a new quarter moves the value, and the quarter
/// before it is not gone. Every other observation that only one set has is new or gone.
///
/// - **Order**: that of `after`, then what is gone in the order of `before`.
/// - **Precondition**: a set has one observation for each key.
package func diff(
  from before: [RecordedObservation], to after: [RecordedObservation]
) -> [ObservationChange] {
  let old = index(before)
  let new = index(after)
  let oldLast = lastPeriods(before)
  let newLast = lastPeriods(after)
  var predecessors: Set<ObservationKey> = []

  var changes: [ObservationChange] = []
  for observation in after {
    let series = observation.key.series
    if let same = old[observation.key] {
      changes.append(same, observation)
    } else if newLast[series] == observation.key.period,
      let previous = oldLast[series].flatMap({ old[ObservationKey(series, $0)] }),
      previous.key.period < observation.key.period
    {
      predecessors.insert(previous.key)
      changes.append(previous, observation)
    } else {
      changes.append(ObservationChange([.new], before: nil, after: observation))
    }
  }
  for observation in before where new[observation.key] == nil && !predecessors.contains(observation.key) {
    changes.append(ObservationChange([.gone], before: observation, after: nil))
  }
  return changes
}

extension [ObservationChange] {
  /// Adds what two observations of one series differ in, if anything.
  fileprivate mutating func append(_ before: RecordedObservation, _ after: RecordedObservation) {
    let aspects = aspects(from: before, to: after)
    if !aspects.isEmpty { append(ObservationChange(aspects, before: before, after: after)) }
  }
}

private func index(_ observations: [RecordedObservation]) -> [ObservationKey: RecordedObservation] {
  Dictionary(observations.map { ($0.key, $0) }) { _, _ in
    preconditionFailure("a set has one observation for each key")
  }
}

private func lastPeriods(_ observations: [RecordedObservation]) -> [SeriesKey: String] {
  Dictionary(observations.map { ($0.key.series, $0.key.period) }, uniquingKeysWith: max)
}
