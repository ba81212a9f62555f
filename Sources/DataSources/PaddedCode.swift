/// A code with the leading zeros that a spreadsheet took away: `1004` is `01004` again, of five characters.
///
/// A code that went through a column of numbers may have come out as `1004.0`. What holds anything but digits,
/// as `2A004`, lost nothing.
func paddedCode(_ text: String, to length: Int) -> String {
  let trimmed = text.trimmingSpaces()
  let digits = trimmed.hasSuffix(".0") ? trimmed.dropLast(2) : trimmed[...]
  guard !digits.isEmpty, digits.utf8.allSatisfy(ASCII.isDigit) else { return text }
  return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
}
