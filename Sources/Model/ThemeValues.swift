import DrawList

/// A length as it is typed: `21mm`, `2,1 cm`, `8 pt`.
///
/// - Returns: `nil` where it is none, or has no unit.
func themeLength(_ text: String) -> Points? {
  let units: [(name: String, points: Points)] = [("mm", points(1)), ("cm", points(10)), ("pt", 1)]
  for unit in units where text.hasSuffix(unit.name) {
    guard let number = themeNumber(text.dropLast(unit.name.count)), (0...2000).contains(number) else {
      return nil
    }
    return number * unit.points
  }
  return text == "0" ? 0 : nil
}

/// A type size and its leading in points, as printers write them: `10/14.5`.
func themeTypeSize(_ text: String) -> TypeSize? {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count == 2, let size = themeNumber(parts[0]), let leading = themeNumber(parts[1]),
    (4...120).contains(size), leading >= size * 0.9, leading <= size * 3
  else { return nil }
  return TypeSize(size, leading: leading)
}

/// Digits with a decimal point or comma, and spaces around.
private func themeNumber(_ text: Substring) -> Double? {
  let digits = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
  guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else { return nil }
  return Double(digits)
}

extension Color {
  /// A colour from `#12467b`, `12467B` or `#fff`.
  init?(written text: String) {
    var digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    if digits.count == 3 { digits = Substring(digits.map { "\($0)\($0)" }.joined()) }
    guard digits.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
      return nil
    }
    self.init(value)
  }
}
