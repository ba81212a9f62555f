import Charts
import DrawList
import Indicators
import Typesetting

/// What the shades of a table's cells mean: right under it, a legend for each scale.
extension FragmentBuilder {
  private static let swatch: Points = 9
  private static let swatchGap: Points = 4
  private static let entryGap: Points = 14
  /// Between two legends that stand side by side.
  private static let stripGap: Points = 22
  /// Between two rows of legends.
  private static let stripRowGap: Points = 4
  private static let leastStep: Points = 24

  /// The legends of the columns that the table, or this part of it, has.
  mutating func shadeLegends(_ table: PublishedTable, in parent: ElementID, width: Points) -> [Fragment] {
    let shown = table.legends.indices.filter { legend in table.columns.contains { $0.legend == legend } }
      .map { table.legends[$0] }
    let strips = shown.compactMap { strip(of: $0, width: width) }
    // One scale needs no name: its classes are said in words where they have room on a line.
    let isInWords = shown.count == 1 && shown[0].title == nil && hasRoom(for: shown[0], in: width)
    if isInWords || strips.count < shown.count {
      return shown.map { classes(of: $0, in: parent, width: width) }
    }
    return strips.isEmpty ? [] : [beside(strips, in: parent, width: width)]
  }

  // MARK: In words

  /// A swatch and its class for each shade, on as many lines as they take, after the title where there is one.
  private mutating func classes(of legend: ShadeLegend, in parent: ElementID, width: Points) -> Fragment {
    let owner = structure.add(.paragraph, in: parent)
    let leading = theme.type.apparatus.leading + 2
    let baseline = baseline(of: styles.apparatus, leading: leading)
    var (x, y): (Points, Points) = (0, 0)
    var swatches: [DrawItem] = []
    var texts: [DrawItem] = []
    if let title = legend.title {
      for line in typesetter.lines(of: StyledText(title, styles.apparatusLabel), width: width) {
        texts += line.items(at: Point(x: 0, y: y + baseline))
        y += leading
      }
    }
    for (index, label) in legend.labels.enumerated() {
      let line = typesetter.line(StyledText(label, styles.apparatus))
      let entry = Self.swatch + Self.swatchGap + line.width
      if x > 0, x + entry > width { (x, y) = (0, y + leading) }
      let box = Rect(x: x, y: y + (leading - Self.swatch) / 2, width: Self.swatch, height: Self.swatch)
      swatches += self.swatch(index, of: legend, in: box)
      texts += line.items(at: Point(x: x + Self.swatch + Self.swatchGap, y: y + baseline))
      x += entry + Self.entryGap
    }
    return Fragment(
      height: y + leading, marks: [Mark(.artifact, swatches), Mark(.element(owner), texts.spacedOut)])
  }

  /// Whether a legend in words takes one line.
  private func hasRoom(for legend: ShadeLegend, in width: Points) -> Bool {
    let entries = legend.labels.map { label in
      Self.swatch + Self.swatchGap + typesetter.line(StyledText(label, styles.apparatus)).width
    }
    return entries.reduce(0, +) + Double(entries.count - 1) * Self.entryGap <= width
  }

  private func swatch(_ index: Int, of legend: ShadeLegend, in box: Rect) -> [DrawItem] {
    let colors = TableColors(theme)
    let inner = Rect(
      x: box.minX + 0.5, y: box.minY + 0.5, width: box.size.width - 1, height: box.size.height - 1)
    return [.rectangle(box, colors.rule), .rectangle(inner, colors.shade(index, of: legend))]
  }

  // MARK: In strips

  /// A legend measured: its title over a strip of shades, the bounds under their borders.
  private struct Strip {
    let legend: ShadeLegend
    let title: [Line]
    let bounds: [Line]
    let least: Line?
    let most: Line?
    /// How wide each class is drawn.
    let step: Points
    let width: Points
  }

  /// Legends side by side, on as many rows as they take.
  private mutating func beside(_ strips: [Strip], in parent: ElementID, width: Points) -> Fragment {
    var marks: [Mark] = []
    var (x, y): (Points, Points) = (0, 0)
    var tallest: Points = 0
    for strip in strips {
      if x > 0, x + strip.width > width { (x, y, tallest) = (0, y + tallest + Self.stripRowGap, 0) }
      let (drawn, height) = self.marks(of: strip, at: Point(x: x, y: y), in: parent)
      marks += drawn
      tallest = max(tallest, height)
      x += strip.width + Self.stripGap
    }
    return Fragment(height: y + tallest, marks: marks)
  }

  /// A legend as a strip; `nil` where its numbers have no room in a width.
  private func strip(of legend: ShadeLegend, width: Points) -> Strip? {
    func line(_ text: String) -> Line { typesetter.line(StyledText(text, styles.apparatus)) }
    let bounds = legend.bounds.map(line)
    let (least, most) = (legend.least.map(line), legend.most.map(line))
    let apart: Points = 5
    // Each number keeps clear of the next: those between stand in the middle of their border, those at the ends not.
    let between = (bounds.map(\.width).max() ?? 0) + apart
    let ends = [(least, bounds.first), (most, bounds.last)].map { end, bound in
      (end?.width ?? 0) + (bound?.width ?? 0) / 2 + apart
    }
    let classes = Double(legend.labels.count)
    let step = max(Self.leastStep, between, ends[0], ends[1])
    guard step * classes <= width else { return nil }
    let room = max(step * classes, min(width, Self.leastStep * 6))
    let lines =
      legend.title.map { typesetter.lines(of: StyledText($0, styles.apparatusLabel), width: room) } ?? []
    let titleWidth = lines.map(\.width).max() ?? 0
    return Strip(
      legend: legend, title: lines, bounds: bounds, least: least, most: most, step: step,
      width: max(step * classes, titleWidth))
  }

  /// Its marks, and how tall they are.
  private mutating func marks(of strip: Strip, at origin: Point, in parent: ElementID) -> ([Mark], Points) {
    let figure = structure.add(
      .figure, in: parent,
      alternativeText: wording.shades(of: strip.legend.title, classes: strip.legend.labels))
    let leading = theme.type.apparatus.leading
    let baseline = baseline(of: styles.apparatus, leading: leading)
    var items: [DrawItem] = []
    var y = origin.y
    for line in strip.title {
      items += line.items(at: Point(x: origin.x, y: y + baseline))
      y += leading
    }
    for index in strip.legend.labels.indices {
      let box = Rect(
        x: origin.x + Double(index) * strip.step, y: y + 1, width: strip.step, height: Self.swatch)
      items += swatch(index, of: strip.legend, in: box)
    }
    y += Self.swatch + 2
    let end = origin.x + Double(strip.legend.labels.count) * strip.step
    for (index, line) in strip.bounds.enumerated() {
      let border = origin.x + Double(index + 1) * strip.step
      items += line.items(at: Point(x: border - line.width / 2, y: y + baseline))
    }
    if let least = strip.least { items += least.items(at: Point(x: origin.x, y: y + baseline)) }
    if let most = strip.most { items += most.items(at: Point(x: end - most.width, y: y + baseline)) }
    return ([Mark(.element(figure), items.spacedOut)], y + leading - origin.y)
  }
}

extension [DrawItem] {
  /// Texts that stand apart, with a space after each for those who copy or hear them.
  fileprivate var spacedOut: [DrawItem] {
    map { item in
      guard case .glyphs(var run) = item else { return item }
      run.isFollowedBySpace = true
      return .glyphs(run)
    }
  }
}
