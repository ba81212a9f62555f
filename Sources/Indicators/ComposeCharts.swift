import DataSources
import Diagnostics
import Model
import Spec

/// Charts with their values.
extension Composer {
  mutating func figure(_ block: ChartBlock) -> Figure {
    let read: ChartGrid?
    switch block.data {
    case .indicators(let chart): read = grid(chart, block)
    case .rows(let chart): read = grid(chart, block)
    }
    guard let read else { return figure(block, PublishedChart.nothing(block, wording), of: nil, notes: []) }
    let grid = printedSingly(prepared(read, block), block)
    checkGrid(grid, of: read, block)
    checkNames(grid, block)
    checkScale(grid, block)
    checkSums(grid, of: read, block)
    checkTotalsAmongParts(read, block)
    checkUnit(read, block)
    let alternative = block.apparatus.alternative.map { plain($0) }
    var chart = published(grid, block, alternative: alternative)
    chart.references = references(grid, block)
    chart.brackets = brackets(grid, block)
    chart.annotations = annotations(grid, block)
    return figure(block, chart, of: grid, notes: chartNotes(grid, of: read, chart, block))
  }

  private mutating func figure(
    _ block: ChartBlock, _ chart: PublishedChart, of grid: ChartGrid?, notes: [String]
  ) -> Figure {
    switch block.data {
    case .indicators(let data):
      return Figure(
        id: block.id, label: wording.figure(block.number), title: title(block.apparatus, data.selection),
        subtitle: subtitle(block.apparatus, data.selection, namesCounted: true), content: .chart(chart),
        apparatus: apparatus(
          block.apparatus, data.selection, highlight: data.highlight.first, marks: marks(in: data.selection),
          remarks: notes))
    case .rows(let data):
      return Figure(
        id: block.id, label: wording.figure(block.number),
        title: block.apparatus.title.map { plain($0) } ?? set(title(of: data.from.value)),
        subtitle: block.apparatus.subtitle.map { plain($0) } ?? rowSubtitle(data, block.kind),
        content: .chart(chart),
        apparatus: rowApparatus(block, data, chart, grid, notes))
    }
  }

  /// What data are called where their author gave the figure no title.
  private func title(of origin: TableOrigin) -> String {
    switch origin {
    case .source(let id): report.sources[id].title
    case .table(let id): capitalized(id.name)
    }
  }

  // MARK: Kinds

  /// What the kind of chart makes of the values: shares, classes, sums; then their order.
  private func prepared(_ grid: ChartGrid, _ block: ChartBlock) -> ChartGrid {
    var grid = grid
    for index in grid.categories.indices {
      let item = grid.categories[index]
      grid.categories[index].isTotal = block.options.totals.contains { item.isCalled($0.value) }
      grid.categories[index].isHighlighted = item.isHighlighted || isPointedOut(item, block)
    }
    for index in grid.series.indices where block.kind == .line || block.kind == .slope {
      let item = grid.series[index]
      grid.series[index].isHighlighted = item.isHighlighted || isPointedOut(item, block)
    }
    let percent = ValueText(
      unit: .percent, counts: nil, scale: .units,
      decimals: grid.text.unit == .percent ? grid.text.decimals : 0,
      values: [], language: wording.language)
    switch block.kind {
    case .stackedToWhole, .likert, .mosaic:
      if block.kind == .mosaic { grid = grid.weighedBySums }
      if block.kind == .likert, let apart = block.options.apart { grid = grid.withApart(apart.value) }
      if grid.text.unit != .percent || !grid.isOfWhole || grid.overWhole != nil {
        grid = grid.ofWhole(percent)
      }
      return sorted(grid, block, bySum: false)
    case .histogram: return grid.histogram(count: block.options.bins?.value, counts, wording)
    case .pareto:
      return sorted(named(grid, block), block, bySum: false).withCumulated(named: wording.cumulated, percent)
    case .ranked: return sorted(grid, block, bySum: false).ranked
    case .stacked: return sorted(grid, block, bySum: true)
    case .line, .slope: return grid.chronological ?? sorted(grid, block, bySum: false)
    case .pyramid where block.sort == .declared && grid.isOfRisingClasses: return grid.reversed
    case .bar, .column, .diverging, .split, .pyramid, .range, .dumbbell, .dot, .lollipop, .bullet, .waterfall,
      .pictogram:
      return sorted(grid, block, bySum: false)
    }
  }

  /// With decimals for each value by itself, where a logarithmic scale shows values of very different size.
  private func printedSingly(_ grid: ChartGrid, _ block: ChartBlock) -> ChartGrid {
    guard block.options.axis?.log?.value == .yes, case .rows(let chart) = block.data,
      chart.columns.decimals == nil
    else { return grid }
    var grid = grid
    for (panel, series, category) in grid.slots {
      guard let number = grid.cells[panel][series][category].number else { continue }
      grid.cells[panel][series][category].text = grid.text.ofItsSize(number)
    }
    return grid
  }

