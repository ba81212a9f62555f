import Diagnostics
import Model
import Spec

/// Whether the scale that an author sets holds what is drawn on it: a value beyond it would be drawn at its edge.
extension Composer {
  mutating func checkScale(_ grid: ChartGrid, _ block: ChartBlock) {
    checkFreeScales(grid, block)
    if block.kind == .pictogram, let each = block.options.each { checkSigns(each, grid) }
    checkReferences(grid, block)
    checkSize(grid, block)
    guard let axis = block.options.axis, let ends = ends(grid, block.kind) else { return }
    if let min = axis.min, ends.lowerBound < min.value {
      diagnostics.report(
        .error(.beyondAxis("min", grid.text.short(ends.lowerBound)), at: min.place, hints: [.widerAxis]))
    } else if let min = axis.min, min.value > 0, block.kind.startsAtZero {
      checkExaggeration(from: min, to: ends.lowerBound)
    }
    if let max = axis.max, ends.upperBound > max.value {
      diagnostics.report(
        .error(.beyondAxis("max", grid.text.short(ends.upperBound)), at: max.place, hints: [.widerAxis]))
    }
  }

  /// Values that are printed as zero and are none: in a unit too large for them, or with too few decimals.
  private mutating func checkSize(_ grid: ChartGrid, _ block: ChartBlock) {
    guard block.options.showsValues?.value != .no, block.kind != .histogram else { return }
    let nearZero = grid.all.filter { cell in
      cell.number.map { $0 != 0 && cell.text.rounded($0) == 0 } ?? false
    }
    guard let first = nearZero.first, let number = first.number else { return }
    var place = first.place ?? block.place
    if case .rows(let chart) = block.data {
      place = chart.columns.scale?.place ?? chart.columns.decimals?.place ?? place
    }
    diagnostics.report(
      .warning(.printedAsZero(nearZero.count, first.text.full(number)), at: place, hints: [.moreDecimals]))
  }

  /// A line beyond the axis would be drawn at its edge, or move it.
  private mutating func checkReferences(_ grid: ChartGrid, _ block: ChartBlock) {
    guard let axis = block.options.axis else { return }
    for reference in block.options.references {
      guard case .number(let number) = reference.value else { continue }
      for value in [number, reference.to].compactMap(\.self) {
        let end: String? =
          if axis.log?.value == .yes, value <= 0 { "log" } else if let min = axis.min, value < min.value {
            "min"
          } else if let max = axis.max, value > max.value { "max" } else { nil }
        guard let end else { continue }
        diagnostics.report(
          .error(.referenceBeyondAxis(end, grid.text.short(value)), at: reference.place, hints: [.otherAxis]))
      }
    }
  }

  /// The least and the greatest number that is drawn; `nil` where the kind's scale is settled by itself.
  private func ends(_ grid: ChartGrid, _ kind: ChartKind) -> ClosedRange<Double>? {
    let numbers: [Double]
    switch kind {
    case .stackedToWhole, .likert, .mosaic, .histogram, .pareto, .pictogram: return nil
    case .stacked:
      numbers = grid.cells.flatMap { panel in
        grid.categories.indices.flatMap { category -> [Double] in
          let parts = panel.compactMap { $0[category].number }
          return [parts.filter { $0 > 0 }.reduce(0, +), parts.filter { $0 < 0 }.reduce(0, +)]
        }
      }
    case .waterfall: numbers = [0] + grid.cells.flatMap { $0.first.map { grid.levels(of: $0) } ?? [] }
    case .diverging: return nil
    case .bar, .column, .ranked, .split, .pyramid, .range, .dumbbell, .dot, .lollipop, .bullet, .line, .slope:
      numbers = grid.all.flatMap { [$0.number, $0.low, $0.high, $0.target].compactMap(\.self) }
    }
    guard let least = numbers.min(), let most = numbers.max() else { return nil }
    return least...most
  }

  /// How many times larger a cut axis draws a difference than it is.
  ///
  /// - **Source**: Edward Tufte, *The Visual Display of Quantitative Information*, 1983: the lie factor. Of bars from
  ///   `low` on that start at `min`, it is `low / (low − min)`.
  private mutating func checkExaggeration(from min: Located<Double>, to low: Double) {
    let factor = low > min.value ? low / (low - min.value) : .infinity
    guard factor >= Self.largestExaggeration else { return }
    diagnostics.report(.warning(.exaggerates(factor), at: min.place, hints: [.lowerStart]))
  }

  private static var largestExaggeration: Double { 5 }

