import Diagnostics
import Model
import Spec

/// Whether what a chart adds up makes what it is said to make.
extension Composer {
  /// - Parameter read: the grid before its kind made something of it.
  mutating func checkSums(_ grid: ChartGrid, of read: ChartGrid, _ block: ChartBlock) {
    switch block.kind {
    case .stackedToWhole, .likert, .mosaic: checkWhole(read, block)
    case .stacked: checkOverWhole(grid, block)
    case .waterfall: checkTotals(grid, block)
    case .bar, .column, .ranked, .diverging, .split, .pyramid, .range, .dumbbell, .dot, .lollipop, .bullet,
      .histogram, .pareto, .line, .slope, .pictogram:
      break
    }
  }

  /// Percentages that do not come to 100 are drawn as shares of their sum, which is another number.
  private mutating func checkWhole(_ grid: ChartGrid, _ block: ChartBlock) {
    guard grid.text.unit == .percent else { return }
    if let secret = grid.secretOfWhole { tell(secret, of: grid, block) }
    guard let odd = grid.notOfWhole else { return checkOverWhole(grid, block, hint: .mendParts) }
    let name = grid.categories[odd.category].label
    diagnostics.report(
      .warning(
        .notOfWhole(name, grid.text.short(odd.sum)), at: odd.cell.place ?? block.place, hints: [.mendParts]))
  }

  private mutating func checkOverWhole(
    _ grid: ChartGrid, _ block: ChartBlock, hint: Diagnostic.Hint = .sideBySide
  ) {
    guard grid.text.unit == .percent, let odd = grid.overWhole else { return }
    diagnostics.report(
      .warning(
        .overWhole(grid.categories[odd.category].label, grid.text.short(odd.sum)),
        at: odd.cell.place ?? block.place, hints: [hint]))
  }

  private mutating func tell(
    _ secret: (category: Int, cell: ChartGrid.Cell), of grid: ChartGrid, _ block: ChartBlock
  ) {
    diagnostics.report(
      .warning(
        .computableSecret(grid.categories[secret.category].label), at: secret.cell.place ?? block.place,
        hints: [.hideSecond]))
  }

  /// A total that is not what its steps come to, as far as it is printed; a secret step that totals give away.
  private mutating func checkTotals(_ grid: ChartGrid, _ block: ChartBlock) {
    for panel in grid.cells {
      guard let cells = panel.first else { continue }
      var (level, steps, isKnown) = (0.0, 0, true)
      var unknown: [(category: Int, cell: ChartGrid.Cell)] = []
      for (index, (category, cell)) in zip(grid.categories, cells).enumerated() {
        guard category.isTotal else {
          level += cell.number ?? 0
          steps += 1
          if cell.number == nil {
            isKnown = false
            unknown.append((index, cell))
          }
          continue
        }
        if cell.number != nil, unknown.count == 1, unknown[0].cell.isSecret {
          tell(unknown[0], of: grid, block)
        }
        // Each step is rounded by half of the last digit at the most.
        let unit = DecimalText.unit(ofDecimals: grid.text.decimals) * grid.text.axis.divisor
        if index > 0, isKnown, let total = cell.number,
          abs(total - level) > unit * Double(steps + 1) / 2 + 1e-9
        {
          diagnostics.report(
            .warning(
              .otherTotal(category.label, grid.text.short(total), grid.text.short(level)),
              at: cell.place ?? block.place))
        }
        (level, steps, isKnown) = (cell.number ?? level, 0, cell.number != nil)
        unknown = cell.number == nil ? [(index, cell)] : []
      }
    }
  }
}

extension DecimalText {
  /// What the last printed digit counts: 0.1 of one decimal.
  fileprivate static func unit(ofDecimals decimals: Int) -> Double {
    (0..<decimals).reduce(1) { unit, _ in unit / 10 }
  }
}

extension Diagnostic.Message {
  fileprivate static func notOfWhole(_ category: String, _ sum: String) -> Self {
    Self(
      "not-of-whole", fr: "les parts de « \(category) » font \(sum) : elles sont ramenées à 100",
      en: "the parts of “\(category)” come to \(sum): they are drawn as if to 100")
  }
  fileprivate static func overWhole(_ category: String, _ sum: String) -> Self {
    Self(
      "over-whole", fr: "les parts de « \(category) » font \(sum) : ce ne sont pas les parts d’un tout",
      en: "the parts of “\(category)” come to \(sum): they are no parts of a whole")
  }
  fileprivate static func computableSecret(_ category: String) -> Self {
    Self(
      "computable-secret", fr: "la valeur secrète de « \(category) » se déduit de celles qui sont montrées",
      en: "the secret value of “\(category)” follows from those that are shown")
  }
  fileprivate static func otherTotal(_ name: String, _ total: String, _ level: String) -> Self {
    Self(
      "other-total", fr: "le total « \(name) » est \(total), mais les étapes mènent à \(level)",
      en: "the total “\(name)” is \(total), but the steps lead to \(level)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let mendParts = Self(
    fr: "corrigez les parts, ajoutez celle qui manque (« Autre », « Sans réponse »), ou prenez « kind: bar »",
    en: "mend the parts, add the one that is missing (“Other”, “No answer”), or take `kind: bar`")
  fileprivate static let hideSecond = Self(
    fr: "tenez-en une deuxième secrète, ou réunissez-la avec une autre",
    en: "keep a second one secret, or join it with another")
  fileprivate static let sideBySide = Self(
    fr: "mettez-les côte à côte : « kind: bar »", en: "set them side by side: `kind: bar`")
}
