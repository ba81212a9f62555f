import DataSources
import Diagnostics
import Model
import Spec

/// What a chart's values are read against, and what stands under it.
extension Composer {
  // MARK: References, gaps, remarks

  func references(_ grid: ChartGrid, _ block: ChartBlock) -> [PublishedChart.Reference] {
    block.options.references.map { reference in
      let numbers = grid.cells.compactMap(\.first).flatMap { $0.compactMap(\.number) }
      let value: Double
      let name: String
      switch reference.value {
      case .number(let number): (value, name) = (number, "")
      case .mean:
        (value, name) = (numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count), wording.mean)
      case .median: (value, name) = (median(numbers), wording.medianWord)
      }
      let printed = grid.text.short(value)
      let usual = name.isEmpty ? printed : name + wording.colon + printed
      return PublishedChart.Reference(
        value: value, end: reference.to, label: set(reference.label?.value ?? usual))
    }
  }

  private func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return 0 }
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }

  mutating func brackets(_ grid: ChartGrid, _ block: ChartBlock) -> [PublishedChart.Bracket] {
    switch block.options.gaps {
    case .none: return []
    case .series: return seriesGaps(grid, block)
    case .categories(let from, let to):
      let found = [from, to].map { name in grid.categories.firstIndex { $0.isCalled(name.value) } }
      for (name, index) in zip([from, to], found) where index == nil {
        diagnostics.report(
          .error(
            .notACategory(name.value), at: name.place,
            hints: .suggestion(for: name.value, among: grid.categories.map(\.key))))
      }
      guard let first = found[0], let second = found[1], let a = grid.cells[0][0][first].number,
        let b = grid.cells[0][0][second].number
      else { return [] }
      return [
        .init(
          panel: 0, fromCategory: first, fromSeries: 0, toCategory: second, toSeries: 0,
          label: gapText(b - a, grid))
      ]
    }
  }

  private func gapText(_ difference: Double, _ grid: ChartGrid) -> String {
    set(DifferenceText(values: grid.text, measure: .difference).text(difference))
  }

  /// The first series against the second, in each category; of a comparison as it was tested.
  private func seriesGaps(_ grid: ChartGrid, _ block: ChartBlock) -> [PublishedChart.Bracket] {
    guard grid.series.count >= 2 else { return [] }
    return grid.cells.indices.flatMap { panel in
      grid.categories.indices.compactMap { category -> PublishedChart.Bracket? in
        guard let a = grid.cells[panel][0][category].number, let b = grid.cells[panel][1][category].number
        else {
          return nil
        }
        return .init(
          panel: panel, fromCategory: category, fromSeries: 0, toCategory: category, toSeries: 1,
          label: testedGap(grid.categories[category], block) ?? gapText(a - b, grid))
      }
    }
  }

  /// The gap of a comparison's indicator, or the mark of one that is not significant.
  private func testedGap(_ category: ChartGrid.Item, _ block: ChartBlock) -> String? {
    guard case .indicators(let chart) = block.data, chart.categories == .indicators,
      let indicator = chart.selection.indicators.first(where: { $0.name == category.key }),
      let compared = told(chart.selection, indicator).first
    else { return nil }
    switch compared.value {
    case .number(let number):
      return set(DifferenceText(values: valueText(indicator), measure: compared.measure).text(number))
    case .missing(let kind): return wording.mark(kind)
    }
  }

  mutating func annotations(_ grid: ChartGrid, _ block: ChartBlock) -> [PublishedChart.Annotation] {
    block.options.annotations.compactMap { note in
      guard let category = grid.categories.firstIndex(where: { $0.isCalled(note.at.value) }) else {
        diagnostics.report(
          .error(
            .notACategory(note.at.value), at: note.at.place,
            hints: .suggestion(for: note.at.value, among: grid.categories.map(\.key))))
        return nil
      }
      let series = note.series.flatMap { name in grid.series.firstIndex { $0.isCalled(name.value) } } ?? 0
      return .init(category: category, series: series, text: set(note.text.value))
    }
  }

  // MARK: Under the chart

  /// What a reader must know of how the chart is drawn.
  func chartNotes(_ grid: ChartGrid, _ block: ChartBlock) -> [String] {
    var notes: [String] = []
    if let low = block.options.axis?.min?.value, low > 0, block.kind.startsAtZero {
      notes.append(wording.cutAxis(grid.text.short(low)))
    }
    if block.options.axis?.log?.value == .yes { notes.append(wording.logarithmic) }
    if block.options.scales?.value == .free { notes.append(wording.freeScales) }
    if block.kind == .pictogram { notes.append(wording.sign(grid.text.full(sign(grid, block)))) }
    if block.kind == .pareto { notes.append(wording.paretoLine) }
    if block.kind == .mosaic { notes.append(wording.mosaicWidths) }
    if wantsIntervals(block) || grid.all.contains(where: { $0.low != nil }) {
      notes.append(wording.intervalsShown)
    }
    if let bases = bases(block) { notes.append(bases) }
    if block.options.gaps != .none, grid.text.decimals == 0 || grid.text.unit == .percent {
      // Brackets are computed as comparisons are.
      notes.append(wording.roundedGaps)
    }
    return notes
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
      return ends.joined(separator: "\u{A0}–\u{A0}") + (name.map { " (\($0))" } ?? "")
    }
    return bases.isEmpty ? nil : wording.bases(bases.joined(separator: ", "))
  }

  func rowSubtitle(_ chart: RowChart, _ kind: ChartKind) -> String? {
    if kind == .histogram { return nil }
    let text = ValueText(
      unit: chart.columns.unit?.value ?? .count, counts: chart.columns.counts?.value,
      scale: chart.columns.scale?.value ?? .units, decimals: 0, values: [], language: wording.language)
    return (text.caption ?? chart.columns.counts?.value).map { set(capitalized($0)) }
  }

  mutating func rowApparatus(
    _ block: ChartBlock, _ data: RowChart, _ chart: PublishedChart, _ extra: [String]
  ) -> [ApparatusLine] {
    let labels = chart.panels.flatMap { $0.bars.flatMap { $0.filter { $0.number == nil }.map(\.label) } }
    let kinds = MissingKind.allCases.filter { labels.contains(wording.mark($0)) }
    let isPath = chart.series.contains(where: \.isPath)
    var marks = isPath ? [] : kinds.map { (wording.mark($0), wording.meaning($0)) }
    let statuses = ObservationStatus.allCases.filter { status in
      guard let mark = wording.mark(status) else { return false }
      return chart.panels.contains { $0.bars.contains { $0.contains { $0.label.hasSuffix(mark) } } }
    }
    marks += statuses.compactMap { status in wording.mark(status).map { ($0, wording.meaning(status)) } }
    let notes =
      [block.apparatus.note.map { plain($0) }].compactMap(\.self) + extra
      + (marks.isEmpty ? [] : [wording.marks(marks)])
    let citations = data.sources.map { report.sources[$0].citation }.joined(separator: wording.semicolon)
    let lines: [(String, String?)] = [
      (wording.note, notes.isEmpty ? nil : notes.joined(separator: " ")),
      (wording.reading, block.apparatus.reading.map { plain($0) } ?? rowReading(chart)),
      (wording.universe, block.apparatus.universe.map { ended(plain($0)) }),
      (data.sources.count > 1 ? wording.sources : wording.source, citations.isEmpty ? nil : ended(citations)),
    ]
    return lines.compactMap { label, text in text.map { ApparatusLine(label: label, text: set($0)) } }
  }

  /// One value in a sentence: the highlighted one's, else the first.
  private func rowReading(_ chart: PublishedChart) -> String? {
    let first = chart.panels.first?.bars.first
    let fullest = chart.categories.indices.filter { _ in chart.kind == .histogram }.max {
      (first?[$0].number ?? 0) < (first?[$1].number ?? 0)
    }
    let order =
      [fullest].compactMap(\.self) + chart.categories.indices.filter { chart.categories[$0].isHighlighted }
      + chart.categories.indices.filter { !chart.categories[$0].isHighlighted }
    for category in order {
      guard let bars = chart.panels.first?.bars,
        let series = bars.indices.first(where: { bars[$0][category].number != nil })
      else { continue }
      let bar = bars[series][category]
      let name = wording.quoted(chart.categories[category].label)
      if chart.kind == .histogram { return wording.classReading(name, bar.label, isOne: bar.number == 1) }
      if let rank = chart.categories[category].rank { return wording.rankReading(name, rank, bar.label) }
      let parts = [
        chart.panels.count > 1 ? chart.panels[0].title : nil,
        chart.series.count > 1 && !chart.series[series].name.isEmpty ? chart.series[series].name : nil,
      ]
      return wording.rowReading(name, parts.compactMap(\.self), bar.label)
    }
    return nil
  }

  // MARK: What misleads

  mutating func checkGrid(_ grid: ChartGrid, _ block: ChartBlock) {
    let count = grid.series.count { !$0.isPath }
    if let (least, most) = block.kind.seriesNeeded, count < least || count > most {
      diagnostics.report(
        .error(
          .seriesNeeded(block.kind.rawValue, least, most, count), at: block.place, hints: [.seriesColumn]))
    }
    if case .rows = block.data, count > mostSeries(block.kind) {
      diagnostics.report(.warning(.manySeries(count), at: block.place, hints: [.splitSeries]))
    }
    checkNegatives(grid, block)
    if block.kind == .slope, grid.categories.count != 2 {
      diagnostics.report(.error(.slopeOfTwo(grid.categories.count), at: block.place, hints: [.lineForMore]))
    }
    if block.options.axis?.log?.value == .yes, let cell = grid.all.first(where: { $0.number ?? 1 <= 0 }) {
      diagnostics.report(.error(.noLogarithm, at: cell.place ?? block.place))
    }
  }

  private func mostSeries(_ kind: ChartKind) -> Int {
    switch kind {
    case .stacked, .stackedToWhole, .likert, .mosaic: 7
    case .split, .pyramid, .line: 6
    case .slope: 20
    case .bar, .column, .ranked, .diverging, .range, .dumbbell, .dot, .lollipop, .bullet, .waterfall,
      .histogram,
      .pareto, .pictogram:
      4
    }
  }

  /// A part below zero is none, nor are there fewer people than none.
  private mutating func checkNegatives(_ grid: ChartGrid, _ block: ChartBlock) {
    guard block.kind.isOfParts, let cell = grid.all.first(where: { $0.number ?? 0 < 0 }) else { return }
    diagnostics.report(
      .error(
        .negativePart(block.kind.rawValue), at: cell.place ?? block.place, hints: [.divergingForNegatives]))
  }
}

