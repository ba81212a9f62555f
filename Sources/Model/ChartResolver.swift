import Diagnostics
import Spec

/// Resolves charts: what they show, and along which dimensions.
extension Resolver {
  mutating func resolve(_ spec: ChartSpec) -> ChartBlock? {
    let (id, number) = nameFigure(spec.id)
    let apparatus = apparatus(spec.apparatus)
    checkAxis(spec)
    checkOptions(spec)
    let data: ChartData?
    switch spec.data {
    case .indicators(let selection): data = indicatorChart(spec, selection).map(ChartData.indicators)
    case .rows(let rows): data = rowChart(spec, rows).map(ChartData.rows)
    }
    guard let data else { return nil }
    return ChartBlock(
      id: id, number: number, kind: spec.kind.value, place: spec.apparatus.place, data: data,
      orientation: spec.orientation?.value ?? spec.kind.value.usualOrientation, sort: sort(spec),
      sortBy: spec.sortBy, options: spec.options, apparatus: apparatus)
  }

  private func sort(_ spec: ChartSpec) -> SortOrder {
    switch spec.kind.value {
    case .ranked, .pareto: spec.sort?.value ?? .descending
    case .bar, .column, .stacked, .stackedToWhole, .diverging, .likert, .split, .pyramid, .range, .dumbbell,
      .dot,
      .lollipop, .bullet, .waterfall, .histogram, .line, .slope, .mosaic, .pictogram:
      spec.sort?.value ?? (spec.sortBy == nil ? .declared : .descending)
    }
  }

  // MARK: Indicators

  private mutating func indicatorChart(_ spec: ChartSpec, _ selected: SelectionSpec) -> IndicatorChart? {
    guard let selection = selection(selected, at: spec.apparatus.place) else { return nil }
    let categoriesWord = dimension(spec.categories)
    let seriesWord = dimension(spec.series)
    let panelsWord = dimension(spec.panels)
    checkDimension(categoriesWord, of: selection)
    let categories =
      categoriesWord?.value ?? dimension(of: selection, spec.kind.value, not: panelsWord?.value)
    checkUnits(of: selection)
    guard
      let series = series(
        of: selection, beside: categories, panels: panelsWord?.value, wanted: seriesWord?.value)
    else { return nil }
    // Of lines it is one that is pointed out, not a moment.
    let pointable = spec.kind.value == .line || spec.kind.value == .slope ? series : categories
    let highlight = spec.highlight.compactMap { self.highlight($0, in: selection, over: pointable) }
    let count = selection.count(of: series)
    if count > Self.mostSeries(spec.kind.value) {
      diagnostics.report(.warning(.manySeries(count), at: selection.place, hints: [.turnSeries]))
    }
    if spec.kind.value.showsParts { checkParts(selection) }
    return IndicatorChart(
      selection: selection, categories: categories, series: series, panels: panelsWord?.value,
      highlight: highlight)
  }

  /// Past four, bars of one group can hardly be told apart, least of all in grey; points and lines bear their names.
  static func mostSeries(_ kind: ChartKind) -> Int {
    switch kind {
    case .bar, .column, .ranked, .lollipop, .dot, .dumbbell, .diverging, .pictogram, .range, .histogram,
      .pareto,
      .waterfall, .bullet:
      4
    case .stacked, .stackedToWhole, .likert, .mosaic: 7
    case .split, .pyramid, .line: 6
    case .slope: 20
    }
  }

  private mutating func dimension(_ word: Located<String>?) -> Located<FigureDimension>? {
    guard let word else { return nil }
    if let dimension = FigureDimension(rawValue: word.value) { return Located(dimension, at: word.place) }
    diagnostics.report(
      .error(
        .unknownDimension(word.value), at: word.place,
        hints: .suggestion(for: word.value, among: FigureDimension.allCases.map(\.rawValue))))
    return nil
  }

