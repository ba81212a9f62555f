import DataSources
import Diagnostics
import Model
import Spec

/// What would mislead.
extension Composer {
  /// - Parameter read: the grid before its kind made something of it.
  mutating func checkGrid(_ grid: ChartGrid, of read: ChartGrid, _ block: ChartBlock) {
    let count = read.series.count { !$0.isPath }
    if let (least, most) = block.kind.seriesNeeded, count < least || count > most {
      diagnostics.report(
        .error(
          .seriesNeeded(block.kind.rawValue, least, most, count), at: block.place,
          hints: [count > most ? .fewerSeries : .seriesColumn]))
    }
    if case .rows = block.data, count > mostSeries(block.kind) {
      diagnostics.report(.warning(.manySeries(count), at: block.place, hints: [.splitSeries]))
    }
    if block.kind == .pareto, grid.categories.count > Self.mostCauses {
      diagnostics.report(.warning(.manyCauses(grid.categories.count), at: block.place, hints: [.groupRest]))
    }
    checkTarget(block)
    checkNegatives(grid, block)
    checkEmptiness(read, block)
    if block.kind == .slope, grid.categories.count != 2 {
      diagnostics.report(.error(.slopeOfTwo(grid.categories.count), at: block.place, hints: [.lineForMore]))
    }
    if block.kind == .line, case .rows(let chart) = block.data,
      let category = grid.categories.firstIndex(where: { $0.period == nil })
    {
      let cell = grid.cells.first?.first?[category]
      diagnostics.report(
        .warning(
          .lineOverNoPeriods(grid.categories[category].label),
          at: cell?.place ?? chart.categories?.place ?? block.place, hints: [.pointsForCategories]))
    }
    checkDistances(grid, block)
    if wantsIntervals(block), block.kind.showsIntervals, grid.all.allSatisfy({ $0.low == nil }) {
      diagnostics.report(.warning(.noIntervals, at: block.options.intervals?.place ?? block.place))
    }
    if block.options.axis?.log?.value == .yes, let cell = grid.all.first(where: { $0.number ?? 1 <= 0 }) {
      diagnostics.report(.error(.noLogarithm, at: cell.place ?? block.place))
    }
  }

  /// More columns have no room for their names.
  private static var mostCauses: Int { 25 }

  /// A comparison's target is shown by marks that have a place for it only.
  private mutating func checkTarget(_ block: ChartBlock) {
    guard case .indicators(let chart) = block.data, block.kind != .bullet, block.kind != .line,
      let comparison = chart.selection.comparison.map({ report.comparisons[$0] }),
      comparison.references.contains(.target), block.options.references.isEmpty
    else { return }
    diagnostics.report(.warning(.targetNotDrawn, at: block.place, hints: [.bulletForTarget]))
  }

  /// Columns stand at equal distances, which a reader takes for equal times.
  private mutating func checkDistances(_ grid: ChartGrid, _ block: ChartBlock) {
    guard block.orientation == .vertical, block.kind.hasColumns, case .rows(let chart) = block.data else {
      return
    }
    let months = grid.categories.compactMap { $0.period?.lastMonth }
    guard months.count == grid.categories.count else { return }
    let distances = zip(months, months.dropFirst()).map { $1 - $0 }
    // In another order they are no axis of time.
    guard let least = distances.min(), let most = distances.max(), least > 0, least < most else { return }
    diagnostics.report(
      .warning(.unevenPeriods, at: chart.categories?.place ?? block.place, hints: [.lineInTime]))
  }

  /// A chart of nothing says nothing; without a number there are no classes.
  private mutating func checkEmptiness(_ grid: ChartGrid, _ block: ChartBlock) {
    guard grid.all.allSatisfy({ $0.number == nil && !$0.isUnreadable }) else { return }
    let place: Place
    switch block.data {
    case .indicators: place = block.place
    case .rows(let chart): place = chart.columns.value.first?.place ?? chart.from.place
    }
    diagnostics.report(
      block.kind == .histogram ? .error(.noNumbers, at: place) : .warning(.noNumbers, at: place))
  }

