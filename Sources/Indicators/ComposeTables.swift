import DataSources
import Diagnostics
import Model
import Spec

/// Tables with their cells printed.
extension Composer {
  mutating func figure(_ block: TableBlock) -> Figure {
    let table = self.table(block)
    return Figure(
      id: block.id, label: wording.figure(block.number), title: title(block.apparatus, block.selection),
      subtitle: subtitle(block.apparatus, block.selection), content: .table(table),
      apparatus: apparatus(block.apparatus, block.selection, highlight: nil, marks: marks(in: table)))
  }

  /// The marks in a table's cells, in order of appearance, with their meanings.
  private func marks(in table: PublishedTable) -> [(mark: String, meaning: String)] {
    let kinds = table.rows.joined().compactMap { cell in
      MissingKind.allCases.first { wording.mark($0) == cell }
    }
    return distinct(kinds).map { (wording.mark($0), wording.meaning($0)) }
  }

  private mutating func table(_ block: TableBlock) -> PublishedTable {
    let columns = block.columns.flatMap { expanded($0, block) }
    let rows = items(block.rows, of: block.selection)
    return PublishedTable(
      columns: columns.map { head(of: $0, block) },
      rows: rows.map { row in columns.map { set(cell($0, of: row, block)) } },
      highlighted: rows.indices.filter { index in block.highlight.map(rows[index].isMeant) ?? false })
  }

  /// A column a period, where a table shows several.
  private func expanded(_ column: TableColumn, _ block: TableBlock) -> [TableColumn] {
    guard column == .periods else { return [column] }
    return periods(of: block.selection).map(TableColumn.period)
  }

  // MARK: Heads

  private func head(of column: TableColumn, _ block: TableBlock) -> PublishedTable.Column {
    func head(
      _ text: String, _ alignment: PublishedTable.Alignment, isStub: Bool = false, isStrong: Bool = false
    )
      -> PublishedTable.Column
    {
      .init(head: text, alignment: alignment, isStub: isStub, isStrong: isStrong)
    }
    switch column {
    case .stub: return head(wording.text(block.rows), .leading, isStub: true)
    case .population(let population): return head(set(report.populations[population].short), .number)
    case .indicator(let indicator):
      let caption = valueText(indicator).caption.map { " (\($0))" } ?? ""
      return head(set(report.indicators[indicator].short + caption), .number)
    case .period(let choice): return head(set(name(of: choice, block.selection)), .number)
    case .periods: preconditionFailure("periods have become columns")
    case .value: return head(wording.value, .number)
    case .interval: return head(wording.interval, .number)
    case .measure(let measure, let reference):
      return head(set(caption(measure, reference, block)), .number, isStrong: true)
    case .status(let reference): return head(set(statusCaption(reference, block)), .leading)
    case .distribution(let distribution):
      // A quarter is told in words.
      return head(wording.text(distribution), distribution == .quartile ? .leading : .number)
    case .target(let target): return head(wording.text(target), .number)
    case .text(let text): return head(wording.text(text), .leading)
    }
  }

  /// What a column of differences is called; the reference is named where there are several, or where it is a period.
  private func caption(_ measure: Measure, _ reference: ComparisonReference, _ block: TableBlock) -> String {
    let text = DifferenceText(values: valueText(block.selection.indicators[0]), measure: measure)
    let references = block.selection.comparison.map { report.comparisons[$0].references } ?? []
    let isOneOfSeveral = references.count > 1
    switch reference {
    case .population(let population):
      return text.caption(against: isOneOfSeveral ? report.populations[population].short : nil)
    case .period(let choice): return text.evolutionCaption(since: name(of: choice, block.selection))
    case .target: return text.caption(against: wording.theTarget)
    case .peers: preconditionFailure("a distribution has no gap")
    }
  }

  /// What a column of statuses is called, with the reference where there are several.
  private func statusCaption(_ reference: ComparisonReference, _ block: TableBlock) -> String {
    let references = block.selection.comparison.map { report.comparisons[$0].references } ?? []
    guard references.count > 1 else { return wording.status }
    switch reference {
    case .population(let population): return wording.status(against: report.populations[population].short)
    case .period(let choice): return wording.status(since: name(of: choice, block.selection))
    case .target: return wording.status(against: wording.theTarget)
    case .peers: return wording.status
    }
  }

  // MARK: Cells

  private mutating func cell(_ column: TableColumn, of row: FigureItem, _ block: TableBlock) -> String {
    let selection = block.selection
    switch column {
    case .stub: return stub(row, selection)
    case .population(let population): return value([row, .population(population)], block)
    case .indicator(let indicator): return value([row, .indicator(indicator)], block, withUnit: false)
    case .period(let choice): return value([row, .period(choice)], block)
    case .periods: preconditionFailure("periods have become columns")
    case .value: return value([row], block)
    case .interval: return interval(row, selection)
    case .measure(let measure, let reference): return gap(row, measure, reference, selection)
    case .status(let reference): return status(row, reference, selection)
    case .distribution(let column): return distribution(column, row, selection)
    case .target(let column): return target(column, row, selection)
    case .text(let text): return describe(text, row, selection)
    }
  }

  private func stub(_ row: FigureItem, _ selection: Selection) -> String {
    switch row {
    case .indicator(let indicator): report.indicators[indicator].label
    case .population(let population): population.map { report.populations[$0].label } ?? ""
    case .period(let choice): name(of: choice, selection)
    }
  }

  /// Whether the subtitle can say the unit once for all cells.
  private func sharesUnit(_ block: TableBlock) -> Bool {
    distinct(block.selection.indicators.map { report.indicators[$0].unit }).count == 1
  }

