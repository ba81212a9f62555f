import Charts
import DrawList
import Indicators
import Typesetting

/// A cell whose text is broken into lines.
struct SetCell {
  let cell: PublishedTable.Cell
  let style: TextStyle
  let lines: [Line]
  /// What stands beside its number.
  let beside: Line?
  /// How wide what stands before its decimal mark is, where the column's numbers do not end alike.
  let before: Points?
  let across: Int
  let down: Int
  let isCovered: Bool
  let ground: Color?
}

/// Cells: their texts, aligned, and their pictures.
extension FragmentBuilder {
  mutating func setCell(_ row: PublishedTable.Row, _ index: Int, _ painter: TablePainter) -> SetCell {
    let cell = row.cells[index]
    let column = painter.table.columns[index]
    let detail = cell.hasDetail ? cell.detail : PublishedTable.Detail()
    let (across, down, isCovered) = row.place(of: index)
    let ground = detail.shade.flatMap { shade in
      column.legend.map { painter.colors.shade(shade, of: painter.table.legends[$0]) }
    }
    var style =
      row.kind == .group
      ? painter.design.types.head
      : painter.design.types.style(of: column, isStrong: row.isEmphasized || detail.isStrong)
    if let ground { style = style.colored(painter.colors.ink(on: ground)) }
    let isNumber = column.alignment == .number && row.kind != .group && across == 1
    let types = painter.design.types
    let box = painter.design.columns[index]
    let width =
      (across > 1 ? painter.design.width(of: index..<index + across) : box.textWidth - box.marker)
      - types.indent(of: detail)
    let text =
      isNumber ? StyledText(cell.text, style) : types.text(of: cell, style)
    let beside = isNumber && cell.hasDetail ? types.beside(detail, style) : StyledText([])
    return SetCell(
      cell: cell, style: style,
      lines: isCovered || cell.text.isEmpty
        ? [] : typesetter.lines(of: text, width: max(1, isNumber ? width - box.hang : width)),
      beside: beside.plain.isEmpty ? nil : typesetter.line(beside),
      before: isNumber && !box.isEven ? widthBefore(cell.text, style) : nil, across: across,
      down: down,
      isCovered: isCovered, ground: ground)
  }

  private func widthBefore(_ text: String, _ style: TextStyle) -> Points? {
    NumberParts(text, groupMarks: wording.groupMarks).map {
      typesetter.line(StyledText(String($0.before), style)).width
    }
  }

  // MARK: Marks

  /// A cell's ground, picture and text.
  ///
  /// - Parameter isFirst: whether the lines are the cell's first, beside which its picture stands.
  mutating func marks(
    of cell: SetCell, _ column: Int, lines: ArraySlice<Line>, top: Points, height: Points, owner: ElementID,
    _ painter: TablePainter, isFirst: Bool
  ) -> [Mark] {
    var marks: [Mark] = []
    if let ground = cell.ground {
      marks.append(Mark(.artifact, [.rectangle(shadedArea(column, height: height, painter), ground)]))
    }
    if isFirst, let items = picture(of: cell, column, top: top, painter), !items.isEmpty {
      marks.append(pictureMark(of: cell, items, owner: owner))
    }
    if cell.cell.hasDetail, let rich = cell.cell.detail.rich {
      return marks + richMarks(of: cell, rich, column, lines: lines, top: top, owner: owner, painter)
    }
    let texts = items(of: cell, column, lines: lines, top: top, painter)
    if !texts.isEmpty { marks.append(Mark(.element(owner), texts)) }
    return marks
  }

  /// The marks of a text with styles and links, which have elements of their own.
  private mutating func richMarks(
    of cell: SetCell, _ rich: RichText, _ column: Int, lines: ArraySlice<Line>, top: Points, owner: ElementID,
    _ painter: TablePainter
  ) -> [Mark] {
    let leading = painter.design.leading
    let baseline = baseline(of: cell.style, leading: leading)
    var inline = InlineElements(of: rich)
    return lines.enumerated().flatMap { index, line in
      let place = Point(
        x: x(of: line, cell, column, painter), y: top + Double(index) * leading + baseline)
      return self.marks(of: line, owner: owner, at: place, style: cell.style, inline: &inline)
    }
  }

  /// A picture whose number stands beside it is decoration; another says what it shows.
  private mutating func pictureMark(of cell: SetCell, _ items: [DrawItem], owner: ElementID) -> Mark {
    guard cell.cell.text.isEmpty, let alternative = cell.cell.detail.alternative else {
      return Mark(.artifact, items)
    }
    let figure = structure.add(.figure, in: owner, alternativeText: alternative)
    return Mark(.element(figure), items)
  }

