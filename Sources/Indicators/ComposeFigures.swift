import Diagnostics
import Model
import Spec

/// Charts with their values, and what surrounds every figure.
extension Composer {
  mutating func figure(_ block: ChartBlock) -> Figure {
    let selection = block.selection
    let populations: [ID<Population>?] = selection.populations.isEmpty ? [nil] : selection.populations
    let report = self.report
    let roles = Dictionary(
      uniqueKeysWithValues: distinct(selection.populations).map { ($0, role(of: $0, in: selection)) })
    var chart: PublishedChart
    switch block.categories {
    case .indicators:
      chart = self.chart(
        block, categories: selection.indicators, series: populations,
        categoryName: { report.indicators[$0].short },
        seriesName: { $0.map { report.populations[$0].short } ?? "" },
        role: { $0.flatMap { roles[$0] ?? nil } },
        isHighlighted: { block.highlight == .indicator($0) }, key: { ($0, $1) })
    case .populations:
      let pointedOut = pointedOutPopulation(block)
      chart = self.chart(
        block, categories: populations, series: selection.indicators,
        categoryName: { $0.map { report.populations[$0].short } ?? "" },
        seriesName: { report.indicators[$0].short },
        role: { _ in selection.indicators.count == 1 ? .subject : nil },
        isHighlighted: { $0.map { $0 == pointedOut } ?? false }, key: { ($1, $0) })
    }
    chart = sorted(chart, block.sort)
    return Figure(
      id: block.id, label: wording.figure(block.number), title: title(block.apparatus, selection),
      subtitle: subtitle(block.apparatus, selection), content: .chart(chart),
      apparatus: apparatus(
        block.apparatus, selection, highlight: block.highlight, marks: marks(in: selection)))
  }

  /// The population that a chart over populations points out: the author's choice, else a comparison's subject.
  private func pointedOutPopulation(_ block: ChartBlock) -> ID<Population>? {
    switch block.highlight {
    case .population(let population): population
    case .indicator, nil: block.selection.comparison.map { report.comparisons[$0].subject }
    }
  }

  private mutating func chart<Category, Series>(
    _ block: ChartBlock, categories: [Category], series: [Series], categoryName: (Category) -> String,
    seriesName: (Series) -> String, role: (Series) -> PopulationRole?, isHighlighted: (Category) -> Bool,
    key: (Category, Series) -> (ID<Indicator>, ID<Population>?)
  ) -> PublishedChart {
    let published = series.map { one in
      PublishedChart.Series(
        name: set(seriesName(one)), role: role(one),
        bars: categories.map { category in
          let (indicator, population) = key(category, one)
          return bar(indicator, population, askedAt: block.selection.place)
        })
    }
    let labels = categories.map {
      PublishedChart.Category(label: set(categoryName($0)), isHighlighted: isHighlighted($0))
    }
    return PublishedChart(
      orientation: block.orientation, categories: labels, series: published,
      hasHighlight: labels.contains(where: \.isHighlighted),
      alternative: block.apparatus.alternative.map { plain($0) }
        ?? set(wording.barChart(categories: labels.count, series: published.map(\.name))),
      description: description(labels, published))
  }

  private mutating func bar(
    _ indicator: ID<Indicator>, _ population: ID<Population>?, askedAt place: Place
  ) -> PublishedChart.Bar {
    switch observation(indicator, population, askedAt: place)?.value {
    case .number(let number): .init(number: number, label: valueText(indicator).short(number))
    case .missing(let kind): .init(number: nil, label: wording.mark(kind))
    case nil: .init(number: nil, label: "")
    }
  }

  private func role(of population: ID<Population>, in selection: Selection) -> PopulationRole? {
    guard let comparison = selection.comparison.map({ report.comparisons[$0] }) else {
      return report.populations[population].role
    }
    return population == comparison.subject ? .subject : .reference
  }

  /// All values, in words: “Smartphone : 87 % (QPV), 91 % (France) ; …”.
  private func description(_ categories: [PublishedChart.Category], _ series: [PublishedChart.Series])
    -> String
  {
    let parts = categories.enumerated().map { index, category in
      let values = series.map { one in
        series.count == 1 ? one.bars[index].label : "\(one.bars[index].label) (\(one.name))"
      }
      return category.label + wording.colon + values.joined(separator: ", ")
    }
    return parts.joined(separator: wording.semicolon) + "."
  }

  /// The order of categories, settled once for bars, descriptions and the table behind them.
  private func sorted(_ chart: PublishedChart, _ order: SortOrder) -> PublishedChart {
    guard order != .declared, let first = chart.series.first else { return chart }
    let positions = chart.categories.indices.sorted { a, b in
      // Missing values go last whatever the order; equal ones stay as declared.
      guard let x = first.bars[a].number else { return false }
      guard let y = first.bars[b].number else { return true }
      return x == y ? a < b : order == .ascending ? x < y : x > y
    }
    let categories = positions.map { chart.categories[$0] }
    let series = chart.series.map { one in
      PublishedChart.Series(name: one.name, role: one.role, bars: positions.map { one.bars[$0] })
    }
    return PublishedChart(
      orientation: chart.orientation, categories: categories, series: series,
      hasHighlight: chart.hasHighlight,
      alternative: chart.alternative, description: description(categories, series))
  }

  // MARK: Apparatus

