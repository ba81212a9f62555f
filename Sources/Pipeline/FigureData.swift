import Indicators

/// What a figure shows as CSV: semicolons, UTF-8 with a byte order mark, as spreadsheets in French open it.
///
/// The cells are those that are printed, since no more was published than they say; but numbers lose the spaces
/// within them and get a plain minus, so that a spreadsheet sees them as numbers.
func csv(of figure: Figure) -> [UInt8] {
  var bytes = Array("\u{FEFF}".utf8)
  func add(_ row: [String]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes += field(cell).utf8
    }
    bytes += "\r\n".utf8
  }
  switch figure.content {
  case .table(let table):
    heads(of: table).forEach(add)
    table.forEachFilledRow(add)
  case .chart(let chart):
    let names = chart.series.map { $0.name.isEmpty ? figure.subtitle ?? figure.title : $0.name }
    let hasPanels = chart.panels.count > 1
    add((hasPanels ? [""] : []) + [""] + names)
    for panel in chart.panels {
      for (index, category) in chart.categories.enumerated() {
        add((hasPanels ? [panel.title ?? ""] : []) + [category.label] + panel.bars.map { $0[index].label })
      }
    }
  }
  return bytes
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
  /// Gives the texts of each row's cells, those of wide and tall ones in each place that they take.
  fileprivate func forEachFilledRow(_ body: ([String]) -> Void) {
    /// By column: the text of a cell that goes on downwards, and the first row that it does not take.
    var tall: [Int: (text: String, end: Int)] = [:]
    for (row, record) in records.enumerated() {
      var texts = record.cells.map(\.plain)
      for (column, cell) in tall where row < cell.end { texts[column] = cell.text }
      for (column, cell) in record.cells.enumerated() where cell.hasDetail {
        for place in column..<min(columns.count, column + cell.detail.across) {
          texts[place] = texts[column]
          if cell.detail.down > 1 { tall[place] = (texts[column], row + cell.detail.down) }
        }
      }
      body(texts)
    }
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
