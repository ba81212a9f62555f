import Diagnostics
import Yams

/// Reads the body of a report: a list of blocks.
extension SpecReader {
  /// The word a block starts with.
  enum BlockWord: String, SpecKey {
    case section, text, callout, image, chart, table, grid
    case keyFigures = "key-figures"
    case indicatorCard = "indicator-card"
    case nomenclature
    case contents
    case listOfFigures = "list-of-figures"
    case sheet, columns, float
    case pageBreak = "page-break"
    case sourcesAndMethods = "sources-and-methods"
    case glossary

    /// Whether it is a block by itself.
    var standsAlone: Bool {
      switch self {
      case .pageBreak, .sourcesAndMethods, .nomenclature, .contents, .listOfFigures, .glossary: true
      case .section, .text, .callout, .image, .chart, .table, .grid, .keyFigures, .indicatorCard, .sheet,
        .columns,
        .float:
        false
      }
    }
  }

  private static var blockWords: [String] { BlockWord.allCases.map(\.rawValue) }

  mutating func blocks(_ node: Node) -> [BlockSpec] {
    guard let blocks = node.sequence, !blocks.isEmpty else {
      diagnostics.report(.error(.notBlocks, at: place(of: node), hints: [.dashes]))
      return []
    }
    return items(node).compactMap { block($0) }
  }

  private mutating func block(_ node: Node) -> BlockSpec? {
    guard countVisit() else { return nil }
    if node.scalar != nil, !isEmpty(node) { return bareBlock(node) }
    // A section's own `body:` stands beside the word, so the first key says which block it is.
    guard let first = node.mapping?.first, let word = text(first.key) else {
      diagnostics.report(
        .error(.notABlock, at: place(of: node), hints: .suggestion(for: "", among: Self.blockWords)))
      return nil
    }
    guard let kind = BlockWord(rawValue: word.value) else {
      diagnostics.report(
        .error(
          .unknownBlock(word.value), at: word.place,
          hints: .suggestion(for: word.value, among: Self.blockWords)))
      return nil
    }
    if kind == .section { return section(node, at: word.place).map(BlockSpec.section) }
    rejectOtherKeys(of: node, besides: word)
    if !kind.standsAlone, items(first.value).isEmpty {
      diagnostics.report(.error(.emptyBlock(word.value), at: word.place))
      return nil
    }
    return block(kind, first.value, at: word.place)
  }

  private mutating func block(_ kind: BlockWord, _ node: Node, at place: Place) -> BlockSpec? {
    switch kind {
    case .section: preconditionFailure("a section is read with its body")
    case .text: template(node).map(BlockSpec.text)
    case .callout: callout(node, at: place).map(BlockSpec.callout)
    case .image: image(node, at: place).map(BlockSpec.image)
    case .keyFigures: .keyFigures(items(node).compactMap { keyFigure($0) })
    case .chart: chart(node, at: place).map(BlockSpec.chart)
    case .table: table(node, at: place)
    case .indicatorCard: indicatorCard(node, at: place).map(BlockSpec.indicatorCard)
    case .nomenclature: .nomenclature
    case .grid: grid(node, at: place).map(BlockSpec.grid)
    case .contents: contents(node, at: place)
    case .listOfFigures: listOfFigures(node, at: place)
    case .sheet: sheetBlock(node, at: place)
    case .columns: columnsBlock(node, at: place)
    case .float: float(node, at: place)
    case .pageBreak: .pageBreak
    case .sourcesAndMethods: .sourcesAndMethods
    case .glossary: .glossary(place)
    }
  }

  /// A block that is a word by itself: `- page-break`.
  private mutating func bareBlock(_ node: Node) -> BlockSpec? {
    guard let word = text(node) else { return nil }
    switch BlockWord(rawValue: word.value) {
    case .pageBreak: return .pageBreak
    case .sourcesAndMethods: return .sourcesAndMethods
    case .glossary: return .glossary(word.place)
    case .nomenclature: return .nomenclature
    case .contents:
      return .directory(DirectorySpec(kind: .contents(depth: Self.usualDepth), title: nil))
    case .listOfFigures: return .directory(DirectorySpec(kind: .figures(.all), title: nil))
    case .section, .text, .callout, .image, .chart, .table, .grid, .keyFigures, .indicatorCard, .sheet,
      .columns,
      .float:
      diagnostics.report(.error(.emptyBlock(word.value), at: word.place, hints: [.colonAfterWord]))
    case nil:
      diagnostics.report(
        .error(
          .unknownBlock(word.value), at: word.place,
          hints: .suggestion(for: word.value, among: Self.blockWords)))
    }
    return nil
  }

