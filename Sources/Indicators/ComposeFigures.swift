import Diagnostics
import Model
import Spec

/// Charts with their values.
extension Composer {
  mutating func figure(_ block: ChartBlock) -> Figure {
    let selection = block.selection
    let categories = items(block.categories, of: selection)
    let series = items(block.series, of: selection)
    let published = series.enumerated().map { index, one in
      PublishedChart.Series(
        name: set(name(of: one, selection)), role: role(of: one, index, series, block),
        bars: categories.map { bar($0, one, in: selection) })
    }
    let pointedOut = block.highlight ?? pointedOutSubject(block)
    let labels = categories.map {
      PublishedChart.Category(
        label: set(name(of: $0, selection)), isHighlighted: pointedOut.map($0.isMeant) ?? false)
    }
    let chart = PublishedChart(
      orientation: block.orientation, categories: labels, series: published,
      hasHighlight: labels.contains(where: \.isHighlighted),
      alternative: block.apparatus.alternative.map { plain($0) }
        ?? set(wording.barChart(categories: labels.count, series: published.map(\.name))),
      conclusion: gaps(in: selection), description: description(labels, published, selection))
    return Figure(
      id: block.id, label: wording.figure(block.number), title: title(block.apparatus, selection),
      subtitle: subtitle(block.apparatus, selection), content: .chart(sorted(chart, block.sort, selection)),
      apparatus: apparatus(
        block.apparatus, selection, highlight: block.highlight, marks: marks(in: selection)))
  }

  /// A comparison's subject, where a chart runs over populations and its author points nobody out.
  private func pointedOutSubject(_ block: ChartBlock) -> Highlight? {
    guard block.categories == .populations,
      let subject = block.selection.comparison.flatMap({ report.comparisons[$0].subject })
    else { return nil }
    return .population(subject)
  }

  private mutating func bar(_ category: FigureItem, _ series: FigureItem, in selection: Selection)
    -> PublishedChart.Bar
  {
    let key = key(of: [category, series], in: selection)
    guard let observation = observation(key.indicator, key.viewpoint, askedAt: selection.place) else {
      return .init(number: nil, label: "")
    }
    switch observation.value {
    case .number(let number):
      return .init(number: number, label: withStatus(valueText(key.indicator).short(number), observation))
    case .missing(let kind): return .init(number: nil, label: wording.mark(kind))
    }
  }

  /// A printed value with the mark of its status, if it is not final.
  func withStatus(_ text: String, _ observation: Observation) -> String {
    wording.mark(observation.status).map { text + "\u{A0}" + $0 } ?? text
  }

  /// Whom a series is about: the subject of a comparison, or its current period, and what they are set against.
  private func role(
    of item: FigureItem, _ index: Int, _ series: [FigureItem], _ block: ChartBlock
  ) -> PopulationRole? {
    switch item {
    case .indicator: return series.count == 1 ? .subject : nil
    case .period: return index == series.count - 1 ? .subject : series.count == 2 ? .reference : nil
    case .population(let population):
      guard let comparison = block.selection.comparison.map({ report.comparisons[$0] }) else {
        if series.count == 1, block.categories != .indicators { return .subject }
        return population.flatMap { report.populations[$0].role }
      }
      return population == comparison.subject ? .subject : .reference
    }
  }

  /// All values, in words: “Smartphone : 87 % (QPV), 91 % (France) ; …”, then what a comparison comes to.
  private func description(
    _ categories: [PublishedChart.Category], _ series: [PublishedChart.Series], _ selection: Selection
  ) -> String {
    let parts = categories.enumerated().map { index, category in
      let values = series.map { one in
        series.count == 1 ? one.bars[index].label : "\(one.bars[index].label) (\(one.name))"
      }
      return category.label + wording.colon + values.joined(separator: ", ")
    }
    return parts.joined(separator: wording.semicolon) + "." + (gaps(in: selection).map { " " + $0 } ?? "")
  }

  /// What a chart is made to show: “Écart avec la France : −4 points (smartphone), non significatif (tablette).”
  private func gaps(in selection: Selection) -> String? {
    guard let comparison = selection.comparison.map({ report.comparisons[$0] }) else { return nil }
    let sentences = comparison.references.compactMap { reference -> String? in
      let gaps = selection.indicators.compactMap { indicator in
        told(selection, indicator).first { $0.reference == reference }.map {
          gap(of: $0, indicator, selection)
        }
      }
      guard let first = selection.indicators.first, !gaps.isEmpty else { return nil }
      let text = DifferenceText(values: valueText(first), measure: comparison.measure)
      return name(of: reference, text, selection) + wording.colon + gaps.joined(separator: ", ") + "."
    }
    return sentences.isEmpty ? nil : set(sentences.joined(separator: " "))
  }

  private func name(
    of reference: ComparisonReference, _ text: DifferenceText, _ selection: Selection
  ) -> String {
    switch reference {
    case .population(let population): text.name(against: report.populations[population].short)
    case .period(let choice): text.evolutionName(since: name(of: choice, selection))
    case .target, .peers: text.name(against: wording.theTarget)
    }
  }

  private func gap(of compared: Compared, _ indicator: ID<Indicator>, _ selection: Selection) -> String {
    let text = DifferenceText(values: valueText(indicator), measure: compared.measure)
    let size =
      switch compared.value {
      case .number(let number): text.text(number)
      case .missing(let kind): wording.meaning(kind)
      }
    return selection.indicators.count == 1 ? size : "\(size) (\(report.indicators[indicator].short))"
  }

  /// The order of categories, settled once for bars, descriptions and the table behind them.
  private func sorted(_ chart: PublishedChart, _ order: SortOrder, _ selection: Selection) -> PublishedChart {
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
      alternative: chart.alternative, conclusion: chart.conclusion,
      description: description(categories, series, selection))
  }
}
