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
    let columns = block.columns.map { head(of: $0, block) }
    let rows: [[String]] =
      switch block.rows {
      case .indicators:
        block.selection.indicators.map { indicator in
          block.columns.map { set(cell($0, ofIndicator: indicator, block)) }
        }
      case .populations:
        block.selection.populations.map { population in
          block.columns.map { set(cell($0, ofPopulation: population, block)) }
        }
      }
    return PublishedTable(columns: columns, rows: rows)
  }

  private func head(of column: TableColumn, _ block: TableBlock) -> PublishedTable.Column {
    switch column {
    case .stub:
      let head =
        switch block.rows {
        case .indicators: wording.indicator
        case .populations: wording.population
        }
      return .init(head: head, alignment: .leading, isStub: true, isStrong: false)
    case .population(let population):
      return .init(
        head: set(report.populations[population].short), alignment: .number, isStub: false, isStrong: false)
    case .indicator(let indicator):
      let caption = valueText(indicator).caption.map { " (\($0))" } ?? ""
      return .init(
        head: set(report.indicators[indicator].short + caption), alignment: .number, isStub: false,
        isStrong: false)
    case .value:
      return .init(head: wording.value, alignment: .number, isStub: false, isStrong: false)
    case .measure(let measure, let reference):
      let isOneOfSeveral = block.selection.populations.count > 2
      let text = DifferenceText(values: valueText(block.selection.indicators[0]), measure: measure)
      let head = text.caption(against: isOneOfSeveral ? report.populations[reference].short : nil)
      return .init(head: set(head), alignment: .number, isStub: false, isStrong: true)
    case .text(let text):
      return .init(head: wording.text(text), alignment: .leading, isStub: false, isStrong: false)
    }
  }

  private mutating func cell(
    _ column: TableColumn, ofIndicator indicator: ID<Indicator>, _ block: TableBlock
  ) -> String {
    switch column {
    case .stub: report.indicators[indicator].label
    case .population(let population): value(indicator, population, withUnit: !sharesUnit(block), block)
    case .value: value(indicator, nil, withUnit: !sharesUnit(block), block)
    case .measure(let measure, let reference): gap(indicator, measure, reference, block)
    case .text(let text): describe(text, report.indicators[indicator], block)
    case .indicator: preconditionFailure("rows of indicators have no indicator columns")
    }
  }

  private mutating func cell(
    _ column: TableColumn, ofPopulation population: ID<Population>, _ block: TableBlock
  ) -> String {
    switch column {
    case .stub: return report.populations[population].label
    case .indicator(let indicator): return value(indicator, population, withUnit: false, block)
    case .text: return report.populations[population].universe ?? wording.unspecified
    case .population, .value, .measure: preconditionFailure("rows of populations have indicator columns")
    }
  }

  /// Whether the subtitle can say the unit once for all cells.
  private func sharesUnit(_ block: TableBlock) -> Bool {
    distinct(block.selection.indicators.map { report.indicators[$0].unit }).count == 1
  }

  private mutating func value(
    _ indicator: ID<Indicator>, _ population: ID<Population>?, withUnit: Bool, _ block: TableBlock
  ) -> String {
    switch observation(indicator, population, askedAt: block.selection.place)?.value {
    case .number(let number):
      withUnit ? valueText(indicator).full(number) : valueText(indicator).number(number)
    case .missing(let kind): wording.mark(kind)
    case nil: wording.mark(.notAvailable)
    }
  }

  private mutating func gap(
    _ indicator: ID<Indicator>, _ measure: Measure, _ reference: ID<Population>, _ block: TableBlock
  ) -> String {
    guard let comparison = block.selection.comparison.map({ report.comparisons[$0] }) else {
      preconditionFailure("a gap column belongs to a comparison")
    }
    let text = DifferenceText(values: valueText(indicator), measure: measure)
    switch difference(indicator, comparison.subject, reference, measure, askedAt: block.selection.place) {
    case .number(let difference): return text.cell(difference)
    case .missing(let kind): return wording.mark(kind)
    case nil: return wording.mark(.notAvailable)
    }
  }

  private func describe(_ text: TableText, _ indicator: Indicator, _ block: TableBlock) -> String {
    let described: String? =
      switch text {
      case .unit: valueText(indicator.id).caption ?? indicator.counts
      case .period: indicator.period.map { PeriodText(language: wording.language).label($0) }
      case .source: report.sources[indicator.source].citation
      case .universe: indicator.universe ?? universeOfAll(block.selection)
      case .direction: indicator.direction.map(wording.text)
      case .nature: indicator.nature.map(wording.text)
      }
    return described ?? wording.unspecified
  }

  /// The universe of a selection's populations, where they share one.
  private func universeOfAll(_ selection: Selection) -> String? {
    let universes = distinct(selection.populations.map { report.populations[$0].universe })
    return universes.count == 1 ? universes[0] : nil
  }
}
