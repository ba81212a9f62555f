import Indicators

/// What a figure shows as CSV: semicolons, UTF-8 with a byte order mark, as spreadsheets in French open it.
///
/// The cells are those that are printed, since no more was published than they say; but numbers lose the spaces
/// within them and get a plain minus, so that a spreadsheet sees them as numbers.
func csv(of figure: Figure) -> [UInt8] {
  let rows: [[String]]
  switch figure.content {
  case .table(let table): rows = [table.columns.map(\.head)] + table.rows
  case .chart(let chart):
    let names = chart.series.map { $0.name.isEmpty ? figure.subtitle ?? figure.title : $0.name }
    rows =
      [[""] + names]
      + chart.categories.enumerated().map { index, category in
        [category.label] + chart.series.map { $0.bars[index].label }
      }
  }
  let lines = rows.map { $0.map(field).joined(separator: ";") + "\r\n" }
  return Array("\u{FEFF}".utf8) + Array(lines.joined().utf8)
}

private func field(_ cell: String) -> String {
  let text = cell.contains(/[0-9]/) ? readable(cell) : cell
  guard text.contains(where: { [";", "\"", "\n", "\r\n"].contains($0) }) else { return text }
  return "\"" + text.replacing("\"", with: "\"\"") + "\""
}

private func readable(_ number: String) -> String {
  number.replacing(/(?<before>[0-9])\u{202F}(?=[0-9]{3})/) { $0.output.before }
    .replacing(/^\u{2212}/, with: "-")
    .replacing("\u{A0}", with: " ")
}
