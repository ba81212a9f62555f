extension SpecVocabulary {
  /// The keys of themes, which have a page of their own (docs/themes.md).
  package static let themeMappings = [
    mapping("theme", SpecReader.ThemeKey.self),
    mapping("text", SpecReader.ThemeTextKey.self),
    mapping("fonts", FontRole.self),
    mapping("page", PageMeasure.self),
    mapping("colors", ColorRole.self),
    mapping("grounds", GroundRole.self),
    mapping("charts", SpecReader.ThemeChartKey.self),
    mapping("type", TextRole.self),
    mapping("a kind of text", TextKey.self),
    mapping("spacing", SpaceRole.self),
    mapping("rules", RuleRole.self),
    mapping("header", RunningPosition.self),
    mapping("logo", LogoKey.self),
  ]

  package static let themeChoices = [
    choice("theme", "sides", PageSides.self),
    choice("text", "align", TextAlignment.self),
    choice("text", "figures", TextFigures.self),
    choice("charts", "fills", ChartFills.self),
  ]
}
