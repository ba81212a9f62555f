import Diagnostics
import Yams

/// Reads what a report says of its pages, and how blocks are arranged on them.
extension SpecReader {
  enum PageKey: String, SpecKey {
    case format, orientation, margins, sides
    case frontMatter = "front-matter"
  }
  enum MarginKey: String, SpecKey { case top, bottom, inner, outer }
  enum SheetKey: String, SpecKey { case format, orientation, blocks }
  enum ColumnsKey: String, SpecKey { case count, blocks }
  enum FloatKey: String, SpecKey { case place, width, blocks }
  enum ContentsKey: String, SpecKey { case title, depth }
  enum FigureListKey: String, SpecKey { case title, of }

  /// Sheets are no wider than this, so that a slip of the pen is told as such.
  private static let widestMargin = 300.0

  mutating func page(_ node: Node) -> PageSpec? {
    let what = Bilingual(fr: "page", en: "page")
    guard let keys = mapping(node, of: what, as: PageKey.self) else { return nil }
    let sheet = SheetSpec(
      place: keys.place, format: choice(keys[.format]), orientation: choice(keys[.orientation]))
    return PageSpec(
      choice: sheet, margins: keys[.margins].flatMap { margins($0) }, sides: choice(keys[.sides]),
      frontMatter: choice(keys[.frontMatter]))
  }

  private mutating func margins(_ node: Node) -> MarginsSpec? {
    let what = Bilingual(fr: "marges", en: "margins")
    guard let keys = mapping(node, of: what, as: MarginKey.self) else { return nil }
    let range = 0.0...Self.widestMargin
    return MarginsSpec(
      place: keys.place, top: decimal(keys[.top], in: range), bottom: decimal(keys[.bottom], in: range),
      inner: decimal(keys[.inner], in: range), outer: decimal(keys[.outer], in: range))
  }

  /// The sheet of a section: `landscape`, or a mapping.
  mutating func sheet(_ node: Node) -> SheetSpec? {
    if node.scalar != nil {
      let word: Located<PageOrientation>? = choice(node)
      return word.map { SheetSpec(place: $0.place, format: nil, orientation: $0) }
    }
    let what = Bilingual(fr: "page", en: "page")
    guard let keys = mapping(node, of: what, as: SheetKey.self) else { return nil }
    return sheet(in: keys)
  }

  private mutating func sheet(in keys: SpecMapping<SheetKey>) -> SheetSpec {
    SheetSpec(place: keys.place, format: choice(keys[.format]), orientation: choice(keys[.orientation]))
  }

  // MARK: Blocks

  mutating func sheetBlock(_ node: Node, at place: Place) -> BlockSpec? {
    let what = Bilingual(fr: "feuille", en: "sheet")
    guard let keys = mapping(node, of: what, owner: place, as: SheetKey.self) else { return nil }
    let sheet = sheet(in: keys)
    guard let blocks = required(.blocks, in: keys).map({ blocks($0) }) else { return nil }
    return .arranged(Located(.sheet(sheet), at: place), blocks)
  }

  mutating func columnsBlock(_ node: Node, at place: Place) -> BlockSpec? {
    let what = Bilingual(fr: "colonnes", en: "columns")
    guard let keys = mapping(node, of: what, owner: place, as: ColumnsKey.self) else { return nil }
    let count = integer(keys[.count], in: 1...4)?.value ?? 2
    guard let blocks = required(.blocks, in: keys).map({ blocks($0) }) else { return nil }
    return .arranged(Located(.columns(count), at: place), blocks)
  }

  mutating func float(_ node: Node, at place: Place) -> BlockSpec? {
    let what = Bilingual(fr: "bloc flottant", en: "float")
    guard let keys = mapping(node, of: what, owner: place, as: FloatKey.self) else { return nil }
    let position: Located<FloatPlace>? = required(.place, in: keys).flatMap { choice($0) }
    let width: Located<FloatWidth>? = choice(keys[.width])
    guard let blocks = required(.blocks, in: keys).map({ blocks($0) }), let position else { return nil }
    let usual: FloatWidth = position.value == .beside ? .half : .full
    return .arranged(Located(.float(position.value, width?.value ?? usual), at: place), blocks)
  }

  mutating func contents(_ node: Node, at place: Place) -> BlockSpec? {
    if isEmpty(node) { return .directory(DirectorySpec(kind: .contents(depth: Self.usualDepth), title: nil)) }
    let what = Bilingual(fr: "sommaire", en: "contents")
    guard let keys = mapping(node, of: what, owner: place, as: ContentsKey.self) else { return nil }
    let depth = integer(keys[.depth], in: 1...4)?.value ?? Self.usualDepth
    return .directory(DirectorySpec(kind: .contents(depth: depth), title: template(keys[.title])))
  }

  static let usualDepth = 2

  mutating func listOfFigures(_ node: Node, at place: Place) -> BlockSpec? {
    if isEmpty(node) { return .directory(DirectorySpec(kind: .figures(.all), title: nil)) }
    let what = Bilingual(fr: "liste des figures", en: "list of figures")
    guard let keys = mapping(node, of: what, owner: place, as: FigureListKey.self) else { return nil }
    let listed: Located<ListedFigures>? = choice(keys[.of])
    return .directory(
      DirectorySpec(kind: .figures(listed?.value ?? .all), title: template(keys[.title])))
  }
}
