/// What became of a value between two sets of observations.
package struct ObservationChange: Hashable, Sendable {
  /// In the order of `ChangeAspect`; never empty.
  package let aspects: [ChangeAspect]
  /// `nil` for a new one.
  package let before: RecordedObservation?
  /// `nil` for one that is gone.
  package let after: RecordedObservation?

  init(_ aspects: [ChangeAspect], before: RecordedObservation?, after: RecordedObservation?) {
    self.aspects = aspects
    self.before = before
    self.after = after
  }
}

package enum ChangeAspect: String, Hashable, Sendable, CaseIterable, Encodable {
  case new
  case gone
  /// Another value, for a later period.
  case moved
  /// Another value for the same period.
  case revised
  /// A value where there was none.
  case appeared
  /// No value where there was one.
  case vanished
  /// Still no value, for another reason.
  case reason
  case unit
  /// Other ends of its interval.
  case interval
  case status
  /// Another label or number of decimals.
  case wording

  /// Whether what readers were told of a period was not right, so that it must be said.
  package var isRevision: Bool {
    switch self {
    case .revised, .appeared, .vanished, .reason, .unit, .interval: true
    case .new, .gone, .moved, .status, .wording: false
    }
  }
}

/// In what two observations of one series differ; empty if in nothing.
func aspects(from before: RecordedObservation, to after: RecordedObservation) -> [ChangeAspect] {
  var aspects: [ChangeAspect] = []
  switch (before.value, after.value) {
  case (.number(let old), .number(let new)):
    if old != new { aspects.append(before.key.period == after.key.period ? .revised : .moved) }
  case (.missing, .number): aspects.append(.appeared)
  case (.number, .missing): aspects.append(.vanished)
  case (.missing(let old), .missing(let new)): if old != new { aspects.append(.reason) }
  }
  if before.unit != after.unit { aspects.append(.unit) }
  if before.bounds != after.bounds { aspects.append(.interval) }
  if before.status != after.status { aspects.append(.status) }
  if before.label != after.label || before.decimals != after.decimals { aspects.append(.wording) }
  return aspects
}

extension RecordedObservation: Encodable {
  private enum CodingKeys: String, CodingKey {
    case indicator, population, period, label, value, missing, unit, decimals, status, low, high
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key.series.indicator, forKey: .indicator)
    try container.encodeIfPresent(key.series.population, forKey: .population)
    try container.encode(key.period, forKey: .period)
    try container.encode(label, forKey: .label)
    switch value {
    case .number(let number): try container.encode(number, forKey: .value)
    case .missing(let reason): try container.encode(reason, forKey: .missing)
    }
    try container.encode(unit, forKey: .unit)
    try container.encodeIfPresent(decimals, forKey: .decimals)
    try container.encode(status, forKey: .status)
    try container.encodeIfPresent(bounds?.low, forKey: .low)
    try container.encodeIfPresent(bounds?.high, forKey: .high)
  }
}

extension ObservationChange: Encodable {
  private enum CodingKeys: String, CodingKey { case aspects, before, after }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(aspects, forKey: .aspects)
    try container.encodeIfPresent(before, forKey: .before)
    try container.encodeIfPresent(after, forKey: .after)
  }
}
