/// How a CSV file turned out to be written: what was declared, and what was detected where nothing was.
package struct CSVDialect: Hashable, Sendable {
  package let delimiter: Delimiter
  package let encoding: TextEncoding
  package let numbers: NumberFormat
}

/// How the numbers of a file are written.
///
/// Thousands may always be set apart by spaces: U+0020, U+00A0, U+2009 or U+202F.
package struct NumberFormat: Hashable, Sendable {
  package let decimalMark: DecimalMark
  /// Whether the other mark sets thousands apart even in `1,234`, which alone could also be a decimal number.
  package let groupsWithOtherMark: Bool
}

extension NumberFormat {
  /// What French programs write.
  package static let french = NumberFormat(decimalMark: .comma, groupsWithOtherMark: false)
}
