import Diagnostics
import Yams

/// Reads a table's columns.
extension SpecReader {
  enum ColumnKey: String, SpecKey {
    case column, label, unit, format, decimals, digits, scale, width, align, rotate, strong, merge, small,
      large,
      zero, draw
    case joinEqual = "join-equal"
  }

  /// A column: its name, or a mapping that also says how it looks.
  mutating func column(_ node: Node) -> ColumnSpec? {
    guard node.mapping != nil else { return text(node).map(ColumnSpec.init) }
    let what = Bilingual(fr: "colonne", en: "column")
    guard let keys = mapping(node, of: what, as: ColumnKey.self) else { return nil }
    guard let name = requiredText(.column, in: keys) else { return nil }
    var column = ColumnSpec(name: name)
    column.label = text(keys[.label])
    column.unit = text(keys[.unit])
    column.format = choice(keys[.format], CellFormat.self)
    column.decimals = integer(keys[.decimals], in: 0...6)
    column.digits = integer(keys[.digits], in: 1...9)
    if let digits = column.digits, column.decimals != nil {
      diagnostics.report(.error(.decimalsAndDigits, at: digits.place))
    }
    column.scale = choice(keys[.scale], Scale.self)
    column.width = columnWidth(keys[.width])
    column.align = choice(keys[.align], CellAlignment.self)
    column.isRotated = choice(keys[.rotate], YesNo.self)?.value == .yes
    column.isStrong = choice(keys[.strong], YesNo.self)?.value == .yes
    column.merge = text(keys[.merge]).flatMap { mergePattern($0) }
    column.joinsEqual = choice(keys[.joinEqual], YesNo.self)?.value == .yes
    column.small = positive(keys[.small])
    column.large = positive(keys[.large])
    column.zero = text(keys[.zero])
    column.draw = keys[.draw].flatMap { cellPicture($0) }
    return column
  }

  private mutating func positive(_ node: Node?) -> Located<Double>? {
    guard let number = decimal(node) else { return nil }
    if number.value > 0 { return number }
    diagnostics.report(.error(.notPositive, at: number.place))
    return nil
  }

  private mutating func mergePattern(_ text: Located<String>) -> MergePattern? {
    if let pattern = MergePattern(text), !pattern.columns.isEmpty { return pattern }
    diagnostics.report(.error(.notAPattern(text.value), at: text.place, hints: [.patterns]))
    return nil
  }

  /// `auto`, `25 mm` or `30 %`.
  private mutating func columnWidth(_ node: Node?) -> ColumnWidthSpec {
    guard let word = text(node), word.value != "auto" else { return .auto }
    let letters = word.value.filter { !$0.isWhitespace }.replacing(",", with: ".")
    if letters.hasSuffix("mm"), let length = Double(letters.dropLast(2)), (2...1000).contains(length) {
      return .millimetres(length)
    }
    if letters.hasSuffix("%"), let share = Double(letters.dropLast()), (1...100).contains(share) {
      return .percent(share)
    }
    diagnostics.report(.error(.notAWidth(word.value), at: word.place, hints: [.widths]))
    return .auto
  }

  // MARK: Pictures in cells

  enum CellPictureKey: String, SpecKey {
    case kind, target, to, columns, low, high, middle, legend, count, favourable, unfavourable, value
  }

  /// What is drawn: a word, or a mapping that also says from what.
  private mutating func cellPicture(_ node: Node) -> CellPictureSpec? {
    if isEmpty(node) { return nil }
    guard node.mapping != nil else {
      return choice(node, CellPictureKind.self).map { CellPictureSpec($0) }
    }
    let what = Bilingual(fr: "draw", en: "draw")
    guard let keys = mapping(node, of: what, as: CellPictureKey.self),
      let kind = required(.kind, in: keys).flatMap({ choice($0, CellPictureKind.self) })
    else { return nil }
    var picture = CellPictureSpec(kind)
    picture.target = text(keys[.target])
    picture.to = text(keys[.to])
    picture.columns = texts(keys[.columns])
    picture.low = decimal(keys[.low])
    picture.high = decimal(keys[.high])
    picture.middle = decimal(keys[.middle])
    picture.legend = text(keys[.legend])
    picture.count = integer(keys[.count], in: 1...20)
    picture.favourable = texts(keys[.favourable])
    picture.unfavourable = texts(keys[.unfavourable])
    if let shown = choice(keys[.value], YesNo.self) {
      picture.showsValue = shown.value == .yes
      if shown.value == .no, kind.value == .heat {
        diagnostics.report(.error(.shadeAlone, at: shown.place, hints: [.keepNumber]))
      }
    }
    if let low = picture.low, let high = picture.high, low.value >= high.value {
      diagnostics.report(.error(.emptyRange, at: high.place))
    }
    if let legend = picture.legend, kind.value != .heat {
      diagnostics.report(.error(.legendOfNoShades, at: legend.place, hints: [.drawShades]))
    }
    return picture
  }
}

extension Diagnostic.Message {
  fileprivate static func notAWidth(_ word: String) -> Self {
    Self("not-a-width", fr: "« \(word) » n’est pas une largeur", en: "“\(word)” is not a width")
  }
  fileprivate static func notAPattern(_ text: String) -> Self {
    Self(
      "not-a-pattern", fr: "« \(text) » ne dit pas quelles colonnes réunir",
      en: "“\(text)” does not say which columns to bring together")
  }
  fileprivate static var emptyRange: Self {
    Self("empty-range", fr: "« high » doit dépasser « low »", en: "“high” must be above “low”")
  }
  fileprivate static var notPositive: Self {
    Self("not-positive", fr: "un nombre au-dessus de zéro est attendu", en: "a number above zero is expected")
  }
  fileprivate static var decimalsAndDigits: Self {
    Self(
      "decimals-and-digits", fr: "« digits » tient lieu de « decimals » : gardez l’un des deux",
      en: "“digits” takes the place of “decimals”: keep one of them")
  }
  fileprivate static var shadeAlone: Self {
    Self(
      "shade-alone", fr: "une nuance ne se lit pas sans son nombre, ni en gris, ni à l’oreille",
      en: "a shade cannot be read without its number, neither in grey nor by ear")
  }
  fileprivate static var legendOfNoShades: Self {
    Self(
      "legend-of-no-shades", fr: "« legend » est la légende de nuances, et rien n’est nuancé ici",
      en: "“legend” is that of shades, and nothing is shaded here")
  }
}

extension Diagnostic.Hint {
  fileprivate static let keepNumber = Self(fr: "retirez « value: no »", en: "delete “value: no”")
  fileprivate static let drawShades = Self(fr: "écrivez « kind: heat »", en: "write “kind: heat”")
  fileprivate static let patterns = Self(
    fr: "écrivez les colonnes entre accolades : « {taux} [{bas}–{haut}] »",
    en: "write columns between braces: “{rate} [{low}–{high}]”")
  fileprivate static let widths = Self(
    fr: "écrivez « auto », une longueur (« 25 mm ») ou une part du tableau (« 30 % »)",
    en: "write “auto”, a length (“25 mm”) or a share of the table (“30 %”)")
}
