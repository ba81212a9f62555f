import Diagnostics
import DrawList
import Spec

/// What only a whole theme can be asked: whether its page holds text, its grounds are light, its colours stand out.
extension ThemeResolver {
  /// The least frame in which a word and a table can stand.
  private static let leastFrame = Size(width: points(60), height: points(60))

  /// Margins leave room for text.
  mutating func checkPage(_ page: PageGeometry) {
    let (frame, least) = (page.frame.size, Self.leastFrame)
    if frame.width < least.width, let place = said(.page(.inside))?.place {
      diagnostics.report(
        .error(
          .marginsTooWide(frame.width, of: page.size.width, isHeight: false), at: place, hints: [.lessMargin])
      )
    }
    if frame.height < least.height, let place = said(.page(.top))?.place {
      diagnostics.report(
        .error(
          .marginsTooWide(frame.height, of: page.size.height, isHeight: true), at: place, hints: [.lessMargin]
        ))
    }
  }

  /// The page is light: dark ones cost ink, and no judge of print wants them. A cover may be dark.
  mutating func checkGrounds(_ theme: Theme) {
    for role in GroundRole.allCases where role != .cover {
      guard let color = theme.grounds[role], color.relativeLuminance < 0.5, let text = said(.ground(role))
      else { continue }
      diagnostics.report(.error(.darkGround(role.rawValue, color), at: text.place, hints: [.lightGround]))
    }
  }

  mutating func report(_ fault: ThemeContrast.Pair, of theme: Theme) {
    diagnostics.report(
      .warning(.lowContrast(fault, in: theme.name), at: place(of: fault), hints: [.darken]))
  }

  /// Where the colour was said: by the theme nearest to the report that had a say in it.
  private func place(of fault: ThemeContrast.Pair) -> Place? {
    for spec in chain.specs {
      if let said = spec.settings.first(where: { fault.settings.contains($0.setting) }) {
        return said.text.place
      }
      if fault.isOfSeries, let first = spec.series?.first { return first.place }
    }
    return chain.specs.first?.place
  }
}

extension ThemeSetting {
  /// The keys that lead to it, as messages name them.
  var path: String {
    switch self {
    case .page(let key): "page: \(key.rawValue)"
    case .color(let role): "colors: \(role.rawValue)"
    case .ground(let role): "grounds: \(role.rawValue)"
    case .type(let role, let key): "type: \(role.rawValue): \(key.rawValue)"
    case .spacing(let role): "spacing: \(role.rawValue)"
    case .rule(let role): "rules: \(role.rawValue)"
    case .running(let role, let position): "\(role.rawValue): \(position.rawValue)"
    case .logo(let key): "logo: \(key.rawValue)"
    }
  }
}

extension Diagnostic.Message {
  static func themeLacks(_ path: String, in theme: String) -> Self {
    Self(
      "incomplete-theme", fr: "le thème « \(theme) » ne dit rien de « \(path) »",
      en: "the theme “\(theme)” says nothing of “\(path)”")
  }
  static func notALength(_ text: String) -> Self {
    Self("not-a-length", fr: "« \(text) » n’est pas une longueur", en: "“\(text)” is not a length")
  }
  static func notAColor(_ text: String) -> Self {
    Self("not-a-color", fr: "« \(text) » n’est pas une couleur", en: "“\(text)” is not a colour")
  }
  static func unknownColor(_ text: String) -> Self {
    Self("unknown-color", fr: "couleur inconnue « \(text) »", en: "unknown colour “\(text)”")
  }
  static func notARule(_ text: String) -> Self {
    Self("not-a-rule", fr: "« \(text) » n’est pas un filet", en: "“\(text)” is not a rule")
  }
  static func notATypeSize(_ text: String) -> Self {
    Self(
      "not-a-type-size", fr: "« \(text) » n’est pas un corps et son interligne",
      en: "“\(text)” is not a type size and its leading")
  }
  static func notAWeight(_ text: String) -> Self {
    Self(
      "not-a-weight", fr: "« \(text) » : une graisse de 100 à 900 est attendue",
      en: "“\(text)”: a weight from 100 to 900 is expected")
  }
  static func unknownThemeWord(_ word: String) -> Self {
    Self("unknown-word", fr: "mot inconnu « \(word) »", en: "unknown word “\(word)”")
  }
  static func unknownField(_ word: String) -> Self {
    Self(
      "unknown-field", fr: "« {\(word)} » ne peut pas être rempli ici",
      en: "“{\(word)}” cannot be filled in here")
  }
  static func unknownFamily(_ names: [String]) -> Self {
    let french = names.map { "« \($0) »" }.joined(separator: ", ")
    let english = names.map { "“\($0)”" }.joined(separator: ", ")
    return Self(
      "unknown-family", fr: "police absente de « Fonts » : \(french)", en: "font not in “Fonts”: \(english)")
  }
  static func marginsTooWide(_ rest: Points, of side: Points, isHeight: Bool) -> Self {
    let (left, whole) = (millimetres(rest), millimetres(side))
    let (french, english) = isHeight ? ("hauteur", "height") : ("largeur", "width")
    return Self(
      "margins-too-wide",
      fr: "les marges ne laissent que \(left) mm de \(french) au texte, sur une page de \(whole) mm",
      en: "margins leave \(left) mm of \(english) to the text, on a page of \(whole) mm")
  }
  static func darkGround(_ role: String, _ color: Color) -> Self {
    Self(
      "dark-ground", fr: "le fond « \(role) » (\(color.hexadecimal)) est sombre",
      en: "the ground “\(role)” (\(color.hexadecimal)) is dark")
  }

  private static func millimetres(_ length: Points) -> Int { Int((length * 25.4 / 72).rounded(.down)) }
}

extension Diagnostic.Hint {
  static let lengthForms = Self(
    fr: "écrivez un nombre et son unité : 21mm, 2.1cm ou 8pt",
    en: "write a number and its unit: 21mm, 2.1cm or 8pt")
  static let colorForms = Self(
    fr: "écrivez \"#12467b\" entre guillemets, ou le nom d’une couleur de « palette: » ou de « colors: »",
    en: "write \"#12467b\" between quotes, or the name of a colour of “palette:” or “colors:”")
  static let ruleForms = Self(
    fr: "écrivez une épaisseur puis une couleur : 0.8pt accent ; ou none",
    en: "write a thickness and a colour: 0.8pt accent; or none")
  static let typeSizeForms = Self(
    fr: "écrivez le corps, une barre et l’interligne, en points : 10/14.5",
    en: "write the size, a slash and the leading, in points: 10/14.5")
  static let addFamily = Self(
    fr:
      "ajoutez-la à Fonts/fonts.yml (voir Fonts/README.md), ou choisissez-en une autre ; « vigie fonts » les montre",
    en: "add it to Fonts/fonts.yml (see Fonts/README.md), or choose another; “vigie fonts” shows them")
  static let lessMargin = Self(
    fr: "réduisez les marges sous « page: »", en: "make the margins under “page:” smaller")
  static let lightGround = Self(
    fr: "prenez une teinte claire : un fond sombre coûte de l’encre et se lit mal en gris",
    en: "take a light tint: a dark ground costs ink and reads badly in grey")
}
