import Foundation
import Spec

/// Classes of numbers, each a shade: all shaded cells of a table are on one scale.
struct ShadeScale {
  /// The bounds between classes, ascending.
  let bounds: [Double]
  let legend: ShadeLegend

  func index(of number: Double) -> Int { bounds.count { number >= $0 } }
}

extension TableArranger {
  /// How many shades can be told apart in grey print.
  private static let classCount = 5

  /// The scale of the columns that are shaded; `nil` where none is.
  ///
  /// Its bounds are round numbers. With a middle there are as many classes on either side of the one around it.
  func shadeScale() -> ShadeScale? {
    let shaded = table.columns.indices.filter {
      table.columns[$0].spec?.draw?.kind.value == .heat && !table.columns[$0].isHidden
    }
    guard let first = shaded.first, let spec = table.columns[first].spec?.draw else { return nil }
    let numbers = table.rows.flatMap { row in shaded.compactMap { row.cells[$0].number } }
    guard let least = numbers.min(), let most = numbers.max() else { return nil }
    let (low, high) = (spec.low?.value ?? least, spec.high?.value ?? most)
    let bounds: [Double]
    if let middle = spec.middle?.value {
      let reach = max(abs(high - middle), abs(middle - low), 1e-9)
      let step = roundStep(2 * reach / Double(Self.classCount))
      bounds = [-1.5, -0.5, 0.5, 1.5].map { middle + $0 * step }
    } else {
      let step = roundStep(max(high - low, 1e-9) / Double(Self.classCount))
      let start = (low / step).rounded(.down) * step
      bounds = (1..<Self.classCount).map { start + Double($0) * step }
    }
    let print = table.columns[first].print
    let texts = bounds.map { set(print($0)) }
    return ShadeScale(
      bounds: bounds,
      legend: ShadeLegend(
        labels: wording.classes(texts), middle: spec.middle == nil ? nil : Self.classCount / 2))
  }

  /// The least of 1, 2, 2.5, 5 and 10 times a power of ten that is no less.
  private func roundStep(_ step: Double) -> Double {
    let power = pow(10, (log10(step)).rounded(.down))
    return ([1, 2, 2.5, 5].first { $0 * power >= step * 0.999999 } ?? 10) * power
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
