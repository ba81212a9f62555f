import Model
import Spec

/// The *Lecture* of a chart of rows: one of its values in a sentence, as its kind is read.
///
/// “En 2018, la valeur est de 64 % pour « Quartiers prioritaires », contre 80 % pour « Ensemble de la ville ».”
/// Nothing is known of the words of rows, so names are quoted and not declined.
struct RowReading {
  let grid: ChartGrid
  let kind: ChartKind
  let wording: Wording

  /// Of panels, the first is named before.
  var text: String? {
    guard let sentence else { return nil }
    guard let panel = grid.panels.first?.label, !panel.isEmpty else { return sentence }
    return wording.quoted(panel) + wording.colon + uncapitalized(sentence)
  }

  /// “En 2018”, “Pour « A »” after a colon; a name in quotes stays as it is.
  private func uncapitalized(_ sentence: String) -> String {
    sentence.prefix(1).lowercased() + sentence.dropFirst()
  }

  /// About the highlighted category, of a histogram the fullest class, else the first that has a value.
  private var sentence: String? {
    guard let (series, category) = place else { return nil }
    let item = grid.categories[category]
    let cell = grid.cells[0][series][category]
    guard let number = cell.number else { return nil }
    let name = wording.quoted(item.label)
    switch kind {
    case .histogram: return wording.classReading(name, cell.text.short(number), isOne: number == 1)
    case .ranked:
      if let rank = item.rank { return wording.rankReading(name, rank, cell.text.short(number)) }
    case .waterfall:
      return item.isTotal
        ? wording.totalReading(name, cell.text.full(number))
        : wording.changeReading(name, cell.text.change(number, cell.text.full))
    case .slope: if let change = change(series) { return change }
    case .range: if let range = range(category) { return range }
    case .bar, .column, .stacked, .stackedToWhole, .diverging, .likert, .split, .pyramid, .dumbbell, .dot,
      .lollipop, .bullet, .pareto, .line, .mosaic, .pictogram:
      break
    }
    let when = item.period.map { capitalized(PeriodText(language: wording.language).phrase($0)) }
    let value = statement(cell, number, series) + details(cell, series, isInTime: when != nil)
    return (when ?? capitalized(wording.for(name))) + ", " + value
      + (contrast(series, category, isInTime: when != nil) ?? "") + "."
  }

  // MARK: Which value

  private var place: (series: Int, category: Int)? {
    guard let cells = grid.cells.first else { return nil }
    // Of periods the last one is the news.
    let isInTime = grid.categories.allSatisfy { $0.period != nil }
    let all = isInTime ? Array(grid.categories.indices.reversed()) : Array(grid.categories.indices)
    let pointedOut = all.filter { grid.categories[$0].isHighlighted }
    let fullest =
      kind == .histogram
      ? all.max { (cells[0][$0].number ?? 0) < (cells[0][$1].number ?? 0) } : nil
    let series = grid.series.indices.filter { !grid.series[$0].isPath }
    let order =
      series.filter { grid.series[$0].isHighlighted } + series.filter { !grid.series[$0].isHighlighted }
    for category in [fullest].compactMap(\.self) + pointedOut + all {
      if let found = order.first(where: { cells[$0][category].number != nil }) { return (found, category) }
    }
    return nil
  }

  /// The other of two series that a value is set against.
  private func contrast(_ series: Int, _ category: Int, isInTime: Bool) -> String? {
    let shown = grid.series.indices.filter { !grid.series[$0].isPath }
    guard isOfLevels, shown.count == 2, let other = shown.first(where: { $0 != series }),
      let number = grid.cells[0][other][category].number
    else { return nil }
    let value = grid.cells[0][other][category].text.short(number)
    return ", \(wording.comparedWith) \(value)" + named(grid.series[other].label, isInTime: isInTime)
  }

  private var isOfLevels: Bool {
    switch kind {
    case .bar, .column, .split, .pyramid, .dumbbell, .dot, .lollipop, .line, .slope: true
    case .ranked, .stacked, .stackedToWhole, .diverging, .likert, .range, .bullet, .waterfall, .histogram,
      .pareto, .mosaic, .pictogram:
      false
    }
  }

  // MARK: What is said of it

  private func statement(_ cell: ChartGrid.Cell, _ number: Double, _ series: Int) -> String {
    let name = wording.quoted(grid.series[series].label)
    switch kind {
    case .likert: return wording.shareOfAnswers(name, cell.text.short(number))
    case .stackedToWhole, .mosaic: return wording.shareReading(name, cell.text.short(number))
    case .bar, .column, .ranked, .stacked, .diverging, .split, .pyramid, .range, .dumbbell, .dot, .lollipop,
      .bullet, .waterfall, .histogram, .pareto, .line, .slope, .pictogram:
      // Nobody counts a number of people below zero.
      let isCount =
        cell.text.unit == .count && cell.text.counts != nil && grid.all.allSatisfy { $0.number ?? 0 >= 0 }
      return isCount
        ? wording.countReading(cell.text.full(number)) : wording.valueReading(cell.text.full(number))
    }
  }

