import Diagnostics
import Yams

/// Reads values out of YAML nodes and reports, with its place, each one that is not as it should be.
///
/// Nodes are read rather than decoded, since decoding loses the places that diagnostics need; and every
/// scalar is taken as the text that was typed, since YAML would read the code `01004` as an octal number.
struct SpecReader {
  let source: SourceText
  var diagnostics = DiagnosticCollector()
  /// What stands for `$name` in any text.
  var parameters = ParameterValues()
  private var visits = 0
  private let lengths: LineLengths

  init(source: SourceText) {
    self.source = source
    lengths = LineLengths(of: source)
  }

  /// Counts a node that is read; `false` once there are too many.
  ///
  /// A few lines of aliases to aliases of aliases stand for billions of nodes.
  mutating func countVisit() -> Bool {
    visits += 1
    guard visits > Self.visitLimit else { return true }
    if visits == Self.visitLimit + 1 {
      diagnostics.report(.error(.tooMany, at: Place(wholeFile: source.path)))
    }
    return false
  }

  private static let visitLimit = 100_000

  // MARK: Places

  func place(of node: Node) -> Place {
    guard let mark = node.mark else { return Place(wholeFile: source.path) }
    let rest = (lengths.length(of: mark.line) ?? 1) - mark.column + 1
    return Place(in: source, line: mark.line, column: mark.column, length: min(typedLength(of: node), rest))
  }

  /// How many characters of its first line a node takes.
  private func typedLength(of node: Node) -> Int {
    guard let scalar = node.scalar else { return 1 }
    let length = scalar.string.unicodeScalars.count
    switch scalar.style {
    case .singleQuoted, .doubleQuoted: return length + 2
    case .literal, .folded: return 1
    case .any, .plain: return length
    }
  }

  // MARK: Scalars

  /// The text of a scalar; `nil` if it is empty, or after a report if it is not a scalar.
  mutating func text(_ node: Node?) -> Located<String>? {
    guard let node, countVisit() else { return nil }
    guard let scalar = node.scalar else {
      diagnostics.report(.error(.notAText, at: place(of: node), hints: isInline(node) ? [.quoteText] : []))
      return nil
    }
    // YAML takes a first word such as “!attention” for the type of the rest and drops it.
    if scalar.tag.rawValue != Tag.Name.implicit.rawValue, scalar.tag.rawValue != Tag.Name.str.rawValue {
      diagnostics.report(.error(.tag, at: place(of: node), hints: [.quoteText]))
      return nil
    }
    warnOfComment(after: node, scalar)
    return isEmpty(node) ? nil : Located(parameters.fill(scalar.string), at: place(of: node))
  }

  /// Warns of a text of which YAML takes the rest for a comment: `title: #1 des usages`, `title: Usage #1`.
  private mutating func warnOfComment(after node: Node, _ scalar: Node.Scalar) {
    guard scalar.style == .plain, let mark = node.mark, let line = source.line(mark.line),
      line.utf8.contains(UInt8(ascii: "#")), let sign = line.firstRange(of: " #")
    else { return }
    let comment = line[sign.upperBound...]
    // A comment has a space after its sign; only lines of one key and its text are sure to be meant.
    guard let first = comment.first, first != " ", first != "#", line[..<sign.lowerBound].contains(":") else {
      return
    }
    let column = line[..<sign.lowerBound].unicodeScalars.count + 2
    diagnostics.report(
      .warning(
        .comment,
        at: Place(in: source, line: mark.line, column: column, length: comment.unicodeScalars.count + 1),
        hints: [.quoteText]))
  }

  /// A scalar that names something: it may become part of a file's name.
  mutating func name(_ node: Node?) -> Located<String>? {
    guard let name = text(node) else { return nil }
    return checked(name) ? name : nil
  }

  private mutating func checked(_ name: Located<String>) -> Bool {
    if isWord(name.value) { return true }
    diagnostics.report(.error(.notAName(name.value), at: name.place, hints: [.namesAreWords]))
    return false
  }

