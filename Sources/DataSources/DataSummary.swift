/// What is seen in a data file, in short.
package struct DataSummary: Hashable, Sendable, Encodable {
  package struct ColumnSummary: Hashable, Sendable, Encodable {
    package let name: String
    /// `text`, `number` or `empty`.
    package let type: String
    /// Whether all its numbers are written with a percent sign.
    package let isPercent: Bool
    package let label: String?
    package let unit: String?
    package let missing: [MissingCount]
    /// The first few cells that hold something.
    package let examples: [String]
  }

  package struct SheetSummary: Hashable, Sendable, Encodable {
    package let name: String
    package let isHidden: Bool
  }

  package struct MissingCount: Hashable, Sendable, Encodable {
    package let kind: String
    package let count: Int
  }

  package let path: String
  package let rows: Int
  /// The lines of the first row and of the last.
  package let firstLine: Int
  package let lastLine: Int
  /// How a CSV file is written; `nil` for other formats.
  package let delimiter: String?
  package let encoding: String?
  package let decimalMark: String?
  /// Of a spreadsheet: `xlsx` or `ods`, its sheets, and the cells that were read, `Feuil1!A1:H41`.
  package let format: String?
  package let sheets: [SheetSummary]?
  package let cells: String?
  package let columns: [ColumnSummary]
  /// What a report should say of the file that cannot be seen for sure: lines of YAML.
  package let declare: [String]
}

extension Table {
  /// The table in short: each column's type, what is missing from it and some of its cells.
  package var summary: DataSummary { summary(rowsPath: nil) }

  /// The cells of a spreadsheet that the table is made of, its header included.
  private var cells: String? {
    guard let sheet, let last = rows.last else { return nil }
    let corner = CellName(row: line(ofRow: last), column: sheet.firstColumn + columns.count - 1)
    return sheet.name(ofCellIn: 0, row: sheet.firstRow) + ":\(corner)"
  }

  /// - Parameter rowsPath: of JSON, where the rows were found without being told.
  package func summary(rowsPath: String?) -> DataSummary {
    let surveys = columns.indices.map { ColumnSurvey(ofColumn: $0, in: self) }
    return DataSummary(
      path: path, rows: rows.count, firstLine: rows.isEmpty ? 0 : line(ofRow: 0),
      lastLine: rows.isEmpty ? 0 : line(ofRow: rows.count - 1), delimiter: dialect?.delimiter.rawValue,
      encoding: dialect?.encoding.rawValue, decimalMark: dialect?.numbers.decimalMark.rawValue,
      format: sheet?.format.rawValue,
      sheets: sheet?.sheets.map { DataSummary.SheetSummary(name: $0.name, isHidden: !$0.isVisible) },
      cells: cells,
      columns: zip(columns, surveys).map { column, survey in
        DataSummary.ColumnSummary(
          name: column.name, type: column.type.rawValue, isPercent: column.isPercentText,
          label: column.label, unit: column.unit,
          missing: MissingKind.allCases.compactMap { kind in
            survey.missing[kind].map { DataSummary.MissingCount(kind: kind.word, count: $0) }
          }, examples: survey.examples)
      }, declare: toDeclare(surveys, rowsPath: rowsPath))
  }
}