  /// With a name for the columns' own series, which stands in a legend.
  private func named(_ grid: ChartGrid, _ block: ChartBlock) -> ChartGrid {
    guard case .rows(let chart) = block.data, grid.series[0].label.isEmpty else { return grid }
    var grid = grid
    let name = chart.columns.counts?.value ?? chart.columns.value.first?.value ?? ""
    grid.series[0] = ChartGrid.Item(key: grid.series[0].key, label: set(capitalized(name)))
    return grid
  }

  private var counts: ValueText {
    ValueText(unit: .count, counts: nil, scale: .units, decimals: 0, values: [], language: wording.language)
  }

  private func isPointedOut(_ item: ChartGrid.Item, _ block: ChartBlock) -> Bool {
    guard case .rows(let chart) = block.data else { return false }
    return chart.highlight.contains { item.isCalled($0.value) }
  }

  private func sorted(_ grid: ChartGrid, _ block: ChartBlock, bySum: Bool) -> ChartGrid {
    let wanted = block.sortBy.flatMap { name in grid.series.firstIndex { $0.isCalled(name.value) } }
    return grid.sorted(block.sort, bySeries: wanted ?? (bySum ? nil : 0))
  }

  // MARK: Printing

  /// - Parameter alternative: what the author says of the chart to who cannot see it.
  private func published(_ grid: ChartGrid, _ block: ChartBlock, alternative: String?) -> PublishedChart {
    let pointsOutSeries = grid.series.contains(where: \.isHighlighted)
    let categories = grid.categories.map { item in
      PublishedChart.Category(
        label: item.label, group: item.group, isHighlighted: item.isHighlighted, isTotal: item.isTotal,
        weight: item.weight, position: item.period.map(\.end), partOfYear: partOfYear(item),
        rank: item.rank)
    }
    let series = grid.series.map { item in
      PublishedChart.Series(
        name: item.label, role: item.role ?? (grid.series.count == 1 ? .subject : nil), isPath: item.isPath,
        isMuted: pointsOutSeries && !item.isHighlighted, isApart: item.isApart)
    }
    let hasOwnTargets = targets(grid).count > 1
    let panels = grid.cells.enumerated().map { index, cells in
      PublishedChart.Panel(
        title: grid.panels.isEmpty ? nil : grid.panels[index].label,
        bars: cells.map { series in
          zip(series, grid.categories).map { cell, category in
            var bar = bar(cell, category, block.kind)
            if hasOwnTargets, cell.number != nil {
              bar.targetLabel = cell.target.map { set(cell.text.short($0)) }
            }
            return bar
          }
        })
    }
    let words = ChartWords(
      wording: wording, block: block, grid: grid, categories: categories, series: series, panels: panels)
    let gaps: String? =
      switch block.data {
      case .indicators(let chart): self.gaps(in: chart.selection)
      case .rows: words.widestGap
      }
    let conclusion = [words.extremes, gaps, words.targetsReached].compactMap(\.self)
    return PublishedChart(
      kind: block.kind, orientation: block.orientation, categories: categories, series: series,
      panels: panels,
      hasHighlight: categories.contains(where: \.isHighlighted), axis: axis(grid, block),
      options: options(grid, block),
      alternative: alternative ?? set(words.alternative),
      conclusion: conclusion.isEmpty ? nil : set(conclusion.joined(separator: " ")),
      description: set(([words.description] + conclusion).joined(separator: " ")))
  }

  /// “T1” of “2025”, where the category bears the name that its period has by itself.
  private func partOfYear(_ item: ChartGrid.Item) -> PublishedChart.PartOfYear? {
    let text = PeriodText(language: wording.language)
    guard let period = item.period, item.label == set(capitalized(text.label(period))) else { return nil }
    return text.inYear(period).map { .init(names: $0.names.map(set), year: $0.year) }
  }

  private func bar(_ cell: ChartGrid.Cell, _ category: ChartGrid.Item, _ kind: ChartKind)
    -> PublishedChart.Bar
  {
    switch cell.value {
    case .missing(let kind): return PublishedChart.Bar(number: nil, label: wording.mark(kind))
    case .number(let number):
      let isChange = kind == .waterfall && !category.isTotal
      let mark = wording.mark(cell.status).map { "\u{A0}" + $0 } ?? ""
      // Percentages change by points.
      let hasSign = !(isChange && cell.text.unit == .percent)
      func printed(_ text: (Double) -> String) -> String {
        set((isChange ? cell.text.change(number, text) : text(number)) + mark)
      }
      var bar = PublishedChart.Bar(
        number: number, label: printed(hasSign ? cell.text.short : cell.text.number))
      bar.short = hasSign ? printed(cell.text.number) : bar.label
      bar.low = cell.low
      bar.high = cell.high
      bar.target = cell.target
      bar.isProvisional = cell.status == .provisional || cell.status == .estimated
      return bar
    }
  }

