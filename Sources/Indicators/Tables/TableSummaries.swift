import DataSources
import Diagnostics
import Spec

/// Rows that are computed from others, on values, never on what is printed.
extension TableArranger {
  /// The summary rows that stand at a place, over some rows.
  ///
  /// - Parameter whole: all rows of the table, of which a share is a part.
  mutating func summaryRows(
    at place: SummaryPlace, over rows: [TypedTable.Row], within whole: [TypedTable.Row]
  ) -> [PublishedTable.Row] {
    guard !rows.isEmpty else { return [] }
    return design.summaries.filter { $0.at == place || $0.at == .both }.map {
      summaryRow($0, isOfGroup: place == .groups, over: rows, within: whole)
    }
  }

  private mutating func summaryRow(
    _ spec: SummarySpec, isOfGroup: Bool, over rows: [TypedTable.Row], within whole: [TypedTable.Row]
  ) -> PublishedTable.Row {
    let columns = summarized(spec)
    let weight = spec.weight.flatMap { column($0) }
    var cells = table.columns.indices.map { column -> PublishedTable.Cell in
      guard columns.contains(column) else { return PublishedTable.Cell("") }
      let value = summary(spec.compute.value, of: column, weight: weight, over: rows, within: whole)
      return PublishedTable.Cell(set(printed(value, spec, column)))
    }
    if let label = shownColumns.first(where: { table.columns[$0].published.isStub }) {
      cells[label] = PublishedTable.Cell(set(spec.label?.value ?? wording.text(spec.compute.value)))
    }
    return PublishedTable.Row(kind: isOfGroup ? .groupSummary : .tableSummary, cells: cells)
  }

  /// The columns that a summary is for: the author's, or those of numbers that it has sense for.
  mutating func summarized(_ spec: SummarySpec) -> Set<Int> {
    guard !spec.columns.isEmpty else {
      return Set(
        table.columns.indices.filter { column in
          let one = table.columns[column]
          let isNumber = !one.isText && !one.published.isStub
          return isNumber && (one.addsUp || !spec.compute.value.addsUp)
        })
    }
    return Set(
      spec.columns.compactMap { name in self.column(name).flatMap { checked($0, name, spec.compute.value) } })
  }

  private mutating func checked(_ column: Int, _ name: Located<String>, _ function: SummaryFunction) -> Int? {
    let one = table.columns[column]
    if one.isText, function != .count {
      diagnostics.report(
        .error(.summaryOfText(name.value), at: name.place, hints: [.summarizeNumbers] + textHints(of: column))
      )
      return nil
    }
    if function.addsUp, !one.addsUp {
      diagnostics.report(.warning(.sumOfRates(name.value), at: name.place, hints: [.weighRates]))
    }
    return column
  }

  /// A summary of a column; what cannot be had is missing for the reason of the values it lacks.
  private mutating func summary(
    _ function: SummaryFunction, of column: Int, weight: Int?, over rows: [TypedTable.Row],
    within whole: [TypedTable.Row]
  ) -> TypedTable.Value {
    let values = rows.map { $0.cells[column] }
    let numbers = values.compactMap(\.number)
    let kinds = values.compactMap { if case .missing(let kind) = $0.value { kind } else { nil } }
    switch function {
    case .count: return .number(Double(values.count - kinds.count))
    case .sum:
      // A sum without one of its parts would be another number under the same name.
      if let kind = mostSecret(kinds) { return .missing(kind) }
      let sum = numbers.reduce(0, +)
      noteRounding(numbers, sum, column)
      return .number(sum)
    case .share:
      let all = whole.map { $0.cells[column] }
      let missing = all.compactMap { if case .missing(let kind) = $0.value { kind } else { nil } }
      if let kind = mostSecret(missing) { return .missing(kind) }
      let total = all.compactMap(\.number).reduce(0, +)
      return total == 0 ? .missing(.notApplicable) : .number(100 * numbers.reduce(0, +) / total)
    case .mean, .median, .min, .max:
      for row in rows where row.cells[column].number == nil { leaveOut(row, column) }
      return value(of: function, numbers)
    case .weightedMean:
      let weighed = rows.compactMap { row in
        row.cells[column].number.flatMap { value in
          weight.flatMap { row.cells[$0].number }.map { (value, $0) }
        }
      }
      for row in rows
      where row.cells[column].number == nil || weight.flatMap({ row.cells[$0].number }) == nil {
        leaveOut(row, column)
      }
      let total = weighed.reduce(0) { $0 + $1.1 }
      return total == 0
        ? .missing(.notAvailable) : .number(weighed.reduce(0) { $0 + $1.0 * $1.1 } / total)
    }
  }

