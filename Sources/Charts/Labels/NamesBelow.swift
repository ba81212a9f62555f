import DrawList
import Typesetting

/// The names of categories under columns.
///
/// They are tried in this order: each broken into lines under its column; in two rows in turn; and of categories that
/// have an order, only each second, third … counted from the last. They are never turned: a reader's head is not. Where
/// width has a meaning, as in a mosaic, columns too thin for their names leave the others theirs.
struct NamesBelow {
  let chart: Chart
  let style: ChartStyle
  let text: ChartText
  let bands: [ClosedRange<Points>]
  /// Of the chart, whose edges no name leaves.
  private let width: Points
  private let form: Form
  private let groups: GroupsBelow
  /// The names of quarters or months within their years, which stand under them; `nil` where each bears its year.
  private let inYears: [String]?

  private enum Form {
    case wrapped([[Line]])
    /// Without lines where a column is too thin for its name.
    case some([[Line]])
    case staggered([[Line]])
    case thinned(every: Int)
    case edges(every: Int)
    case none
  }

  private static let gap: Points = 5
  private static let mostLines = 4

  init(
    chart: Chart, style: ChartStyle, text: ChartText, bands: [ClosedRange<Points>],
    bounds: ClosedRange<Points>, width: Points
  ) {
    self.width = width
    self.chart = chart
    self.style = style
    self.text = text
    self.bands = bands
    let years = GroupsBelow.years(of: chart, style: style, text: text, bands: bands, bounds: bounds)
    inYears = years == nil ? nil : Self.inYears(chart, style, text, bands)
    form = Self.form(
      chart, inYears ?? chart.categories.map(\.label), isInYears: inYears != nil, style, text, bands)
    groups =
      years ?? GroupsBelow(chart: chart, style: style, text: text, bands: bands, bounds: bounds)
  }

  var hasRoom: Bool {
    switch form {
    case .some, .none: false
    case .wrapped, .staggered, .thinned, .edges: groups.hasRoom
    }
  }

  /// Whether they are written in the same way as others and on no more lines.
  func isAsGood(as other: NamesBelow) -> Bool {
    switch (form, other.form) {
    case (.wrapped(let one), .wrapped(let two)), (.staggered(let one), .staggered(let two)):
      most(one) <= most(two)
    case (.wrapped, _): true
    case (.thinned(let one), .thinned(let two)), (.edges(let one), .edges(let two)): one <= two
    case (.some, _), (.staggered, _), (.thinned, _), (.edges, _), (.none, _): false
    }
  }

  /// The longest names that all have room under their own columns, else the longest.
  private static func inYears(
    _ chart: Chart, _ style: ChartStyle, _ text: ChartText, _ bands: [ClosedRange<Points>]
  ) -> [String] {
    let parts = chart.categories.compactMap(\.partOfYear)
    let narrowest = bands.map { $0.upperBound - $0.lowerBound }.min() ?? 0
    let forms = (0..<(parts.map(\.names.count).min() ?? 0)).map { length in parts.map { $0.names[length] } }
    return forms.first { names in
      names.allSatisfy { text.width($0, style.category) <= narrowest - 2 }
    } ?? forms.first ?? []
  }

  private static func form(
    _ chart: Chart, _ labels: [String], isInYears: Bool, _ style: ChartStyle, _ text: ChartText,
    _ bands: [ClosedRange<Points>]
  ) -> Form {
    let room = bands.map { $0.upperBound - $0.lowerBound - gap }
    let narrowest = room.min() ?? 0
    if case .histogram(let edges) = chart.form {
      let places = bands.prefix(1).map(\.lowerBound) + bands.map(\.upperBound)
      let widths = edges.map { text.width($0, style.tick) }
      let least = step(widths.max() ?? 0, narrowest)
      // The last stands left of its place, and may take that of the one before.
      let fitting = (least...(least + 2)).first { step in
        edgeStarts(widths, places, every: step).count == (edges.count - 1) / step + 1
      }
      return .edges(every: fitting ?? least)
    }
    let widest = labels.map { text.width($0, style.category) }.max() ?? 0
    if chart.isOrdered {
      // Names in years are short and stay whole; they may stand nearer to each other.
      if isInYears, widest <= narrowest + gap - 2 {
        return .wrapped(labels.map { [text.typesetter.line(StyledText($0, style.category))] })
      }
      let whole = labels.map { text.minimumWidth($0, style.category) }.max() ?? 0
      if !isInYears, whole <= narrowest { return .wrapped(lines(labels, room, style, text)) }
      return .thinned(every: step(widest, narrowest))
    }
    if fits(labels, room, style, text) { return .wrapped(lines(labels, room, style, text)) }
    guard labels.count > 1 else { return .none }
    for share in [0.96, 0.48] {
      let wider = room.indices.map { index in
        let left = index > 0 ? room[index - 1] : room[index]
        let right = index + 1 < room.count ? room[index + 1] : room[index]
        // The names at the ends reach to one side only, so that they may come near the next one of their row.
        let isAtEnd = index == 0 || index + 1 == room.count
        return room[index] + min(left, right, room[index] + 40) * (isAtEnd ? share : 0.96)
      }
      guard fits(labels, wider, style, text) else { continue }
      let lines = lines(labels, wider, style, text)
      if areApart(lines, bands) { return .staggered(lines) }
    }
    return chart.form == .mosaic ? some(labels, room, style, text) : .none
  }