  private mutating func value(_ items: [FigureItem], _ block: TableBlock, withUnit: Bool? = nil) -> String {
    let key = key(of: items, in: block.selection)
    // What is only documented so far may stand in a table, among what is to be followed.
    if case .documented = report.indicators[key.indicator].value { return wording.mark(.notAvailable) }
    guard let observation = observation(key.indicator, key.viewpoint, askedAt: block.selection.place) else {
      return wording.mark(.notAvailable)
    }
    switch observation.value {
    case .number(let number):
      let text = valueText(key.indicator)
      return withStatus(withUnit ?? !sharesUnit(block) ? text.full(number) : text.number(number), observation)
    case .missing(let kind): return wording.mark(kind)
    }
  }

  private mutating func interval(_ row: FigureItem, _ selection: Selection) -> String {
    let key = key(of: [row], in: selection)
    guard let observation = observation(key.indicator, key.viewpoint, askedAt: selection.place) else {
      return wording.mark(.notAvailable)
    }
    if let kind = observation.missing { return wording.mark(kind) }
    let level = selection.comparison.map { report.comparisons[$0].confidence } ?? Self.usualLevel
    guard let interval = comparer.interval(of: observation, level: level) else {
      return wording.mark(.notAvailable)
    }
    let text = valueText(key.indicator)
    return "[\(text.number(interval.low))\u{202F};\u{A0}\(text.number(interval.high))]"
  }

  // MARK: Cells of comparisons

  private mutating func compared(
    _ row: FigureItem, _ measure: Measure?, _ reference: ComparisonReference, _ selection: Selection
  ) -> Compared? {
    guard let comparison = selection.comparison.map({ report.comparisons[$0] }) else {
      preconditionFailure("this column belongs to a comparison")
    }
    let indicator = key(of: [row], in: selection).indicator
    return compared(
      comparison, indicator, reference, measure ?? comparison.measure, askedAt: selection.place)
  }

  private mutating func gap(
    _ row: FigureItem, _ measure: Measure, _ reference: ComparisonReference, _ selection: Selection
  ) -> String {
    guard let compared = compared(row, measure, reference, selection) else {
      return wording.mark(.notAvailable)
    }
    switch compared.value {
    case .number(let number):
      return DifferenceText(values: valueText(compared.subject.indicator), measure: measure).cell(number)
    case .missing(let kind): return wording.mark(kind)
    }
  }

  private mutating func status(
    _ row: FigureItem, _ reference: ComparisonReference, _ selection: Selection
  ) -> String {
    compared(row, nil, reference, selection).map { wording.text(status(of: $0)) }
      ?? wording.mark(.notAvailable)
  }

  private mutating func distribution(
    _ column: DistributionColumn, _ row: FigureItem, _ selection: Selection
  ) -> String {
    if case .population(let population) = row { return rank(of: population, in: selection) }
    guard let comparison = selection.comparison.map({ report.comparisons[$0] }) else {
      preconditionFailure("this column belongs to a comparison")
    }
    let indicator = key(of: [row], in: selection).indicator
    guard let standing = standing(comparison, indicator) else {
      return wording.mark(comparer.subject(comparison, indicator)?.missing ?? .notAvailable)
    }
    switch column {
    case .rank: return wording.rankAmong(standing.rank)
    case .quartile: return wording.quarter(standing.quarter)
    case .median: return valueText(indicator).number(standing.median)
    }
  }

  private mutating func target(_ column: TargetColumn, _ row: FigureItem, _ selection: Selection) -> String {
    let key = key(of: [row], in: selection)
    guard let target = report.indicators[key.indicator].description.target else {
      switch column {
      case .target, .targetDate: return wording.noTarget
      case .pace: return wording.mark(.notApplicable)
      }
    }
    guard target.isMeant(for: key.viewpoint.population) else { return wording.mark(.notApplicable) }
    switch column {
    case .target: return valueText(key.indicator).short(target.value)
    case .targetDate: return PeriodText(language: wording.language).label(target.by)
    case .pace:
      guard let subject = observation(key.indicator, key.viewpoint, askedAt: selection.place) else {
        return wording.mark(.notAvailable)
      }
      if let kind = subject.missing { return wording.mark(kind) }
      guard let pace = comparer.progress(to: target, subject).paceNeeded else {
        return wording.mark(.notApplicable)
      }
      return wording.perYear(valueText(key.indicator).signed(pace))
    }
  }

  // MARK: Cells of words

  private func describe(_ text: TableText, _ row: FigureItem, _ selection: Selection) -> String {
    if text == .universe, case .population(let population) = row {
      return population.flatMap { report.populations[$0].universe } ?? wording.unspecified
    }
    let indicator = report.indicators[key(of: [row], in: selection).indicator]
    let described: String? =
      switch text {
      case .unit: valueText(indicator.id).caption ?? indicator.counts
      case .period: period(of: indicator.id).map { PeriodText(language: wording.language).label($0) }
      case .source: report.sources[indicator.source].citation
      case .universe: indicator.universe ?? universeOfAll(selection)
      case .direction: indicator.direction.map(wording.text)
      case .nature: indicator.nature.map(wording.text)
      case .definition: indicator.definition
      case .owner: indicator.description.owner
      case .serves: served(by: indicator)
      }
    return described ?? wording.unspecified
  }

  /// The objectives that an indicator serves.
  func served(by indicator: Indicator) -> String? {
    let labels = indicator.description.serves.map { report.nomenclature[$0].label }
    return labels.isEmpty ? nil : labels.joined(separator: wording.semicolon)
  }

  /// The universe of a selection's populations, where they share one.
  private func universeOfAll(_ selection: Selection) -> String? {
    let universes = distinct(selection.populations.map { report.populations[$0].universe })
    return universes.count == 1 ? universes[0] : nil
  }
}