  private mutating func leaveOut(_ row: TypedTable.Row, _ column: Int) {
    leftOut.insert(LeftOut(row: row.number, column: column))
  }

  private func value(of function: SummaryFunction, _ numbers: [Double]) -> TypedTable.Value {
    guard let least = numbers.min(), let most = numbers.max() else { return .missing(.notAvailable) }
    switch function {
    case .min: return .number(least)
    case .max: return .number(most)
    case .median:
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      return .number(sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2)
    case .mean, .weightedMean, .sum, .share, .count:
      return .number(numbers.reduce(0, +) / Double(numbers.count))
    }
  }

  /// Notes that rows as they are printed do not add up to their sum.
  private mutating func noteRounding(_ numbers: [Double], _ sum: Double, _ column: Int) {
    guard !hasRoundedParts, numbers.count <= 1000 else { return }
    let print = table.columns[column].print
    let printed = numbers.compactMap { parsed(print($0)) }
    guard printed.count == numbers.count, let total = parsed(print(sum)) else { return }
    hasRoundedParts = abs(printed.reduce(0, +) - total) > 1e-6 * max(1, abs(total))
  }

  /// The number that a printed one reads as, its unit left out.
  func parsed(_ text: String) -> Double? {
    let digits = text.compactMap { character -> Character? in
      switch character {
      case "\u{2212}", "-": "-"
      case ",": wording.language == .french ? "." : nil
      case ".", "0"..."9": character
      default: nil
      }
    }
    return Double(String(digits))
  }

  private func printed(_ value: TypedTable.Value, _ spec: SummarySpec, _ column: Int) -> String {
    switch value {
    case .missing(let kind): wording.mark(kind)
    case .text(let text): text
    case .number(let number):
      switch spec.compute.value {
      case .share:
        wording.percent(
          NumberText(language: wording.language).text(number, decimals: spec.decimals?.value ?? 1))
      case .count: NumberText(language: wording.language).text(number, decimals: 0)
      case .sum, .mean, .weightedMean, .median, .min, .max:
        spec.decimals.flatMap { decimals in
          table.columns[column].printRounded.map { $0(number, decimals.value) }
        } ?? table.columns[column].print(number)
      }
    }
  }

  // MARK: Carried sums

  /// The columns whose sums a page's end carries: those that a sum of the table is for, or that add up.
  func carriedColumns() -> [Int] {
    let sums = design.summaries.filter { $0.compute.value == .sum && $0.at != .groups }.flatMap(\.columns)
    let named = sums.compactMap { table.columnIndex($0.value) }
    if !named.isEmpty { return named }
    return table.columns.indices.filter { table.columns[$0].addsUp && !table.columns[$0].isText }
  }
}

extension SummaryFunction {
  /// Whether it only has sense for what adds up.
  fileprivate var addsUp: Bool {
    switch self {
    case .sum, .share: true
    case .mean, .weightedMean, .median, .min, .max, .count: false
    }
  }
}

extension Wording {
  fileprivate func text(_ function: SummaryFunction) -> String {
    switch function {
    case .sum: pick("Total", "Total")
    case .mean: pick("Moyenne", "Mean")
    case .weightedMean: pick("Moyenne pondérée", "Weighted mean")
    case .median: pick("Médiane", "Median")
    case .min: pick("Minimum", "Minimum")
    case .max: pick("Maximum", "Maximum")
    case .count: pick("Nombre de valeurs", "Number of values")
    case .share: pick("Part du total", "Share of the total")
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func summaryOfText(_ name: String) -> Self {
    Self(
      "summary-of-text", fr: "« \(name) » contient des textes : rien ne peut en être calculé",
      en: "“\(name)” holds texts: nothing can be computed from it")
  }
  fileprivate static func sumOfRates(_ name: String) -> Self {
    Self(
      "sum-of-rates", fr: "« \(name) » est un taux : la somme de taux n’a d’ordinaire pas de sens",
      en: "“\(name)” is a rate: a sum of rates usually makes no sense")
  }
}

extension Diagnostic.Hint {
  fileprivate static let summarizeNumbers = Self(
    fr: "nommez des colonnes de nombres, ou écrivez « compute: count »",
    en: "name columns of numbers, or write “compute: count”")
  fileprivate static let weighRates = Self(
    fr: "une moyenne pondérée en a un : « compute: weighted-mean », « weight: … »",
    en: "a weighted mean does: “compute: weighted-mean”, “weight: …”")
}
