import DrawList
import Indicators
import Typesetting

/// A cell of a table's head: where it stands among levels and columns.
struct HeadCell {
  let columns: Range<Int>
  /// The levels that it takes, from the top.
  let levels: Range<Int>
  let text: StyledText
  let unit: StyledText?
  let isSpanner: Bool
}

extension PublishedTable {
  /// The cells of the head, in reading order.
  func headCells(_ types: TableTypes) -> [HeadCell] {
    headPlaces.map { place in
      switch place.kind {
      case .spanner(let index):
        HeadCell(
          columns: place.columns, levels: place.levels,
          text: types.text(spanners[index].label, marks: spanners[index].marks, types.head), unit: nil,
          isSpanner: true)
      case .column(let index):
        HeadCell(
          columns: place.columns, levels: place.levels,
          text: types.text(columns[index].head, marks: columns[index].marks, types.head),
          unit: columns[index].unit.map { StyledText($0, types.unit) }, isSpanner: false)
      }
    }
  }
}

/// The head of a table: labels over columns, level by level, standing on a rule.
extension FragmentBuilder {
  private static let spannerGap: Points = 4

  mutating func tableHead(_ painter: inout TablePainter, owner: ElementID) -> Fragment {
    let design = painter.design
    let cells = painter.table.headCells(design.types)
    let lines = cells.map { cell in
      let width = painter.isRotated(cell) ? TableMeasure.tallestHead : design.width(of: cell.columns)
      return typesetter.lines(of: cell.text, width: width)
        + (cell.unit.map { typesetter.lines(of: $0, width: width) } ?? [])
    }
    let heights = levelHeights(cells, lines, painter)
    var tops: [Points] = [0]
    for height in heights { tops.append(tops[tops.count - 1] + height) }
    let height = tops[tops.count - 1] + cellPadding
    let elements = headElements(cells, painter, owner: owner)
    painter.headers = painter.table.columns.indices.map { column in
      cells.indices.filter { cells[$0].columns.contains(column) }.map { elements[$0] }
    }
    let area = Rect(x: 0, y: 0, width: painter.width, height: height)
    var marks = theme.grounds[.tableHead].map { [Mark(.artifact, [.rectangle(area, $0)])] } ?? []
    for index in cells.indices {
      let bottom = tops[cells[index].levels.upperBound]
      marks += headMarks(cells[index], lines[index], bottom: bottom, elements[index], painter)
    }
    let rule = theme.rules[.tableHead]
    marks.append(
      Mark(.artifact, ruleItems(rule, y: height - (rule?.width ?? 0), width: painter.width)))
    var fragment = Fragment(height: height, marks: marks)
    fragment.keepsWithNext = true
    return fragment
  }

  /// How tall each level is: a cell over several levels has the lines that they lack in the last.
  private func levelHeights(_ cells: [HeadCell], _ lines: [[Line]], _ painter: TablePainter) -> [Points] {
    let levels = painter.table.spannerLevels + 1
    var heights = [Points](repeating: 0, count: levels)
    for (cell, lines) in zip(cells, lines).sorted(by: { $0.0.levels.count < $1.0.levels.count }) {
      let across = lines.map(\.width).max() ?? 0
      let needed =
        painter.isRotated(cell)
        ? across : Double(lines.count) * painter.design.leading + (cell.isSpanner ? Self.spannerGap : 0)
      let last = cell.levels.upperBound - 1
      let above = heights[cell.levels.lowerBound..<last].reduce(0, +)
      heights[last] = max(heights[last], needed - above)
    }
    return heights
  }

  private mutating func headElements(
    _ cells: [HeadCell], _ painter: TablePainter, owner: ElementID
  ) -> [ElementID] {
    let group = structure.add(.tableHead, in: owner)
    let isNamed = painter.needsHeaderNames
    var elements: [ElementID] = []
    var level = -1
    var row = group
    for cell in cells {
      if cell.levels.lowerBound != level {
        level = cell.levels.lowerBound
        row = structure.add(.tableRow, in: group)
      }
      let attributes: TableAttributes? =
        isNamed ? .cell(columns: cell.columns.count, rows: cell.levels.count, headers: []) : nil
      elements.append(structure.add(.headerCell(.column), in: row, table: attributes))
    }
    return elements
  }

