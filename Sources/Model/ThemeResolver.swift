import Diagnostics
import DrawList
import Spec

/// What a theme is made from: its own words, then those of the theme it extends, and so on.
package struct ThemeChain: Hashable, Sendable {
  /// The theme of the report first, the one that extends nothing last.
  package let specs: [ThemeSpec]
  /// The font families at hand.
  package let families: [String]

  package init(specs: [ThemeSpec], families: [String]) {
    self.specs = specs
    self.families = families
  }

  /// The family of running text: the first wanted that is at hand, or else the first wanted.
  package var textFamily: String? {
    let wanted = specs.lazy.flatMap(\.fonts).first { $0.role == .text }?.families.map(\.value)
    return wanted?.first { families.contains($0) } ?? wanted?.first
  }
}

/// Makes a theme from its chain: each value is the first that is said of it.
///
/// - Errors: what is not a length, a colour, a size …, each at its place; a value that nobody in the chain says.
///   Colours that are too near to each other are warnings.
/// - Returns: `nil` after errors.
package func resolveTheme(_ chain: ThemeChain, into diagnostics: inout DiagnosticCollector) -> Theme? {
  var resolver = ThemeResolver(chain: chain)
  let theme = resolver.theme()
  for diagnostic in resolver.diagnostics.inOrder { diagnostics.report(diagnostic) }
  return resolver.diagnostics.hasErrors ? nil : theme
}

struct ThemeResolver {
  let chain: ThemeChain
  var diagnostics = DiagnosticCollector()

  /// The first that is said of each thing.
  private let settings: [ThemeSetting: Located<String>]

