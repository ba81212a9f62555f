import Diagnostics
import DrawList
import Spec

/// How an organisation's reports look: what `Themes/NAME.yml` says, complete.
package struct Theme: Hashable, Sendable {
  package let name: String
  package var page: PageGeometry
  package let colors: ThemeColors
  /// What stands behind text; `nil` for the bare page.
  package let grounds: RoleTable<GroundRole, Color?>
  package let type: TypeScale
  package let spacing: RoleTable<SpaceRole, Points>
  /// `nil` for no line.
  package let rules: RoleTable<RuleRole, RuleDesign?>
  package var text: TextDesign
  package let running: RunningDesign
  package let chart: ChartDesign
  package let logo: LogoDesign?

  /// The font family of running text.
  package var family: String { type[.body].family }
}

/// How running text is set.
package struct TextDesign: Hashable, Sendable {
  package var alignment: TextAlignment
  /// Whether figures in sentences have heads and tails; in tables and charts they never have.
  package var hasOldStyleFigures: Bool
}

/// A line: its thickness and colour.
package struct RuleDesign: Hashable, Sendable {
  package let width: Points
  package let color: Color

  package init(width: Points, color: Color) {
    self.width = width
    self.color = color
  }
}

/// An organisation's mark, and how high it is drawn.
package struct LogoDesign: Hashable, Sendable {
  /// The file's path, ready to be opened.
  package let file: Located<String>
  package let alternative: String?
  package let height: Points
  package let headerHeight: Points
}

/// How bars and other marks are told apart.
package struct ChartDesign: Hashable, Sendable {
  package let fills: ChartFills
}

/// A page's size and the frame that text and figures stay in.
package struct PageGeometry: Hashable, Sendable {
  package var size: Size
  package var top: Points
  package var bottom: Points
  /// The left margin, of a right-hand page where sides differ.
  package var left: Points
  package var right: Points
  package var headerBaseline: Points
  /// From the footer's baseline to the foot of the page.
  package var footerHeight: Points
  package var sides: PageSides

  /// From the top of the page.
  package var footerBaseline: Points { size.height - footerHeight }

  /// Where the body goes.
  package var frame: Rect {
    Rect(x: left, y: top, width: size.width - left - right, height: size.height - top - bottom)
  }
}

/// Colours by what they are for.
package struct ThemeColors: Hashable, Sendable {
  private let roles: RoleTable<ColorRole, Color>
  /// Of series that are neither subject nor reference.
  package let others: [Color]

  package init(_ roles: RoleTable<ColorRole, Color>, others: [Color]) {
    self.roles = roles
    self.others = others
  }

  package subscript(role: ColorRole) -> Color { roles[role] }

  package var text: Color { roles[.text] }
  /// Secondary text; still at least 4.5:1 on white.
  package var muted: Color { roles[.muted] }
  package var accent: Color { roles[.accent] }
  package var accentSoft: Color { roles[.tint] }
  package var rule: Color { roles[.rule] }
  package var grid: Color { roles[.grid] }
  package var subject: Color { roles[.subject] }
  package var reference: Color { roles[.reference] }
  /// Bars beside a highlighted one.
  package var mutedBar: Color { roles[.mutedBar] }
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

/// How a kind of text looks, and the space that stands around it.
package struct TypeDesign: Hashable, Sendable {
  package let family: String
  package let size: TypeSize
  /// CSS weight, 100 to 900.
  package let weight: Int
  package let isItalic: Bool
  package let color: Color
  package let before: Points
  package let after: Points
}

/// How each kind of text looks.
package struct TypeScale: Hashable, Sendable {
  private let roles: RoleTable<TextRole, TypeDesign>

  package init(_ roles: RoleTable<TextRole, TypeDesign>) { self.roles = roles }

  package subscript(role: TextRole) -> TypeDesign { roles[role] }

  package var title: TypeSize { roles[.title].size }
  package var subtitle: TypeSize { roles[.subtitle].size }
  package var body: TypeSize { roles[.body].size }
  package var figureTitle: TypeSize { roles[.figureTitle].size }
  package var figureSubtitle: TypeSize { roles[.figureSubtitle].size }
  package var chart: TypeSize { roles[.chart].size }
  package var table: TypeSize { roles[.tableCell].size }
  package var apparatus: TypeSize { roles[.apparatus].size }
  package var keyFigure: TypeSize { roles[.keyFigure].size }
  package var keyFigureLabel: TypeSize { roles[.keyFigureLabel].size }
  package var running: TypeSize { roles[.running].size }

  /// By level, from 1; deeper levels take the last.
  package func heading(_ level: Int) -> TypeSize { headingDesign(level).size }

  package func headingDesign(_ level: Int) -> TypeDesign {
    switch level {
    case ...1: roles[.heading1]
    case 2: roles[.heading2]
    case 3: roles[.heading3]
    default: roles[.heading4]
    }
  }
}
