import DrawList
import HarfBuzz
import Typography
import UnicodeText

/// A part of a text that is shaped as a whole: a word, or the part of it in one style, or spaces.
struct TextPiece {
  enum Kind { case word, space, noBreakSpace }

  var kind: Kind
  /// Without soft hyphens; tabs are spaces.
  var text: String
  /// The place of its style among those of its text.
  let style: Int
  /// Which run of the styled text it is from.
  let source: Int
  /// Odd where it reads from right to left.
  let level: UInt8
}

/// A place inside a text where a line may end.
struct BreakPlace: Hashable {
  enum Kind { case space, word, hyphen, end }

  var kind: Kind
  /// The piece in which the next line starts, or the one after the last.
  var piece: Int
  /// How many bytes of that piece stand before the break; 0 where it stands before the piece.
  var offset: Int
}

/// The part of a text between line ends that its author wrote, in pieces.
struct TextPassage {
  var pieces: [TextPiece] = []
  /// In order; the last is the passage's end.
  var places: [BreakPlace] = []
}

/// A text cut into passages, each in pieces.
struct CutText {
  fileprivate(set) var passages = [TextPassage()]
  private(set) var styles: [TextStyle]
  private let plain: String
  private let bytes: [UInt8]
  private let levels: [UInt8]?
  /// Whether the text starts at the right.
  let startsAtRight: Bool
  private var superiors: ArraySlice<Range<Int>>