  /// What a chart runs over where its author does not say.
  private func dimension(
    of selection: Selection, _ kind: ChartKind, not panels: FigureDimension?
  ) -> FigureDimension {
    if kind == .line || kind == .slope, selection.periods.isSeveral, panels != .periods { return .periods }
    let usual = dimension(of: selection)
    guard usual == panels else { return usual }
    return FigureDimension.allCases.first { $0 != panels && selection.count(of: $0) > 1 } ?? usual
  }

  /// What else a chart runs over besides its categories and panels: there is no fourth dimension.
  private mutating func series(
    of selection: Selection, beside categories: FigureDimension, panels: FigureDimension?,
    wanted: FigureDimension?
  ) -> FigureDimension? {
    let others = FigureDimension.allCases.filter {
      $0 != categories && $0 != panels && selection.count(of: $0) > 1
    }
    guard others.count <= 1 else {
      diagnostics.report(.error(.threeDimensions, at: selection.place, hints: [.panelsOrOne]))
      return nil
    }
    if let only = others.first { return only }
    if let wanted, wanted != categories, wanted != panels { return wanted }
    return FigureDimension.allCases.first { $0 != categories && $0 != panels && $0 != .periods }
      ?? (categories == .populations ? .indicators : .populations)
  }

  /// Rates and medians are not parts of a whole.
  private mutating func checkParts(_ selection: Selection) {
    guard let odd = selection.indicators.first(where: { !indicators[$0].unit.addsUp }) else { return }
    diagnostics.report(.warning(.notParts(odd.name), at: selection.place, hints: [.sideBySide]))
  }

  // MARK: Rows

  private mutating func rowChart(_ spec: ChartSpec, _ rows: ChartRowsSpec) -> RowChart? {
    guard let from = origin(named: rows.from) else { return nil }
    guard let cited = sources(of: from, cited: rows.source, at: rows.from.place) else { return nil }
    if spec.categories == nil, spec.kind.value != .histogram {
      diagnostics.report(.error(.rowsWithoutCategories, at: spec.apparatus.place, hints: [.nameColumn]))
    }
    if rows.value.count > 1, let series = spec.series {
      diagnostics.report(.error(.seriesTwice, at: series.place, hints: [.seriesOnce]))
    }
    checkIntervalColumns(rows)
    if spec.kind.value.showsParts, let unit = rows.unit, !unit.value.addsUp {
      let name = rows.value.first?.value ?? from.name
      diagnostics.report(.warning(.notParts(name), at: unit.place, hints: [.sideBySide]))
    }
    return RowChart(
      from: Located(from, at: rows.from.place), categories: spec.categories, series: spec.series,
      panels: spec.panels,
      highlight: spec.highlight, columns: rows, sources: cited)
  }

  // MARK: Axis

  private mutating func checkAxis(_ spec: ChartSpec) {
    guard let axis = spec.options.axis else { return }
    let kind = spec.kind.value
    if let log = axis.log, log.value == .yes, !kind.canBeLogarithmic {
      diagnostics.report(.error(.logarithmicLengths, at: log.place, hints: [.dotsForLog]))
    }
    if let min = axis.min, min.value <= 0, axis.log?.value == .yes {
      diagnostics.report(.error(.noLogarithmOfStart, at: min.place))
    }
    if let min = axis.min, min.value > 0, kind.startsAtZero, !(kind.canBeCut && axis.cut?.value == .yes) {
      diagnostics.report(
        .error(.cutAxis, at: min.place, hints: kind.canBeCut ? [.declareCut, .dotsForCut] : [.dotsForCut]))
    }
    if let min = axis.min, let max = axis.max, min.value >= max.value {
      diagnostics.report(.error(.emptyAxis, at: max.place))
    }
  }
}

extension UnitOfMeasure {
  /// Whether values can be parts of a sum.
  fileprivate var addsUp: Bool {
    switch self {
    case .percent, .perThousand, .count, .euros: true
    case .ratio, .years, .index, .points: false
    }
  }
}

