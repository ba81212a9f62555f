import Diagnostics
import DrawList
import Spec

/// Colours of a theme that are too near to what they stand on.
///
/// Text needs 4.5:1 and what is only to be seen, such as bars, 3:1. The bars of a reference count by their outline.
///
/// - **Source**: WCAG 2.1, success criteria 1.4.3 and 1.4.11.
struct ThemeContrast {
  let theme: Theme
  /// The texts that colours were written as.
  let places: ThemeResolver

  struct Pair {
    /// The keys of what stands out, and of what it stands on.
    var what: String
    let on: String
    let color: Color
    let ground: Color
    let least: Double
    /// What said the colours, the nearest first.
    let settings: [ThemeSetting]
    var isOfSeries = false

    func has(theColorsOf other: Pair) -> Bool {
      color == other.color && ground == other.ground && least == other.least
    }
  }

  /// The pairs in use that fall short; those of the same colours are told as one.
  var faults: [Pair] {
    var faults: [Pair] = []
    for pair in texts + marks where pair.color.contrast(with: pair.ground) < pair.least {
      if let index = faults.firstIndex(where: { $0.has(theColorsOf: pair) }) {
        faults[index].what += ", " + pair.what
      } else {
        faults.append(pair)
      }
    }
    return faults
  }

  private var page: Color { theme.grounds[.page] ?? .white }

  // MARK: Texts

  private var texts: [Pair] {
    let inBars = [
      Pair(
        what: "white", on: "colors: subject", color: .white, ground: theme.colors.subject, least: 4.5,
        settings: [.color(.subject)]),
      Pair(
        what: "colors: text", on: "colors: reference", color: theme.colors.text,
        ground: theme.colors.reference,
        least: 4.5, settings: [.color(.reference), .color(.text)]),
    ]
    let link = Pair(
      what: "colors: link", on: "grounds: page", color: theme.colors[.link], ground: page, least: 4.5,
      settings: [.color(.link)])
    return TextRole.allCases.flatMap { pairs(of: $0) } + [link] + inBars
  }

  private func pairs(of role: TextRole) -> [Pair] {
    let setting = ThemeSetting.type(role, .color)
    return grounds(under: role).map { ground in
      Pair(
        what: "type: \(role.rawValue)", on: "grounds: \(ground.rawValue)", color: theme.type[role].color,
        ground: theme.grounds[ground] ?? page, least: 4.5,
        settings: [setting] + colorRole(of: setting) + [.ground(ground)])
    }
  }

  /// The colour that a setting names by what it is for.
  private func colorRole(of setting: ThemeSetting) -> [ThemeSetting] {
    guard let word = places.said(setting)?.value, let role = ColorRole(rawValue: word) else { return [] }
    return [.color(role)]
  }

  /// What a kind of text may stand on.
  private func grounds(under role: TextRole) -> [GroundRole] {
    switch role {
    case .coverTitle, .coverSubtitle, .coverText: [.cover]
    case .body: [.page, .callout]
    case .callout: [.callout]
    case .tableHead: [.page, .tableHead]
    case .tableCell: [.page, .highlight, .stripe]
    case .figureTitle, .figureSubtitle: [.page, .card]
    case .title, .subtitle, .kicker, .byline, .heading1, .heading2, .heading3, .heading4, .figureLabel,
      .chart,
      .chartValue, .chartSeries, .apparatus, .apparatusLabel, .footnote, .keyFigure, .keyFigureLabel,
      .keyFigureDetail,
      .running:
      [.page]
    }
  }

  // MARK: Marks

  private var marks: [Pair] {
    let roles: [ColorRole] = [.subject, .muted, .mutedBar]
    let named = roles.map { role in
      Pair(
        what: "colors: \(role.rawValue)", on: "grounds: page", color: theme.colors[role], ground: page,
        least: 3,
        settings: [.color(role)])
    }
    let series = theme.colors.others.map { color in
      Pair(
        what: "charts: series", on: "grounds: page", color: color, ground: page, least: 3, settings: [],
        isOfSeries: true)
    }
    return named + series
  }
}

extension Diagnostic.Message {
  static func lowContrast(_ pair: ThemeContrast.Pair, in theme: String) -> Self {
    let (color, ground) = (pair.color.hexadecimal, pair.ground.hexadecimal)
    // Cut, not rounded: 4.46 is not 4.5.
    let tenths = Int(pair.color.contrast(with: pair.ground) * 10)
    let (whole, rest, least) = (tenths / 10, tenths % 10, pair.least == 3 ? "3" : "4,5")
    return Self(
      "low-contrast",
      fr: "thème « \(theme) » : « \(pair.what) » (\(color)) sur « \(pair.on) » (\(ground)) a un contraste de "
        + "\(whole),\(rest):1 ; il en faut \(least):1",
      en: "theme “\(theme)”: “\(pair.what)” (\(color)) on “\(pair.on)” (\(ground)) has a contrast of "
        + "\(whole).\(rest):1; \(least.replacing(",", with: ".")):1 is needed")
  }
}

extension Diagnostic.Hint {
  static let darken = Self(
    fr: "éloignez les deux couleurs : foncez le texte ou la marque, éclaircissez le fond",
    en: "part the two colours: darken the text or mark, lighten the ground")
}
