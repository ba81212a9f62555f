import Model
import Spec

/// A subject's value set against a reference's by a measure.
///
/// - **Units**: `.points` and `.difference` are in the unit of the values, `.ratio` is subject over reference,
///   `.relative` a fraction of the reference's size, so that 0.042 prints as 4,2 %.
/// - The values are not rounded first.
/// - **Errors**: none. A reference of zero, or next to it, has no ratio, and one of zero or less no relative
///   change: the result is `nil`.
/// - **Source**: Eurostat, *Statistics Explained*, “Percentage change and percentage points”.
package func difference(of subject: Double, from reference: Double, by measure: Measure) -> Double? {
  switch measure {
  case .points, .difference: exactDifference(subject, reference)
  case .ratio: quotient(subject, reference)
  case .relative: reference <= 0 ? nil : quotient(exactDifference(subject, reference), reference)
  case .index, .share: reference <= 0 ? nil : quotient(100 * subject, reference)
  }
}

private func quotient(_ a: Double, _ b: Double) -> Double? {
  let quotient = a / b
  return abs(quotient) < 1e30 ? quotient : nil
}

/// The difference of two decimal numbers, which has no more decimals than they have.
///
/// 8.45 − 8 is 0.45, where binary arithmetic leaves 0.4499999999999993, which would round to 0,4.
private func exactDifference(_ a: Double, _ b: Double) -> Double {
  let decimals = max(DecimalText.decimals(of: a), DecimalText.decimals(of: b))
  let text = DecimalText(a - b, decimals: decimals)
  return text.isNegative ? -text.magnitude : text.magnitude
}
