import Diagnostics
import Model
import Spec

/// The values of charts of indicators.
extension Composer {
  mutating func grid(_ chart: IndicatorChart, _ block: ChartBlock) -> ChartGrid {
    let selection = chart.selection
    let categories = items(chart.categories, of: selection)
    let series = items(chart.series, of: selection)
    let panels = chart.panels.map { items($0, of: selection) } ?? []
    let cells = (panels.isEmpty ? [nil] : panels.map(Optional.some)).map { panel in
      series.map { one in
        categories.map { cell([$0, one] + [panel].compactMap(\.self), selection, block) }
      }
    }
    let pointedOut = chart.highlight.isEmpty ? [pointedOutSubject(chart)].compactMap(\.self) : chart.highlight
    let pointsOutSeries = block.kind == .line || block.kind == .slope
    var grid = ChartGrid(
      categories: categories.map { item in
        var made = self.item(item, selection)
        made.isHighlighted = !pointsOutSeries && pointedOut.contains(where: item.isMeant)
        return made
      },
      series: series.enumerated().map { index, item in
        var made = self.item(item, selection)
        made.role = role(of: item, index, series, chart)
        made.isHighlighted = pointsOutSeries && chart.highlight.contains(where: item.isMeant)
        return made
      },
      panels: panels.map { self.item($0, selection) }, cells: cells, text: valueText(selection.indicators[0]))
    if block.kind == .line { addTargetPath(to: &grid, chart) }
    return grid
  }

  private func item(_ item: FigureItem, _ selection: Selection) -> ChartGrid.Item {
    var made = ChartGrid.Item(key: key(of: item), label: set(name(of: item, selection)))
    if case .period(let choice) = item {
      made.period =
        selection.indicators.lazy.compactMap { indicator in
          self.populations(of: selection).lazy.compactMap {
            self.observations.period(choice, of: indicator, $0)
          }.first
        }.first
    }
    return made
  }

  private func key(of item: FigureItem) -> String {
    switch item {
    case .indicator(let id): id.name
    case .population(let id): id?.name ?? ""
    case .period(let choice): choice.word
    }
  }

  private mutating func cell(
    _ items: [FigureItem], _ selection: Selection, _ block: ChartBlock
  ) -> ChartGrid.Cell {
    let key = key(of: items, in: selection)
    let text = valueText(key.indicator)
    guard let observation = observation(key.indicator, key.viewpoint, askedAt: selection.place) else {
      return .missing(.notAvailable, text)
    }
    var cell = ChartGrid.Cell(value: observation.value, text: text, status: observation.status)
    if wantsIntervals(block), let interval = comparer.interval(of: observation, level: Self.usualLevel) {
      cell.low = interval.low
      cell.high = interval.high
    }
    if block.kind == .bullet, let target = report.indicators[key.indicator].description.target,
      target.isMeant(for: key.viewpoint.population)
    {
      cell.target = target.value
    }
    return cell
  }

  /// Intervals are shown where the author asks for them.
  func wantsIntervals(_ block: ChartBlock) -> Bool {
    switch block.options.intervals?.value {
    case .bars, .gradient: true
    case .some(.none), nil: false
    }
  }

  /// A comparison's subject, where a chart runs over populations and its author points nobody out.
  private func pointedOutSubject(_ chart: IndicatorChart) -> Highlight? {
    guard chart.categories == .populations,
      let subject = chart.selection.comparison.flatMap({ report.comparisons[$0].subject })
    else { return nil }
    return .population(subject)
  }

  /// Whom a series is about: the subject of a comparison, or its current period, and what they are set against.
  private func role(
    of item: FigureItem, _ index: Int, _ series: [FigureItem], _ chart: IndicatorChart
  ) -> PopulationRole? {
    switch item {
    case .indicator: return series.count == 1 ? .subject : nil
    case .period: return index == series.count - 1 ? .subject : series.count == 2 ? .reference : nil
    case .population(let population):
      guard let comparison = chart.selection.comparison.map({ report.comparisons[$0] }) else {
        if series.count == 1, chart.categories != .indicators { return .subject }
        return population.flatMap { report.populations[$0].role }
      }
      return population == comparison.subject ? .subject : .reference
    }
  }

  /// From the first value to the target, at its date, of the first population that it is for.
  private func addTargetPath(to grid: inout ChartGrid, _ chart: IndicatorChart) {
    guard chart.categories == .periods, chart.panels == nil, chart.selection.indicators.count == 1,
      let target = report.indicators[chart.selection.indicators[0]].description.target,
      let population = populations(of: chart.selection).first(where: target.isMeant),
      let last = grid.categories.last?.period, target.by > last, let line = grid.cells.first,
      let series = grid.series.firstIndex(where: { $0.key == population?.name ?? "" })
        ?? grid.series.indices.first,
      let start = line[series].firstIndex(where: { $0.number != nil }), let first = line[series][start].number
    else { return }
    let name = set(capitalized(PeriodText(language: wording.language).label(target.by)))
    grid.categories.append(ChartGrid.Item(key: target.by.code, label: name, period: target.by))
    grid.series.append(ChartGrid.Item(key: "target", label: wording.targetName, isPath: true))
    let text = grid.text
    var path = grid.categories.map { _ in ChartGrid.Cell.missing(.notApplicable, text) }
    path[start].value = .number(first)
    path[path.count - 1].value = .number(target.value)
    grid.cells[0] = line.map { $0 + [.missing(.notApplicable, text)] } + [path]
  }
}
