import Indicators

/// What a figure shows as CSV: semicolons, UTF-8 with a byte order mark, as spreadsheets in French open it.
///
/// The cells are those that are printed, since no more was published than they say; but numbers lose the spaces
/// within them and get a plain minus, so that a spreadsheet sees them as numbers.
func csv(of figure: Figure) -> [UInt8] {
  let rows: [[String]]
  switch figure.content {
  case .table(let table): rows = heads(of: table) + table.filledRows
  case .chart(let chart):
    let names = chart.series.map { $0.name.isEmpty ? figure.subtitle ?? figure.title : $0.name }
    let hasPanels = chart.panels.count > 1
    rows =
      [(hasPanels ? [""] : []) + [""] + names]
      + chart.panels.flatMap { panel in
        chart.categories.enumerated().map { index, category in
          (hasPanels ? [panel.title ?? ""] : []) + [category.label] + panel.bars.map { $0[index].label }
        }
      }
  }
  let lines = rows.map { $0.map(field).joined(separator: ";") + "\r\n" }
  return Array("\u{FEFF}".utf8) + Array(lines.joined().utf8)
}

/// A line for each level of spanners, each label over all of its columns, then one of heads with their units.
private func heads(of table: PublishedTable) -> [[String]] {
  let levels = (0..<table.spannerLevels).reversed().map { level in
    table.columns.indices.map { column in
      table.spanners.first { $0.level == level && $0.columns.contains(column) }?.label ?? ""
    }
  }
  return levels + [table.columns.map { $0.head + ($0.unit.map { " (\($0))" } ?? "") }]
}

extension PublishedTable {
  /// The texts of all cells, those of wide ones in each place that they take.
  fileprivate var filledRows: [[String]] {
    var rows = rows
    for (row, record) in records.enumerated() {
      for (column, cell) in record.cells.enumerated() where cell.hasDetail {
        for below in row..<min(rows.count, row + cell.detail.down) {
          for place in column..<min(columns.count, column + cell.detail.across) {
            rows[below][place] = rows[row][column]
          }
        }
      }
    }
    return rows
  }
}

private func field(_ cell: String) -> String {
  let text = readable(cell)
  guard text.contains(where: { [";", "\"", "\n", "\r\n"].contains($0) }) else { return text }
  return "\"" + text.replacing("\"", with: "\"\"") + "\""
}

/// A cell whose numbers a spreadsheet reads: without the space before three digits, with a plain minus at its head,
/// other no-break spaces plain. A cell without digits stays as it is.
private func readable(_ cell: String) -> String {
  let scalars = Array(cell.unicodeScalars)
  guard scalars.contains(where: isDigit) else { return cell }
  var text = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    switch scalar {
    case "\u{202F}" where isGroupMark(at: index, in: scalars): continue
    case "\u{2212}" where index == 0: text.append("-")
    case "\u{A0}": text.append(" ")
    default: text.append(scalar)
    }
  }
  return String(text)
}

private func isGroupMark(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
  let next = scalars[(index + 1)...].prefix(3)
  return index > 0 && isDigit(scalars[index - 1]) && next.count == 3 && next.allSatisfy(isDigit)
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
