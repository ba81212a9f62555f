/// What an author says about a CSV file; `nil` means “see for yourself”.
package struct CSVOptions: Hashable, Sendable {
  package var delimiter: Delimiter?
  package var encoding: TextEncoding?
  package var decimalMark: DecimalMark?
  /// The line, from 1, that names the columns. What stands above it (titles, dates) is not read.
  package var headerLine: Int

  package init(
    delimiter: Delimiter? = nil, encoding: TextEncoding? = nil, decimalMark: DecimalMark? = nil,
    headerLine: Int = 1
  ) {
    precondition(headerLine >= 1, "Lines count from 1.")
    self.delimiter = delimiter
    self.encoding = encoding
    self.decimalMark = decimalMark
    self.headerLine = headerLine
  }
}

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
