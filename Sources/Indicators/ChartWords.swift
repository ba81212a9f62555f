import Model
import Spec

/// A chart in words: what it is, its extremes, its widest gap, all its values.
struct ChartWords {
  let wording: Wording
  let block: ChartBlock
  let grid: ChartGrid
  let categories: [PublishedChart.Category]
  let series: [PublishedChart.Series]
  let panels: [PublishedChart.Panel]

  /// What the chart is, in at most 80 characters: “Diagramme en barres, 3 catégories, QPV et Ville”.
  var alternative: String {
    let kind = wording.name(of: block.kind, block.orientation, series: series.count)
    let isTime = grid.categories.allSatisfy { $0.period != nil }
    let count = isTime ? wording.periods(categories.count) : wording.categories(categories.count)
    let head =
      block.kind == .histogram ? "\(kind), \(wording.classes(categories.count))" : "\(kind), \(count)"
    let names = series.filter { !$0.isPath }.map(\.name).filter { !$0.isEmpty }
    let tail = panels.count > 1 ? ", " + wording.panels(panels.count) : ""
    guard names.count > 1 else { return head + tail }
    let all =
      head + ", " + names.dropLast().joined(separator: ", ") + " " + wording.and + " "
      + names[names.count - 1] + tail
    return all.count <= 80 ? all : head + ", " + wording.series(names.count) + tail
  }

  /// From the least to the greatest value: “De 48 % (tablette, QPV) à 91 % (smartphone, France).”
  var extremes: String? {
    switch block.kind {
    case .waterfall: return ends
    case .stacked: return totalExtremes ?? valueExtremes
    case .bar, .column, .ranked, .stackedToWhole, .diverging, .likert, .split, .pyramid, .range, .dumbbell,
      .dot, .lollipop, .bullet, .histogram, .pareto, .line, .slope, .mosaic, .pictogram:
      return valueExtremes
    }
  }

  /// Of a waterfall its first and last totals: a change is no level.
  private var ends: String? {
    let totals = categories.indices.filter { categories[$0].isTotal && panels[0].bars[0][$0].number != nil }
    guard let first = totals.first, let last = totals.last, first != last else { return nil }
    let words = [first, last].map { "\(panels[0].bars[0][$0].label) (\(categories[$0].label))" }
    return wording.fromTotalToTotal(words[0], words[1])
  }

  /// Of a stack the least and the greatest sum.
  private var totalExtremes: String? {
    guard panels.count == 1, series.count > 1 else { return nil }
    let sums = categories.indices.compactMap { category -> (sum: Double, name: String)? in
      let cells = grid.cells[0].map { $0[category] }
      guard cells.allSatisfy({ $0.unknownPart == nil }) else { return nil }
      return (cells.compactMap(\.number).reduce(0, +), categories[category].label)
    }
    guard let least = sums.min(by: { $0.sum < $1.sum }), let most = sums.max(by: { $0.sum < $1.sum }),
      least.sum < most.sum
    else { return nil }
    return wording.totals(
      "\(grid.text.short(least.sum)) (\(least.name))", "\(grid.text.short(most.sum)) (\(most.name))")
  }

  /// Of bullets: how many reach their targets.
  var targetsReached: String? {
    let aimed = panels.flatMap { $0.bars.joined() }.compactMap { bar -> Bool? in
      guard let number = bar.number, let target = bar.target else { return nil }
      return number >= target
    }
    return block.kind == .bullet && aimed.count > 1
      ? wording.targetsReached(aimed.count { $0 }, of: aimed.count) : nil
  }

  private var valueExtremes: String? {
    let known = values.filter { !series[$0.series].isPath && !(block.kind == .pareto && $0.series == 1) }
    guard known.count > 2, block.kind != .histogram || known.count > 3,
      let least = known.min(by: { $0.number < $1.number }),
      let most = known.max(by: { $0.number < $1.number }),
      least.number < most.number
    else { return nil }
    return wording.extremes("\(least.label) (\(name(of: least)))", "\(most.label) (\(name(of: most)))")
  }

  /// Of charts with two series: where they differ most, by how much.
  var widestGap: String? {
    guard series.count == 2, block.kind != .pareto, !block.kind.showsParts else { return nil }
    let gaps = panels.indices.flatMap { panel in
      categories.indices.compactMap { category -> (size: Double, panel: Int, category: Int)? in
        guard let a = panels[panel].bars[0][category].number, let b = panels[panel].bars[1][category].number
        else {
          return nil
        }
        return (a - b, panel, category)
      }
    }
    guard gaps.count > 1, let widest = gaps.max(by: { abs($0.size) < abs($1.size) }), widest.size != 0 else {
      return nil
    }
    let size = DifferenceText(values: grid.text, measure: .difference).magnitude(widest.size)
    let place = [panels.count > 1 ? panels[widest.panel].title : nil, categories[widest.category].label]
    return wording.widestGap(size, place.compactMap(\.self).joined(separator: ", "))
  }

  /// All values: “Smartphone : 87 % (QPV), 91 % (France) ; …”
  var description: String {
    let parts = panels.flatMap { panel in
      categories.indices.map { category in
        let values = series.indices.filter { !series[$0].isPath }.map { index in
          let label = told(panel.bars[index][category], grid.text)
          return series.count == 1 || series[index].name.isEmpty ? label : "\(label) (\(series[index].name))"
        }
        let head = panels.count > 1 ? (panel.title.map { $0 + ", " } ?? "") : ""
        return head + categories[category].label + wording.colon + values.joined(separator: ", ")
      }
    }
    return parts.joined(separator: wording.semicolon) + "."
  }

  /// A value with its interval and its target: “10 % (cible : 20 %)”.
  private func told(_ bar: PublishedChart.Bar, _ text: ValueText) -> String {
    guard bar.number != nil else { return bar.label }
    var more: [String] = []
    if let low = bar.low, let high = bar.high {
      more.append(wording.shortInterval(text.short(low), text.short(high)))
    }
    if block.kind == .bullet, let target = bar.target { more.append(wording.target(text.short(target))) }
    return more.isEmpty ? bar.label : bar.label + " (" + more.joined(separator: ", ") + ")"
  }

  private struct Known {
    let number: Double
    let label: String
    let panel: Int
    let series: Int
    let category: Int
  }

  private var values: [Known] {
    panels.indices.flatMap { panel in
      series.indices.flatMap { series in
        categories.indices.compactMap { category -> Known? in
          let bar = panels[panel].bars[series][category]
          return bar.number.map {
            Known(number: $0, label: bar.label, panel: panel, series: series, category: category)
          }
        }
      }
    }
  }

  private func name(of value: Known) -> String {
    [
      panels.count > 1 ? panels[value.panel].title : nil, categories[value.category].label,
      series.count > 1 ? series[value.series].name : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }
}
