import DrawList
import Spec

/// How an organisation's reports look.
package struct Theme: Hashable, Sendable {
  package let name: String
  /// The font family, by its name in `Fonts/fonts.yml`.
  package let family: String
  package let page: PageGeometry
  package let colors: ThemeColors
  package let type: TypeScale
  package var text: TextDesign

  /// The theme of a report that names none.
  package static let observatoire = Theme(
    name: "observatoire", family: "Lato",
    page: PageGeometry(
      size: .a4, top: points(25), bottom: points(24), left: points(21), right: points(21),
      headerBaseline: points(15), footerBaseline: points(284)),
    colors: ThemeColors(
      text: Color(0x1C2430), muted: Color(0x55606E), accent: Color(0x12467B), accentSoft: Color(0xE9F0F7),
      rule: Color(0xC9D0D8), grid: Color(0xE1E5EA), subject: Color(0x12467B), reference: Color(0xDDE3EA),
      others: [Color(0xB57B13), Color(0x3F8F7A)], mutedBar: Color(0x6F8FB3)),
    type: TypeScale(
      title: TypeSize(26, leading: 30), subtitle: TypeSize(14, leading: 19),
      headings: [TypeSize(16, leading: 20), TypeSize(12.5, leading: 16), TypeSize(10.5, leading: 14)],
      body: TypeSize(10, leading: 14.5), figureTitle: TypeSize(11.5, leading: 14.5),
      figureSubtitle: TypeSize(9, leading: 12), chart: TypeSize(8.8, leading: 11),
      table: TypeSize(9, leading: 12), apparatus: TypeSize(7.8, leading: 10.4),
      keyFigure: TypeSize(25, leading: 29), keyFigureLabel: TypeSize(9, leading: 12),
      running: TypeSize(8, leading: 10)),
    text: TextDesign(alignment: .ragged, hasOldStyleFigures: false))

  package static let all = [observatoire]
}

/// How running text is set.
package struct TextDesign: Hashable, Sendable {
  package var alignment: TextAlignment
  /// Whether figures in sentences have heads and tails; in tables and charts they never have.
  package let hasOldStyleFigures: Bool
}

/// A page's size and the frame that text and figures stay in.
package struct PageGeometry: Hashable, Sendable {
  package let size: Size
  package let top: Points
  package let bottom: Points
  package let left: Points
  package let right: Points
  package let headerBaseline: Points
  package let footerBaseline: Points

  /// Where the body goes.
  package var frame: Rect {
    Rect(x: left, y: top, width: size.width - left - right, height: size.height - top - bottom)
  }
}

/// Colours by what they are for.
package struct ThemeColors: Hashable, Sendable {
  package let text: Color
  /// Secondary text; still at least 4.5:1 on white.
  package let muted: Color
  package let accent: Color
  package let accentSoft: Color
  package let rule: Color
  package let grid: Color
  package let subject: Color
  package let reference: Color
  package let others: [Color]
  /// Bars beside a highlighted one.
  package let mutedBar: Color
}

/// A type size and the distance between its baselines.
package struct TypeSize: Hashable, Sendable {
  package let size: Points
  package let leading: Points

  package init(_ size: Points, leading: Points) {
    self.size = size
    self.leading = leading
  }
}

package struct TypeScale: Hashable, Sendable {
  package let title: TypeSize
  package let subtitle: TypeSize
  /// By level, from 1; deeper levels take the last.
  package let headings: [TypeSize]
  package let body: TypeSize
  package let figureTitle: TypeSize
  package let figureSubtitle: TypeSize
  package let chart: TypeSize
  package let table: TypeSize
  package let apparatus: TypeSize
  package let keyFigure: TypeSize
  package let keyFigureLabel: TypeSize
  package let running: TypeSize

  package func heading(_ level: Int) -> TypeSize { headings[min(level, headings.count) - 1] }
}
