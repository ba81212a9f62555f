import Charts
import Diagnostics
import DrawList
import Indicators
import Spec
import Typesetting

/// Figures: a rule, number and title, subtitle, the chart or table, then Note, Lecture, Champ and Source.
extension FragmentBuilder {
  /// - Parameter isBare: only the chart or table, without what surrounds it.
  mutating func figure(
    _ figure: Figure, isBare: Bool = false, in parent: ElementID, width: Points
  ) -> [Fragment] {
    let content: [Fragment]
    let head: [Fragment]
    var foot = isBare ? [] : lines(of: figure.apparatus, width: width)
    let division = structure.add(.division, in: parent)
    switch figure.content {
    case .chart(let chart):
      // The title stands before the picture, not in it: of what is in a picture with an alternative text, most
      // readers say that text only.
      head = isBare ? [] : figureHead(figure, in: division, width: width)
      let over = stackedHeight(head) + (head.last?.spaceAfter ?? 0)
      let drawable = Chart(chart, theme: theme)
      var drawing = drawing(of: drawable, width: width, besides: over + height(ofApparatus: foot))
      var unwritten = drawing.unwritten(of: drawable)
      var told: [String] = []
      // What is said under the chart leaves it less of the height that the figure fills, in which more may be unsaid.
      for _ in 0..<2 {
        let unsaid = isBare ? [] : unsaid(unwritten, of: chart)
        guard unsaid != told else { break }
        told = unsaid
        foot = lines(of: told.reduce(figure.apparatus) { noting($1, in: $0) }, width: width)
        guard figureHeight != nil else { break }
        drawing = self.drawing(of: drawable, width: width, besides: over + height(ofApparatus: foot))
        unwritten = drawing.unwritten(of: drawable)
      }
      content = fragments(of: chart, drawing, unwritten, of: figure, in: division, width: width)
    case .table(let table):
      head = []
      content = self.table(table, of: figure, isBare: isBare, in: division, width: width)
    }
    var fragments = head + content + apparatus(foot, in: division)
    guard !fragments.isEmpty else { return [] }
    fragments[0].spaceBefore = theme.spacing[.figureBefore]
    fragments[fragments.count - 1].spaceAfter = theme.spacing[.figureAfter]
    // A long chart that fills a page by itself leaves the title's: parted from its source it would be no figure.
    if titleHeight > 0, case .chart(let chart) = figure.content,
      chart.categories.count > Self.rowsOfLongChart,
      !isBare
    {
      let height = stackedHeight(fragments)
      fragments[0].startsPage =
        height > page.frame.size.height - titleHeight && height <= page.frame.size.height
    }
    return fragments
  }

  /// - Parameter isFirst: whether links to the figure lead here: a table in parts has a head for each.
  mutating func figureHead(
    _ figure: Figure, isFirst: Bool = true, in parent: ElementID, width: Points
  ) -> [Fragment] {
    let caption = structure.add(.caption, in: parent)
    let rule = theme.rules[.figure]
    let place = isFirst ? [DrawItem.destination(figure.id, Point(x: 0, y: 0))] : []
    let mark = Mark(.artifact, place + ruleItems(rule, y: 0, width: width))
    var fragments = [Fragment(height: rule?.width ?? 0, marks: [mark])]
    fragments[0].spaceAfter = theme.spacing[.figureRule]
    fragments[0].name = figure.label
    let title = StyledText([
      StyledText.Run(figure.label + "\u{2002}", styles.figureLabel),
      StyledText.Run(figure.title, styles.figureTitle),
    ]).marked(figure.table?.titleMarks)
    fragments.append(
      block(
        of: title, style: styles.figureTitle, leading: theme.type.figureTitle.leading, width: width,
        owner: structure.add(.paragraph, in: caption)))
    if let subtitle = figure.subtitle {
      fragments.append(
        block(
          of: StyledText(subtitle, styles.figureSubtitle).marked(figure.table?.subtitleMarks),
          style: styles.figureSubtitle, leading: theme.type.figureSubtitle.leading, width: width,
          owner: structure.add(.paragraph, in: caption)))
    }
    for index in fragments.indices { fragments[index].keepsWithNext = true }
    fragments[fragments.count - 1].spaceAfter = theme.spacing[.figureHead]
    return fragments
  }

  private func lines(of apparatus: [ApparatusLine], width: Points) -> [[Line]] {
    apparatus.map {
      typesetter.lines(
        of: labelled($0, styles.apparatus, label: styles.apparatusLabel), LineWidths(width),
        setting: Self.smallPrint)
    }
  }

