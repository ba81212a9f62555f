import Diagnostics
import Spec

/// Keys of a chart that change nothing in its kind: their author expects something that will not be drawn.
extension Resolver {
  mutating func checkOptions(_ spec: ChartSpec) {
    let kind = spec.kind.value
    for (key, place) in idleOptions(spec) + idleColumns(spec) {
      diagnostics.report(.warning(.noEffect(key, kind.rawValue), at: place, hints: [.dropKey]))
    }
  }

  private func idleOptions(_ spec: ChartSpec) -> [(key: String, place: Place)] {
    let (kind, options) = (spec.kind.value, spec.options)
    let isParted = kind == .split || kind == .pyramid
    var idle: [(String, Place?)] = []
    if kind == .histogram, options.references.contains(where: { !$0.value.isNumber }) {
      idle.append(("benchmarks", spec.kind.place))
    }
    if kind == .histogram {
      if case .rows = spec.data { idle.append(("categories", spec.categories?.place)) }
      idle += [("highlight", spec.highlight.first?.place), ("sort", spec.sort?.place)]
    }
    if kind == .mosaic, !options.references.isEmpty { idle.append(("benchmarks", spec.kind.place)) }
    if kind != .waterfall { idle.append(("totals", options.totals.first?.place)) }
    if kind != .likert { idle.append(("apart", options.apart?.place)) }
    if kind != .histogram { idle.append(("bins", options.bins?.place)) }
    if kind != .pictogram { idle.append(("each", options.each?.place)) }
    if spec.panels == nil {
      idle.append(("columns", options.columns?.place))
      if !isParted { idle.append(("scales", options.scales?.place)) }
    }
    if options.axis?.min == nil { idle.append(("cut", options.axis?.cut?.place)) }
    if !kind.showsIntervals {
      idle.append(("intervals", options.intervals.flatMap { $0.value == .none ? nil : $0.place }))
    }
    if !kind.showsGaps { idle.append(("gaps", gapPlace(spec))) }
    if kind == .slope { idle.append(("annotations", options.annotations.first?.at.place)) }
    return idle.compactMap { key, place in place.map { (key, $0) } }
  }

  private func gapPlace(_ spec: ChartSpec) -> Place? {
    switch spec.options.gaps {
    case .none: nil
    case .series: spec.apparatus.place
    case .categories(let from, _): from.place
    }
  }

  private func idleColumns(_ spec: ChartSpec) -> [(key: String, place: Place)] {
    guard case .rows(let rows) = spec.data else { return [] }
    var idle: [(String, Place?)] = []
    if spec.kind.value != .bullet { idle.append(("target", rows.target?.place)) }
    if spec.kind.value != .mosaic { idle.append(("width", rows.width?.place)) }
    if !spec.kind.value.showsIntervals { idle.append(("low", rows.low?.place)) }
    return idle.compactMap { key, place in place.map { (key, $0) } }
  }

  /// An interval has two ends.
  mutating func checkIntervalColumns(_ rows: ChartRowsSpec) {
    guard (rows.low == nil) != (rows.high == nil), let only = rows.low ?? rows.high else { return }
    diagnostics.report(.error(.halfInterval(rows.low == nil ? "low" : "high"), at: only.place))
  }
}

extension ChartKind {
  /// Whether it writes the difference of two of its values.
  package var showsGaps: Bool {
    switch self {
    case .bar, .column, .ranked, .dumbbell, .dot, .lollipop: true
    case .stacked, .stackedToWhole, .diverging, .likert, .split, .pyramid, .range, .bullet, .waterfall,
      .histogram, .pareto, .line, .slope, .mosaic, .pictogram:
      false
    }
  }

  /// Whether it draws the interval of a value.
  package var showsIntervals: Bool {
    switch self {
    case .bar, .column, .ranked, .split, .pyramid, .dot, .lollipop, .line: true
    case .stacked, .stackedToWhole, .diverging, .likert, .range, .dumbbell, .bullet, .waterfall, .histogram,
      .pareto, .slope, .mosaic, .pictogram:
      false
    }
  }
}

extension ChartKind {
  /// Whether bars can fade over the intervals of values, which points and lines have none to do by.
  package var fadesIntervals: Bool {
    switch self {
    case .bar, .column, .ranked, .split, .pyramid: true
    case .dot, .lollipop, .line, .stacked, .stackedToWhole, .diverging, .likert, .range, .dumbbell, .bullet,
      .waterfall, .histogram, .pareto, .slope, .mosaic, .pictogram:
      false
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noEffect(_ key: String, _ kind: String) -> Self {
    Self(
      "no-effect", fr: "« \(key) » ne change rien à ce graphique (« kind: \(kind) »)",
      en: "`\(key)` changes nothing in this chart (`kind: \(kind)`)")
  }
  fileprivate static func halfInterval(_ missing: String) -> Self {
    Self(
      "half-interval", fr: "un intervalle a deux bornes, et « \(missing) » n’est pas dit",
      en: "an interval has two ends, and `\(missing)` is not said")
  }
}

extension Diagnostic.Hint {
  fileprivate static let dropKey = Self(
    fr: "retirez-le, ou changez de « kind »", en: "take it away, or change `kind`")
}