  /// A shaded cell goes halfway to its neighbours.
  private func shadedArea(_ column: Int, height: Points, _ painter: TablePainter) -> Rect {
    let boxes = painter.design.columns
    let box = boxes[column]
    let left = column == 0 ? box.x : (boxes[column - 1].maxX + box.x) / 2
    let right = column == boxes.count - 1 ? painter.width : (box.maxX + boxes[column + 1].x) / 2
    return Rect(x: left + 0.4, y: 0, width: right - left - 0.8, height: height - 0.5)
  }

  func items(
    of cell: SetCell, _ column: Int, lines: ArraySlice<Line>, top: Points, _ painter: TablePainter
  ) -> [DrawItem] {
    let leading = painter.design.leading
    let baseline = baseline(of: cell.style, leading: leading)
    return lines.enumerated().flatMap { index, line -> [DrawItem] in
      let y = top + Double(index) * leading + baseline
      let x = x(of: line, cell, column, painter)
      var items = line.items(at: Point(x: x, y: y))
      if index == lines.count - 1, let beside = cell.beside {
        items += beside.items(at: Point(x: x + line.width, y: y))
      }
      return items
    }
  }

  private func x(of line: Line, _ cell: SetCell, _ index: Int, _ painter: TablePainter) -> Points {
    let box = painter.design.columns[index]
    let indent = cell.cell.hasDetail ? painter.design.types.indent(of: cell.cell.detail) : 0
    if cell.across > 1 {
      let isStub = painter.table.columns[index].isStub
      return isStub
        ? box.x + indent : box.x + (painter.design.width(of: index..<index + cell.across) - line.width) / 2
    }
    let right = box.x + box.textWidth
    if box.isDrawnOnly { return box.x }
    switch painter.table.columns[index].alignment {
    case .leading: return box.x + box.marker + indent
    case .center: return box.x + box.marker + (box.textWidth - box.marker - line.width) / 2
    case .trailing: return right - line.width
    case .number:
      guard let before = cell.before else { return right - box.inset - box.hang - line.width }
      return right - box.inset - box.hang - box.after - before
    }
  }

  // MARK: Pictures

  private func picture(
    of cell: SetCell, _ index: Int, top: Points, _ painter: TablePainter
  ) -> [DrawItem]? {
    guard cell.cell.hasDetail, let picture = cell.cell.detail.picture,
      let pictures = painter.table.columns[index].pictures
    else { return nil }
    let ground = cell.ground ?? .white
    let area = pictureBox(cell, index, pictures.kind, top: top, painter)
    return drawCellGraphic(
      CellGraphic(picture), in: area, low: pictures.low, high: pictures.high,
      colors: painter.colors.graphics(on: ground))
  }

  /// Where a picture stands: at the column's right beside a number, or right before a text.
  private func pictureBox(
    _ cell: SetCell, _ index: Int, _ kind: PictureColumn.Kind, top: Points, _ painter: TablePainter
  ) -> Rect {
    let box = painter.design.columns[index]
    let leading = painter.design.leading
    let middle = top + leading / 2
    let capital = typesetter.shaper.metrics(of: cell.style).capHeight * cell.style.size
    switch kind {
    case .bar, .bullet, .dumbbell, .line, .bars, .dots:
      let tall = leading * (kind == .line || kind == .bars ? 1.35 : 0.9)
      if box.isDrawnOnly {
        // Marks of a whole are as large as where a number stands beside them.
        let width = kind == .dots ? box.picture - 7 : box.picture
        return Rect(x: box.x, y: middle - tall / 2, width: max(1, width), height: tall)
      }
      let gap: Points = 7
      return Rect(
        x: box.maxX - box.picture + gap, y: middle - tall / 2, width: max(1, box.picture - gap), height: tall)
    case .status, .arrow:
      let size = capital * 1.05
      let x = cell.lines.first.map { self.x(of: $0, cell, index, painter) - box.marker } ?? box.x
      return Rect(x: max(box.x, x), y: middle - size / 2, width: size, height: size)
    case .badge:
      let size = leading * 1.25
      let width = cell.lines.first?.width ?? 0
      let x = cell.lines.first.map { self.x(of: $0, cell, index, painter) } ?? box.x
      return Rect(x: x + width / 2 - size / 2, y: middle - size / 2, width: size, height: size)
    }
  }
}
