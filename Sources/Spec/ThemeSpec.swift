import Diagnostics

/// A theme as its author wrote it: what it says itself, each value with its place.
package struct ThemeSpec: Hashable, Sendable {
  /// What it is called: its file's name without ending; `nil` where it stands in a report.
  package let name: String?
  package let place: Place
  /// The theme that says the rest: a shipped one's name, or a file beside this one.
  package let extends: Located<String>?
  /// Files are named from this folder, which ends with a slash or is empty.
  package let folder: String
  /// Colours with names of their own.
  package let palette: [NamedColor]
  /// In the order of the reader's lists.
  package let settings: [SaidSetting]
  package let fonts: [ChosenFont]
  /// The colours of series that are neither subject nor reference.
  package let series: [Located<String>]?
  package let words: ThemeWords

  package struct SaidSetting: Hashable, Sendable {
    package let setting: ThemeSetting
    package let text: Located<String>
  }

  /// The families named for a role, the first wanted most.
  package struct ChosenFont: Hashable, Sendable {
    package let role: FontRole
    package let families: [Located<String>]
  }

  package struct NamedColor: Hashable, Sendable {
    package let name: Located<String>
    package let color: Located<String>
  }
}

/// What a theme chooses from closed lists.
package struct ThemeWords: Hashable, Sendable {
  package let align: Located<TextAlignment>?
  package let figures: Located<TextFigures>?
  package let sides: Located<PageSides>?
  package let fills: Located<ChartFills>?
}

/// One thing that a theme says as a text: a colour, a length, a rule, what stands in a header.
package enum ThemeSetting: Hashable, Sendable {
  case page(PageMeasure)
  case color(ColorRole)
  case ground(GroundRole)
  case type(TextRole, TextKey)
  case spacing(SpaceRole)
  case rule(RuleRole)
  case running(RunningRole, RunningPosition)
  case logo(LogoKey)
}

/// Which theme a report has.
package enum ThemeChoice: Hashable, Sendable {
  /// A shipped theme by its name, or an organisation's by its file.
  case named(Located<String>)
  /// One of the report's own.
  case own(ThemeSpec)
}
