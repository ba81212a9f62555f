import Diagnostics
import Spec

/// Resolves the blocks of the body.
extension Resolver {
  mutating func block(_ spec: BlockSpec) -> Block? {
    switch spec {
    case .section(let section):
      let title = plainText(section.title)
      return .section(title: title, body: section.body.compactMap { block($0) })
    case .text(let template): return .text(markdown(template))
    case .keyFigures(let figures): return .keyFigures(figures.compactMap { keyFigure($0) })
    case .chart(let chart): return resolve(chart).map(Block.chart)
    case .table(let table): return resolve(table).map(Block.table)
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
    case .value(let indicator, _, _), .comparison(_, let indicator, _, .gap),
      .comparison(_, let indicator, _, .size):
      return KeyFigure(value: value, indicator: indicator, label: label, detail: detail)
    case .field, .comparison(_, _, _, .sentence):
      diagnostics.report(.error(.notANumber(value.text), at: value.place))
      return nil
    }
  }

  // MARK: Figures

  private mutating func resolve(_ spec: ChartSpec) -> ChartBlock? {
    let (id, number) = nameFigure(spec.id)
    let apparatus = apparatus(spec.apparatus)
    guard let selection = selection(spec.selection, at: spec.apparatus.place) else { return nil }
    checkDimension(spec.categories, of: selection)
    let categories = spec.categories?.value ?? dimension(of: selection)
    let highlight = highlight(spec.highlight, in: selection, over: categories)
    checkUnits(of: selection)
    let series = categories == .indicators ? selection.populations.count : selection.indicators.count
    if series > Self.mostSeries {
      diagnostics.report(.warning(.manySeries(series), at: selection.place, hints: [.turnSeries]))
    }
    return ChartBlock(
      id: id, number: number, selection: selection, kind: spec.kind.value,
      orientation: spec.orientation?.value ?? .horizontal, categories: categories, highlight: highlight,
      sort: spec.sort?.value ?? .declared, apparatus: apparatus)
  }

  private mutating func resolve(_ spec: TableSpec) -> TableBlock? {
    let (id, number) = nameFigure(spec.id)
    let apparatus = apparatus(spec.apparatus)
    guard let selection = selection(spec.selection, at: spec.apparatus.place) else { return nil }
    checkDimension(spec.rows, of: selection)
    // A comparison's gaps stand beside its values, so its indicators are the rows even if there is one.
    let rows = spec.rows?.value ?? (selection.comparison == nil ? dimension(of: selection) : .indicators)
    let columns = columns(spec.columns, of: selection, rows: rows)
    return TableBlock(
      id: id, number: number, selection: selection, rows: rows, columns: columns, apparatus: apparatus)
  }

  /// What a figure runs over where its author does not say: indicators, unless there is only one.
  private func dimension(of selection: Selection) -> FigureDimension {
    selection.indicators.count == 1 && selection.populations.count > 1 ? .populations : .indicators
  }

  private mutating func checkDimension(_ chosen: Located<FigureDimension>?, of selection: Selection) {
    if let chosen, chosen.value == .populations, selection.populations.isEmpty {
      diagnostics.report(.error(.noPopulations, at: chosen.place))
    }
  }

  private mutating func nameFigure(_ id: Located<String>?) -> (id: String, number: Int) {
    figureCount += 1
    let name = id?.value ?? "figure-\(figureCount)"
    if let id, id.value.wholeMatch(of: /figure-[0-9]+/) != nil {
      diagnostics.report(.error(.automaticName(name), at: id.place))
    } else if !figureNames.insert(name).inserted, let id {
      diagnostics.report(.error(.figureNamedTwice(name), at: id.place))
    }
    return (name, figureCount)
  }

  private mutating func apparatus(_ spec: ApparatusSpec) -> ApparatusTexts {
    if spec.title == nil {
      diagnostics.report(.warning(.figureWithoutTitle, at: spec.place, hints: [.addTitle]))
    }
    return ApparatusTexts(
      place: spec.place, title: spec.title.map { plainText($0) },
      subtitle: spec.subtitle.map { plainText($0) },
      reading: spec.reading.map { plainText($0) }, universe: spec.universe.map { plainText($0) },
      note: spec.note.map { plainText($0) }, alternative: spec.alternative.map { plainText($0) })
  }

