import Diagnostics
import Foundation
import Spec

/// Classes of numbers, each a shade, for the columns that share them.
struct ShadeScale {
  /// The bounds between classes, ascending.
  let bounds: [Double]
  let legend: ShadeLegend

  func index(of number: Double) -> Int { bounds.count { number >= $0 } }
}

/// Columns on one scale, and what their authors say of it.
private struct ShadedColumns {
  /// The legend that the author names, or the measure of the columns.
  let key: Key
  var columns: [Int]

  enum Key: Hashable {
    case legend(String)
    case measure(String)
  }
}

extension TableArranger {
  /// How many shades can be told apart in grey print.
  private static let mostClasses = 5

  /// Settles the scales of the columns that are shaded: those of one legend share one, else those of one measure.
  mutating func makeShadeScales() {
    let groups = shadedColumns()
    for group in groups {
      let isNamed = if case .legend = group.key { true } else { false }
      guard let scale = shadeScale(of: group, isTitled: isNamed || groups.count > 1) else { continue }
      for column in group.columns { table.columns[column].published.legend = shades.count }
      warnOfOneShade(group, scale)
      shades.append(scale)
    }
  }

  private func shadedColumns() -> [ShadedColumns] {
    var groups: [ShadedColumns] = []
    for column in shownColumns {
      guard let spec = table.columns[column].spec?.draw, spec.kind.value == .heat else { continue }
      let key =
        spec.legend.map { ShadedColumns.Key.legend($0.value) } ?? .measure(table.columns[column].measure)
      if let known = groups.firstIndex(where: { $0.key == key }) {
        groups[known].columns.append(column)
      } else {
        groups.append(ShadedColumns(key: key, columns: [column]))
      }
    }
    return groups
  }

  /// The numbers that are shaded: those of rows, not what they come to.
  private func shadedNumbers(_ columns: [Int]) -> [Double] {
    table.rows.filter { $0.kind == .data }.flatMap { row in columns.compactMap { row.cells[$0].number } }
  }

  /// The scale of some columns; `nil` where they hold no number.
  ///
  /// Its bounds are round numbers that are printed as they are. With a middle there are as many classes on either
  /// side of the one around it; without, none that no number can be in.
  private mutating func shadeScale(of group: ShadedColumns, isTitled: Bool) -> ShadeScale? {
    let numbers = shadedNumbers(group.columns)
    guard let least = numbers.min(), let most = numbers.max() else { return nil }
    let low = end(\.low, of: group) ?? least
    let high = end(\.high, of: group) ?? most
    let middle = end(\.middle, of: group)
    let print = table.columns[group.columns[0]].print
    let bounds: [Double]
    if let middle {
      let reach = max(abs(high - middle), abs(middle - low))
      bounds = roundBounds(step: 2 * reach / Double(Self.mostClasses), print) { step in
        [-1.5, -0.5, 0.5, 1.5].map { middle + $0 * step }
      }
    } else {
      bounds = roundBounds(step: (high - low) / Double(Self.mostClasses), print) { step in
        let start = (low / step).rounded(.down) * step
        return (1..<Self.mostClasses).map { start + Double($0) * step }.filter { $0 <= high }
      }
    }
    let texts = bounds.map { set(print($0)) }
    return ShadeScale(
      bounds: bounds,
      legend: ShadeLegend(
        title: isTitled ? title(of: group) : nil, bounds: texts,
        least: bounds.first.map { low < $0 } ?? true ? set(print(low)) : nil,
        most: bounds.last.map { high > $0 } ?? false ? set(print(high)) : nil,
        labels: texts.isEmpty ? [set(print(least))] : wording.classes(texts),
        middle: middle == nil || bounds.isEmpty ? nil : Self.mostClasses / 2))
  }

