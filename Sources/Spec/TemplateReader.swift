import Diagnostics
import Yams

extension SpecReader {
  /// A text in which `{…}` refers to a figure, and `{{` stands for a brace.
  mutating func template(_ node: Node?) -> TextTemplate? {
    guard let node, let text = text(node) else { return nil }
    // Most texts refer to nothing.
    guard text.value.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
      return TextTemplate(segments: text.value.isEmpty ? [] : [.literal(text.value)], place: text.place)
    }
    var scanner = TemplateScanner(text: text.value, finder: PlaceFinder(after: text.place))
    let template = TextTemplate(segments: scanner.scan(), place: text.place)
    for malformed in scanner.malformed {
      diagnostics.report(
        .error(.malformedReference(malformed.value), at: malformed.place, hints: [.howToRefer]))
    }
    return template
  }

  /// A scalar that is a reference by itself, without braces.
  mutating func reference(_ node: Node) -> ReferenceSpec? {
    guard let text = text(node) else { return nil }
    if let reference = parseReference(text.value, at: text.place) { return reference }
    let hint = text.value.hasPrefix("{") ? Diagnostic.Hint.withoutBraces : .howToName
    diagnostics.report(.error(.malformedReference(text.value), at: text.place, hints: [hint]))
    return nil
  }
}

/// Cuts a text into what stands in it as it is and what refers to figures.
private struct TemplateScanner {
  private var rest: Substring
  private var finder: PlaceFinder
  private var segments: [TextTemplate.Segment] = []
  private var literal = ""
  private(set) var malformed: [Located<String>] = []

  init(text: String, finder: PlaceFinder) {
    rest = text[...]
    self.finder = finder
  }

  mutating func scan() -> [TextTemplate.Segment] {
    while let character = rest.popFirst() {
      if (character == "{" || character == "}") && rest.first == character {
        literal.append(character)
        rest.removeFirst()
        if character == "{" { finder.skip("{{") }
      } else if character == "{" {
        takeReference()
      } else {
        literal.append(character)
      }
    }
    endLiteral()
    return segments
  }

  private mutating func takeReference() {
    let inside = rest.prefix { $0 != "}" && $0 != "{" && !$0.isNewline }
    let isClosed = rest.dropFirst(inside.count).first == "}"
    // What is not closed could go on for a whole paragraph: its first word shows where.
    let typed = "{" + (isClosed ? inside + "}" : inside.prefix { !$0.isWhitespace })
    let place = finder.place(ofNext: typed)
    let text = inside.trimmingSpaces()
    if isClosed, literal.hasSuffix("]"), let passage = parsePassage(text, at: place) {
      rest.removeFirst(inside.count + 1)
      endLiteral()
      segments.append(.passage(passage))
      return
    }
    guard isClosed, let reference = parseReference(text, at: place) else {
      malformed.append(Located(typed, at: place))
      return
    }
    rest.removeFirst(inside.count + 1)
    endLiteral()
    segments.append(.reference(reference))
  }

  private mutating func endLiteral() {
    guard !literal.isEmpty else { return }
    segments.append(.literal(literal))
    literal = ""
  }
}

/// Finds, one after the other, references in the file that their scalar was read from.
///
/// A scalar can be plain, quoted, literal or folded; its braces stand in the file as typed in all of them, but
/// what stands between two braces can go over two lines.
private struct PlaceFinder {
  private let start: Place
  private var line: Int
  private var column: Int
  /// The line looked at last: a long line can hold many references.
  private var lastLine: (number: Int, scalars: [Unicode.Scalar]) = (0, [])

  init(after start: Place) {
    self.start = start
    line = start.line
    column = start.column
  }

  /// The place of a piece that begins with a brace, or of the part of it that stands on its first line.
  mutating func place(ofNext piece: String) -> Place {
    guard let place = find("{") else { return start }
    let typed = Array(piece.unicodeScalars)
    let rest = (scalars(ofLine: place.line) ?? []).dropFirst(place.column - 1)
    let length = zip(typed, rest).prefix { $0 == $1 }.count
    return Place(in: start.source, line: place.line, column: place.column, length: length)
  }

  private mutating func scalars(ofLine number: Int) -> [Unicode.Scalar]? {
    if lastLine.number == number { return lastLine.scalars }
    guard let text = start.source.line(number) else { return nil }
    lastLine = (number, Array(text.unicodeScalars))
    return lastLine.scalars
  }

  mutating func skip(_ piece: String) { _ = find(piece) }

  private mutating func find(_ piece: String) -> (line: Int, column: Int)? {
    let needle = Array(piece.unicodeScalars)
    var candidate = line
    var from = column - 1
    while let scalars = scalars(ofLine: candidate) {
      if let index = scalars.firstIndex(of: needle, from: from) {
        (line, column) = (candidate, index + 1 + needle.count)
        return (candidate, index + 1)
      }
      candidate += 1
      from = 0
    }
    return nil
  }
}

extension [Unicode.Scalar] {
  fileprivate func firstIndex(of needle: [Unicode.Scalar], from start: Int) -> Int? {
    guard !needle.isEmpty, start >= 0, start + needle.count <= count else { return nil }
    return (start...count - needle.count).first { self[$0..<$0 + needle.count].elementsEqual(needle) }
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Diagnostic.Message {
  fileprivate static func malformedReference(_ text: String) -> Self {
    Self(
      "malformed-reference", fr: "référence mal écrite « \(text) »", en: "badly written reference “\(text)”")
  }
}

extension Diagnostic.Hint {
  fileprivate static let howToRefer = Self(
    fr: "écrivez {indicateur[population]} ou {comparaison.indicateur.gap} ; une accolade seule s’écrit {{",
    en: "write {indicator[population]} or {comparison.indicator.gap}; a lone brace is written {{")
  fileprivate static let howToName = Self(
    fr: "écrivez indicateur[population] ou comparaison.indicateur.gap",
    en: "write indicator[population] or comparison.indicator.gap")
  fileprivate static let withoutBraces = Self(
    fr: "ici la référence s’écrit sans accolades : \"indicateur[population]\"",
    en: "here a reference is written without braces: \"indicator[population]\"")
}
