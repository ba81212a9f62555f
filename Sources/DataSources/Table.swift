import Diagnostics

/// What a data file gives: named, typed columns and rows.
///
/// - **Shape**: each row has a cell for each column; rows and columns count from 0, in the order of the file.
/// - The file's text is kept, so that any cell can be read as text or as a number, and shown where it stands.
package struct Table: Hashable, Sendable {
  package let dialect: CSVDialect
  package let columns: [Column]
  private let text: DataText
  private let records: CSVRecords
  private let marks: MissingMarks

  init(text: DataText, records: CSVRecords, dialect: CSVDialect, columns: [Column], marks: MissingMarks) {
    self.text = text
    self.records = records
    self.dialect = dialect
    self.columns = columns
    self.marks = marks
  }

  package var path: String { text.path }

  /// The rows, without the header.
  package var rows: Range<Int> { 0..<(records.count - 1) }

  /// The column of a name, which is compared as it is written; `nil` if there is none.
  package func columnIndex(named name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// The text of a cell exactly as the file has it, without its quotes: no space is removed, no mark is read.
  package func text(row: Int, column: Int) -> String { text.cellText(range(row, column)) }

  /// A cell read as a number, whatever the type of its column. Codes are not numbers: read keys with `text`.
  package func number(row: Int, column: Int) -> NumberReading {
    var reader = NumberReader(text, format: dialect.numbers)
    let cell = range(row, column)
    if let number = reader.read(text.cellContent(cell)) {
      return number.isPercent ? .percent(number.value) : .number(number.value)
    }
    let cellText = text.cellText(cell)
    return marks.kind(of: cellText.trimmingSpaces()).map { .missing($0) } ?? .notANumber(cellText)
  }

  /// A cell read as its column is typed.
  ///
  /// In a text column only an empty cell is missing, since `s` or `nd` may be a code there.
  package func cell(row: Int, column: Int) -> Cell {
    switch columns[column].type {
    case .text:
      let cellText = text(row: row, column: column)
      return cellText.trimmingSpaces().isEmpty ? .missing(marks.kindOfEmptyCell) : .text(cellText)
    case .number, .empty:
      switch number(row: row, column: column) {
      case .number(let value), .percent(let value): return .number(value)
      case .missing(let kind): return .missing(kind)
      case .notANumber(let cellText): return .text(cellText)
      }
    }
  }

  /// The line of the file on which a row starts, from 1.
  package func line(ofRow row: Int) -> Int { records.line(of: row + 1) }

  /// The place of a cell, quotes included.
  package func place(row: Int, column: Int) -> Place {
    cellPlace(record: row + 1, column: column, in: records, text: text)
  }

  /// The place of a column's name.
  package func place(ofColumn column: Int) -> Place {
    cellPlace(record: 0, column: column, in: records, text: text)
  }

  private func range(_ row: Int, _ column: Int) -> Range<Int> { records.range(row + 1, column) }
}
