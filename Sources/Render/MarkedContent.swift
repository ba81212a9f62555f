/// A page's drawing with its own marks in the places of Cairo's.
///
/// Cairo writes `/P << /MCID n >> BDC … EMC` around each piece, and within it a span with the text that glyphs
/// spell where their font alone would tell another: for a ligature, or a no-break space drawn with the glyph
/// of a plain one. Those two spans go away, since poppler's structure text loses what follows one; the
/// ligature's letters are told by the font's map to text instead (`spellPlainly`).
///
/// - **Source**: ISO 32000-1, 14.6 (marked content) and 14.9.4 (replacement text).
struct MarkedContent {
  private let content: UnsafeBufferPointer<UInt8>
  private let marks: [[UInt8]]
  private var position = 0
  /// Where what is not copied yet begins.
  private var pending = 0
  private var nextMark = 0
  /// For each open mark, whether its end is kept.
  private var open: [Bool] = []
  private var output: [UInt8] = []

  /// - Parameters:
  ///   - content: a page's content stream, as Cairo writes it.
  ///   - marks: what starts each piece, in Cairo's order.
  /// - Returns: `nil` if there are not as many pieces as marks.
  static func replacing(marksOf content: [UInt8], with marks: [[UInt8]]) -> [UInt8]? {
    content.withUnsafeBufferPointer { buffer in
      var rewriting = MarkedContent(content: buffer, marks: marks)
      return rewriting.run()
    }
  }

  private init(content: UnsafeBufferPointer<UInt8>, marks: [[UInt8]]) {
    self.content = content
    self.marks = marks
    output.reserveCapacity(content.count + marks.count * 8)
  }

  private mutating func run() -> [UInt8]? {
    while position < content.count {
      switch content[position] {
      case UInt8(ascii: "("): skipString()
      case UInt8(ascii: "/") where has(Self.piece, at: position): replacePiece()
      case UInt8(ascii: "/") where has(Self.span, at: position): replaceSpan()
      case UInt8(ascii: "E") where has(Self.end, at: position): replaceEnd()
      default: position += 1
      }
    }
    copy(upTo: content.count)
    return nextMark == marks.count && open.isEmpty ? output : nil
  }

  private static let piece = Array("/P << /MCID".utf8)
  private static let span = Array("/Span << /ActualText".utf8)
  private static let begin = Array("BDC".utf8)
  private static let end = Array("EMC".utf8)

  private func has(_ word: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= content.count else { return false }
    for (offset, byte) in word.enumerated() where content[start + offset] != byte { return false }
    return true
  }

  private mutating func copy(upTo end: Int) {
    output.append(contentsOf: content[pending..<end])
    pending = end
  }

  /// Leaves out what stands from here to a position.
  private mutating func drop(upTo end: Int) {
    copy(upTo: position)
    pending = end
    position = end
  }

  /// A string in parentheses: backslashes escape, and Cairo escapes every parenthesis in it.
  private mutating func skipString() {
    position += 1
    while position < content.count, content[position] != UInt8(ascii: ")") {
      position += content[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    position += 1
  }

  /// Where the operator that begins the mark at this position ends.
  private var endOfBegin: Int {
    var start = position
    while start < content.count, !has(Self.begin, at: start) { start += 1 }
    return min(content.count, start + Self.begin.count)
  }

  private mutating func replacePiece() {
    drop(upTo: endOfBegin)
    if nextMark < marks.count { output += marks[nextMark] }
    nextMark += 1
    open.append(true)
  }

  private mutating func replaceSpan() {
    let end = endOfBegin
    let isKept = !isSpelledByFont(content[position..<end])
    open.append(isKept)
    if isKept { position = end } else { drop(upTo: end) }
  }

  private mutating func replaceEnd() {
    if open.popLast() ?? true {
      position += Self.end.count
    } else {
      drop(upTo: position + Self.end.count)
    }
  }

  /// Whether a span's text is only spaces, or a ligature's letters.
  private func isSpelledByFont(_ span: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let start = span.firstIndex(of: UInt8(ascii: "<")).map({ span[($0 + 2)...] }),
      let open = start.firstIndex(of: UInt8(ascii: "<")),
      let close = start[open...].firstIndex(of: UInt8(ascii: ">"))
    else { return false }
    let digits = String(decoding: start[(open + 1)..<close], as: UTF8.self).uppercased()
    return Self.spelledByFont.contains(digits)
  }

  /// In hexadecimal, after the byte order mark: spaces, and the letters of U+FB00 to U+FB04.
  private static let spelledByFont: Set<String> = Set(
    ["0020", "00A0", "2009", "202F"].map { "FEFF" + $0 } + ligatures.map { "FEFF" + $0.letters })
}

/// The ligatures that have a character of their own, and their letters, in UTF-16 as hexadecimal.
let ligatures: [(character: String, letters: String)] = [
  ("FB00", "00660066"), ("FB01", "00660069"), ("FB02", "0066006C"), ("FB03", "006600660069"),
  ("FB04", "00660066006C"),
]

/// A font's map to text with ligatures spelled in letters: ISO 32000-1, 9.10.3.
///
/// A no-break space has the glyph of a plain one, and Cairo maps it to the one that it met first: all are plain here,
/// since a word after each other space would be no word of its own to a search. So is a word joiner, which has that glyph
/// without its width.
func spellPlainly(_ map: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(map.count)
  var index = 0
  while index < map.count {
    // The second of a pair is the text: a glyph may have the number of a ligature.
    if map[index] == UInt8(ascii: "<"), map[..<index].suffix(2).elementsEqual("> ".utf8),
      let end = map[index...].prefix(10).firstIndex(of: UInt8(ascii: ">")),
      let letters = plainText(String(decoding: map[index + 1..<end], as: UTF8.self).uppercased())
    {
      text += "<\(letters)>".utf8
      index = end + 1
    } else {
      text.append(map[index])
      index += 1
    }
  }
  return text
}

private func plainText(_ digits: String) -> String? {
  plainTexts[digits] ?? letter(inPrivatePlane: digits)
}

private let plainTexts = Dictionary(
  uniqueKeysWithValues: ligatures.map { ($0.character, $0.letters) } + [("00A0", "0020"), ("2060", "0020")])
