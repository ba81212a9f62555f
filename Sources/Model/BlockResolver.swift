import Diagnostics
import Spec

/// Resolves the blocks of the body.
extension Resolver {
  mutating func block(_ spec: BlockSpec) -> Block? {
    switch spec {
    case .section(let section):
      let title = plainText(section.title)
      sectionDepth += 1
      defer { sectionDepth -= 1 }
      // The report's title is the first of six levels, which is as many as readers know.
      if sectionDepth > 5 {
        diagnostics.report(.warning(.tooManyLevels, at: section.title.place, hints: [.flattenSections]))
      }
      return .section(title: title, body: section.body.compactMap { block($0) })
    case .text(let template): return .text(markdown(template))
    case .callout(let callout):
      return .callout(
        callout.kind.value, title: callout.title.map { plainText($0) }, text: markdown(callout.text))
    case .image(let image): return .image(resolve(image))
    case .keyFigures(let figures): return .keyFigures(figures.compactMap { keyFigure($0) })
    case .chart(let chart): return resolve(chart).map(Block.chart)
    case .table(let table): return resolve(table).map(Block.table)
    case .dataTable(let table): return resolve(table).map(Block.dataTable)
    case .indicatorCard(let card): return resolve(card).map(Block.indicatorCard)
    case .nomenclature:
      let (id, number) = nameFigure(nil)
      return .nomenclature(id: id, number: number)
    case .grid(let grid):
      let blocks = grid.blocks.compactMap { block($0) }
      return .grid(columns: grid.columns?.value ?? max(1, min(3, blocks.count)), blocks)
    case .pageBreak: return .pageBreak
    case .sourcesAndMethods: return .sourcesAndMethods
    }
  }

  private mutating func keyFigure(_ spec: KeyFigureSpec) -> KeyFigure? {
    guard let value = resolve(spec.value) else { return nil }
    let label = spec.label.map { plainText($0) }
    let detail = spec.detail.map { plainText($0) }
    switch value.kind {
    case .value(let indicator, _, .full), .value(let indicator, _, .number), .value(let indicator, _, .words),
      .value(let indicator, _, .about), .comparison(_, let indicator, _, .gap),
      .comparison(_, let indicator, _, .size), .comparison(_, let indicator, _, .rank),
      .comparison(_, let indicator, _, .median), .comparison(_, let indicator, _, .pace):
      return KeyFigure(value: value, indicator: indicator, label: label, detail: detail)
    case .field, .value, .comparison, .figure:
      diagnostics.report(.error(.notANumber(value.text), at: value.place))
      return nil
    }
  }

  // MARK: Indicator cards

  private mutating func resolve(_ spec: IndicatorCardSpec) -> IndicatorCardBlock? {
    guard let indicator = find(spec.indicator, in: indicators, otherwise: Diagnostic.Message.unknownIndicator)
    else { return nil }
    let chosen = spec.populations.compactMap {
      find($0, in: populations, otherwise: Diagnostic.Message.unknownPopulation)
    }
    if !indicator.isByPopulation, let stray = spec.populations.first {
      diagnostics.report(.error(.hasOneValue(indicator.id.name), at: stray.place, hints: [.sayBy]))
    }
    let periods = periods(spec.periods, [(indicator, spec.indicator.place)])
    return IndicatorCardBlock(
      indicator: indicator.id, populations: chosen.map(\.id),
      periods: spec.periods.isEmpty && indicator.isByPeriod ? .last(Self.periodsOnCard) : periods,
      place: spec.place)
  }

  /// As many periods as fit beside the names of populations.
  private static let periodsOnCard = 5
}

extension Diagnostic.Message {
  fileprivate static var tooManyLevels: Self {
    Self(
      "too-many-levels", fr: "cette section en est à plus de cinq niveaux : son titre ne se distingue plus",
      en: "this section is more than five levels deep: its heading is no longer told apart")
  }
  fileprivate static func notANumber(_ text: String) -> Self {
    Self("not-a-number", fr: "« \(text) » n’est pas un nombre", en: "“\(text)” is not a number")
  }
}

extension Diagnostic.Hint {
  fileprivate static let flattenSections = Self(
    fr: "sortez-la de la section qui la contient", en: "take it out of the section around it")
}
