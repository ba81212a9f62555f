import Synchronization

/// Who looks at a colour, or through what.
///
/// - **Source**: Machado, Oliveira, Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency”,
///   IEEE TVCG 15(6), 2009: the matrices for a whole deficiency (severity 1), on linear light.
package enum ColorVision: String, Hashable, Sendable, CaseIterable {
  case full, deuteranopia, protanopia, tritanopia
  /// Printed without colour.
  case grey

  /// A colour as it is seen.
  package func seen(_ color: Color) -> LabColor { LabColor(linear: light(of: color)) }

  private func light(of color: Color) -> LinearColor {
    let light = color.linear
    switch self {
    case .full: return light
    case .protanopia:
      return light.times(
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
    case .deuteranopia:
      return light.times(
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
    case .tritanopia:
      return light.times(
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
    case .grey:
      let luminance = 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
      return LinearColor(red: luminance, green: luminance, blue: luminance)
    }
  }

  /// How different two colours look to whoever tells them apart least.
  package static func leastDifference(_ one: Color, _ other: Color) -> Double {
    let pair = Pair(one: one, other: other)
    if let known = known.withLock({ $0[pair] }) { return known }
    let least = allCases.map { $0.seen(one).difference(from: $0.seen(other)) }.min() ?? 0
    known.withLock { if $0.count < mostKnown { $0[pair] = least } }
    return least
  }

  private struct Pair: Hashable {
    let one: Color
    let other: Color
  }

  /// Each chart of a report asks for the same few colours of its theme.
  private static let known = Mutex<[Pair: Double]>([:])
  private static let mostKnown = 1_024
}

extension LinearColor {
  fileprivate typealias Row = (Double, Double, Double)

  fileprivate func times(_ r: Row, _ g: Row, _ b: Row) -> LinearColor {
    func product(_ row: Row) -> Double { min(1, max(0, row.0 * red + row.1 * green + row.2 * blue)) }
    return LinearColor(red: product(r), green: product(g), blue: product(b))
  }
}

extension Color {
  /// The grey that a printer without colour makes of it: the same luminance.
  package var grey: Color {
    let luminance = relativeLuminance
    var (low, high) = (0, 255)
    while low < high {
      let middle = (low + high) / 2
      let level = UInt32(middle)
      if Color(level << 16 | level << 8 | level).relativeLuminance < luminance {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let level = UInt32(low)
    return Color(level << 16 | level << 8 | level)
  }
}
