import DrawList
import Indicators
import Spec
import Typesetting

/// Tables: a head that is drawn again on each page, rows, thin rules.
extension FragmentBuilder {
  private var cellPadding: Points { theme.spacing[.cellPadding] }

  mutating func table(
    _ table: PublishedTable, of figure: Figure, owner: ElementID, width: Points
  ) -> [Fragment] {
    self.table(table, owner: owner, width: width) { builder, head in
      builder.repeatedHead(of: figure, above: head, width: width)
    }
  }

  /// - Parameter repeating: what stands again over the part of the table that goes on on another page.
  mutating func table(
    _ table: PublishedTable, owner: ElementID, width: Points,
    repeating: (inout FragmentBuilder, Fragment) -> Fragment.RepeatedHead?
  ) -> [Fragment] {
    let design = TableDesign(of: table, width: width, styles: styles, typesetter: typesetter)
    let head = tableHead(table, design, owner: owner, width: width)
    let repeated = repeating(&self, head)
    let body = structure.add(.tableBody, in: owner)
    var fragments = [head]
    for (index, row) in table.rows.enumerated() {
      let isLast = index == table.rows.count - 1
      var added = tableRow(
        row, table, design, in: body, width: width, isLast: isLast,
        isHighlighted: table.highlighted.contains(index), isStriped: index % 2 == 1)
      for part in added.indices {
        added[part].repeatedHead = repeated
        // Two rows at least stand together at either end of the table, and the last with its notes.
        added[part].keepsWithNext = index == 0 || index >= table.rows.count - 2
      }
      fragments += added
    }
    return fragments
  }

  private mutating func tableHead(
    _ table: PublishedTable, _ design: TableDesign, owner: ElementID, width: Points
  ) -> Fragment {
    let group = structure.add(.tableHead, in: owner)
    let row = structure.add(.tableRow, in: group)
    let leading = design.leading
    let texts = zip(table.columns, design.columns).map { column, box in
      typesetter.lines(of: StyledText(column.head, design.head), width: box.width)
    }
    let lineCount = texts.map(\.count).max() ?? 1
    let height = Double(lineCount) * leading + cellPadding
    var marks: [Mark] = []
    for (index, column) in table.columns.enumerated() {
      let cell = structure.add(.headerCell(.column), in: row)
      // Heads stand on the rule under them, however many lines they take.
      let top = Double(lineCount - texts[index].count) * leading
      marks.append(
        Mark(
          .element(cell),
          items(of: texts[index], design.head, leading: leading, in: design.columns[index], top: top, column))
      )
    }
    if let ground = theme.grounds[.tableHead] {
      marks.insert(
        Mark(.artifact, [.rectangle(Rect(x: 0, y: 0, width: width, height: height), ground)]), at: 0)
    }
    marks.append(rule(.tableHead, above: height, width: width))
    var fragment = Fragment(height: height, marks: marks)
    fragment.keepsWithNext = true
    return fragment
  }

  /// A row; one taller than most of a page comes in several parts.
  private mutating func tableRow(
    _ cells: [String], _ table: PublishedTable, _ design: TableDesign, in body: ElementID, width: Points,
    isLast: Bool, isHighlighted: Bool, isStriped: Bool
  ) -> [Fragment] {
    let row = structure.add(.tableRow, in: body)
    let leading = design.leading
    let owners = table.columns.map { column in
      structure.add(column.isStub ? .headerCell(.row) : .dataCell, in: row)
    }
    let cellStyles = table.columns.map { design.style(of: $0, isHighlighted: isHighlighted) }
    let texts = cells.indices.map { index in
      typesetter.lines(of: StyledText(cells[index], cellStyles[index]), width: design.columns[index].width)
    }
    let lineCount = texts.map(\.count).max() ?? 1
    let linesAPart = max(1, Int(theme.page.frame.size.height * 0.6 / leading))
    return stride(from: 0, to: lineCount, by: linesAPart).map { start in
      let end = min(start + linesAPart, lineCount)
      let endsRow = end == lineCount
      let top = start == 0 ? cellPadding : 0
      let height = Double(end - start) * leading + top + (endsRow ? cellPadding : 0)
      var marks = table.columns.indices.map { index in
        let lines = texts[index].dropFirst(start).prefix(end - start)
        return Mark(
          .element(owners[index]),
          items(
            of: Array(lines), cellStyles[index], leading: leading, in: design.columns[index], top: top,
            table.columns[index]))
      }
      if isHighlighted {
        marks.insert(ground(height: height, width: width), at: 0)
      } else if isStriped, let stripe = stripe(height: height, width: width) {
        marks.insert(stripe, at: 0)
      }
      if endsRow { marks.append(rule(isLast ? .tableEnd : .tableRow, above: height, width: width)) }
      return Fragment(height: height, marks: marks)
    }
  }

  private func ground(height: Points, width: Points) -> Mark {
    // It goes a little past the row's texts.
    let outset = theme.spacing[.highlightOutset]
    let area = Rect(x: -outset, y: 0, width: width + 2 * outset, height: height)
    return Mark(.artifact, theme.grounds[.highlight].map { [.rectangle(area, $0)] } ?? [])
  }

  private func stripe(height: Points, width: Points) -> Mark? {
    theme.grounds[.stripe].map {
      Mark(.artifact, [.rectangle(Rect(x: 0, y: 0, width: width, height: height), $0)])
    }
  }

  /// A rule whose foot is at a height.
  private func rule(_ role: RuleRole, above y: Points, width: Points) -> Mark {
    let rule = theme.rules[role]
    return Mark(.artifact, ruleItems(rule, y: y - (rule?.width ?? 0), width: width))
  }

  private func items(
    of lines: [Line], _ style: TextStyle, leading: Points, in box: TableDesign.ColumnBox, top: Points,
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