  /// The names that have room under their own columns.
  private static func some(_ labels: [String], _ room: [Points], _ style: ChartStyle, _ text: ChartText)
    -> Form
  {
    let lines = zip(labels, room).map { label, room in
      fits([label], [room], style, text) ? text.evenLines(label, style.category, width: room) : []
    }
    return lines.contains { !$0.isEmpty } ? .some(lines) : .none
  }

  /// Each which name has room, the widest between the narrowest bands; these may have no width at all.
  private static func step(_ widest: Points, _ narrowest: Points) -> Int {
    let pitch = max(1, narrowest + gap)
    return max(1, Int(((widest + gap) / pitch).rounded(.up)))
  }

  /// By number, where bounds of classes start that have room: from the last one on each so many.
  private static func edgeStarts(_ widths: [Points], _ places: [Points], every step: Int) -> [Int: Points] {
    let right = places.last ?? 0
    var free = right
    var starts: [Int: Points] = [:]
    for index in stride(from: widths.count - 1, through: 0, by: -step) where index < places.count {
      let x = min(max(0, places[index] - widths[index] / 2), right - widths[index])
      guard x >= 0, x + widths[index] <= free + 0.01 else { continue }
      starts[index] = x
      free = x - 8
    }
    return starts
  }

  /// Whether the names of each of two rows keep apart from each other.
  private static func areApart(_ lines: [[Line]], _ bands: [ClosedRange<Points>]) -> Bool {
    let right = bands.last?.upperBound ?? 0
    let spans = zip(lines, bands).map { lines, band -> ClosedRange<Points> in
      let width = lines.map(\.width).max() ?? 0
      let middle = (band.lowerBound + band.upperBound) / 2
      let start = min(max(0, middle - width / 2), max(0, right - width))
      return start...(start + width)
    }
    return zip(spans, spans.dropFirst(2)).allSatisfy { $0.upperBound + gap / 2 <= $1.lowerBound }
  }

  private static func fits(_ labels: [String], _ room: [Points], _ style: ChartStyle, _ text: ChartText)
    -> Bool
  {
    zip(labels, room).allSatisfy { label, room in
      text.minimumWidth(label, style.category) <= room
        && text.lines(label, style.category, width: room).count <= mostLines
    }
  }

  private static func lines(_ labels: [String], _ room: [Points], _ style: ChartStyle, _ text: ChartText)
    -> [[Line]]
  {
    zip(labels, room).map { text.evenLines($0, style.category, width: $1) }
  }

  /// The names from a height on, the headings of their groups under them, and how much both take.
  func parts(top: Points) -> (parts: [ChartPart], height: Points) {
    let names = ownParts(top: top)
    let headings = groups.parts(top: top + names.height)
    // A heading is heard before the names under it, as over bars that lie.
    return (headings.parts + names.parts, names.height + headings.height)
  }

  private func ownParts(top: Points) -> (parts: [ChartPart], height: Points) {
    switch form {
    case .wrapped(let lines):
      return (lines.indices.map { name($0, lines[$0], top: top) }, Double(most(lines)) * text.leading)
    case .some(let lines):
      let parts = lines.indices.map { lines[$0].isEmpty ? mark($0, top: top) : name($0, lines[$0], top: top) }
      return (parts, Double(most(lines)) * text.leading)
    case .staggered(let lines):
      return staggered(lines, top: top)
    case .thinned(let step):
      return (thinned(step, top: top), text.leading)
    case .edges(let step):
      return (edges(step, top: top), text.leading)
    case .none:
      return (chart.categories.indices.map { mark($0, top: top) }, 0)
    }
  }