  /// A scalar that is one word of a closed list.
  mutating func choice<Choice>(_ node: Node?, _ type: Choice.Type = Choice.self) -> Located<Choice>?
  where Choice: RawRepresentable & CaseIterable & Hashable & Sendable, Choice.RawValue == String {
    guard let word = text(node) else { return nil }
    guard let choice = Choice(rawValue: word.value) else {
      let known = Choice.allCases.map(\.rawValue)
      diagnostics.report(
        .error(.unknownWord(word.value), at: word.place, hints: .suggestion(for: word.value, among: known)))
      return nil
    }
    return Located(choice, at: word.place)
  }

  /// A scalar that is a whole number within bounds.
  mutating func integer(_ node: Node?, in range: ClosedRange<Int>) -> Located<Int>? {
    guard let word = text(node) else { return nil }
    guard let number = Int(word.value), range.contains(number) else {
      diagnostics.report(.error(.notAnInteger(word.value, in: range), at: word.place))
      return nil
    }
    return Located(number, at: word.place)
  }

  /// A scalar that is a number, with a decimal point or comma; a percent sign after it is taken as read.
  mutating func decimal(
    _ node: Node?, in range: ClosedRange<Double> = -1e15...1e15
  ) -> Located<Double>? {
    guard let word = text(node) else { return nil }
    let digits = word.value.filter { !$0.isWhitespace }.replacing(",", with: ".")
    let bare = digits.hasSuffix("%") ? digits.dropLast() : digits[...]
    guard !bare.isEmpty, bare.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.".contains($0)) }),
      let number = Double(bare), range.contains(number)
    else {
      diagnostics.report(.error(.notADecimal(word.value, in: range), at: word.place))
      return nil
    }
    return Located(number, at: word.place)
  }

  /// Whether nothing stands where a value could: `key:` and no more.
  func isEmpty(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    switch scalar.string {
    case "", "~", "null": return scalar.style == .plain
    default: return false
    }
  }

  /// Whether a list or mapping is written between brackets or braces, as a text could be by mistake.
  private func isInline(_ node: Node) -> Bool {
    guard let mark = node.mark, let line = source.line(mark.line) else { return false }
    return line.unicodeScalars.dropFirst(mark.column - 1).first.map { "[{".unicodeScalars.contains($0) }
      ?? false
  }

  // MARK: Lists and mappings

  /// The items of a list; a lone value counts as a list of one.
  func items(_ node: Node?) -> [Node] {
    guard let node, !isEmpty(node) else { return [] }
    return node.sequence.map(Array.init) ?? [node]
  }

  /// The items of a list of numbers; two that may be meant as one are warned of: `[75,5]`.
  mutating func numbers(_ node: Node?) -> [Node] {
    let items = items(node)
    if items.count == 2, isDecimalComma(between: items[0], items[1]) {
      diagnostics.report(
        .warning(
          .partedNumber(items[0].scalar?.string ?? "", items[1].scalar?.string ?? ""),
          at: place(of: items[0]), hints: [.decimalPoint]))
    }
    return items
  }

  /// Whether two whole numbers have a comma and no space between them.
  private func isDecimalComma(between first: Node, _ second: Node) -> Bool {
    guard let whole = first.scalar?.string, let tenths = second.scalar?.string, let start = first.mark,
      let end = second.mark
    else { return false }
    return start.line == end.line && start.column + whole.unicodeScalars.count + 1 == end.column
      && !tenths.isEmpty && tenths.allSatisfy(\.isWholeNumber) && Int(whole) != nil
  }

  mutating func texts(_ node: Node?) -> [Located<String>] {
    items(node).compactMap { text($0) }
  }

