/// The fragments of a flow, of which pages may end after each: what was built, with the rows of a run one by one.
///
/// A run takes the room of one fragment; a row of it is made when it is asked for.
struct FlowFragments: RandomAccessCollection {
  /// Where a fragment stands among what was built.
  struct Place {
    let piece: Int
    /// Which row of a run it is; 0 for what is no run.
    let row: Int
  }

  /// What was built: fragments, and runs of rows.
  let pieces: [Fragment]
  /// The place of the first fragment of each piece; empty where each is one fragment.
  private let starts: [Int]
  let endIndex: Int

  init(_ pieces: [Fragment]) {
    self.pieces = pieces
    let hasRuns = pieces.contains { $0.rowCount > 1 }
    var starts: [Int] = []
    var end = 0
    for piece in pieces {
      if hasRuns { starts.append(end) }
      end += piece.rowCount
    }
    self.starts = starts
    endIndex = end
  }

  var startIndex: Int { 0 }

  subscript(index: Int) -> Fragment {
    let place = place(of: index)
    return pieces[place.piece].row(place.row)
  }

  /// What a fragment was built as: itself, or the run that it is a row of.
  func piece(of index: Int) -> Fragment { pieces[place(of: index).piece] }

  /// The first fragment of a piece.
  func start(of piece: Int) -> Int { starts.isEmpty ? piece : starts[piece] }

  func place(of index: Int) -> Place {
    guard !starts.isEmpty else { return Place(piece: index, row: 0) }
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return Place(piece: low, row: index - starts[low])
  }
}