  init(chain: ThemeChain) {
    self.chain = chain
    settings = Dictionary(
      chain.specs.flatMap(\.settings).map { ($0.setting, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func theme() -> Theme {
    let colors = colors()
    let grounds = RoleTable<GroundRole, Color?> { ground($0) }
    let theme = Theme(
      name: chain.specs.lazy.compactMap(\.name).first ?? "", page: page(), colors: colors, grounds: grounds,
      type: TypeScale(RoleTable { design($0) }), spacing: RoleTable { length(.spacing($0)) },
      rules: RoleTable { rule($0) }, text: text(), running: running(),
      chart: ChartDesign(fills: first(\.words.fills)?.value ?? .tints), logo: logo())
    checkPage(theme.page)
    checkGrounds(theme)
    if !diagnostics.hasErrors {
      for fault in ThemeContrast(theme: theme, places: self).faults { report(fault, of: theme) }
    }
    return theme
  }

  // MARK: Looking up

  private func first<Value>(_ path: KeyPath<ThemeSpec, Value?>) -> Value? {
    chain.specs.lazy.compactMap { $0[keyPath: path] }.first
  }

  /// The first that is said of something.
  func said(_ setting: ThemeSetting) -> Located<String>? { settings[setting] }

  /// What must be said by someone: if not, the theme that extends nothing lacks it.
  private mutating func required(_ setting: ThemeSetting) -> Located<String>? {
    if let text = said(setting) { return text }
    guard let root = chain.specs.last else { return nil }
    diagnostics.report(.error(.themeLacks(setting.path, in: root.name ?? ""), at: root.place))
    return nil
  }

  private mutating func value<Value>(
    _ setting: ThemeSetting, _ read: (String) -> Value?, otherwise message: (String) -> Diagnostic.Message,
    hint: Diagnostic.Hint
  ) -> Value? {
    guard let text = required(setting) else { return nil }
    if let value = read(text.value) { return value }
    diagnostics.report(.error(message(text.value), at: text.place, hints: [hint]))
    return nil
  }

  private mutating func length(_ setting: ThemeSetting) -> Points {
    value(setting, themeLength, otherwise: Diagnostic.Message.notALength, hint: .lengthForms) ?? 0
  }

  // MARK: Colours

  private mutating func colors() -> ThemeColors {
    let roles = RoleTable<ColorRole, Color> { role in
      guard let text = required(.color(role)) else { return .black }
      if let color = found(text.value, after: [role]) { return color }
      reportColor(text)
      return .black
    }
    let named = first(\.series) ?? []
    if named.isEmpty, let root = chain.specs.last {
      diagnostics.report(.error(.themeLacks("charts: series", in: root.name ?? ""), at: root.place))
    }
    return ThemeColors(roles, others: named.map { color($0) })
  }

  private mutating func color(_ setting: ThemeSetting) -> Color {
    required(setting).map { color($0) } ?? .black
  }

  private mutating func color(_ text: Located<String>) -> Color {
    if let color = found(text.value, after: []) { return color }
    // One that is meant for a use has been reported where it is said.
    if ColorRole(rawValue: text.value) == nil { reportColor(text) }
    return .black
  }

  /// A colour by its number, by a name of the palette, or by what it is for.
  ///
  /// - Parameter roles: those on the way here, which must not come again.
  private func found(_ word: String, after roles: [ColorRole]) -> Color? {
    if let color = Color(written: word) { return color }
    switch word {
    case "black": return .black
    case "white": return .white
    default: break
    }
    if let entry = paletteEntry(word) { return Color(written: entry.color.value) }
    guard let role = ColorRole(rawValue: word), !roles.contains(role), let next = said(.color(role)) else {
      return nil
    }
    return found(next.value, after: roles + [role])
  }

  private func paletteEntry(_ name: String) -> ThemeSpec.NamedColor? {
    chain.specs.lazy.flatMap(\.palette).first { $0.name.value == name }
  }

  private mutating func reportColor(_ text: Located<String>) {
    if let color = paletteEntry(text.value)?.color {
      diagnostics.report(.error(.notAColor(color.value), at: color.place, hints: [.colorForms]))
      return
    }
    let names =
      chain.specs.flatMap(\.palette).map(\.name.value) + ColorRole.allCases.map(\.rawValue) + [
        "black", "white",
      ]
    diagnostics.report(
      .error(
        .unknownColor(text.value), at: text.place,
        hints: .suggestion(for: text.value, among: names) + [.colorForms]))
  }

  private mutating func ground(_ role: GroundRole) -> Color? {
    guard let text = required(.ground(role)), text.value != "none" else { return nil }
    return color(text)
  }

  private mutating func rule(_ role: RuleRole) -> RuleDesign? {
    guard let text = required(.rule(role)), text.value != "none" else { return nil }
    guard let space = text.value.lastIndex(where: \.isWhitespace),
      let width = themeLength(String(text.value[..<space])), width > 0
    else {
      diagnostics.report(.error(.notARule(text.value), at: text.place, hints: [.ruleForms]))
      return nil
    }
    let name = String(text.value[text.value.index(after: space)...])
    return RuleDesign(width: width, color: color(Located(name, at: text.place)))
  }

  // MARK: Type

  private mutating func design(_ role: TextRole) -> TypeDesign {
    let size = value(
      .type(role, .size), themeTypeSize, otherwise: Diagnostic.Message.notATypeSize, hint: .typeSizeForms)
    return TypeDesign(
      family: family(said(.type(role, .font))), size: size ?? TypeSize(10, leading: 12),
      weight: weight(said(.type(role, .weight))), isItalic: isItalic(said(.type(role, .slope))),
      color: color(.type(role, .color)), before: optionalLength(.type(role, .before)),
      after: optionalLength(.type(role, .after)))
  }

  private mutating func optionalLength(_ setting: ThemeSetting) -> Points {
    said(setting) == nil ? 0 : length(setting)
  }

  private mutating func weight(_ text: Located<String>?) -> Int {
    guard let text else { return 400 }
    if let weight = Int(text.value), (100...900).contains(weight) { return weight }
    diagnostics.report(.error(.notAWeight(text.value), at: text.place))
    return 400
  }

  private mutating func isItalic(_ text: Located<String>?) -> Bool {
    guard let text else { return false }
    if let slope = TextSlope(rawValue: text.value) { return slope == .italic }
    let known = TextSlope.allCases.map(\.rawValue)
    diagnostics.report(
      .error(
        .unknownThemeWord(text.value), at: text.place, hints: .suggestion(for: text.value, among: known)))
    return false
  }

  /// The family of a role: the first of those named that is at hand.
  private mutating func family(_ name: Located<String>?) -> String {
    let role = name.flatMap { FontRole(rawValue: $0.value) } ?? .text
    if let name, FontRole(rawValue: name.value) == nil {
      let known = FontRole.allCases.map(\.rawValue)
      diagnostics.report(
        .error(
          .unknownThemeWord(name.value), at: name.place, hints: .suggestion(for: name.value, among: known)))
    }
    let chosen = chain.specs.lazy.flatMap(\.fonts).first { $0.role == role }
    guard let named = chosen?.families, let wanted = named.first else {
      if let root = chain.specs.last {
        diagnostics.report(
          .error(.themeLacks("fonts: \(role.rawValue)", in: root.name ?? ""), at: root.place))
      }
      return ""
    }
    if let found = named.first(where: { chain.families.contains($0.value) }) { return found.value }
    diagnostics.report(
      .error(
        .unknownFamily(named.map(\.value)), at: wanted.place,
        hints: .suggestion(for: wanted.value, among: chain.families) + [.addFamily]))
    return wanted.value
  }

  private func text() -> TextDesign {
    TextDesign(
      alignment: first(\.words.align)?.value ?? .ragged,
      hasOldStyleFigures: first(\.words.figures)?.value == .oldStyle)
  }

  private mutating func logo() -> LogoDesign? {
    let owner = chain.specs.first { spec in spec.settings.contains { $0.setting == .logo(.file) } }
    guard let file = said(.logo(.file)), let owner else { return nil }
    let path = file.value.hasPrefix("/") ? file.value : owner.folder + file.value
    return LogoDesign(
      file: Located(path, at: file.place), alternative: said(.logo(.alternative))?.value,
      height: length(.logo(.height)), headerHeight: length(.logo(.headerHeight)))
  }

  // MARK: Pages

  private mutating func page() -> PageGeometry {
    PageGeometry(
      size: .a4, top: length(.page(.top)), bottom: length(.page(.bottom)), left: length(.page(.inside)),
      right: length(.page(.outside)), headerBaseline: length(.page(.header)),
      footerHeight: length(.page(.footer)), sides: first(\.words.sides)?.value ?? .single)
  }

  private mutating func running() -> RunningDesign {
    RunningDesign(
      header: RoleTable { line(.header, $0) ?? [] }, footer: RoleTable { line(.footer, $0) ?? [] },
      headerLeft: RoleTable { line(.headerLeft, $0) ?? line(.header, $0) ?? [] },
      footerLeft: RoleTable { line(.footerLeft, $0) ?? line(.footer, $0) ?? [] })
  }

  private mutating func line(_ role: RunningRole, _ position: RunningPosition) -> RunningDesign.Line? {
    guard let text = said(.running(role, position)) else { return nil }
    let (pieces, unknown) = RunningDesign.line(text.value)
    for word in unknown {
      let known = RunningField.allCases.map(\.rawValue)
      diagnostics.report(
        .error(.unknownField(word), at: text.place, hints: .suggestion(for: word, among: known)))
    }
    return pieces
  }
}