  /// The pairs of a mapping in their order, whatever their keys.
  mutating func pairs(_ node: Node?, of what: Bilingual) -> [(key: Located<String>, node: Node)] {
    guard let node, !isEmpty(node) else { return [] }
    guard let mapping = node.mapping else {
      diagnostics.report(.error(.notAMapping(what), at: place(of: node), hints: [.spaceAfterColon]))
      return []
    }
    return mapping.compactMap { key, value in self.key(key).map { ($0, value) } }
  }

  /// A key, which unlike a text can be `null` or empty: it is then an unknown one. A column's name can hold a
  /// parameter as any text can: `{ taux_$annee: taux }`.
  private mutating func key(_ node: Node) -> Located<String>? {
    node.scalar.map { Located(parameters.fill($0.string), at: place(of: node)) } ?? text(node)
  }

  /// The named entries of a part of the spec (`sources:`, `indicators:` …), each name checked.
  mutating func entries(_ node: Node?, of what: Bilingual) -> [(key: Located<String>, node: Node)] {
    pairs(node, of: what).filter { key, _ in checked(key) }
  }

  /// A mapping whose keys are known; any other is reported.
  ///
  /// - Parameter owner: where to point when a key that must be there is not.
  mutating func mapping<Key: SpecKey>(
    _ node: Node, of what: Bilingual, owner: Place? = nil, as type: Key.Type = Key.self
  ) -> SpecMapping<Key>? {
    guard !isEmpty(node) else {
      diagnostics.report(.error(.empty(what), at: owner ?? place(of: node)))
      return nil
    }
    guard node.mapping != nil else {
      diagnostics.report(.error(.notAMapping(what), at: place(of: node), hints: [.spaceAfterColon]))
      return nil
    }
    var mapping = SpecMapping<Key>(place: owner ?? place(of: node), what: what)
    for (word, value) in pairs(node, of: what) {
      if let key = Key(rawValue: word.value) {
        mapping.add(value, under: key)
      } else {
        let known = Key.allCases.map(\.rawValue)
        // Between braces a comma ends a value: what follows it looks like a key without a value.
        let isRest = isInline(node) && isEmpty(value)
        diagnostics.report(
          .error(
            .unknownKey(word.value, in: what), at: word.place,
            hints: isRest ? [.commaParts] : .suggestion(for: word.value, among: known)))
      }
    }
    return mapping
  }

  /// The text under a key that must be there.
  mutating func requiredText<Key>(_ key: Key, in mapping: SpecMapping<Key>) -> Located<String>? {
    guard let node = required(key, in: mapping) else { return nil }
    return text(node)
  }

  /// The texts under a key that must be there and hold one at least.
  mutating func requiredTexts<Key>(_ key: Key, in mapping: SpecMapping<Key>) -> [Located<String>]? {
    guard let node = required(key, in: mapping) else { return nil }
    if items(node).allSatisfy(isEmpty) { reportMissing(key, in: mapping) }
    return texts(node)
  }

  /// The node under a key that must be there and hold something.
  mutating func required<Key>(_ key: Key, in mapping: SpecMapping<Key>) -> Node? {
    guard let node = mapping[key], !isBlank(node) else {
      reportMissing(key, in: mapping)
      return nil
    }
    return node
  }

  private func isBlank(_ node: Node) -> Bool {
    isEmpty(node) || node.scalar?.string.allSatisfy(\.isWhitespace) ?? false
  }

  private mutating func reportMissing<Key>(_ key: Key, in mapping: SpecMapping<Key>) {
    diagnostics.report(.error(.missingKey(key.rawValue, in: mapping.what), at: mapping.place))
  }
}

