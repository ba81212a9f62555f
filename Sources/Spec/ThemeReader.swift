import Diagnostics
import Yams

/// Reads themes, in files of their own and in reports.
extension SpecReader {
  enum ThemeKey: String, SpecKey {
    case extends, text, sides, fonts, page, palette, colors, grounds, charts, type, spacing, rules
    case header, footer
    case headerLeft = "header-left"
    case footerLeft = "footer-left"
    case logo
  }

  enum ThemeTextKey: String, SpecKey { case align, figures }
  enum ThemeChartKey: String, SpecKey { case fills, series }

  /// What stands under `theme:` in a report.
  mutating func themeChoice(_ node: Node?) -> ThemeChoice? {
    guard let node, !isEmpty(node) else { return nil }
    guard node.mapping != nil else { return text(node).map(ThemeChoice.named) }
    let file = source.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return theme(node, name: nil, folder: String(source.path.dropLast(file.count))).map(ThemeChoice.own)
  }

  mutating func theme(_ node: Node, name: String?, folder: String) -> ThemeSpec? {
    let what = Bilingual(fr: "thème", en: "theme")
    guard let keys = mapping(node, of: what, as: ThemeKey.self) else { return nil }
    let text = part(keys[.text], "text", as: ThemeTextKey.self)
    let charts = part(keys[.charts], "charts", as: ThemeChartKey.self)
    let words = ThemeWords(
      align: choice(text?[.align], TextAlignment.self), figures: choice(text?[.figures], TextFigures.self),
      sides: choice(keys[.sides], PageSides.self), fills: choice(charts?[.fills], ChartFills.self))
    let series = charts?[.series].map { items($0).compactMap { colorText($0) } }
    return ThemeSpec(
      name: name, place: place(of: node), extends: self.text(keys[.extends]), folder: folder,
      palette: palette(keys[.palette]), settings: settings(in: keys), fonts: fonts(keys[.fonts]),
      series: series, words: words)
  }

  private mutating func settings(in keys: SpecMapping<ThemeKey>) -> [ThemeSpec.SaidSetting] {
    var settings: [ThemeSpec.SaidSetting] = []
    func add(_ setting: ThemeSetting, _ text: Located<String>) {
      settings.append(ThemeSpec.SaidSetting(setting: setting, text: text))
    }
    each(keys[.page], "page", PageMeasure.self) {
      $0.text($1)
    } then: {
      add(.page($0), $1)
    }
    each(keys[.colors], "colors", ColorRole.self) {
      $0.colorText($1)
    } then: {
      add(.color($0), $1)
    }
    each(keys[.grounds], "grounds", GroundRole.self) {
      $0.colorText($1)
    } then: {
      add(.ground($0), $1)
    }
    each(keys[.spacing], "spacing", SpaceRole.self) {
      $0.text($1)
    } then: {
      add(.spacing($0), $1)
    }
    each(keys[.rules], "rules", RuleRole.self) {
      $0.text($1)
    } then: {
      add(.rule($0), $1)
    }
    each(keys[.logo], "logo", LogoKey.self) {
      $0.text($1)
    } then: {
      add(.logo($0), $1)
    }
    if let type = part(keys[.type], "type", as: TextRole.self) {
      for role in TextRole.allCases {
        each(type[role], role.rawValue, TextKey.self) { reader, node, key in
          switch key {
          case .color: reader.colorText(node)
          case .font, .size, .weight, .slope, .before, .after: reader.text(node)
          }
        } then: {
          add(.type(role, $0), $1)
        }
      }
    }
    let running: [(RunningRole, ThemeKey)] = [
      (.header, .header), (.footer, .footer), (.headerLeft, .headerLeft), (.footerLeft, .footerLeft),
    ]
    for (role, key) in running {
      each(keys[key], key.rawValue, RunningPosition.self) {
        $0.words($1)
      } then: {
        add(.running(role, $0), $1)
      }
    }
    return settings
  }

  // MARK: Parts

  private mutating func part<Key: SpecKey>(_ node: Node?, _ name: String, as type: Key.Type) -> SpecMapping<
    Key
  >? {
    guard let node, !isEmpty(node) else { return nil }
    return mapping(node, of: Bilingual(fr: name, en: name), as: type)
  }

  private mutating func each<Key: SpecKey>(
    _ node: Node?, _ name: String, _ type: Key.Type,
    read: (inout SpecReader, Node) -> Located<String>?, then use: (Key, Located<String>) -> Void
  ) {
    each(node, name, type) { reader, node, _ in
      read(&reader, node)
    } then: {
      use($0, $1)
    }
  }

  private mutating func each<Key: SpecKey>(
    _ node: Node?, _ name: String, _ type: Key.Type,
    read: (inout SpecReader, Node, Key) -> Located<String>?, then use: (Key, Located<String>) -> Void
  ) {
    guard let keys = part(node, name, as: type) else { return }
    for key in Key.allCases {
      guard let node = keys[key], let value = read(&self, node, key) else { continue }
      use(key, value)
    }
  }

  private mutating func fonts(_ node: Node?) -> [ThemeSpec.ChosenFont] {
    guard let keys = part(node, "fonts", as: FontRole.self) else { return [] }
    return FontRole.allCases.compactMap { role in
      let families = texts(keys[role])
      return families.isEmpty ? nil : ThemeSpec.ChosenFont(role: role, families: families)
    }
  }

  private mutating func palette(_ node: Node?) -> [ThemeSpec.NamedColor] {
    entries(node, of: Bilingual(fr: "palette", en: "palette")).compactMap { name, node in
      colorText(node).map { ThemeSpec.NamedColor(name: name, color: $0) }
    }
  }

  /// A text that may be empty, since nothing may stand in a header: `""`.
  private mutating func words(_ node: Node) -> Located<String>? {
    if let scalar = node.scalar, scalar.string.isEmpty { return Located("", at: place(of: node)) }
    return text(node)
  }

  /// A colour as it is typed. YAML takes `#12467B` for a comment, so that nothing is left of it.
  private mutating func colorText(_ node: Node) -> Located<String>? {
    if isEmpty(node) {
      diagnostics.report(.error(.noColor, at: place(of: node), hints: [.quoteColor]))
      return nil
    }
    return text(node)
  }
}

extension Diagnostic.Message {
  fileprivate static var noColor: Self {
    Self("no-color", fr: "une couleur est attendue ici", en: "a colour is expected here")
  }
}

extension Diagnostic.Hint {
  fileprivate static let quoteColor = Self(
    fr: "mettez la couleur entre guillemets droits : \"#12467b\" ; sans eux, « # » commence un commentaire",
    en: "put the colour between straight quotes: \"#12467b\"; without them “#” starts a comment")
}