  /// What a figure shows: `of` names one comparison, or indicators.
  private mutating func selection(_ spec: SelectionSpec, at place: Place) -> Selection? {
    if spec.of.count == 1, let comparison = comparisons.find(spec.of[0].value) {
      if let stray = spec.populations.first {
        diagnostics.report(.error(.populationsOfComparison, at: stray.place))
      }
      return Selection(
        comparison: comparison.id, indicators: comparison.indicators,
        populations: [comparison.subject] + comparison.references, place: spec.of[0].place)
    }
    let known = indicators.names + comparisons.names
    let found = spec.of.compactMap { name -> Indicator? in
      if let indicator = indicators.find(name.value) { return indicator }
      if comparisons.find(name.value) != nil {
        diagnostics.report(.error(.comparisonAmongOthers(name.value), at: name.place))
        return nil
      }
      diagnostics.report(
        .error(
          .unknownIndicator(name.value), at: name.place, hints: .suggestion(for: name.value, among: known)))
      return nil
    }
    let chosen = spec.populations.compactMap {
      find($0, in: populations, otherwise: Diagnostic.Message.unknownPopulation)
    }
    guard let first = spec.of.first, found.count == spec.of.count, chosen.count == spec.populations.count
    else {
      return nil
    }
    if !chosen.isEmpty, let (name, indicator) = zip(spec.of, found).first(where: { $1.value.by == nil }) {
      diagnostics.report(.error(.hasOneValue(indicator.id.name), at: name.place, hints: [.sayBy]))
      return nil
    }
    if chosen.isEmpty, let indicator = found.first(where: { $0.value.by != nil }) {
      diagnostics.report(
        .error(
          .whichPopulations(indicator.id.name), at: first.place,
          hints: .suggestion(for: "", among: populations.names)))
      return nil
    }
    return Selection(
      comparison: nil, indicators: found.map(\.id), populations: chosen.map(\.id), place: first.place)
  }

  /// Past four, bars of one group can hardly be told apart, least of all in grey.
  private static let mostSeries = 4

  /// Bars of one chart stand on one scale.
  private mutating func checkUnits(of selection: Selection) {
    let units = selection.indicators.map { indicators[$0].unit }
    guard let first = units.first, let other = units.first(where: { $0 != first }) else { return }
    diagnostics.report(
      .error(.mixedUnits(first.rawValue, other.rawValue), at: selection.place, hints: [.oneUnitAChart]))
  }

  /// What a chart points out is one of its categories.
  private mutating func highlight(
    _ name: Located<String>?, in selection: Selection, over categories: FigureDimension
  ) -> Highlight? {
    guard let name else { return nil }
    let known: [String]
    switch categories {
    case .indicators:
      if let found = selection.indicators.first(where: { $0.name == name.value }) { return .indicator(found) }
      known = selection.indicators.map(\.name)
    case .populations:
      if let found = selection.populations.first(where: { $0.name == name.value }) {
        return .population(found)
      }
      known = selection.populations.map(\.name)
    }
    diagnostics.report(
      .error(.notInFigure(name.value), at: name.place, hints: .suggestion(for: name.value, among: known)))
    return nil
  }
}

extension Diagnostic.Message {
  fileprivate static func notANumber(_ text: String) -> Self {
    Self("not-a-number", fr: "« \(text) » n’est pas un nombre", en: "“\(text)” is not a number")
  }
  fileprivate static func figureNamedTwice(_ name: String) -> Self {
    Self(
      "figure-named-twice", fr: "deux figures s’appellent « \(name) »", en: "two figures are called “\(name)”"
    )
  }
  fileprivate static func automaticName(_ name: String) -> Self {
    Self(
      "automatic-name", fr: "« \(name) » est le nom des figures sans « id » : choisissez-en un autre",
      en: "“\(name)” is what figures without an “id” are called: choose another")
  }
  fileprivate static var figureWithoutTitle: Self {
    Self("figure-without-title", fr: "cette figure n’a pas de titre", en: "this figure has no title")
  }
  fileprivate static func comparisonAmongOthers(_ name: String) -> Self {
    Self(
      "comparison-among-others", fr: "la comparaison « \(name) » se montre seule : retirez les autres noms",
      en: "the comparison “\(name)” is shown by itself: remove the other names")
  }
  fileprivate static var populationsOfComparison: Self {
    Self(
      "populations-of-comparison", fr: "une comparaison a déjà ses populations : retirez « populations »",
      en: "a comparison has its own populations: remove “populations”")
  }
  fileprivate static func whichPopulations(_ indicator: String) -> Self {
    Self(
      "which-populations", fr: "« \(indicator) » a une valeur par population : ajoutez « populations: […] »",
      en: "“\(indicator)” has a value for each population: add “populations: […]”")
  }
  fileprivate static var noPopulations: Self {
    Self(
      "no-populations", fr: "cette figure ne montre pas de populations",
      en: "this figure shows no populations")
  }
  fileprivate static func notInFigure(_ name: String) -> Self {
    Self(
      "not-in-figure", fr: "« \(name) » n’est pas une catégorie de cette figure",
      en: "“\(name)” is not a category of this figure")
  }
  fileprivate static func mixedUnits(_ a: String, _ b: String) -> Self {
    Self(
      "mixed-units", fr: "ce graphique mêle deux unités, « \(a) » et « \(b) », sur une même échelle",
      en: "this chart mixes two units, “\(a)” and “\(b)”, on one scale")
  }
  fileprivate static func manySeries(_ count: Int) -> Self {
    Self(
      "many-series", fr: "\(count) séries dans un graphique se distinguent mal",
      en: "\(count) series in a chart are hard to tell apart")
  }
}

extension Diagnostic.Hint {
  fileprivate static let oneUnitAChart = Self(
    fr: "faites un graphique par unité", en: "make one chart a unit")
  fileprivate static let turnSeries = Self(
    fr: "essayez « categories: populations », ou faites plusieurs graphiques",
    en: "try “categories: populations”, or make several charts")
  fileprivate static let addTitle = Self(
    fr: "ajoutez « title: … » ; un bon titre dit ce que la figure montre",
    en: "add “title: …”; a good title says what the figure shows")
}
