import DrawList
import Typography

/// How much of a passage stands before a place, if all of it were on one line.
struct Extent: Hashable {
  var width: Points = 0
  /// The widths of its spaces added up, but of those of a fixed width.
  var spaces: Points = 0
  /// The sizes of its letters added up, of which letter-fit takes a fraction.
  var letters: Points = 0

  static func - (after: Extent, before: Extent) -> Extent {
    Extent(
      width: after.width - before.width, spaces: after.spaces - before.spaces,
      letters: after.letters - before.letters)
  }
}

/// A place where a line may end, measured.
struct BreakSpot: Hashable {
  let kind: BreakPlace.Kind
  /// The extent of a line that ends here, from the passage's start, hyphen included.
  let end: Extent
  /// Where in that extent the next line starts.
  let start: Extent
  /// What of the line is in the right margin when it ends here, and of the next in the left.
  let rightHang: Points
  let leftHang: Points
  /// The last piece of the line, and how many of its bytes stand on it; −1 where nothing stands before.
  let endPiece: Int
  let endOffset: Int
  /// The first piece of the next line, and how many of its bytes stand on the line before.
  let startPiece: Int
  let startOffset: Int
}

/// A passage whose pieces have been shaped and whose places measured.
///
/// Where a line may end inside a word, the parts before and after are shaped as they would stand: kerning and
/// ligatures of the whole word are not those of its parts.
struct MeasuredPassage {
  private(set) var passage: TextPassage
  let styles: [TextStyle]
  let shaper: any TextShaper
  let hangsPunctuation: Bool
  private(set) var shaped: [ShapedText] = []
  private var starts: [Extent] = []
  /// The passage's start, as if a line ended before it, then each place in order.
  private(set) var spots: [BreakSpot] = []

  /// The same pieces with other places.
  init(_ other: MeasuredPassage, places: [BreakPlace]) {
    self = other
    passage.places = places
    measureSpots()
  }

  init(_ passage: TextPassage, styles: [TextStyle], shaper: any TextShaper, hangsPunctuation: Bool) {
    self.passage = passage
    self.styles = styles
    self.shaper = shaper
    self.hangsPunctuation = hangsPunctuation
    shaped.reserveCapacity(passage.pieces.count)
    starts.reserveCapacity(passage.pieces.count + 1)
    var extent = Extent()
    for piece in passage.pieces {
      let text = shape(piece.text, piece)
      shaped.append(text)
      starts.append(extent)
      extent.add(text, of: piece, size: styles[piece.style].size)
    }
    starts.append(extent)
    measureSpots()
  }

  private mutating func measureSpots() {
    spots = []
    spots.reserveCapacity(passage.places.count + 1)
    spots.append(spot(BreakPlace(kind: .space, piece: 0, offset: 0)))
    for place in passage.places {
      let spot = spot(place)
      // Nothing but spaces stands before it: no line can end there.
      if spot.endPiece < spots[0].startPiece, place.kind != .end { continue }
      spots.append(spot)
    }
  }

  /// A line between two spots, as it comes: spaces as wide as they are.
  func line(from start: BreakSpot, to end: BreakSpot) -> Extent {
    guard start.startOffset > 0, start.startPiece == end.endPiece, isInside(end) else {
      return end.end - start.start
    }
    // Both ends of the line are in one word.
    let piece = passage.pieces[end.endPiece]
    let part = shape(text(of: end.endPiece, from: start.startOffset, to: end), piece)
    return Extent(
      width: part.width, spaces: 0, letters: Double(part.clusterCount) * styles[piece.style].size)
  }

  private func isInside(_ end: BreakSpot) -> Bool {
    end.kind == .hyphen || end.endOffset < passage.pieces[end.endPiece].text.utf8.count
  }

  /// What stands on a line of a piece: from a byte on, to where the line ends, with its hyphen.
  func text(of piece: Int, from offset: Int, to end: BreakSpot) -> String {
    let utf8 = passage.pieces[piece].text.utf8
    let isLast = piece == end.endPiece
    let part = utf8.dropFirst(offset).prefix((isLast ? end.endOffset : utf8.count) - offset)
    let text = String(decoding: part, as: UTF8.self)
    return isLast && end.kind == .hyphen ? text + "-" : text
  }

