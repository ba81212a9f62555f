import Diagnostics
import Yams

/// Reads a table's columns.
extension SpecReader {
  enum ColumnKey: String, SpecKey {
    case column, label, unit, format, decimals, digits, scale, width, align, rotate, strong, merge, draw
    case joinEqual = "join-equal"
  }

  /// A column: its name, or a mapping that also says how it looks.
  mutating func column(_ node: Node) -> ColumnSpec? {
    guard node.mapping != nil else { return text(node).map(ColumnSpec.init) }
    let what = Bilingual(fr: "colonne", en: "column")
    guard let keys = mapping(node, of: what, as: ColumnKey.self) else { return nil }
    let name = requiredText(.column, in: keys)
    let label = text(keys[.label])
    let unit = text(keys[.unit])
    let format = choice(keys[.format], CellFormat.self)
    let decimals = integer(keys[.decimals], in: 0...6)
    let digits = integer(keys[.digits], in: 1...9)
    let scale = choice(keys[.scale], Scale.self)
    let width = columnWidth(keys[.width])
    let align = choice(keys[.align], CellAlignment.self)
    let isRotated = choice(keys[.rotate], YesNo.self)?.value == .yes
    let isStrong = choice(keys[.strong], YesNo.self)?.value == .yes
    let merge = text(keys[.merge]).flatMap { mergePattern($0) }
    let joinsEqual = choice(keys[.joinEqual], YesNo.self)?.value == .yes
    let draw = keys[.draw].flatMap { cellPicture($0) }
    return name.map {
      ColumnSpec(
        name: $0, label: label, unit: unit, format: format, decimals: decimals, digits: digits, scale: scale,
        width: width, align: align, isRotated: isRotated, isStrong: isStrong, merge: merge,
        joinsEqual: joinsEqual, draw: draw)
    }
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
    case kind, target, to, columns, low, high, middle, count, favourable, unfavourable, value
  }

  /// What is drawn: a word, or a mapping that also says from what.
  private mutating func cellPicture(_ node: Node) -> CellPictureSpec? {
    if isEmpty(node) { return nil }
    guard node.mapping != nil else {
      return choice(node, CellPictureKind.self).map { kind in
        CellPictureSpec(
          kind: kind, target: nil, to: nil, columns: [], low: nil, high: nil, middle: nil, count: nil,
          favourable: [], unfavourable: [], showsValue: kind.value.usuallyShowsValue)
      }
    }
    let what = Bilingual(fr: "draw", en: "draw")
    guard let keys = mapping(node, of: what, as: CellPictureKey.self) else { return nil }
    let kind = required(.kind, in: keys).flatMap { choice($0, CellPictureKind.self) }
    let target = text(keys[.target])
    let to = text(keys[.to])
    let columns = texts(keys[.columns])
    let low = decimal(keys[.low])
    let high = decimal(keys[.high])
    let middle = decimal(keys[.middle])
    let count = integer(keys[.count], in: 1...20)
    let favourable = texts(keys[.favourable])
    let unfavourable = texts(keys[.unfavourable])
    let showsValue = choice(keys[.value], YesNo.self)
    if let low, let high, low.value >= high.value {
      diagnostics.report(.error(.emptyRange, at: high.place))
    }
    return kind.map {
      CellPictureSpec(
        kind: $0, target: target, to: to, columns: columns, low: low, high: high, middle: middle,
        count: count, favourable: favourable, unfavourable: unfavourable,
        showsValue: showsValue.map { $0.value == .yes } ?? $0.value.usuallyShowsValue)
    }
  }
}

extension CellPictureKind {
  /// Whether its number is read beside it unless the author says otherwise.
  fileprivate var usuallyShowsValue: Bool {
    switch self {
    case .bar, .bullet, .status, .arrow, .rank, .heat: true
    case .dumbbell, .sparkline, .sparkBars, .dots: false
    }
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
}

extension Diagnostic.Hint {
  fileprivate static let patterns = Self(
    fr: "écrivez les colonnes entre accolades : « {taux} [{bas}–{haut}] »",
    en: "write columns between braces: “{rate} [{low}–{high}]”")
  fileprivate static let widths = Self(
    fr: "écrivez « auto », une longueur (« 25 mm ») ou une part du tableau (« 30 % »)",
    en: "write “auto”, a length (“25 mm”) or a share of the table (“30 %”)")
}
