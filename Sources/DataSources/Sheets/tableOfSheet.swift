import Diagnostics

/// A table of a sheet's cells.
///
/// - Parameters:
///   - range: the cells that are meant; all, if `nil`.
///   - sheets: all sheets of the file.
/// - **Errors**: those of the header and of cells, each at its cell.
func makeTable(
  of sheet: Sheet, in range: CellRange?, options: TableOptions, path: String, format: DataFormat,
  sheets: [Workbook.Entry], into diagnostics: inout DiagnosticCollector
) -> Table? {
  let asked = range ?? .everything
  let firstRow = max(asked.rows.lowerBound, options.headerLine)
  let rows =
    firstRow > asked.rows.upperBound
    ? nil
    : SheetRows(
      sheet, in: CellRange(rows: firstRow...asked.rows.upperBound, columns: asked.columns),
      isWhole: range == nil, headerRows: options.headerRows, path: path)
  guard let rows else {
    diagnostics.report(.error(.emptySheet(sheet.name, range, from: firstRow), at: Place(wholeFile: path)))
    return nil
  }
  if options.findsRows, options.headerLine == 1, options.headerRows == 1, let header = laterHeader(in: rows) {
    var found = options
    (found.headerLine, found.headerRows) = (header.line, header.rows)
    return makeTable(
      of: sheet, in: range, options: found, path: path, format: format, sheets: sheets, into: &diagnostics)
  }
  let names = checkHeader(of: rows, into: &diagnostics)
  guard !names.isEmpty else { return nil }
  if rows.count <= options.headerRows {
    diagnostics.report(.error(.noRows, at: rows.place(of: rows.count - 1)))
    return nil
  }
  let body = SheetBody(rows: rows, width: names.count)
  let covered = checkMerges(of: body, declared: options.merged, into: &diagnostics)
  checkCells(of: body, marks: options.marks, into: &diagnostics)
  guard !diagnostics.hasErrors else { return nil }

  let origin = SheetOrigin(
    format: format, sheets: sheets, name: sheet.name, range: range,
    firstRow: rows.line(of: 0), headerRows: rows.headerRows, skipsRows: firstRow > asked.rows.lowerBound,
    firstColumn: rows.columns.lowerBound)
  let grid = grid(of: body, names: names, covered: covered, marks: options.marks, origin: origin)
  return makeTable(of: grid, options: options, into: &diagnostics)
}

private func grid(
  of body: SheetBody, names: [String], covered: [CellName: SheetCell], marks: MissingMarks,
  origin: SheetOrigin
) -> Grid {
  let rows = body.rows
  var grid = Grid(
    path: rows.path, columns: names, headerNumber: rows.line(of: rows.headerRows - 1), sheet: origin)
  grid.reserve(rows: body.indices.count)
  for row in body.indices {
    let number = rows.line(of: row)
    let cells = names.indices.map { column -> GridCell in
      let instead =
        covered.isEmpty ? nil : covered[CellName(row: number, column: rows.columns.lowerBound + column)]
      switch instead ?? rows.cell(row, column) {
      case .value(let value): return value
      case .error(let text): return .missing(marks.declaredKind(of: text.trimmingSpaces()) ?? .notAvailable)
      case .uncomputed, nil: return .empty
      }
    }
    grid.append(cells, number: number)
  }
  return grid
}

extension Diagnostic.Message {
  fileprivate static func emptySheet(_ name: String, _ range: CellRange?, from row: Int) -> Self {
    if let range {
      return Self(
        "empty-table",
        fr: "les cellules \(range) de la feuille « \(name) » sont vides à partir de la ligne \(row)",
        en: "the cells \(range) of the sheet “\(name)” are empty from row \(row) on")
    }
    return Self(
      "empty-table", fr: "la feuille « \(name) » est vide à partir de la ligne \(row)",
      en: "the sheet “\(name)” is empty from row \(row) on")
  }
}