  /// What stands on a line, as it was written.
  func text(from start: BreakSpot, to end: BreakSpot) -> String {
    guard end.endPiece >= start.startPiece else { return "" }
    let parts = (start.startPiece...end.endPiece).map { piece in
      text(of: piece, from: piece == start.startPiece ? start.startOffset : 0, to: end)
    }
    return end.kind == .hyphen ? String(parts.joined().dropLast()) : parts.joined()
  }

  func shape(_ text: String, _ piece: TextPiece) -> ShapedText {
    shaper.shape(
      text, styles[piece.style], piece.level == 0 ? nil : piece.level % 2 == 0 ? .leftToRight : .rightToLeft)
  }

  // MARK: Spots

  private func spot(_ place: BreakPlace) -> BreakSpot {
    var (endPiece, endOffset) = (place.piece, place.offset)
    if endOffset == 0 {
      endPiece -= 1
      while endPiece >= 0, passage.pieces[endPiece].kind == .space { endPiece -= 1 }
      endOffset = endPiece < 0 ? 0 : passage.pieces[endPiece].text.utf8.count
    }
    var startPiece = place.piece
    if place.offset == 0 {
      while startPiece < passage.pieces.count, passage.pieces[startPiece].kind == .space { startPiece += 1 }
    }
    return BreakSpot(
      kind: place.kind, end: end(endPiece, endOffset, place), start: start(startPiece, place.offset),
      rightHang: hangsPunctuation ? rightHang(endPiece, endOffset, place) : 0,
      leftHang: hangsPunctuation ? leftHang(startPiece, place.offset) : 0,
      endPiece: endPiece, endOffset: endOffset, startPiece: startPiece, startOffset: place.offset)
  }

  private func end(_ index: Int, _ offset: Int, _ place: BreakPlace) -> Extent {
    guard index >= 0 else { return Extent() }
    let piece = passage.pieces[index]
    if offset == piece.text.utf8.count, place.kind != .hyphen { return starts[index + 1] }
    var extent = starts[index]
    let part = String(decoding: piece.text.utf8.prefix(offset), as: UTF8.self)
    let text = place.kind == .hyphen ? part + "-" : part
    extent.add(shape(text, piece), of: piece, size: styles[piece.style].size)
    return extent
  }

  private func start(_ index: Int, _ offset: Int) -> Extent {
    guard offset > 0 else { return starts[index] }
    let piece = passage.pieces[index]
    let rest = String(decoding: piece.text.utf8.dropFirst(offset), as: UTF8.self)
    var added = Extent()
    added.add(shape(rest, piece), of: piece, size: styles[piece.style].size)
    return starts[index + 1] - added
  }

  private func rightHang(_ index: Int, _ offset: Int, _ place: BreakPlace) -> Points {
    guard index >= 0 else { return 0 }
    let piece = passage.pieces[index]
    let scalars = piece.text.unicodeScalars
    let end = piece.text.utf8.index(piece.text.startIndex, offsetBy: offset)
    let last: Unicode.Scalar? =
      place.kind == .hyphen ? "-" : end > piece.text.startIndex ? scalars[scalars.index(before: end)] : nil
    guard let last, let share = MarginHang.right[last] else { return 0 }
    return share * shape(String(last), piece).width
  }

  private func leftHang(_ index: Int, _ offset: Int) -> Points {
    guard index < passage.pieces.count else { return 0 }
    let piece = passage.pieces[index]
    let start = piece.text.utf8.index(piece.text.startIndex, offsetBy: offset)
    guard start < piece.text.endIndex else { return 0 }
    let first = piece.text.unicodeScalars[start]
    guard let share = MarginHang.left[first] else { return 0 }
    return share * shape(String(first), piece).width
  }
}

extension Extent {
  mutating func add(_ text: ShapedText, of piece: TextPiece, size: Points) {
    width += text.width
    letters += Double(text.clusterCount) * size
    switch piece.kind {
    case .word: break
    case .space, .noBreakSpace: spaces += text.width
    }
  }
}
