/// A number written in digits, rounded by one stated rule.
///
/// Halves round away from zero, as people are taught (2,5 gives 3 and −2,5 gives −3), on the decimal number
/// that a person would write: 2.675 is held in binary as a little less, yet rounds to 2,68. What arithmetic
/// leaves behind the fifteenth digit (1.15 computed as 1.1499999999999999) does not count.
package struct DecimalText: Hashable, Sendable {
  package let isNegative: Bool
  /// Digits before the decimal mark, at least one.
  package let whole: String
  /// Digits after it, as many as asked for.
  package let fraction: String

  /// - Precondition: `number` is finite.
  package init(_ number: Double, decimals: Int) {
    precondition(number.isFinite, "only finite numbers are printed")
    if decimals >= 0, number.magnitude < 1e15, number == number.rounded() {
      // Most values printed are whole.
      whole = String(Int(number.magnitude))
      fraction = String(repeating: "0", count: decimals)
      isNegative = number < 0
      return
    }
    var (digits, point) = significantDigits(of: number.magnitude)
    round(&digits, &point, keeping: point + decimals)
    let padded = [UInt8](repeating: 0, count: max(0, 1 - point)) + digits
    let wholeCount = max(1, point)
    let all = padded + [UInt8](repeating: 0, count: max(0, wholeCount + decimals - padded.count))
    whole = text(of: all[..<wholeCount])
    fraction = text(of: all[wholeCount..<wholeCount + decimals])
    isNegative = number < 0 && all[..<(wholeCount + decimals)].contains { $0 != 0 }
  }

  /// Whether it is written as zero.
  package var isZero: Bool {
    let zero = UInt8(ascii: "0")
    return whole.utf8.allSatisfy { $0 == zero } && fraction.utf8.allSatisfy { $0 == zero }
  }

  /// The number that is written, without its sign.
  package var magnitude: Double { Double(whole + "." + fraction + "0") ?? 0 }

  /// How many decimals a number needs to be written in full.
  package static func decimals(of number: Double) -> Int {
    if number == number.rounded() { return 0 }
    let (digits, point) = significantDigits(of: number.magnitude)
    return max(0, digits.count - point)
  }
}

private func text(of digits: ArraySlice<UInt8>) -> String {
  String(decoding: digits.lazy.map { UInt8(ascii: "0") + $0 }, as: UTF8.self)
}

/// The digits of a number, without leading or trailing zeros, and how many stand before the decimal mark.
private func significantDigits(of number: Double) -> (digits: [UInt8], point: Int) {
  guard number != 0 else { return ([], 0) }
  // Swift writes the shortest digits that give the number back, as 1234.5 or 1.2345e-07.
  let text = number.description.utf8
  let mantissa = text.prefix { $0 != UInt8(ascii: "e") }
  let exponent = Int(Substring(text[mantissa.endIndex...].dropFirst())) ?? 0
  let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }.count
  var digits = mantissa.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
  var point = whole + exponent
  let zeros = digits.prefix { $0 == 0 }.count
  digits.removeFirst(zeros)
  point -= zeros
  round(&digits, &point, keeping: 15)
  while digits.last == 0 { digits.removeLast() }
  return (digits, point)
}

/// Rounds digits half away from zero, keeping the first few.
private func round(_ digits: inout [UInt8], _ point: inout Int, keeping count: Int) {
  guard count < digits.count else { return }
  guard count >= 0 else {
    digits = []
    return
  }
  let roundsUp = digits[count] >= 5
  digits.removeSubrange(count...)
  guard roundsUp else { return }
  var index = count - 1
  while index >= 0, digits[index] == 9 {
    digits[index] = 0
    index -= 1
  }
  if index >= 0 {
    digits[index] += 1
  } else {
    digits.insert(1, at: 0)
    point += 1
  }
}
