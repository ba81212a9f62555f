import Model
import Spec

/// How far an indicator is from its target, and whether it gets there in time.
struct TargetProgress {
  let target: Target
  let subject: Observation
  /// The first value that is known, where it is earlier than the subject's.
  let baseline: Observation?
  let direction: Direction?

  /// Whether more is wanted; where the author states no direction, the target lies ahead.
  private var wantsMore: Bool {
    switch direction {
    case .higher: true
    case .lower: false
    case nil: (baseline?.number ?? subject.number ?? 0) <= target.value
    }
  }

  var isReached: Bool? {
    subject.number.map { wantsMore ? $0 >= target.value : $0 <= target.value }
  }

  /// Years from the subject's period to the target's.
  private var yearsLeft: Double? {
    subject.period.map { Double(target.by.lastMonth - $0.lastMonth) / 12 }
  }

  /// Whether the value is of a later time than the target's date.
  var isPast: Bool { yearsLeft.map { $0 < 0 } ?? false }

  /// How much a year must bring from now on; `nil` once the date is past or the target reached.
  var paceNeeded: Double? {
    guard let number = subject.number, let years = yearsLeft, years > 0, isReached == false else {
      return nil
    }
    return (target.value - number) / years
  }

  /// Whether the value is at least where a straight line from the first value to the target would have it.
  ///
  /// `nil` without an earlier value, which alone gives a line.
  var isOnTrack: Bool? {
    if isReached == true { return true }
    guard let number = subject.number, let now = subject.period, let years = yearsLeft else { return nil }
    if years <= 0 { return false }
    guard let baseline, let first = baseline.number, let start = baseline.period, start < now else {
      return nil
    }
    let whole = Double(target.by.lastMonth - start.lastMonth)
    guard whole > 0 else { return false }
    let expected = first + (target.value - first) * Double(now.lastMonth - start.lastMonth) / whole
    return wantsMore ? number >= expected : number <= expected
  }
}