  /// Scales of their own where one would do: what is as long is then not as much, and nothing is gained.
  private mutating func checkFreeScales(_ grid: ChartGrid, _ block: ChartBlock) {
    guard let scales = block.options.scales, scales.value == .free else { return }
    let isParted = block.kind == .split || block.kind == .pyramid
    let parts =
      isParted
      ? grid.series.indices.map { series in grid.cells.flatMap { $0[series] } }
      : grid.cells.map { $0.flatMap(\.self) }
    let sizes = parts.compactMap { $0.compactMap(\.number).map(abs).max() }
    guard sizes.count > 1, let least = sizes.min(), let most = sizes.max(), most <= 2 * least else { return }
    diagnostics.report(.warning(.needlessScales, at: scales.place, hints: [.sharedScale]))
  }

  /// More signs a row would be narrower than a point.
  private static let mostSigns = 1000.0

  /// Signs that nobody could count, or of which not one is whole.
  private mutating func checkSigns(_ each: Located<Double>, _ grid: ChartGrid) {
    guard let most = grid.all.compactMap(\.number).max(), most > 0 else { return }
    if most / each.value > Self.mostSigns {
      diagnostics.report(.error(.manySigns(Int(most / each.value)), at: each.place, hints: [.largerSign]))
    } else if most / each.value > 60 {
      diagnostics.report(.warning(.manySigns(Int(most / each.value)), at: each.place, hints: [.largerSign]))
    } else if most < each.value {
      diagnostics.report(.warning(.noWholeSign, at: each.place))
    }
  }
}

extension ChartGrid {
  /// What a waterfall comes to after each of its steps; totals start anew.
  func levels(of cells: [Cell]) -> [Double] {
    var level = 0.0
    return zip(categories, cells).map { category, cell in
      level = category.isTotal ? cell.number ?? level : level + (cell.number ?? 0)
      return level
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func referenceBeyondAxis(_ end: String, _ value: String) -> Self {
    Self(
      "beyond-axis", fr: "le repère \(value) est hors de l’axe (« \(end) »)",
      en: "the benchmark \(value) is off the axis (`\(end)`)")
  }
  fileprivate static func beyondAxis(_ end: String, _ value: String) -> Self {
    Self(
      "beyond-axis", fr: "la valeur \(value) n’a pas de place sur l’axe : « \(end) » l’exclut",
      en: "the value \(value) has no place on the axis: `\(end)` leaves it out")
  }
  fileprivate static func exaggerates(_ factor: Double) -> Self {
    guard factor.isFinite else {
      return Self(
        "exaggerates", fr: "l’axe commence à la plus petite valeur, dont la barre n’a alors pas de longueur",
        en: "the axis starts at the least value, whose bar then has no length")
    }
    let times = Int(factor.rounded())
    return Self(
      "exaggerates", fr: "l’axe coupé fait paraître les écarts \(times) fois plus grands qu’ils ne sont",
      en: "the cut axis makes differences look \(times) times as large as they are")
  }
  fileprivate static func printedAsZero(_ count: Int, _ printed: String) -> Self {
    Self(
      "printed-as-zero",
      fr: count == 1
        ? "une valeur n’est pas nulle et s’écrit « \(printed) »"
        : "\(count) valeurs ne sont pas nulles et s’écrivent « \(printed) »",
      en: count == 1
        ? "a value is not zero and is printed as “\(printed)”"
        : "\(count) values are not zero and are printed as “\(printed)”")
  }
  fileprivate static var needlessScales: Self {
    Self(
      "needless-scales",
      fr:
        "chaque panneau a sa propre échelle, alors que leurs valeurs sont du même ordre : on les compare à tort",
      en: "each panel has its own scale though their values are of one size: they will be compared wrongly")
  }
  fileprivate static func manySigns(_ count: Int) -> Self {
    Self(
      "many-signs", fr: "une rangée aurait \(count) signes, que personne ne comptera",
      en: "a row would have \(count) signs, which nobody will count")
  }
  fileprivate static var noWholeSign: Self {
    Self(
      "no-whole-sign", fr: "un signe vaut plus que la plus grande valeur : aucun ne sera entier",
      en: "a sign stands for more than the greatest value: none will be whole")
  }
}

extension Diagnostic.Hint {
  fileprivate static let moreDecimals = Self(
    fr: "donnez plus de décimales (« decimals: »), ou une autre unité (« scale: »)",
    en: "give more decimals (`decimals:`), or another `scale:`")
  fileprivate static let otherAxis = Self(
    fr: "retirez ce repère, ou changez l’axe", en: "take that benchmark away, or change the axis")
  fileprivate static let lowerStart = Self(
    fr: "commencez plus bas, ou montrez des points : « kind: dot »",
    en: "start lower, or show points: `kind: dot`")
  fileprivate static let largerSign = Self(
    fr: "donnez à « each » une valeur plus grande", en: "give `each` a greater value")
  fileprivate static let sharedScale = Self(
    fr: "retirez « scales: free » : une échelle commune suffit",
    en: "take `scales: free` away: one scale for all will do")
  fileprivate static let widerAxis = Self(
    fr: "élargissez l’axe, ou retirez la borne : il ira jusqu’à la valeur",
    en: "widen the axis, or take that end away: it then reaches to the value")
}