extension ChartKind {
  /// How many series it is made of, where that is not free.
  fileprivate var seriesNeeded: (Int, Int)? {
    switch self {
    case .range, .pyramid: (2, 2)
    case .dumbbell: (2, 4)
    case .likert: (2, 9)
    case .stackedToWhole, .stacked, .diverging, .mosaic, .split: (2, .max)
    case .ranked, .waterfall, .bullet: (1, 1)
    case .bar, .column, .dot, .lollipop, .histogram, .pareto, .line, .slope, .pictogram: nil
    }
  }

  fileprivate var isOfParts: Bool {
    switch self {
    case .stackedToWhole, .likert, .mosaic, .pictogram, .pyramid, .pareto: true
    case .bar, .column, .ranked, .stacked, .diverging, .split, .range, .dumbbell, .dot, .lollipop, .bullet,
      .waterfall,
      .histogram, .line, .slope:
      false
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func notACategory(_ name: String) -> Self {
    Self(
      "not-in-figure", fr: "« \(name) » n’est pas une catégorie de cette figure",
      en: "“\(name)” is not a category of this figure")
  }
  fileprivate static func seriesNeeded(_ kind: String, _ least: Int, _ most: Int, _ count: Int) -> Self {
    let wanted = least == most ? "\(least)" : most == .max ? "\(least) +" : "\(least)–\(most)"
    return Self(
      "series-needed", fr: "« \(kind) » se fait avec \(wanted) série(s), il y en a \(count)",
      en: "`\(kind)` is made of \(wanted) series; there are \(count)")
  }
  fileprivate static func manySeries(_ count: Int) -> Self {
    Self(
      "many-series", fr: "\(count) séries dans un graphique se distinguent mal, moins encore en gris",
      en: "\(count) series in a chart are hard to tell apart, least of all in grey")
  }
  fileprivate static func negativePart(_ kind: String) -> Self {
    Self(
      "negative-part", fr: "une valeur négative ne peut pas être une part (« \(kind) »)",
      en: "a negative value cannot be a part (`\(kind)`)")
  }
  fileprivate static func slopeOfTwo(_ count: Int) -> Self {
    Self(
      "slope-of-two", fr: "« slope » relie deux catégories, il y en a \(count)",
      en: "`slope` joins two categories; there are \(count)")
  }
  fileprivate static var noLogarithm: Self {
    Self(
      "no-logarithm", fr: "zéro et les valeurs négatives n’ont pas de place sur une échelle logarithmique",
      en: "zero and negative values have no place on a logarithmic scale")
  }
}

extension Diagnostic.Hint {
  fileprivate static let seriesColumn = Self(
    fr: "dites-les par une colonne (« series: ») ou par plusieurs colonnes de valeurs (« value: [a, b] »)",
    en: "say them by a column (`series:`) or by several columns of values (`value: [a, b]`)")
  fileprivate static let splitSeries = Self(
    fr: "regroupez-les, essayez « kind: split » ou « panels: », ou faites plusieurs graphiques",
    en: "group them, try `kind: split` or `panels:`, or make several charts")
  fileprivate static let divergingForNegatives = Self(
    fr: "essayez « kind: diverging » ou « kind: bar »", en: "try `kind: diverging` or `kind: bar`")
  fileprivate static let lineForMore = Self(
    fr: "pour plus de deux périodes, prenez « kind: line »",
    en: "for more than two periods, take `kind: line`")
}