  /// Heads stand on the rule under them, however many lines they take; a spanner has a rule of its own.
  private func headMarks(
    _ cell: HeadCell, _ lines: [Line], bottom: Points, _ element: ElementID, _ painter: TablePainter
  ) -> [Mark] {
    if painter.isRotated(cell) {
      return [Mark(.element(element), upwardItems(cell, lines, bottom: bottom, painter))]
    }
    let design = painter.design
    let gap = cell.isSpanner ? Self.spannerGap : 0
    let top = bottom - gap - Double(lines.count) * design.leading
    let baseline = baseline(of: design.types.head, leading: design.leading)
    let left = design.columns[cell.columns.lowerBound].x
    let width = design.width(of: cell.columns)
    let column = painter.table.columns[cell.columns.lowerBound]
    let items = lines.enumerated().flatMap { index, line -> [DrawItem] in
      let x: Points
      if cell.isSpanner {
        x = cell.columns.lowerBound == 0 && column.isStub ? left : left + (width - line.width) / 2
      } else {
        x = design.headX(of: line, cell.columns.lowerBound, column)
      }
      var items = line.items(at: Point(x: x, y: top + Double(index) * design.leading + baseline))
      // The unit is a line by itself.
      if index + 1 < lines.count { items.endInSpace() }
      return items
    }
    var marks = [Mark(.element(element), items)]
    if cell.isSpanner {
      let rule = ruleItems(theme.rules[.tableSpanner], x: left, y: bottom - 2.2, width: width)
      marks.append(Mark(.artifact, rule))
    }
    return marks
  }
}

extension FragmentBuilder {
  /// The lines of a head that reads upwards, from left to right, the last one over the ends of numbers.
  private func upwardItems(
    _ cell: HeadCell, _ lines: [Line], bottom: Points, _ painter: TablePainter
  ) -> [DrawItem] {
    let design = painter.design
    let index = cell.columns.lowerBound
    let box = design.columns[index]
    let style = design.types.head
    let metrics = typesetter.shaper.metrics(of: style)
    let depth = Double(lines.count) * design.leading
    let right: Points =
      switch painter.table.columns[index].alignment {
      case .leading: box.x + depth
      case .center: box.x + (box.width + depth) / 2
      case .trailing, .number: max(box.x + depth, box.maxX - box.hang)
      }
    return lines.enumerated().flatMap { number, line -> [DrawItem] in
      let x = right - metrics.descender * style.size - Double(lines.count - 1 - number) * design.leading
      return line.pieces.map { piece in
        var run = piece.run
        run.origin = Point(x: x + run.origin.y, y: bottom - run.origin.x)
        run.isUpward = true
        return .glyphs(run)
      }
    }
  }
}

extension TablePainter {
  fileprivate func isRotated(_ cell: HeadCell) -> Bool {
    !cell.isSpanner && table.columns[cell.columns.lowerBound].isRotated
  }
}

extension TableDesign {
  /// The middle of a column's shaded ground.
  private func center(of index: Int) -> Points {
    let isLast = index == columns.count - 1 && index > 0
    return columns[index].x + columns[index].width / 2 - (isLast ? gap / 4 : 0)
  }

  /// The width of columns side by side, with what parts them.
  func width(of columns: Range<Int>) -> Points {
    guard let last = columns.last, let first = columns.first else { return 0 }
    return self.columns[last].maxX - self.columns[first].x
  }

  /// Where a line of a column's head starts: over the column's numbers, or its words.
  fileprivate func headX(of line: Line, _ index: Int, _ column: PublishedTable.Column) -> Points {
    let box = columns[index]
    switch column.alignment {
    case .leading: return box.x
    case .center: return box.x + (box.width - line.width) / 2
    case .trailing: return box.maxX - line.width
    case .number:
      // Over a picture beside its number, the head starts where the numbers do.
      if box.picture > 0 { return box.x }
      if box.inset > 0 { return max(box.x, center(of: index) - line.width / 2) }
      return max(box.x, box.maxX - box.hang - line.width)
    }
  }
}