  /// - Parameter lines: of each of its texts.
  private mutating func apparatus(_ lines: [[Line]], in parent: ElementID) -> [Fragment] {
    var fragments: [Fragment] = []
    for lines in lines {
      let owner = structure.add(.paragraph, in: parent)
      let (height, marks) = stacked(
        self.fragments(
          of: lines, style: styles.apparatus, leading: theme.type.apparatus.leading, x: 0, owner: owner,
          inline: InlineElements()))
      fragments.append(Fragment(height: height, marks: marks))
    }
    for index in fragments.indices {
      fragments[index].spaceBefore = theme.spacing[index == 0 ? .apparatusBefore : .apparatusLine]
      fragments[index].keepsWithNext = index < fragments.count - 1
    }
    return fragments
  }

  /// How high it is, with what parts it from the chart.
  private func height(ofApparatus lines: [[Line]]) -> Points {
    guard !lines.isEmpty else { return 0 }
    return theme.spacing[.apparatusBefore] + Double(lines.count - 1) * theme.spacing[.apparatusLine]
      + Double(lines.joined().count) * theme.type.apparatus.leading
  }

  /// “Lecture : …” with a bold label.
  func labelled(_ line: ApparatusLine, _ style: TextStyle, label: TextStyle) -> StyledText {
    StyledText([
      StyledText.Run(line.label + wording.colon, label), StyledText.Run(line.text, style),
    ])
  }

  // MARK: Charts

  private var chartStyle: ChartStyle {
    ChartStyle(
      category: styles.chart, value: styles.chartValue, series: styles.chartSeries,
      leading: theme.type.chart.leading, baseline: theme.colors.text, grid: theme.colors.grid,
      muted: theme.colors.muted)
  }

  /// A height that a figure has at the least, whatever its width: of a lying chart, its rows and a line for each text
  /// around them; nothing of others.
  func leastHeight(of figure: Figure, drawnAs chart: Chart, isBare: Bool) -> Points {
    // Rows that are many may be drawn together.
    let style = chart.categories.count > Self.rowsOfLongChart ? chartStyle.drawnTogether(1) : chartStyle
    let plot = chart.leastHeight(style)
    guard plot > 0, !isBare else { return plot }
    return plot + theme.type.figureTitle.leading
      + Double(figure.apparatus.count) * theme.type.apparatus.leading
  }

  private mutating func fragments(
    of chart: PublishedChart, _ drawing: ChartDrawing, _ unwritten: ChartDrawing.Unwritten,
    of figure: Figure, in parent: ElementID, width: Points
  ) -> [Fragment] {
    let elements = ChartElements(chart, unwritten: unwritten, colon: wording.colon, in: parent, &structure)
    if drawing.wasTurned {
      diagnostics.report(.warning(.chartTurned(chart.categories.map(\.label)), at: nil))
    }
    let legend = drawing.legend.map { Fragment(height: $0.height, marks: elements.marks(of: $0)) }
    let repeated = breaksFigures ? repeatedHead(of: figure, above: legend, width: width) : nil
    let bars = drawing.strips.map { strip in
      var fragment = Fragment(height: strip.height, marks: elements.marks(of: strip))
      fragment.repeatedHead = repeated
      return fragment
    }
    return ([legend].compactMap(\.self) + bars).map { fragment in
      var fragment = fragment
      fragment.keepsWithNext = true
      return fragment
    }
  }

  /// What is to be said under a chart: the names that it has no room for, how many values, and the remarks.
  private func unsaid(_ unwritten: ChartDrawing.Unwritten, of chart: PublishedChart) -> [String] {
    let dropped = chart.options.writesValues ? dropped(of: chart, unwritten) : 0
    let remarks = unwritten.remarks.map { remark in
      let series = chart.series.count > 1 ? " (\(chart.series[remark.series].name))" : ""
      return ended(chart.categories[remark.category].label + series + wording.colon + remark.text)
    }
    return unnamed(unwritten, of: chart) + (dropped > 0 ? [wording.unwritten(dropped)] : []) + remarks
  }

  /// The names that have no place. Those of things in an order, as periods, follow from the ones that are there.
  private func unnamed(_ unwritten: ChartDrawing.Unwritten, of chart: PublishedChart) -> [String] {
    guard !chart.options.isOrdered else { return [] }
    let names = chart.categories.indices.filter { category in
      // Panels side by side have the names of the first.
      unwritten.names.count { $0.category == category } == chart.panels.count
    }.map { chart.categories[$0].label }
    guard !names.isEmpty else { return [] }
    return [ended(names.count == chart.categories.count ? wording.inOrder(names) : wording.unnamed(names))]
  }

  /// How many values are not written though others are; where none of a panel is, there is an axis to read them from.
  private func dropped(of chart: PublishedChart, _ unwritten: ChartDrawing.Unwritten) -> Int {
    chart.panels.indices.reduce(0) { count, panel in
      let bars = chart.panels[panel].bars
      let missing = unwritten.values.filter {
        $0.panel == panel && (bars[$0.series][$0.category].number ?? 0) != 0
      }.count
      let all = bars.joined().count { ($0.number ?? 0) != 0 }
      switch chart.kind.labels {
      case .inSegments: return count + missing
      case .besideMarks: return count + (missing < all ? missing : 0)
      case .some: return count
      }
    }
  }

