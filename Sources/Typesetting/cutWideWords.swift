import DrawList

extension MeasuredPassage {
  /// The spots whose word, or part of one, no line can hold.
  func tooWide(for width: Points) -> [Int] {
    spots.indices.dropFirst().filter { index in
      line(from: spots[index - 1], to: spots[index]).width > width + TotalFit.tolerance
    }
  }

  /// The passage with places inside its words that are wider than a line: as much on each line as fits, and
  /// never less than a character.
  ///
  /// - Returns: also the words, as they were written.
  func cut(to width: Points) -> (passage: TextPassage, words: [String]) {
    var cutting = Cutting(measured: self, width: width)
    for index in spots.indices.dropFirst() { cutting.add(from: spots[index - 1], to: spots[index]) }
    cutting.end()
    return (cutting.result, cutting.words)
  }
}

/// A passage on its way to pieces that each fit on a line.
private struct Cutting {
  let measured: MeasuredPassage
  let width: Points
  private(set) var result = TextPassage()
  private(set) var words: [String] = []

  init(measured: MeasuredPassage, width: Points) {
    self.measured = measured
    self.width = width
    result.pieces = Array(measured.passage.pieces[..<measured.spots[0].startPiece])
  }

  /// Adds what stands between two places, then the second place.
  mutating func add(from start: BreakSpot, to end: BreakSpot) {
    let isTooWide = measured.line(from: start, to: end).width > width + TotalFit.tolerance
    var word = ""
    var room = width
    for index in start.startPiece..<max(start.startPiece, end.endPiece + 1) {
      var piece = measured.passage.pieces[index]
      piece.text = slice(index, start, end)
      word += piece.text
      if isTooWide { cut(piece, room: &room) } else { result.pieces.append(piece) }
    }
    if isTooWide, !words.contains(word) { words.append(word) }
    result.pieces += measured.passage.pieces[max(0, end.endPiece + 1)..<max(end.endPiece + 1, end.startPiece)]
    // A part that a line holds without its hyphen only does without it.
    if end.kind != .end { place(isTooWide && end.kind == .hyphen ? .word : end.kind) }
  }

  mutating func end() {
    result.places.append(BreakPlace(kind: .end, piece: result.pieces.count, offset: 0))
  }

  private func slice(_ index: Int, _ start: BreakSpot, _ end: BreakSpot) -> String {
    let utf8 = measured.passage.pieces[index].text.utf8
    let from = index == start.startPiece ? start.startOffset : 0
    let to = index == end.endPiece ? end.endOffset : utf8.count
    return String(decoding: utf8.dropFirst(from).prefix(to - from), as: UTF8.self)
  }

  private mutating func cut(_ piece: TextPiece, room: inout Points) {
    var rest = Array(piece.text)
    while !rest.isEmpty {
      var count = largestFit(of: rest, piece, room)
      if count == 0, room < width {
        place(.word)
        room = width
        count = largestFit(of: rest, piece, room)
      }
      var part = piece
      part.text = String(rest[..<max(1, count)])
      result.pieces.append(part)
      room -= measured.shape(part.text, piece).width
      rest.removeFirst(max(1, count))
      guard !rest.isEmpty else { return }
      place(.word)
      room = width
    }
  }

  private mutating func place(_ kind: BreakPlace.Kind) {
    result.places.append(BreakPlace(kind: kind, piece: result.pieces.count, offset: 0))
  }

  /// How many of the first characters fit into a room.
  private func largestFit(of characters: [Character], _ piece: TextPiece, _ room: Points) -> Int {
    // No letter that takes room is narrower than a tenth of its size: most of a very long word need not be tried.
    let most = Int(max(0, room) / (0.1 * measured.styles[piece.style].size)) + 2
    var (fits, fails) = (0, min(characters.count, max(1, most)) + 1)
    while fails - fits > 1 {
      let middle = (fits + fails) / 2
      let part = measured.shape(String(characters[..<middle]), piece)
      if part.width <= room + TotalFit.tolerance { fits = middle } else { fails = middle }
    }
    return fits
  }
}
