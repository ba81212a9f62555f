import DrawList
import Indicators
import Typesetting

/// Tables: a head that is drawn again on each page, rows, thin rules.
extension FragmentBuilder {
  private static let cellPadding: Points = 5
  private static let columnGap: Points = 14
  /// Number columns are spread out this far, so that a short table is not a wide empty one.
  private static let widestNumberColumn: Points = 104

  mutating func table(
    _ table: PublishedTable, of figure: Figure, owner: ElementID, width: Points
  ) -> [Fragment] {
    let columns = tableColumns(table, width: width)
    let head = tableHead(table, columns, owner: owner, width: width)
    let repeated = Fragment.RepeatedHead(height: head.height, items: head.marks.flatMap(\.items))
    let body = structure.add(.tableBody, in: owner)
    var fragments = [head]
    for (index, row) in table.rows.enumerated() {
      let isLast = index == table.rows.count - 1
      var added = tableRow(row, table, columns, in: body, width: width, isLast: isLast)
      for part in added.indices {
        added[part].repeatedHead = repeated
        // Two rows at least stand together at either end of the table, and the last with its notes.
        added[part].keepsWithNext = index == 0 || index >= table.rows.count - 2
      }
      fragments += added
    }
    return fragments
  }

  // MARK: Columns

  /// Where a column stands.
  struct ColumnBox {
    let x: Points
    let width: Points
  }

  private func tableColumns(_ table: PublishedTable, width: Points) -> [ColumnBox] {
    let demands = table.columns.indices.map { demand(of: $0, in: table) }
    let gaps = Double(table.columns.count - 1) * Self.columnGap
    var widths = columnWidths(for: demands, available: width - gaps)
    let spare = width - gaps - widths.reduce(0, +)
    spread(spare, over: &widths, of: table)
    var x: Points = 0
    return widths.map { width in
      defer { x += width + Self.columnGap }
      return ColumnBox(x: x, width: width)
    }
  }

  /// Gives what no column needs to the columns of numbers, evenly, then to the first.
  private func spread(_ spare: Points, over widths: inout [Points], of table: PublishedTable) {
    guard spare > 0, !widths.isEmpty else { return }
    var rest = spare
    let numbers = table.columns.indices.filter { table.columns[$0].alignment == .number }
    let even = max(numbers.map { widths[$0] }.max() ?? 0, Self.widestNumberColumn)
    let lacking = numbers.reduce(0) { $0 + even - widths[$1] }
    if lacking > 0 {
      let share = min(1, rest / lacking)
      for index in numbers {
        let added = (even - widths[index]) * share
        widths[index] += added
        rest -= added
      }
    }
    widths[0] += rest
  }

  private func demand(of column: Int, in table: PublishedTable) -> ColumnDemand {
    let head = StyledText(table.columns[column].head, styles.tableHead)
    let cells = table.rows.map { StyledText($0[column], cellStyle(table.columns[column])) }
    let preferred = cells.map { typesetter.line($0).width }.max() ?? 0
    let minimum = cells.map { typesetter.minimumWidth(of: $0) }.max() ?? 0
    let headMinimum = typesetter.minimumWidth(of: head)
    // A long head wraps rather than widen a column of short numbers.
    let headPreferred = min(typesetter.line(head).width, max(headMinimum, 90))
    return ColumnDemand(
      minimum: max(minimum, headMinimum), preferred: max(preferred, headPreferred, minimum, headMinimum))
  }

  private func cellStyle(_ column: PublishedTable.Column) -> TextStyle {
    switch column.alignment {
    case .leading: styles.tableCell
    case .number: column.isStrong ? styles.tableStrongNumber : styles.tableNumber
    }
  }

  // MARK: Rows

  private mutating func tableHead(
    _ table: PublishedTable, _ columns: [ColumnBox], owner: ElementID, width: Points
  ) -> Fragment {
    let group = structure.add(.tableHead, in: owner)
    let row = structure.add(.tableRow, in: group)
    let leading = theme.type.table.leading
    let texts = zip(table.columns, columns).map { column, box in
      typesetter.lines(of: StyledText(column.head, styles.tableHead), width: box.width)
    }
    let lineCount = texts.map(\.count).max() ?? 1
    let height = Double(lineCount) * leading + Self.cellPadding
    var marks: [Mark] = []
    for (index, column) in table.columns.enumerated() {
      let cell = structure.add(.headerCell(.column), in: row)
      // Heads stand on the rule under them, however many lines they take.
      let top = Double(lineCount - texts[index].count) * leading
      marks.append(
        Mark(
          .element(cell),
          items(of: texts[index], styles.tableHead, leading: leading, in: columns[index], top: top, column)))
    }
    marks.append(
      Mark(
        .artifact,
        [.rectangle(Rect(x: 0, y: height - 0.9, width: width, height: 0.9), theme.colors.text)]))
    var fragment = Fragment(height: height, marks: marks)
    fragment.keepsWithNext = true
    return fragment
  }

  /// A row; one taller than most of a page comes in several parts.
  private mutating func tableRow(
    _ cells: [String], _ table: PublishedTable, _ columns: [ColumnBox], in body: ElementID, width: Points,
    isLast: Bool
  ) -> [Fragment] {
    let row = structure.add(.tableRow, in: body)
    let leading = theme.type.table.leading
    let owners = table.columns.map { column in
      structure.add(column.isStub ? .headerCell(.row) : .dataCell, in: row)
    }
    let texts = cells.indices.map { index in
      typesetter.lines(
        of: StyledText(cells[index], cellStyle(table.columns[index])), width: columns[index].width)
    }
    let lineCount = texts.map(\.count).max() ?? 1
    let linesAPart = max(1, Int(theme.page.frame.size.height * 0.6 / leading))
    return stride(from: 0, to: lineCount, by: linesAPart).map { start in
      let end = min(start + linesAPart, lineCount)
      let endsRow = end == lineCount
      let top = start == 0 ? Self.cellPadding : 0
      let height = Double(end - start) * leading + top + (endsRow ? Self.cellPadding : 0)
      var marks = table.columns.indices.map { index in
        let lines = texts[index].dropFirst(start).prefix(end - start)
        return Mark(
          .element(owners[index]),
          items(
            of: Array(lines), cellStyle(table.columns[index]), leading: leading, in: columns[index], top: top,
            table.columns[index]))
      }
      if endsRow { marks.append(rowRule(y: height, width: width, isLast: isLast)) }
      return Fragment(height: height, marks: marks)
    }
  }

  private func rowRule(y: Points, width: Points, isLast: Bool) -> Mark {
    let thickness: Points = isLast ? 0.9 : 0.5
    let color = isLast ? theme.colors.text : theme.colors.rule
    return Mark(
      .artifact, [.rectangle(Rect(x: 0, y: y - thickness, width: width, height: thickness), color)])
  }

  private func items(
    of lines: [Line], _ style: TextStyle, leading: Points, in box: ColumnBox, top: Points,
    _ column: PublishedTable.Column
  ) -> [DrawItem] {
    let baseline = baseline(of: style, leading: leading)
    return lines.enumerated().flatMap { index, line in
      let x =
        switch column.alignment {
        case .leading: box.x
        case .number: box.x + box.width - line.width
        }
      return line.items(at: Point(x: x, y: top + Double(index) * leading + baseline))
    }
  }
}
