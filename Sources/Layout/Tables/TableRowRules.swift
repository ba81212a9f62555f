import DrawList
import Indicators

/// What is behind a row, under it and between its columns.
extension FragmentBuilder {
  func ground(of row: SetRow, height: Points, _ painter: TablePainter) -> DrawItem? {
    let outset = row.row.isHighlighted ? theme.spacing[.highlightOutset] : 0
    let area = Rect(x: -outset, y: 0, width: painter.width + 2 * outset, height: height)
    if row.row.isHighlighted { return painter.colors.highlight.map { .rectangle(area, $0) } }
    if painter.table.stripes, row.row.kind == .data, painter.rowsInGroup.isMultiple(of: 2) {
      return painter.colors.stripe.map { .rectangle(area, $0) }
    }
    return nil
  }

  /// The rules under a row, over a summary, and between columns.
  func rules(
    of row: PublishedTable.Row, height: Points, isLast: Bool, startsSummary: Bool = false,
    _ painter: TablePainter
  ) -> [DrawItem] {
    var items: [DrawItem] = []
    if startsSummary {
      let rule = theme.rules[.tableSummary]
      items += ruleItems(rule, y: -(rule?.width ?? 0), width: painter.width)
    }
    let isRuled = painter.table.rules != .none && !(painter.table.stripes && painter.table.rules == .rows)
    if isLast || isRuled || row.kind == .group {
      items += underline(of: row, above: height, isLast: isLast, painter)
    }
    if painter.table.rules == .grid, let rule = theme.rules[.tableRow] {
      for (index, (box, next)) in zip(painter.design.columns, painter.design.columns.dropFirst()).enumerated()
      where !row.isSpanned(across: index) {
        let x = (box.maxX + next.x) / 2
        let area = Rect(x: x - rule.width / 2, y: 0, width: rule.width, height: height)
        items.append(.rectangle(area, rule.color))
      }
    }
    return items
  }

  /// A rule under the columns whose cells end with the row.
  private func underline(
    of row: PublishedTable.Row, above y: Points, isLast: Bool, _ painter: TablePainter
  ) -> [DrawItem] {
    let rule = theme.rules[isLast ? .tableEnd : .tableRow]
    let first = isLast ? 0 : row.cells.firstIndex { !$0.goesOn } ?? 0
    let x = first == 0 ? 0 : painter.design.columns[first].x
    return ruleItems(rule, x: x, y: y - (rule?.width ?? 0), width: painter.width - x)
  }
}

extension PublishedTable.Cell {
  /// Whether the cell goes on in the next row, or is the middle of one that does.
  fileprivate var goesOn: Bool { hasDetail && (detail.down > 1 || detail.goesOn) }
}

extension PublishedTable.Row {
  /// Whether a cell stands across the edge after a column.
  fileprivate func isSpanned(across column: Int) -> Bool {
    if kind == .group { return true }
    return cells.indices.contains { index in
      guard index <= column, cells[index].hasDetail else { return false }
      let across = cells[index].detail.across
      return across > 1 && index + across - 1 > column
    }
  }
}
