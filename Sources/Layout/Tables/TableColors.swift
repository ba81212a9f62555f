import Charts
import DrawList
import Indicators
import Model

/// The colours of a table, from the theme's.
struct TableColors {
  let text: Color
  let muted: Color
  let rule: Color
  let accent: Color
  /// Behind rows that are pointed out; `nil` for nothing.
  let highlight: Color?
  /// Behind every other row.
  let stripe: Color?
  private let reference: Color

  init(_ theme: Theme) {
    let colors = theme.colors
    text = colors.text
    muted = colors.muted
    rule = colors.rule
    accent = colors.accent
    highlight = theme.grounds[.highlight]
    stripe = theme.grounds[.stripe]
    reference = colors.reference
  }

  func graphics(on ground: Color) -> CellGraphicColors {
    CellGraphicColors(dark: accent, light: reference, line: muted, ground: ground)
  }

  // MARK: Shades

  /// The ground of a class: lighter for less, on two sides of the middle where there is one.
  ///
  /// Below a middle shades are grey and above it of the accent's colour, both darker outwards: without colour the
  /// numbers say on which side they are.
  func shade(_ index: Int, of legend: ShadeLegend) -> Color {
    let last = max(1, legend.labels.count - 1)
    guard let middle = legend.middle else {
      return Color.white.mixed(with: accent, share: 0.06 + 0.8 * Double(index) / Double(last))
    }
    let distance = Double(index - middle) / Double(max(1, middle))
    if distance == 0 { return Color.white.mixed(with: accent, share: 0.03) }
    return Color.white.mixed(
      with: distance > 0 ? accent : muted, share: 0.12 + (distance > 0 ? 0.7 : 0.45) * abs(distance))
  }

  /// The colour of a text on a ground: the theme's, or white, or black, the first with a contrast of 4.5.
  ///
  /// One of the last two always has it: the square root of 21 is 4.58.
  func ink(on ground: Color) -> Color {
    [text, .white, .black].first { $0.contrast(with: ground) >= 4.5 } ?? .black
  }
}

extension Color {
  /// A colour between this one and another, channel by channel.
  func mixed(with other: Color, share: Double) -> Color {
    func channel(_ a: UInt8, _ b: UInt8) -> UInt32 {
      UInt32((Double(a) + (Double(b) - Double(a)) * share).rounded())
    }
    return Color(channel(red, other.red) << 16 | channel(green, other.green) << 8 | channel(blue, other.blue))
  }
}

extension CellGraphic {
  init(_ picture: CellPicture) {
    switch picture {
    case .bar(let value): self = .bar(value)
    case .bullet(let value, let target): self = .bullet(value, target: target)
    case .dumbbell(let from, let to): self = .dumbbell(from: from, to: to)
    case .line(let values): self = .line(values)
    case .bars(let values): self = .bars(values)
    case .status(let shape):
      switch shape {
      case .favourable: self = .status(.favourable)
      case .neutral: self = .status(.neutral)
      case .unfavourable: self = .status(.unfavourable)
      }
    case .arrow(let trend):
      switch trend {
      case .up: self = .arrow(.up)
      case .level: self = .arrow(.level)
      case .down: self = .arrow(.down)
      }
    case .badge: self = .badge
    case .dots(let filled, let count): self = .dots(filled: filled, of: count)
    }
  }
}