extension Diagnostic.Message {
  fileprivate static var comment: Self {
    Self(
      "comment-in-text", fr: "« # » commence un commentaire : la suite ne fait pas partie du texte",
      en: "“#” starts a comment: what follows is no part of the text")
  }
  fileprivate static var notAText: Self {
    Self("not-a-text", fr: "un texte est attendu ici", en: "a text is expected here")
  }
  fileprivate static var tooMany: Self {
    Self(
      "too-many",
      fr: "cette spécification est trop longue, une fois les « * » remplacés par ce qu’ils répètent",
      en: "this spec is too long once what each “*” repeats is put in its place")
  }
  fileprivate static var tag: Self {
    Self("tag", fr: "« ! » a un sens particulier en YAML", en: "“!” has a meaning of its own in YAML")
  }
  fileprivate static func notAMapping(_ what: Bilingual) -> Self {
    Self(
      "not-a-mapping", fr: "\(what.french) : des lignes « clé: valeur » sont attendues ici",
      en: "\(what.english): lines of “key: value” are expected here")
  }
  fileprivate static func empty(_ what: Bilingual) -> Self {
    Self("empty", fr: "\(what.french) : rien n’est écrit ici", en: "\(what.english): nothing is written here")
  }
  fileprivate static func unknownKey(_ key: String, in what: Bilingual) -> Self {
    Self(
      "unknown-key", fr: "clé inconnue « \(key) » (\(what.french))",
      en: "unknown key “\(key)” (\(what.english))")
  }
  fileprivate static func missingKey(_ key: String, in what: Bilingual) -> Self {
    Self(
      "missing-key", fr: "il manque « \(key) » (\(what.french))", en: "“\(key)” is missing (\(what.english))")
  }
  fileprivate static func partedNumber(_ whole: String, _ rest: String) -> Self {
    Self(
      "parted-number", fr: "« \(whole),\(rest) » est ici deux nombres, \(whole) et \(rest)",
      en: "“\(whole),\(rest)” is two numbers here, \(whole) and \(rest)")
  }
  fileprivate static func unknownWord(_ word: String) -> Self {
    Self("unknown-word", fr: "mot inconnu « \(word) »", en: "unknown word “\(word)”")
  }
  fileprivate static func notAName(_ word: String) -> Self {
    Self("not-a-name", fr: "« \(word) » ne peut pas être un nom", en: "“\(word)” cannot be a name")
  }
  fileprivate static func notAnInteger(_ word: String, in range: ClosedRange<Int>) -> Self {
    Self(
      "not-an-integer",
      fr: "« \(word) » : un nombre entier de \(range.lowerBound) à \(range.upperBound) est attendu",
      en: "“\(word)”: a whole number from \(range.lowerBound) to \(range.upperBound) is expected")
  }
  fileprivate static func notADecimal(_ word: String, in range: ClosedRange<Double>) -> Self {
    guard range.upperBound < 1e15 else {
      return Self(
        "not-a-decimal", fr: "« \(word) » : un nombre est attendu", en: "“\(word)”: a number is expected")
    }
    let (low, high) = (bound(range.lowerBound), bound(range.upperBound))
    return Self(
      "not-a-decimal", fr: "« \(word) » : un nombre de \(low) à \(high) est attendu",
      en: "“\(word)”: a number from \(low) to \(high) is expected")
  }

  private static func bound(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}

extension Diagnostic.Hint {
  fileprivate static let quoteText = Self(
    fr: "si c’est un texte, mettez-le entre guillemets droits : \"…\"",
    en: "if it is a text, put it between straight quotes: \"…\"")
  fileprivate static let spaceAfterColon = Self(
    fr: "écrivez « clé: valeur », avec une espace après « : »",
    en: "write “key: value”, with a space after “:”")
  fileprivate static let commaParts = Self(
    fr:
      "entre accolades, une virgule finit la valeur : écrivez 80.5, et mettez un texte à virgule entre guillemets droits",
    en:
      "between braces a comma ends a value: write 80.5, and put a text that has a comma between straight quotes"
  )
  fileprivate static let decimalPoint = Self(
    fr: "pour un seul nombre, écrivez un point ; pour deux, une espace après la virgule",
    en: "for a single number write a point; for two, a space after the comma")
  fileprivate static let namesAreWords = Self(
    fr: "un nom est fait de lettres, de chiffres, de « - » et de « _ », sans espace",
    en: "a name is made of letters, digits, “-” and “_”, without spaces")
}
