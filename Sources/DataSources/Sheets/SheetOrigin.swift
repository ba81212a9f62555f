/// Which cells of a spreadsheet a table is made of.
struct SheetOrigin: Hashable, Sendable {
  let format: DataFormat
  /// All sheets of the file.
  let sheets: [Workbook.Entry]
  let name: String
  /// The range that its author asked for, if any.
  let range: CellRange?
  /// The sheet's row in which the header starts, from 1, and how many rows it takes.
  let firstRow: Int
  let headerRows: Int
  /// Whether rows above the header are left out because its line was declared or found.
  let skipsRows: Bool
  /// The sheet's column of the table's first one, from 1.
  let firstColumn: Int

  /// The sheet and the range, as a formula would have them: `Feuil1`, `Feuil1!B4:H30`.
  var reference: String { range.map { "\(name)!\($0)" } ?? name }

  /// - Parameter column: the table's, from 0.
  func name(ofCellIn column: Int, row: Int) -> String {
    "\(name)!\(CellName(row: row, column: firstColumn + column))"
  }

  /// Whether a report has to say which sheet it means.
  var isToBeNamed: Bool { (sheets.first(where: \.isVisible) ?? sheets.first)?.name != name }
}
