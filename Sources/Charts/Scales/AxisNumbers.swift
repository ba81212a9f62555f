import Foundation

/// How the numbers of a scale are written: the signs of a language, the sign of a unit.
package struct AxisNumbers: Hashable, Sendable {
  package var decimalMark: String
  package var groupMark: String
  /// What stands before each number: “€”.
  package var prefix: String
  /// What stands after each number: “ %”.
  package var suffix: String
  /// What numbers are divided by: values in millions are shown as 1,5.
  package var divisor: Double

  package init(
    decimalMark: String = ",", groupMark: String = "\u{202F}", prefix: String = "", suffix: String = "",
    divisor: Double = 1
  ) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.prefix = prefix
    self.suffix = suffix
    self.divisor = divisor
  }

  /// Numbers with as many decimals as the one with most needs, six at most; without the unit's sign, which stands once.
  func texts(_ values: [Double]) -> [String] {
    let scaled = values.map { $0 / divisor }
    let largest = scaled.map(\.magnitude).max() ?? 0
    let decimals = (0...6).first { decimals in
      let power = pow(10, Double(decimals))
      return scaled.allSatisfy {
        abs(($0 * power).rounded() - $0 * power) < max(1e-7, largest * power * 1e-12)
      }
    }
    return scaled.map { text($0, decimals: decimals ?? 6) }
  }

  private func text(_ value: Double, decimals: Int) -> String {
    let power = pow(10, Double(decimals))
    let digits = (value.magnitude * power).rounded()
    guard digits < 1e15 else { return prefix + "\(value)" }
    var number = String(Int(digits))
    number = String(repeating: "0", count: max(0, decimals + 1 - number.count)) + number
    let whole = grouped(String(number.dropLast(decimals)))
    let fraction = decimals == 0 ? "" : decimalMark + number.suffix(decimals)
    return (value < 0 && digits > 0 ? "\u{2212}" : "") + prefix + whole + fraction
  }

  private func grouped(_ digits: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    return ([rest] + groups.reversed()).joined(separator: groupMark)
  }
}