  private func mostSeries(_ kind: ChartKind) -> Int {
    switch kind {
    case .stacked, .stackedToWhole, .likert, .mosaic: 7
    case .split, .pyramid, .line: 6
    case .slope: 12
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
    case .ranked, .waterfall, .bullet, .histogram, .pareto: (1, 1)
    case .bar, .column, .dot, .lollipop, .line, .slope, .pictogram: nil
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

extension ChartKind {
  /// Whether it may have columns, one beside the other.
  fileprivate var hasColumns: Bool {
    switch self {
    case .bar, .column, .stacked, .stackedToWhole, .diverging, .range, .dumbbell, .dot, .lollipop, .waterfall:
      true
    case .ranked, .likert, .split, .pyramid, .bullet, .histogram, .pareto, .line, .slope, .mosaic, .pictogram:
      false
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func seriesNeeded(_ kind: String, _ least: Int, _ most: Int, _ count: Int) -> Self {
    let (french, english) =
      switch (least, most) {
      case (1, 1): ("une seule série", "one series")
      case (_, .max): ("\(least) séries au moins", "at least \(least) series")
      case _ where least == most: ("\(least) séries", "\(least) series")
      case _: ("\(least) à \(most) séries", "\(least) to \(most) series")
      }
    return Self(
      "series-needed", fr: "« \(kind) » se fait avec \(french), il y en a \(count)",
      en: "`\(kind)` is made of \(english); there are \(count)")
  }
  fileprivate static var noNumbers: Self {
    Self(
      "no-numbers", fr: "aucune valeur n’est à montrer : toutes manquent",
      en: "there is no value to show: all are missing")
  }
  fileprivate static func lineOverNoPeriods(_ name: String) -> Self {
    Self(
      "line-over-no-periods",
      fr: "une courbe relie ce qui se suit dans le temps, et « \(name) » n’est pas une période",
      en: "a line joins what follows in time, and “\(name)” is no period")
  }
  fileprivate static var noIntervals: Self {
    Self(
      "no-intervals", fr: "aucune valeur n’a d’intervalle de confiance à montrer",
      en: "no value has a confidence interval to show")
  }
  fileprivate static func manyCauses(_ count: Int) -> Self {
    Self(
      "many-causes", fr: "\(count) colonnes n’ont pas la place de leurs noms, ni leur courbe de ses valeurs",
      en: "\(count) columns have no room for their names, nor their line for its values")
  }
  fileprivate static var targetNotDrawn: Self {
    Self(
      "target-not-drawn", fr: "la cible de cette comparaison n’est pas dessinée par ce type de graphique",
      en: "the target of this comparison is not drawn by this kind of chart")
  }
  fileprivate static var unevenPeriods: Self {
    Self(
      "uneven-periods", fr: "les périodes ne se suivent pas à intervalles égaux, et leurs colonnes si",
      en: "the periods do not follow at equal distances, and their columns do")
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
  fileprivate static let groupRest = Self(
    fr: "gardez les premières, et réunissez les autres par une étape (« group: »)",
    en: "keep the first, and join the others by a step (`group:`)")
  fileprivate static let bulletForTarget = Self(
    fr:
      "« kind: bullet » la montre ; ou écrivez-la comme repère : « benchmarks: [{ value: 90, label: Cible }] »",
    en: "`kind: bullet` shows it; or write it as a benchmark: `benchmarks: [{ value: 90, label: Target }]`")
  fileprivate static let lineInTime = Self(
    fr: "« kind: line » les place comme dans le temps ; ou ajoutez les périodes qui manquent, sans valeur",
    en: "`kind: line` places them as they are in time; or add the missing periods, without a value")
  fileprivate static let fewerSeries = Self(
    fr: "gardez ce qui est à montrer, ou faites un panneau pour chaque série (« panels: »)",
    en: "keep what is to be shown, or make a panel for each series (`panels:`)")
  fileprivate static let pointsForCategories = Self(
    fr: "prenez « kind: dot » ou « kind: column », ou écrivez les périodes ainsi : 2025, 2025-T1, 2025-01",
    en: "take `kind: dot` or `kind: column`, or write periods so: 2025, 2025-Q1, 2025-01")
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
