/// What is seen in a data file, in short.
package struct DataSummary: Hashable, Sendable, Encodable {
  package struct ColumnSummary: Hashable, Sendable, Encodable {
    package let name: String
    /// `text`, `number` or `empty`.
    package let type: String
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
  /// The line of the first row.
  package let firstLine: Int
  /// How a CSV file is written; `nil` for other formats.
  package let delimiter: String?
  package let encoding: String?
  package let decimalMark: String?
  /// Of a spreadsheet: `xlsx` or `ods`, its sheets, and the cells that were read, `Feuil1!A1:H41`.
  package let format: String?
  package let sheets: [SheetSummary]?
  package let cells: String?
  package let columns: [ColumnSummary]
}

extension Table {
  /// The table in short: each column's type, what is missing from it and some of its cells.
  package var summary: DataSummary {
    DataSummary(
      path: path, rows: rows.count, firstLine: rows.isEmpty ? 0 : line(ofRow: 0),
      delimiter: dialect?.delimiter.rawValue, encoding: dialect?.encoding.rawValue,
      decimalMark: dialect?.numbers.decimalMark.rawValue, format: sheet?.format.rawValue,
      sheets: sheet?.sheets.map { DataSummary.SheetSummary(name: $0.name, isHidden: !$0.isVisible) },
      cells: cells, columns: columns.indices.map(summary))
  }

  /// The cells of a spreadsheet that the table is made of, its header's last row included.
  private var cells: String? {
    guard let sheet, let last = rows.last else { return nil }
    let header = place(ofColumn: 0).line
    let corner = CellName(row: line(ofRow: last), column: sheet.firstColumn + columns.count - 1)
    return sheet.name(ofCellIn: 0, row: header) + ":\(corner)"
  }

  private func summary(ofColumn column: Int) -> DataSummary.ColumnSummary {
    var counts: [MissingKind: Int] = [:]
    var examples: [String] = []
    for row in rows {
      if case .missing(let kind) = cell(row: row, column: column) {
        counts[kind, default: 0] += 1
      } else if examples.count < 3 {
        let example = text(row: row, column: column)
        if !examples.contains(example) { examples.append(example) }
      }
    }
    return DataSummary.ColumnSummary(
      name: columns[column].name, type: columns[column].type.rawValue,
      missing: MissingKind.allCases.compactMap { kind in
        counts[kind].map { DataSummary.MissingCount(kind: kind.word, count: $0) }
      }, examples: examples)
  }
}