  private mutating func rejectOtherKeys(of node: Node, besides word: Located<String>) {
    for (key, _) in pairs(node, of: Bilingual(fr: word.value, en: word.value)).dropFirst() {
      let hint: Diagnostic.Hint = BlockWord(rawValue: key.value) == nil ? .indentUnder(word.value) : .dash
      diagnostics.report(
        .error(.strayKey(key.value, in: word.value), at: key.place, hints: [hint]))
    }
  }

  // MARK: Section

  enum SectionKey: String, SpecKey { case section, body, start, page, columns, annex }

  private mutating func section(_ node: Node, at place: Place) -> SectionSpec? {
    let what = Bilingual(fr: "section", en: "section")
    guard let keys = mapping(node, of: what, owner: place, as: SectionKey.self) else { return nil }
    let title = required(.section, in: keys).flatMap { template($0) }
    let body = required(.body, in: keys).map { blocks($0) }
    let start: Located<SectionStart>? = choice(keys[.start])
    let page = keys[.page].flatMap { sheet($0) }
    let columns = integer(keys[.columns], in: 1...4)
    let annex: Located<YesNo>? = choice(keys[.annex])
    guard let title, let body else { return nil }
    return SectionSpec(
      title: title, body: body, start: start?.value, page: page, columns: columns, annex: annex)
  }

  // MARK: Callouts

  enum CalloutKey: String, SpecKey { case kind, title, text }

  private mutating func callout(_ node: Node, at place: Place) -> CalloutSpec? {
    let what = Bilingual(fr: "encadré", en: "callout")
    guard let keys = mapping(node, of: what, owner: place, as: CalloutKey.self) else { return nil }
    let kind = required(.kind, in: keys).flatMap { choice($0, CalloutKind.self) }
    let title = template(keys[.title])
    let text = required(.text, in: keys).flatMap { template($0) }
    guard let kind, let text else { return nil }
    return CalloutSpec(kind: kind, title: title, text: text)
  }

  // MARK: Key figures

  enum KeyFigureKey: String, SpecKey { case value, label, detail }

  private mutating func keyFigure(_ node: Node) -> KeyFigureSpec? {
    if node.scalar != nil, !isEmpty(node) {
      return reference(node).map { KeyFigureSpec(value: $0, label: nil, detail: nil) }
    }
    let what = Bilingual(fr: "chiffre clé", en: "key figure")
    guard let keys = mapping(node, of: what, as: KeyFigureKey.self) else { return nil }
    let value = required(.value, in: keys).flatMap { reference($0) }
    let label = template(keys[.label])
    let detail = template(keys[.detail])
    return value.map { KeyFigureSpec(value: $0, label: label, detail: detail) }
  }

  // MARK: Grids

  enum GridKey: String, SpecKey { case columns, spans, blocks }

  private mutating func grid(_ node: Node, at place: Place) -> GridSpec? {
    let what = Bilingual(fr: "grille", en: "grid")
    guard let keys = mapping(node, of: what, owner: place, as: GridKey.self) else { return nil }
    let columns = integer(keys[.columns], in: 1...4)
    guard let body = required(.blocks, in: keys).map({ blocks($0) }) else { return nil }
    let spans = items(keys[.spans]).compactMap { integer($0, in: 1...4) }
    return GridSpec(columns: columns, spans: spans, blocks: body)
  }
}

extension Diagnostic.Message {
  fileprivate static var notBlocks: Self {
    Self("not-blocks", fr: "une liste de blocs est attendue ici", en: "a list of blocks is expected here")
  }
  fileprivate static var notABlock: Self {
    Self("not-a-block", fr: "un bloc est attendu ici", en: "a block is expected here")
  }
  fileprivate static func unknownBlock(_ word: String) -> Self {
    Self("unknown-block", fr: "bloc inconnu « \(word) »", en: "unknown block “\(word)”")
  }
  fileprivate static func emptyBlock(_ word: String) -> Self {
    Self("empty-block", fr: "le bloc « \(word) » est vide", en: "the block “\(word)” is empty")
  }
  fileprivate static func strayKey(_ key: String, in block: String) -> Self {
    Self(
      "stray-key", fr: "« \(key) » est à côté de « \(block) » et non dedans",
      en: "“\(key)” stands beside “\(block)”, not in it")
  }
}

extension Diagnostic.Hint {
  fileprivate static let dashes = Self(
    fr: "commencez chaque bloc par un tiret et une espace : « - text: … »",
    en: "start each block with a dash and a space: “- text: …”")
  fileprivate static let dash = Self(
    fr: "si c’est un autre bloc, commencez sa ligne par un tiret : « - »",
    en: "if it is another block, start its line with a dash: “-”")
  fileprivate static let colonAfterWord = Self(
    fr: "écrivez « mot: » puis son contenu", en: "write “word:” and then what it holds")

  fileprivate static func indentUnder(_ block: String) -> Self {
    Self(
      fr: "ajoutez deux espaces au début de la ligne pour la mettre sous « \(block): »",
      en: "add two spaces at the line's start to put it under “\(block):”")
  }
}
