import Diagnostics
import DrawList

/// Colours of a theme that are too near to what they stand on.
///
/// Text needs 4.5:1 and what is only to be seen, such as bars, 3:1. The bars of a reference count by their outline.
///
/// - **Source**: WCAG 2.1, success criteria 1.4.3 and 1.4.11.
struct ThemeContrast {
  let theme: Theme

  struct Pair {
    let french: String
    let english: String
    let color: Color
    let ground: Color
    let least: Double
  }

  /// The pairs in use that fall short.
  var faults: [Pair] { pairs.filter { $0.color.contrast(with: $0.ground) < $0.least } }

  private var pairs: [Pair] {
    let colors = theme.colors
    let texts = [
      ("le texte", "text", colors.text, Color.white),
      ("le texte second", "secondary text", colors.muted, .white),
      ("les titres", "headings", colors.accent, .white),
      ("le texte second sur fond", "secondary text on a tint", colors.muted, colors.accentSoft),
      ("le texte sur une barre claire", "text on a light bar", colors.text, colors.reference),
      ("le texte sur une barre foncée", "text on a dark bar", .white, colors.subject),
    ]
    let marks =
      [
        ("les barres du sujet", "bars of the subject", colors.subject),
        ("les contours", "outlines", colors.muted),
        ("les barres en retrait", "bars that step back", colors.mutedBar),
      ] + colors.others.map { ("les autres séries", "other series", $0) }
    return texts.map { Pair(french: $0.0, english: $0.1, color: $0.2, ground: $0.3, least: 4.5) }
      + marks.map { Pair(french: $0.0, english: $0.1, color: $0.2, ground: .white, least: 3) }
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
      fr:
        "thème « \(theme) » : \(pair.french) (\(color) sur \(ground)) a un contraste de \(whole),\(rest):1 ; "
        + "il en faut \(least):1",
      en: "theme “\(theme)”: \(pair.english) (\(color) on \(ground)) has a contrast of \(whole).\(rest):1; "
        + "\(least.replacing(",", with: ".")):1 is needed")
  }
}

extension Diagnostic.Hint {
  static let darken = Self(
    fr: "foncez cette couleur dans le thème, ou choisissez-en un autre",
    en: "darken that colour in the theme, or choose another")
}