  mutating func title(_ texts: ApparatusTexts, _ selection: Selection) -> String {
    texts.title.map { plain($0) }
      ?? set(selection.indicators.map { report.indicators[$0].label }.joined(separator: ", "))
  }

  /// The author's subtitle, or the unit and the period where all indicators share them.
  mutating func subtitle(_ texts: ApparatusTexts, _ selection: Selection) -> String? {
    if let subtitle = texts.subtitle { return plain(subtitle) }
    let units = distinct(selection.indicators.map { valueText($0).caption })
    let periods = distinct(selection.indicators.map { report.indicators[$0].period })
    let unit = units.count == 1 ? units[0] : nil
    let period =
      periods.count == 1 ? periods[0].map { PeriodText(language: wording.language).phrase($0) } : nil
    let parts = [unit, period].compactMap(\.self)
    return parts.isEmpty ? nil : set(capitalized(parts.joined(separator: ", ")))
  }

  /// Note, Lecture, Champ, Source: each only where it has something to say.
  mutating func apparatus(
    _ texts: ApparatusTexts, _ selection: Selection, highlight: Highlight?,
    marks: [(mark: String, meaning: String)]
  ) -> [ApparatusLine] {
    let universes = Universes(of: selection, in: report)
    var notes = texts.note.map { [plain($0)] } ?? []
    if universes.differ && selection.comparison != nil { notes.append(capitalized(wording.universesDiffer)) }
    if showsRoundedGap(selection) { notes.append(wording.roundedGaps) }
    if !marks.isEmpty { notes.append(wording.marks(marks)) }
    let note = notes.isEmpty ? nil : notes.joined(separator: " ")
    let reading = texts.reading.map { plain($0) } ?? readingSentence(selection, highlight)
    let universe = texts.universe.map { plain($0) } ?? universes.text(wording)
    if universe == nil {
      diagnostics.report(.warning(.figureWithoutUniverse, at: texts.place, hints: [.addUniverse]))
    }
    let sources = distinct(selection.indicators.map { report.indicators[$0].source })
    let citations = sources.map { report.sources[$0].citation }.joined(separator: wording.semicolon)
    return [
      (wording.note, note), (wording.reading, reading), (wording.universe, universe),
      (sources.count == 1 ? wording.source : wording.sources, ended(citations)),
    ].compactMap { label, text in text.map { ApparatusLine(label: label, text: set($0)) } }
  }

  /// Whether a gap as printed is not the difference of the values as printed.
  private func showsRoundedGap(_ selection: Selection) -> Bool {
    guard let comparison = selection.comparison.map({ report.comparisons[$0] }),
      comparison.measure == .points || comparison.measure == .difference
    else { return false }
    return comparison.indicators.contains { indicator in
      let text = valueText(indicator)
      guard let subject = observations.find(indicator, comparison.subject)?.number else { return false }
      return comparison.references.contains { reference in
        guard let other = observations.find(indicator, reference)?.number else { return false }
        return text.signed(subject - other) != text.signed(text.rounded(subject) - text.rounded(other))
      }
    }
  }

  /// A sentence about the highlighted data point, or the first that has a value.
  private func readingSentence(_ selection: Selection, _ highlight: Highlight?) -> String? {
    var indicators = selection.indicators
    var populations: [ID<Population>?] = selection.populations.isEmpty ? [nil] : selection.populations
    switch highlight {
    case .indicator(let indicator): indicators = [indicator] + indicators
    case .population(let population) where selection.comparison == nil: populations.insert(population, at: 0)
    case .population, nil: break
    }
    for indicator in indicators {
      let found = distinct(populations).compactMap { population in
        observations.find(indicator, population)?.number.map { (population, $0) }
      }
      guard let subject = found.first else { continue }
      let other = selection.comparison != nil || found.count == 2 ? found.dropFirst().first : nil
      let reference = other.flatMap { other in other.0.map { (report.populations[$0], other.1) } }
      return ReadingSentence(
        indicator: report.indicators[indicator], values: valueText(indicator),
        subject: (subject.0.map { report.populations[$0] }, subject.1), reference: reference
      ).text
    }
    return nil
  }

  /// The marks of missing values in a figure, in order of appearance, with their meanings.
  func marks(in selection: Selection) -> [(mark: String, meaning: String)] {
    let populations: [ID<Population>?] = selection.populations.isEmpty ? [nil] : selection.populations
    let kinds = selection.indicators.flatMap { indicator in
      populations.compactMap { population in
        if case .missing(let kind) = observations.find(indicator, population)?.value { kind } else { nil }
      }
    }
    return distinct(kinds).map { (wording.mark($0), wording.meaning($0)) }
  }
}

extension Source {
  /// How it is cited under a figure: producer, title, year.
  var citation: String { [producer, title, year].compactMap(\.self).joined(separator: ", ") }
}

/// The elements of a list, each once, in the order of their first appearance.
func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}

extension Diagnostic.Message {
  fileprivate static var figureWithoutUniverse: Self {
    Self(
      "figure-without-universe", fr: "le champ de cette figure n’est pas dit",
      en: "this figure's coverage is not said")
  }
}

extension Diagnostic.Hint {
  fileprivate static let addUniverse = Self(
    fr: "ajoutez « universe: … » à ses indicateurs, à ses populations ou à la figure",
    en: "add “universe: …” to its indicators, to its populations or to the figure")
}