  /// Whose value it is, then its interval and its target.
  private func details(_ cell: ChartGrid.Cell, _ series: Int, isInTime: Bool) -> String {
    var text = ""
    let isNamed = grid.series.count > 1 && !kind.isOfShares && kind != .pareto
    if isNamed { text += named(grid.series[series].label, isInTime: isInTime) }
    if let low = cell.low, let high = cell.high {
      text += " (" + wording.interval(cell.text.short(low), cell.text.short(high)) + ")"
    }
    if kind == .bullet, let target = cell.target { text += wording.forTarget(cell.text.short(target)) }
    return text
  }

  private func named(_ name: String, isInTime: Bool) -> String {
    if name.isEmpty { return "" }
    return isInTime ? " " + wording.for(wording.quoted(name)) : " (\(name))"
  }

  /// “Entre 2018 et 2025, la valeur passe de 64 % à 83 % pour « Quartiers prioritaires ».”
  private func change(_ series: Int) -> String? {
    let cells = grid.cells[0][series]
    guard cells.count == 2, let from = cells[0].number, let to = cells[1].number,
      let first = grid.categories[0].period, let last = grid.categories[1].period
    else { return nil }
    let periods = PeriodText(language: wording.language)
    let when = capitalized(wording.between(periods.noun(first), periods.noun(last)))
    let what = wording.changeOfValue(cells[0].text.short(from), cells[1].text.full(to))
    return "\(when), \(what)\(named(grid.series[series].label, isInTime: true))."
  }

  /// “Pour « Médiathèque », les valeurs vont de 4 à 22 minutes.”
  private func range(_ category: Int) -> String? {
    guard grid.series.count == 2, let low = grid.cells[0][0][category].number,
      let high = grid.cells[0][1][category].number
    else { return nil }
    let text = grid.cells[0][1][category].text
    let names = grid.series.map { named($0.label, isInTime: false) }
    let values = wording.valuesRange(text.short(low) + names[0], text.full(high) + names[1])
    return capitalized(wording.for(wording.quoted(grid.categories[category].label))) + ", \(values)."
  }
}

extension ChartKind {
  /// Whether it shows what share each value is of its category.
  var isOfShares: Bool { self == .stackedToWhole || self == .mosaic || self == .likert }
}

/// What such sentences say.
extension Wording {
  fileprivate var comparedWith: String { pick("contre", "compared with") }
  fileprivate func valueReading(_ value: String) -> String {
    pick("la valeur est de \(value)", "the value is \(value)")
  }
  fileprivate func countReading(_ count: String) -> String {
    pick("on compte \(count)", "the count is \(count)")
  }
  fileprivate func shareReading(_ name: String, _ value: String) -> String {
    pick("la part de \(name) est de \(value)", "the share of \(name) is \(value)")
  }
  fileprivate func shareOfAnswers(_ name: String, _ value: String) -> String {
    pick("la part des réponses \(name) est de \(value)", "the share of answers \(name) is \(value)")
  }
  fileprivate func interval(_ low: String, _ high: String) -> String {
    pick(
      "intervalle de confiance\(colon)de \(low) à \(high)", "confidence interval\(colon)\(low) to \(high)")
  }
  fileprivate func forTarget(_ target: String) -> String {
    pick(", pour une cible de \(target)", ", against a target of \(target)")
  }
  fileprivate func changeOfValue(_ from: String, _ to: String) -> String {
    pick("la valeur passe de \(from) à \(to)", "the value goes from \(from) to \(to)")
  }
  fileprivate func valuesRange(_ low: String, _ high: String) -> String {
    pick("les valeurs vont de \(low) à \(high)", "the values go from \(low) to \(high)")
  }
  fileprivate func totalReading(_ name: String, _ value: String) -> String {
    pick("\(name) s’élève à \(value).", "\(name) comes to \(value).")
  }
  fileprivate func changeReading(_ name: String, _ value: String) -> String {
    pick("\(name) compte pour \(value).", "\(name) accounts for a change of \(value).")
  }
  fileprivate func classReading(_ category: String, _ count: String, isOne: Bool) -> String {
    pick(
      "La classe \(category) compte \(count) \(isOne ? "observation" : "observations").",
      "The class \(category) has \(count) \(isOne ? "observation" : "observations").")
  }
  fileprivate func rankReading(_ category: String, _ rank: Int, _ value: String) -> String {
    pick(
      "\(category) est au \(rank)\(rank == 1 ? "er" : "e") rang, avec \(value).",
      "\(category) ranks \(ordinal(rank)), with \(value).")
  }
}