  private func axis(_ grid: ChartGrid, _ block: ChartBlock) -> PublishedChart.Axis {
    var axis = grid.text.axis
    axis.low = block.options.axis?.min?.value
    axis.high = block.options.axis?.max?.value
    axis.isLogarithmic = block.options.axis?.log?.value == .yes
    axis.isOfCounts =
      grid.text.unit == .count && axis.divisor == 1
      && grid.all.allSatisfy { cell in cell.number.map { $0 == $0.rounded() } ?? true }
    return axis
  }

  private func options(_ grid: ChartGrid, _ block: ChartBlock) -> PublishedChart.Options {
    var options = PublishedChart.Options()
    options.intervals = block.options.intervals?.value ?? .bars
    options.writesValues = block.options.showsValues?.value != .no
    options.hasFreeScales = block.options.scales?.value == .free
    options.panelColumns = block.options.columns?.value
    options.isOrdered = !grid.edges.isEmpty || grid.categories.allSatisfy { $0.period != nil }
    options.edges = grid.edges
    options.each = block.kind == .pictogram ? sign(grid, block) : nil
    let targets = targets(grid)
    if let target = targets.first {
      let name = targetName(block)
      options.targetName = targets.count == 1 ? name + wording.colon + target : name
    }
    if block.kind == .stacked, grid.series.count > 1, let first = grid.cells.first {
      options.totals = grid.categories.indices.map { category in
        // A sum that lacks a part is none.
        if let unknown = first.lazy.compactMap({ $0[category].unknownPart }).first {
          return wording.mark(unknown)
        }
        let numbers = first.compactMap { $0[category].number }
        // A sum is as settled as the least settled of its parts.
        let status = [ObservationStatus.estimated, .provisional, .revised].first { status in
          first.contains { $0[category].status == status && $0[category].number != nil }
        }
        let mark = status.flatMap(wording.mark).map { "\u{A0}" + $0 } ?? ""
        return numbers.isEmpty ? "" : set(grid.text.short(numbers.reduce(0, +)) + mark)
      }
    }
    return options
  }

  /// What the author calls the column of targets, if anything.
  private func targetName(_ block: ChartBlock) -> String {
    guard case .rows(let chart) = block.data, let column = chart.columns.target?.value,
      let named = chart.columns.labels.first(where: { $0.old.value == column })
    else { return wording.targetName }
    return set(named.new.value)
  }

  /// The targets as they are printed, each once.
  private func targets(_ grid: ChartGrid) -> [String] {
    distinct(grid.all.compactMap { cell in cell.target.map(cell.text.full) })
  }

  /// How many a sign of a pictogram stands for: the author's number, else a round one that gives ten signs at most.
  func sign(_ grid: ChartGrid, _ block: ChartBlock) -> Double {
    if let each = block.options.each { return each.value }
    let most = grid.all.compactMap(\.number).max() ?? 1
    var each = 1.0
    while most / each > 12 {
      for factor in [2.0, 2.5, 2] where most / each > 12 { each *= factor }
    }
    return each
  }
}

extension PublishedChart {
  /// A chart whose values could not be read: that was reported, and nothing of it is published.
  fileprivate static func nothing(_ block: ChartBlock, _ wording: Wording) -> PublishedChart {
    PublishedChart(
      kind: block.kind, orientation: block.orientation, categories: [], series: [],
      panels: [Panel(title: nil, bars: [])], hasHighlight: false,
      axis: ValueText(
        unit: .count, counts: nil, scale: .units, decimals: 0, values: [], language: wording.language
      ).axis,
      alternative: "", conclusion: nil, description: "")
  }
}

extension ChartGrid {
  /// In the order of time; `nil` where not all categories are periods.
  fileprivate var chronological: ChartGrid? {
    let periods = categories.compactMap(\.period)
    guard periods.count == categories.count else { return nil }
    return ordered(
      categories.indices.sorted { periods[$0] == periods[$1] ? $0 < $1 : periods[$0] < periods[$1] })
  }

  /// Categories that weigh as much as their values come to, where none has a weight of its own.
  fileprivate var weighedBySums: ChartGrid {
    guard categories.allSatisfy({ $0.weight == 1 }), text.unit != .percent else {
      return self
    }
    var grid = self
    for category in categories.indices {
      grid.categories[category].weight = cells[0].compactMap { $0[category].number }.reduce(0, +)
    }
    return grid
  }
}