extension ChartKind {
  fileprivate var usualOrientation: ChartOrientation {
    switch self {
    case .column, .histogram, .pareto, .line, .slope, .mosaic: .vertical
    case .bar, .ranked, .stacked, .stackedToWhole, .diverging, .likert, .split, .pyramid, .range, .dumbbell,
      .dot,
      .lollipop, .bullet, .waterfall, .pictogram:
      .horizontal
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownDimension(_ word: String) -> Self {
    Self("unknown-word", fr: "mot inconnu « \(word) »", en: "unknown word “\(word)”")
  }
  fileprivate static var threeDimensions: Self {
    Self(
      "three-dimensions",
      fr: "un graphique ne peut pas varier à la fois par indicateur, population et période",
      en: "a chart cannot vary by indicator, population and period at once")
  }
  fileprivate static func manySeries(_ count: Int) -> Self {
    Self(
      "many-series", fr: "\(count) séries dans un graphique se distinguent mal, moins encore en gris",
      en: "\(count) series in a chart are hard to tell apart, least of all in grey")
  }
  fileprivate static func notParts(_ name: String) -> Self {
    Self(
      "not-parts", fr: "les valeurs de « \(name) » ne s’additionnent pas : les empiler trompe",
      en: "the values of “\(name)” do not add up: stacking them misleads")
  }
  fileprivate static var rowsWithoutCategories: Self {
    Self(
      "rows-without-categories", fr: "la colonne des catégories n’est pas dite",
      en: "the column of categories is not said")
  }
  fileprivate static var seriesTwice: Self {
    Self(
      "series-twice", fr: "« series » et plusieurs colonnes sous « value » font deux fois des séries",
      en: "`series` and several columns under `value` make series twice")
  }
  fileprivate static var logarithmicLengths: Self {
    Self(
      "logarithmic-lengths", fr: "une échelle logarithmique n’a pas de zéro : des longueurs y trompent",
      en: "a logarithmic scale has no zero: lengths on it mislead")
  }
  fileprivate static var noLogarithmOfStart: Self {
    Self(
      "no-logarithm", fr: "une échelle logarithmique commence au-dessus de zéro",
      en: "a logarithmic scale starts above zero")
  }
  fileprivate static var cutAxis: Self {
    Self(
      "cut-axis", fr: "une barre qui ne part pas de zéro n’est plus proportionnelle à sa valeur",
      en: "a bar that does not start at zero is not in proportion to its value")
  }
  fileprivate static var emptyAxis: Self {
    Self(
      "empty-axis", fr: "« max » doit être plus grand que « min »", en: "`max` must be greater than `min`")
  }
}

extension Diagnostic.Hint {
  fileprivate static let panelsOrOne = Self(
    fr: "faites un panneau par valeur de l’une (« panels: periods »), ou choisissez-en une seule",
    en: "make a panel for each value of one (`panels: periods`), or choose a single one")
  fileprivate static let turnSeries = Self(
    fr: "essayez « categories: populations » ou « kind: split », ou faites plusieurs graphiques",
    en: "try `categories: populations` or `kind: split`, or make several charts")
  fileprivate static let sideBySide = Self(
    fr: "mettez-les côte à côte : « kind: bar »", en: "set them side by side: `kind: bar`")
  fileprivate static let nameColumn = Self(
    fr: "ajoutez « categories: » avec le nom d’une colonne", en: "add `categories:` with the name of a column"
  )
  fileprivate static let seriesOnce = Self(
    fr: "gardez l’un des deux", en: "keep one of the two")
  fileprivate static let dotsForLog = Self(
    fr: "dessinez des points : « kind: dot » ou « kind: dumbbell »",
    en: "draw dots: `kind: dot` or `kind: dumbbell`")
  fileprivate static let declareCut = Self(
    fr: "retirez « min », ou ajoutez « cut: yes » : les barres seront dessinées coupées",
    en: "take `min` away, or add `cut: yes`: bars are then drawn as broken")
  fileprivate static let dotsForCut = Self(
    fr: "des points peuvent s’en passer : « kind: dot »", en: "dots can do without: `kind: dot`")
}
