import DrawList

extension [Line] {
  /// The lines of a text, those noted that end where it has a space.
  ///
  /// Lines are held against the text letter by letter: a hyphen that only the line's end needs is not in it, and
  /// soft hyphens of the text are on no line.
  func notingSpaces(of text: String) -> [Line] {
    guard count > 1 else { return self }
    var rest = text.unicodeScalars[...]
    return map { line in
      for scalar in line.pieces.lazy.flatMap(\.run.text.unicodeScalars) {
        while rest.first == "\u{AD}", scalar != "\u{AD}" { rest.removeFirst() }
        let isAdded = scalar != rest.first && ["-", "\u{2010}", "\u{AD}"].contains(scalar)
        if !isAdded, !rest.isEmpty { rest.removeFirst() }
      }
      let isFollowed = rest.first.map(\.properties.isWhitespace) ?? false
      rest = rest.drop(while: \.properties.isWhitespace)
      return isFollowed && !rest.isEmpty ? line.followedBySpace : line
    }
  }
}

extension Line {
  fileprivate var followedBySpace: Line {
    guard var last = pieces.last else { return self }
    last.run.isFollowedBySpace = true
    return Line(pieces: pieces.dropLast() + [last], width: width)
  }
}
