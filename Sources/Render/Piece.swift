import DrawList

/// Marks of a page that follow each other and are one owner's: what is painted as one piece of marked content.
struct Piece {
  let owner: Mark.Owner
  /// The marks, those between them that show nothing included.
  var marks: Range<Int>
}

extension Page {
  /// The page in pieces. What shows nothing makes none.
  var pieces: [Piece] {
    var pieces: [Piece] = []
    for (index, mark) in marks.enumerated() where mark.items.contains(where: \.isVisible) {
      if pieces.last?.owner == mark.owner {
        pieces[pieces.count - 1].marks = pieces[pieces.count - 1].marks.lowerBound..<(index + 1)
      } else {
        pieces.append(Piece(owner: mark.owner, marks: index..<(index + 1)))
      }
    }
    return pieces
  }
}