  /// Rows that are a little too many for a page are drawn together until they have room. Those that would not have it
  /// stay as they are: the chart then goes on over pages, and small letters would gain nothing. No value is lost by it.
  ///
  /// - Parameter height: of what else the figure has.
  private func drawing(of chart: Chart, width: Points, besides height: Points) -> ChartDrawing {
    let style = chartStyle
    let drawing = drawChart(
      chart, style: style, width: width, filling: figureHeight.map { $0 - height }, typesetter: typesetter)
    // Charts of few rows have room on any page.
    guard chart.categories.count > Self.rowsOfLongChart else { return drawing }
    let room = page.frame.size.height - height
    guard drawing.height > room - titleHeight - Self.headingRoom else { return drawing }
    let unwritten = drawing.unwritten(of: chart)
    let closer = [0.25, 0.5, 0.75, 1].map { density in
      drawChart(chart, style: style.drawnTogether(density), width: width, typesetter: typesetter)
    }.filter { $0.unwritten(of: chart) == unwritten }
    // Under the report's title too, if that is possible; else under a heading, or alone.
    let limits = [titleHeight + Self.headingRoom, titleHeight, Self.headingRoom, 0].map { room - $0 }
    return limits.lazy.compactMap { limit in ([drawing] + closer).first { $0.height <= limit } }.first
      ?? drawing
  }

  /// What a heading of a line takes over a chart that fills a page; without it the heading would stand alone.
  private static let headingRoom: Points = 48
  private static let rowsOfLongChart = 12

  /// The lines under a figure with one thing more in the note.
  private func noting(_ text: String, in lines: [ApparatusLine]) -> [ApparatusLine] {
    guard let first = lines.first, first.label == wording.note else {
      return [ApparatusLine(label: wording.note, text: text)] + lines
    }
    return [ApparatusLine(label: first.label, text: first.text + " " + text)] + lines.dropFirst()
  }

  /// What stands again over the part of a figure that goes on on another page: its title, and its head or legend.
  mutating func repeatedHead(of figure: Figure, above head: Fragment?, width: Points) -> Fragment.RepeatedHead
  {
    let titles = [wording.continued, wording.concluded].map { lines(ofTitle: figure, $0, width: width) }
    let lineCount = titles.map(\.count).max() ?? 1
    let leading = theme.type.figureTitle.leading
    let y = Double(lineCount) * leading + theme.spacing[.continued]
    let below = head?.marks.flatMap(\.items).map { $0.moved(by: Point(x: 0, y: y)) } ?? []
    let items = titles.map { self.items(of: $0, lineCount: lineCount) + below }
    return Fragment.RepeatedHead(height: y + (head?.height ?? 0), items: items[0], lastItems: items[1])
  }

  private func lines(ofTitle figure: Figure, _ word: String, width: Points) -> [Line] {
    let title = StyledText([
      StyledText.Run(figure.label + "\u{2002}", styles.figureLabel),
      StyledText.Run(figure.title + " " + word, styles.figureTitle),
    ])
    return typesetter.lines(of: title, width: width)
  }

  /// The lines of a title, the last one of so many right over what follows.
  private func items(of lines: [Line], lineCount: Int) -> [DrawItem] {
    let leading = theme.type.figureTitle.leading
    let top = baseline(of: styles.figureTitle, leading: leading) + Double(lineCount - lines.count) * leading
    return lines.enumerated().flatMap { $1.items(at: Point(x: 0, y: top + Double($0) * leading)) }
  }
}

/// Where values are written in a chart.
private enum ValueLabels {
  /// In segments, which may be too small for them.
  case inSegments
  /// Beside what is drawn, or not at all where an axis tells them.
  case besideMarks
  /// Of some only, beside an axis that tells all.
  case some
}

extension ChartKind {
  fileprivate var labels: ValueLabels {
    switch self {
    case .stacked, .stackedToWhole, .diverging, .likert, .mosaic: .inSegments
    case .bar, .column, .ranked, .split, .pyramid, .range, .dot, .lollipop, .bullet, .waterfall, .histogram,
      .slope, .pictogram:
      .besideMarks
    case .dumbbell, .line, .pareto: .some
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func chartTurned(_ categories: [String]) -> Self {
    let names = categories.joined(separator: ", ")
    return Self(
      "chart-turned",
      fr: "les colonnes du graphique (\(names)) manquent de place : elles sont dessinées à l’horizontale",
      en: "the columns of the chart (\(names)) lack room: they are drawn as horizontal bars")
  }
}