  /// What the author says of a scale's end: at one of its columns, or at several alike.
  private mutating func end(
    _ path: KeyPath<CellPictureSpec, Located<Double>?>, of group: ShadedColumns
  ) -> Double? {
    let said = group.columns.compactMap { table.columns[$0].spec?.draw?[keyPath: path] }
    if let other = said.first(where: { $0.value != said[0].value }) {
      diagnostics.report(.error(.shadesDiffer, at: other.place, hints: [.ownLegend]))
    }
    return said.first?.value
  }

  private func title(of group: ShadedColumns) -> String {
    switch group.key {
    case .legend(let text): return set(text)
    case .measure:
      let heads = group.columns.map { table.columns[$0].published.head }
      let listed = heads.count > 3 ? heads.prefix(3) + ["…"] : heads[...]
      return listed.joined(separator: ", ")
    }
  }

  /// Warns of a column whose numbers all are in one class since another's are elsewhere.
  private mutating func warnOfOneShade(_ group: ShadedColumns, _ scale: ShadeScale) {
    guard group.columns.count > 1 else { return }
    for column in group.columns {
      let numbers = shadedNumbers([column])
      guard Set(numbers).count > 2, Set(numbers.map(scale.index)).count == 1,
        let draw = table.columns[column].spec?.draw
      else { continue }
      diagnostics.report(
        .warning(.oneShade(table.columns[column].name.value), at: draw.kind.place, hints: [.ownLegend]))
    }
  }

  // MARK: Round bounds

  /// Bounds by the least round step that is wide enough and whose bounds are printed as they are: where no decimals
  /// are, 2.5 would be read as 3. None where all numbers are one.
  private func roundBounds(
    step: Double, _ print: (Double) -> String, _ bounds: (Double) -> [Double]
  ) -> [Double] {
    guard step > 0, step.isFinite else { return [] }
    let power = pow(10, log10(step).rounded(.down))
    let steps = [1, 2, 2.5, 5, 10, 20, 25, 50, 100].map { $0 * power }.filter { $0 >= step * 0.999999 }
    let found = steps.lazy.map(bounds).first { arePrintedAsTheyAre($0, print) }
    return found ?? bounds(steps[0])
  }

  /// Whether numbers are printed without being rounded, be it in thousands or millions.
  private func arePrintedAsTheyAre(_ numbers: [Double], _ print: (Double) -> String) -> Bool {
    let printed = numbers.compactMap { parsed(print($0)) }
    guard printed.count == numbers.count else { return false }
    let units: [Double] = [1, 1e-3, 1e-6, 1e-9]
    return units.contains { unit in
      zip(numbers, printed).allSatisfy { number, shown in
        abs(number * unit - shown) <= 1e-9 * max(1, abs(shown))
      }
    }
  }
}

extension Wording {
  /// “moins de 20”, “de 20 à 40” …, “80 ou plus”.
  fileprivate func classes(_ bounds: [String]) -> [String] {
    guard let first = bounds.first, let last = bounds.last else { return [] }
    let between = zip(bounds, bounds.dropFirst()).map { pick("de \($0) à \($1)", "\($0) to \($1)") }
    return [pick("moins de \(first)", "under \(first)")] + between + [
      pick("\(last) ou plus", "\(last) or more")
    ]
  }
}

extension Diagnostic.Message {
  fileprivate static var shadesDiffer: Self {
    Self(
      "shades-differ", fr: "une autre colonne de la même légende dit autre chose de cette échelle",
      en: "another column of the same legend says something else of this scale")
  }
  fileprivate static func oneShade(_ name: String) -> Self {
    Self(
      "one-shade",
      fr:
        "toutes les cellules de « \(name) » ont la même nuance, car elle partage l’échelle d’autres colonnes",
      en: "all cells of “\(name)” have one shade, since it shares the scale of other columns")
  }
}

extension Diagnostic.Hint {
  fileprivate static let ownLegend = Self(
    fr: "donnez à la colonne sa propre échelle : « draw: { kind: heat, legend: TITRE } »",
    en: "give the column a scale of its own: “draw: { kind: heat, legend: TITLE }”")
}
