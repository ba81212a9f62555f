import Diagnostics
import Spec

/// Resolves the blocks of the body.
extension Resolver {
  mutating func block(_ spec: BlockSpec) -> Block? {
    switch spec {
    case .section(let section): return self.section(section)
    case .text(let template): return .text(markdown(template, headings: true))
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
    case .grid(let grid): return self.grid(grid)
    case .arranged(let arrangement, let blocks): return arranged(arrangement, blocks)
    case .directory(let directory):
      return .directory(Directory(kind: directory.kind, title: directory.title.map { plainText($0) }))
    case .pageBreak: return .pageBreak
    case .sourcesAndMethods: return .sourcesAndMethods
    case .glossary(let place):
      guard self.spec.abbreviations.isEmpty else { return .glossary }
      diagnostics.report(.error(.nothingToList, at: place, hints: [.declareAbbreviations]))
      return nil
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
    case .field, .value, .comparison, .figure, .icon:
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
  fileprivate static var nothingToList: Self {
    Self(
      "nothing-to-list", fr: "« glossary » n’a rien à lister : aucune abréviation n’est déclarée",
      en: "`glossary` has nothing to list: no abbreviation is declared")
  }
  fileprivate static func notANumber(_ text: String) -> Self {
    Self("not-a-number", fr: "« \(text) » n’est pas un nombre", en: "“\(text)” is not a number")
  }
}

extension Diagnostic.Hint {
  fileprivate static let declareAbbreviations = Self(
    fr: "déclarez-les avant « body: », à la marge : « abbreviations: », puis « QPV: quartier prioritaire … »",
    en: "declare them before `body:`, at the margin: `abbreviations:`, then `QPV: quartier prioritaire …`")
}