  /// A text as one passage, with a space in the place of each line end.
  init(onOneLine text: StyledText, breaker: LineBreaker) {
    // Without line ends there is nothing to ask the breaker.
    let hasLineEnds = text.runs.contains { $0.text.unicodeScalars.contains(where: Self.isLineEnd) }
    self.init(text, breaker: hasLineEnds ? breaker : nil)
    joinPassages()
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  init(_ text: StyledText, breaker: LineBreaker?) {
    styles = text.runs.map(\.style)
    plain = text.plain
    bytes = Array(plain.utf8)
    let directions = Bidirectionality(
      of: plain, isRightToLeft: text.runs.first.map { $0.style.isRightToLeft } ?? false)
    levels = directions?.levels
    startsAtRight = directions?.startsAtRight ?? false
    superiors = []
    superiors = ordinals(in: text)[...]
    let opportunities = breaker?.opportunities(in: plain) ?? []
    var next = 0
    var start = 0
    for (source, run) in text.runs.enumerated() {
      let end = start + run.text.utf8.count
      while start < end {
        while next < opportunities.count, opportunities[next].offset <= start { next += 1 }
        let limit = next < opportunities.count ? min(end, opportunities[next].offset) : end
        start = add(from: start, to: limit, source: source)
        guard next < opportunities.count, opportunities[next].offset == start else { continue }
        note(opportunities[next], isLast: start == bytes.count)
      }
    }
    endPassage()
  }

  // MARK: Pieces

  /// Adds the text between two places, and returns the second.
  private mutating func add(from start: Int, to end: Int, source: Int) -> Int {
    var at = start
    while at < end {
      while let first = superiors.first, first.upperBound <= at { superiors.removeFirst() }
      let kind = kind(at: at)
      var stop = at
      while stop < end, self.kind(at: stop) == kind, isOneStyle(at, stop) { stop += width(at: stop) }
      switch kind {
      case .word: append(.word, word(at, stop), at, source)
      case .space: append(.space, String(repeating: " ", count: stop - at), at, source)
      case .noBreakSpace:
        append(.noBreakSpace, String(decoding: bytes[at..<stop], as: UTF8.self), at, source)
      case .lineEnd: break
      case .softHyphen: break
      }
      at = stop
    }
    return end
  }

  private enum ByteKind { case word, space, noBreakSpace, lineEnd, softHyphen }

  private func kind(at index: Int) -> ByteKind {
    switch bytes[index] {
    case 0x20, 0x09: return .space
    case 0x0A...0x0D: return .lineEnd
    case 0xC2 where index + 1 < bytes.count:
      switch bytes[index + 1] {
      case 0xA0: return .noBreakSpace
      case 0xAD: return .softHyphen
      case 0x85: return .lineEnd
      default: return .word
      }
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? .lineEnd : .word
    default: return .word
    }
  }

  /// How many bytes the scalar at a place takes.
  private func width(at index: Int) -> Int {
    switch bytes[index] {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  private func word(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func isOneStyle(_ start: Int, _ index: Int) -> Bool {
    if let levels, levels[start] != levels[index] { return false }
    guard index > start, let superior = superiors.first else { return true }
    return superior.contains(start) == superior.contains(index)
  }

  private mutating func append(_ kind: TextPiece.Kind, _ text: String, _ start: Int, _ source: Int) {
    let isSuperior = superiors.first?.contains(start) ?? false
    let style = isSuperior ? superiorStyle(of: source) : source
    let level = levels?[start] ?? 0
    let last = passages.count - 1
    // A word goes on over places where a line may end inside it, such as a hyphen.
    if kind == .word, let piece = passages[last].pieces.last, piece.kind == .word, piece.style == style,
      piece.source == source, piece.level == level,
      piece.text.utf8.count + text.utf8.count <= Self.longestWord
    {
      passages[last].pieces[passages[last].pieces.count - 1].text += text
      return
    }
    passages[last].pieces.append(
      TextPiece(kind: kind, text: text, style: style, source: source, level: level))
  }

  /// Longer words are shaped in parts, so that a text that is one word takes no longer than another.
  private static let longestWord = 96

  private mutating func superiorStyle(of source: Int) -> Int {
    var style = styles[source]
    style.isSuperior = true
    if let known = styles.firstIndex(of: style) { return known }
    styles.append(style)
    return styles.count - 1
  }

  /// Where the letters of ordinal numbers are, by the rules of each run's language.
  private func ordinals(in text: StyledText) -> [Range<Int>] {
    guard mayHaveSuperiors(in: bytes) else { return [] }
    var ends: [(end: Int, profile: TypographicProfile?)] = []
    var end = 0
    for run in text.runs {
      end += run.text.utf8.count
      ends.append((end, TypographicProfile.of(language: run.style.language)))
    }
    let profile = ends.lazy.compactMap(\.profile).first { $0.hasSuperiors }
    guard let profile else { return [] }
    return Typography.superiors(in: bytes, profile).filter { range in
      ends.first { range.lowerBound < $0.end }?.profile?.hasSuperiors ?? false
    }
  }

  // MARK: Places

  private mutating func note(_ opportunity: LineBreakOpportunity, isLast: Bool) {
    let last = passages.count - 1
    if opportunity.isMandatory && !isLast {
      endPassage()
      passages.append(TextPassage())
      return
    }
    let pieces = passages[last].pieces
    guard let piece = pieces.last, !isLast, !isInRange(opportunity.offset) else { return }
    let endsWithSoftHyphen =
      opportunity.offset >= 2 && bytes[opportunity.offset - 1] == 0xAD
      && bytes[opportunity.offset - 2] == 0xC2
    let kind: BreakPlace.Kind = piece.kind == .space ? .space : endsWithSoftHyphen ? .hyphen : .word
    let place = BreakPlace(kind: kind, piece: pieces.count - 1, offset: piece.text.utf8.count)
    guard passages[last].places.last.map({ $0.piece != place.piece || $0.offset != place.offset }) ?? true
    else { return }
    passages[last].places.append(place)
  }

  /// Whether a place is inside a range of numbers, after its dash: “18–|59”.
  private func isInRange(_ offset: Int) -> Bool {
    guard offset >= 4, offset < bytes.count, bytes[offset - 3] == 0xE2, bytes[offset - 2] == 0x80,
      bytes[offset - 1] == 0x93
    else { return false }
    return isDigit(bytes[offset - 4]) && isDigit(bytes[offset])
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Places say in which piece the next line starts once all pieces are known.
  private mutating func endPassage() {
    let last = passages.count - 1
    let pieces = passages[last].pieces
    passages[last].places = passages[last].places.map { place in
      var place = place
      if place.offset == pieces[place.piece].text.utf8.count {
        place.piece += 1
        place.offset = 0
      }
      return place
    }
    passages[last].places.append(BreakPlace(kind: .end, piece: pieces.count, offset: 0))
  }
}

extension TextStyle {
  fileprivate var isRightToLeft: Bool { Bidirectionality.isRightToLeft(language: language) }
}

extension CutText {
  /// Puts a space in the place of each line end, so that all is one passage.
  mutating func joinPassages() {
    var joined = TextPassage()
    for passage in passages {
      if let last = joined.pieces.last, !passage.pieces.isEmpty, last.kind != .space {
        joined.pieces.append(
          TextPiece(kind: .space, text: " ", style: last.style, source: last.source, level: last.level))
      }
      joined.pieces += passage.pieces
    }
    joined.places = [BreakPlace(kind: .end, piece: joined.pieces.count, offset: 0)]
    passages = [joined]
  }
}
