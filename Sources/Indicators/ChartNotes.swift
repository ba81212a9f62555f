import DataSources
import Diagnostics
import Model
import Spec

/// What stands under a chart.
extension Composer {
  /// What a reader must know of how the chart is drawn.
  ///
  /// - Parameter read: the grid before its kind made something of it.
  func chartNotes(
    _ grid: ChartGrid, of read: ChartGrid, _ chart: PublishedChart, _ block: ChartBlock
  ) -> [String] {
    var notes: [String] = []
    if let low = block.options.axis?.min?.value, low > 0, block.kind.startsAtZero {
      notes.append(wording.cutAxis(grid.text.short(low)))
    }
    if block.options.axis?.log?.value == .yes { notes.append(wording.logarithmic) }
    if block.options.scales?.value == .free { notes.append(wording.freeScales) }
    if block.kind == .pictogram { notes.append(wording.sign(grid.text.full(sign(grid, block)))) }
    if block.kind == .pareto {
      let isWhole = grid.cells.allSatisfy { $0[0].allSatisfy { $0.unknownPart == nil } }
      notes.append(isWhole ? wording.paretoLine : wording.paretoLineOfKnown)
    }
    if block.kind == .mosaic, Set(grid.categories.map(\.weight)).count > 1 {
      let isWhole = grid.all.allSatisfy { $0.unknownPart == nil }
      notes.append(wording.mosaicWidths(by: widthName(block), isWhole: isWhole))
    }
    let unknown = block.kind == .histogram ? read.all.count { $0.number == nil } : 0
    if unknown > 0 { notes.append(wording.uncounted(unknown)) }
    if block.kind.isOfShares, read.text.unit == .percent, !read.isOfWhole {
      notes.append(wording.scaledTo100)
    }
    if block.kind.showsIntervals, grid.all.contains(where: { $0.low != nil }) {
      let style = block.kind.fadesIntervals ? block.options.intervals?.value : nil
      notes.append(wording.intervalsShown(style ?? .bars))
    }
    // Of several series some may be as light: there the marks of values tell.
    let isToldByMarks =
      grid.series.count > 1 && block.kind.hasBars && block.options.showsValues?.value != .no
    if !isToldByMarks,
      chart.panels.contains(where: { $0.bars.contains { $0.contains(where: \.isProvisional) } }),
      let note = wording.unsettled(block.kind, isUpright: block.orientation == .vertical)
    {
      notes.append(note)
    }
    if let bases = bases(block) { notes.append(bases) }
    if block.options.showsValues?.value != .no, isRoundedElsewhere(grid, block.kind) {
      notes.append(block.kind.isOfShares ? wording.roundedShares : wording.roundedParts)
    }
    if let gaps = whatGapsAre(grid, chart, block) { notes.append(gaps) }
    let isRounded = grid.all.contains { cell in cell.number.map { $0 != cell.text.rounded($0) } ?? false }
    if isRounded, chart.brackets.contains(where: { $0.label != wording.mark(.notSignificant) }) {
      // Brackets are computed as comparisons are.
      notes.append(wording.roundedGaps)
    }
    if let gaps = unmarkedGaps(chart, block) { notes.append(gaps) }
    if chart.brackets.contains(where: { $0.label == wording.mark(.notSignificant) }) {
      // Of a comparison, its own note says how gaps are tested.
      if case .rows = block.data { notes.append(wording.testedAt(wording.percent("95"))) }
      notes.append(wording.marks([(wording.mark(.notSignificant), wording.gapMark)]))
    }
    return notes
  }

  /// What a mosaic's columns are as wide as, where that is another column.
  private func widthName(_ block: ChartBlock) -> String? {
    guard case .rows(let chart) = block.data, let width = chart.columns.width?.value else { return nil }
    return set(chart.columns.labels.first { $0.old.value == width }?.new.value ?? width)
  }

  /// Whether parts as they are printed do not come to what all are printed as, or to 100.
  private func isRoundedElsewhere(_ grid: ChartGrid, _ kind: ChartKind) -> Bool {
    guard kind.isOfShares || kind == .stacked, grid.series.count > 1 else { return false }
    return grid.cells.contains { panel in
      grid.categories.indices.contains { category in
        let cells = panel.map { $0[category] }
        let numbers = cells.compactMap(\.number)
        guard numbers.count == cells.count, numbers.contains(where: { $0 != 0 }) else { return false }
        let printed = cells.compactMap { cell in cell.number.map(cell.text.rounded) }.reduce(0, +)
        return grid.text.number(printed) != grid.text.number(numbers.reduce(0, +))
      }
    }
  }

  /// Of what from what gaps are, which their signs alone do not tell.
  private func whatGapsAre(_ grid: ChartGrid, _ chart: PublishedChart, _ block: ChartBlock) -> String? {
    if case .indicators(let data) = block.data, data.selection.comparison != nil { return nil }
    guard let gap = chart.brackets.first(where: { $0.label != wording.mark(.notSignificant) })
    else { return nil }
    let isOfSeries = gap.fromSeries != gap.toSeries
    let names =
      isOfSeries
      ? [grid.series[gap.fromSeries].label, grid.series[gap.toSeries].label]
      : [grid.categories[gap.toCategory].label, grid.categories[gap.fromCategory].label]
    let ordered = (isOfSeries && isChange(grid) ? names.reversed() : names).map(wording.quoted)
    return wording.gaps(chart.brackets.count, of: ordered[0], from: ordered[1])
  }

