import Diagnostics
import Model

/// What an author says about a data file; `nil` means “see for yourself”.
package struct TableOptions: Hashable, Sendable {
  /// Of CSV files only.
  package var delimiter: Delimiter?
  /// Of CSV files only.
  package var encoding: TextEncoding?
  package var decimalMark: DecimalMark?
  /// The line, from 1, that names the columns. What stands above it (titles, dates) is not read.
  package var headerLine: Int
  /// How many lines name the columns. The names of a column are joined by a space; an empty one continues the
  /// name at its left.
  package var headerRows: Int
  /// Of JSON only: where the rows are, in the words of `JSONPath`.
  package var jsonPath: Located<JSONPath>?
  /// Of spreadsheets only: the sheet, by its name or its number from 1.
  package var sheet: Located<String>?
  /// Of spreadsheets only: the cells of the table, `B4:H30`, `B4:H` or `B:H`, or the name of a range.
  package var range: Located<String>?
  /// Of spreadsheets only: what cells below the header that are merged stand for.
  package var merged: MergedCells?
  /// Of databases only: which rows.
  package var selection: RowSelection?
  /// The types of columns that are not as their cells look.
  package var types: [TypedColumn]
  /// What the producer writes for missing values.
  package var marks: MissingMarks

  /// Columns of codes that lost their leading zeros.
  package var pads: [PaddedColumn] = []
  /// Whether to go on, where nothing is declared, at the header or the rows that the file seems to have: for a
  /// first look at it. What was found is to be declared.
  package var findsRows = false
  /// How many cells of a CSV file are kept: at four bytes each, and eight a row.
  package var cellLimit = 200_000_000

  package init(
    delimiter: Delimiter? = nil, encoding: TextEncoding? = nil, decimalMark: DecimalMark? = nil,
    headerLine: Int = 1, headerRows: Int = 1,
    jsonPath: Located<JSONPath>? = nil, sheet: Located<String>? = nil, range: Located<String>? = nil,
    merged: MergedCells? = nil, types: [TypedColumn] = [], marks: MissingMarks = .french,
    selection: RowSelection? = nil
  ) {
    precondition(headerLine >= 1, "Lines count from 1.")
    precondition(headerRows >= 1, "Something names the columns.")
    self.delimiter = delimiter
    self.encoding = encoding
    self.decimalMark = decimalMark
    self.headerLine = headerLine
    self.headerRows = headerRows
    self.jsonPath = jsonPath
    self.sheet = sheet
    self.range = range
    self.merged = merged
    self.types = types
    self.marks = marks
    self.selection = selection
  }
}

/// A column of codes that lost their leading zeros, and how many characters they have with them.
package struct PaddedColumn: Hashable, Sendable {
  package let name: Located<String>
  package let length: Int

  package init(_ name: Located<String>, to length: Int) {
    self.name = name
    self.length = length
  }
}

/// What an author says that the cells of a merged one stand for.
package enum MergedCells: String, Hashable, Sendable, CaseIterable {
  /// Each of them has the value.
  case `repeat`
  /// The first has the value, the others are missing.
  case first
}

/// A column whose type an author declares.
package struct TypedColumn: Hashable, Sendable {
  package enum DeclaredType: String, Hashable, Sendable, CaseIterable {
    /// Codes, even where all of them look like numbers.
    case text
    /// Numbers: each cell that is none, and no missing mark, is an error.
    case number
  }

  package let name: Located<String>
  package let type: DeclaredType

  package init(_ name: Located<String>, is type: DeclaredType) {
    self.name = name
    self.type = type
  }
}