  private var isWiderThanBands: Bool {
    switch form {
    case .staggered, .thinned: true
    case .wrapped, .some, .edges, .none: false
    }
  }

  /// Each second name a row lower, with a stroke that leads to it.
  private func staggered(_ lines: [[Line]], top: Points) -> (parts: [ChartPart], height: Points) {
    let upper = Double(most(lines.enumerated().filter { $0.offset % 2 == 0 }.map(\.element))) * text.leading
    let lower = Double(most(lines.enumerated().filter { $0.offset % 2 == 1 }.map(\.element))) * text.leading
    let parts = lines.indices.map { index in
      name(index, lines[index], top: index % 2 == 0 ? top : top + upper + 3)
    }
    let ticks = lines.indices.filter { $0 % 2 == 1 }.map { index in
      DrawItem.line(
        from: Point(x: middle(index), y: top - 4), to: Point(x: middle(index), y: top - 1), width: 0.6,
        style.muted)
    }
    return (parts + [ChartPart(content: .shape, items: ticks)], upper + 3 + lower)
  }

  private func most(_ lines: [[Line]]) -> Int { lines.map(\.count).max() ?? 0 }

  private func middle(_ category: Int) -> Points {
    (bands[category].lowerBound + bands[category].upperBound) / 2
  }

  /// A name may be wider than its band where others are left out, but not leave the chart.
  private func left(of line: Line, _ category: Int) -> Points {
    let x = middle(category) - line.width / 2
    return isWiderThanBands ? min(max(0, x), max(0, width - line.width)) : x
  }

  private func name(_ category: Int, _ lines: [Line], top: Points) -> ChartPart {
    let block = top + Double(lines.count) * text.leading / 2
    let items = text.items(lines, style.category, middle: block) { left(of: $0, category) }
    // Without its year a name only stands for the whole one.
    return ChartPart(
      content: inYears == nil ? .categoryName(category) : .categoryMark(category), items: items)
  }

  /// From the last on; what would touch the one at its right, which may be moved off the chart's edge, is left out too.
  private func thinned(_ step: Int, top: Points) -> [ChartPart] {
    var free = Points.infinity
    return chart.categories.indices.reversed().map { category in
      let line = text.typesetter.line(
        StyledText(inYears?[category] ?? chart.categories[category].label, style.category))
      let x = left(of: line, category)
      guard (chart.categories.count - 1 - category) % step == 0, line.width <= width,
        x + line.width + 3 <= free
      else {
        return mark(category, top: top)
      }
      free = x
      return name(category, [line], top: top)
    }.reversed()
  }

  /// A short stroke where a name would stand.
  private func mark(_ category: Int, top: Points) -> ChartPart {
    let x = middle(category)
    return ChartPart(
      content: .categoryMark(category),
      items: [.line(from: Point(x: x, y: top - 4), to: Point(x: x, y: top - 1), width: 0.6, style.muted)])
  }

  /// The bounds of classes under the edges of their columns; the columns themselves have no names.
  private func edges(_ step: Int, top: Points) -> [ChartPart] {
    guard case .histogram(let edges) = chart.form, let first = bands.first else { return [] }
    let places = [first.lowerBound] + bands.map(\.upperBound)
    let baseline = top + text.leading / 2 + text.middleToBaseline(style.tick)
    var items: [DrawItem] = []
    // The last bears the unit.
    let starts = Self.edgeStarts(edges.map { text.width($0, style.tick) }, places, every: step)
    for (index, (edge, place)) in zip(edges, places).enumerated().reversed() {
      items.append(
        .line(from: Point(x: place, y: top - 4.5), to: Point(x: place, y: top - 1.5), width: 0.6, style.muted)
      )
      guard let x = starts[index] else { continue }
      items += text.items(edge, style.tick, at: Point(x: x, y: baseline))
    }
    return [ChartPart(content: .shape, items: items)]
      + chart.categories.indices.map { category in
        let band = bands[category]
        return ChartPart(
          content: .categoryMark(category),
          items: [
            .line(
              from: Point(x: band.lowerBound, y: top - 4.8), to: Point(x: band.upperBound, y: top - 4.8),
              width: 0.4, style.muted)
          ])
      }
  }
}