  /// The gaps of a comparison that are not significant, where no bracket of the chart says so.
  private func unmarkedGaps(_ chart: PublishedChart, _ block: ChartBlock) -> String? {
    guard case .indicators(let data) = block.data,
      let comparison = data.selection.comparison.map({ report.comparisons[$0] }),
      chart.brackets.isEmpty || comparison.references.count > 1
    else { return nil }
    let isMarked = !chart.brackets.isEmpty
    let gaps = comparison.references.dropFirst(isMarked ? 1 : 0).compactMap { reference -> String? in
      let indicators = data.selection.indicators.filter { indicator in
        told(data.selection, indicator).contains {
          $0.reference == reference && $0.value == .missing(.notSignificant)
        }
      }
      guard let first = indicators.first else { return nil }
      let text = DifferenceText(values: valueText(first), measure: comparison.measure)
      let name = name(of: reference, text, data.selection)
      // Of one indicator all that is shown is about it.
      let isOnly = data.selection.indicators.count == 1
      let names =
        isOnly ? "" : " (" + indicators.map { report.indicators[$0].label }.joined(separator: ", ") + ")"
      return name.prefix(1).lowercased() + name.dropFirst() + names
    }
    return gaps.isEmpty ? nil : wording.notSignificant(gaps)
  }

  /// How many answered, by population: what percentages are of.
  private func bases(_ block: ChartBlock) -> String? {
    guard case .indicators(let chart) = block.data else { return nil }
    let numbers = NumberText(language: wording.language)
    let seen = shown(in: chart.selection)
    let bases = populations(of: chart.selection).compactMap { population -> String? in
      let counts = seen.filter { $0.population == population }.compactMap { observation -> Double? in
        if case .sample(let respondents, _) = observation.precision { respondents } else { nil }
      }
      guard let least = counts.min(), let most = counts.max() else { return nil }
      let ends = distinct([least, most]).map { numbers.text($0, decimals: 0) }
      let name = population.map { report.populations[$0].short }
      let range = ends.count == 2 ? wording.countRange(ends[0], ends[1]) : ends[0]
      return range + (name.map { " (\($0))" } ?? "")
    }
    return bases.isEmpty ? nil : wording.bases(bases.joined(separator: ", "))
  }

  func rowSubtitle(_ chart: RowChart, _ kind: ChartKind) -> String? {
    let text = ValueText(
      unit: chart.columns.unit?.value ?? .count, counts: chart.columns.counts?.value,
      scale: chart.columns.scale?.value ?? .units, decimals: 0, values: [], language: wording.language)
    let caption = text.caption ?? chart.columns.counts?.value
    if kind == .histogram { return set(wording.countPerClass(of: caption)) }
    // Counts are shown as their shares.
    guard kind.isOfShares, text.unit == .count else { return caption.map { set(capitalized($0)) } }
    return set(wording.percentOf(chart.columns.counts?.value))
  }

  mutating func rowApparatus(
    _ block: ChartBlock, _ data: RowChart, _ chart: PublishedChart, _ grid: ChartGrid?, _ extra: [String]
  ) -> [ApparatusLine] {
    if block.apparatus.universe == nil {
      diagnostics.report(
        .warning(.figureWithoutUniverse, at: block.apparatus.place, hints: [.addUniverseToFigure]))
    }
    let labels = chart.panels.flatMap { $0.bars.flatMap { $0.filter { $0.number == nil }.map(\.label) } }
    let kinds = MissingKind.allCases.filter { labels.contains(wording.mark($0)) }
    let isPath = chart.series.contains(where: \.isPath)
    var marks = isPath ? [] : kinds.map { (wording.mark($0), wording.meaning($0)) }
    let statuses = ObservationStatus.allCases.filter { status in
      guard let mark = wording.mark(status) else { return false }
      // As bytes: each value of the chart is looked at.
      func bears(_ bar: PublishedChart.Bar) -> Bool {
        bar.label.utf8.suffix(mark.utf8.count).elementsEqual(mark.utf8)
      }
      return chart.panels.contains { $0.bars.contains { $0.contains(where: bears) } }
    }
    marks += statuses.compactMap { status in wording.mark(status).map { ($0, wording.meaning(status)) } }
    let notes =
      [block.apparatus.note.map { plain($0) }].compactMap(\.self) + extra
      + (marks.isEmpty ? [] : [wording.marks(marks)])
    let citations = data.sources.map { report.sources[$0].citation }.joined(separator: wording.semicolon)
    let lines: [(String, String?)] = [
      (wording.note, notes.isEmpty ? nil : notes.joined(separator: " ")),
      (
        wording.reading,
        block.apparatus.reading.map { plain($0) }
          ?? grid.flatMap { RowReading(grid: $0, kind: block.kind, wording: wording).text }
      ),
      (wording.universe, block.apparatus.universe.map { ended(plain($0)) }),
      (data.sources.count > 1 ? wording.sources : wording.source, citations.isEmpty ? nil : ended(citations)),
    ]
    return lines.compactMap { label, text in text.map { ApparatusLine(label: label, text: set($0)) } }
  }
}

extension ChartKind {
  /// Whether its marks are bars or columns, which are lighter where values may still change.
  fileprivate var hasBars: Bool {
    switch self {
    case .bar, .column, .ranked, .stacked, .stackedToWhole, .diverging, .likert, .split, .pyramid, .waterfall,
      .pareto, .mosaic:
      true
    case .range, .dumbbell, .dot, .lollipop, .bullet, .histogram, .line, .slope, .pictogram: false
    }
  }
}
