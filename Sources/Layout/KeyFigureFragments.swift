import DrawList
import Indicators
import Typesetting

/// Large numbers side by side, in rows of at most four.
extension FragmentBuilder {
  private var gutter: Points { theme.spacing[.keyFigureGutter] }

  mutating func keyFigures(
    _ figures: [PublishedKeyFigure], in parent: ElementID, width: Points
  ) -> [Fragment] {
    let perRow = columnCount(figures.count, width: width)
    let column = (width - Double(perRow - 1) * gutter) / Double(perRow)
    let list = structure.add(.list(.none), in: parent)
    var fragments: [Fragment] = []
    var start = 0
    while start < figures.count {
      let row = figures[start..<min(start + perRow, figures.count)]
      fragments.append(keyFigureRow(Array(row), in: list, column: column))
      start += perRow
    }
    for index in fragments.indices {
      fragments[index].spaceBefore = theme.spacing[index == 0 ? .block : .keyFigureRow]
      fragments[index].spaceAfter = theme.spacing[.block] + 2
    }
    return fragments
  }

  /// How many stand in a row: as many as have 100 pt each, four at most, in rows as even as can be.
  private func columnCount(_ count: Int, width: Points) -> Int {
    let most = max(1, min(4, Int((width + gutter) / (100 + gutter)), count))
    let rows = (count + most - 1) / most
    return (count + rows - 1) / max(1, rows)
  }

  private mutating func keyFigureRow(
    _ figures: [PublishedKeyFigure], in list: ElementID, column: Points
  ) -> Fragment {
    var marks: [Mark] = []
    var height: Points = 0
    let style = valueStyle(for: figures.map(\.value), width: column)
    for (index, figure) in figures.enumerated() {
      let x = Double(index) * (column + gutter)
      let stack = stacked(keyFigure(figure, style, in: list, width: column))
      marks += stack.marks.map { $0.moved(by: Point(x: x, y: 0)) }
      height = max(height, stack.height)
    }
    let rules = (0..<figures.count).flatMap { index in
      ruleItems(theme.rules[.keyFigure], x: Double(index) * (column + gutter), y: 0, width: column)
    }
    return Fragment(height: height, marks: [Mark(.artifact, rules)] + marks)
  }

  private mutating func keyFigure(
    _ figure: PublishedKeyFigure, _ valueStyle: TextStyle, in list: ElementID, width: Points
  ) -> [Fragment] {
    let item = structure.add(.listBody, in: structure.add(.listItem, in: list))
    let owner = structure.add(.paragraph, in: item)
    let type = theme.type
    var fragments = [
      block(
        of: StyledText(figure.value, valueStyle), style: valueStyle, leading: type.keyFigure.leading,
        width: width, owner: owner),
      block(
        of: StyledText(figure.label, styles.keyFigureLabel), style: styles.keyFigureLabel,
        leading: type.keyFigureLabel.leading, width: width, owner: owner),
    ]
    // Value and label are one sentence, which would else be read aloud as one word.
    fragments[0].endInSpace()
    if let detail = figure.detail {
      let style = styles.keyFigureDetail
      fragments.append(
        block(
          of: StyledText(detail, style), style: style, leading: type.apparatus.leading, width: width,
          owner: structure.add(.paragraph, in: item)))
    }
    fragments.insert(Fragment(height: theme.spacing[.keyFigureInset], marks: []), at: 0)
    if fragments.count > 3 { fragments[3].spaceBefore = 2 }
    return fragments
  }

  /// How much of its column a number may fill: two that nearly touch are read as one.
  private static let fullestColumn = 0.92

  /// The large style, or a smaller one where one of a row's numbers would not fit on its line: all are as large.
  private func valueStyle(for values: [String], width: Points) -> TextStyle {
    var style = styles.keyFigure
    let widest = values.map { typesetter.line(StyledText($0, style)).width }.max() ?? 0
    let room = Self.fullestColumn * width
    if widest > room { style.size = max(theme.type.body.size, style.size * room / widest) }
    return style
  }
}
