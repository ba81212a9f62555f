/// Where a label of a table's head stands among levels and columns.
package struct HeadPlace: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case spanner(Int)
    case column(Int)
  }

  package let kind: Kind
  package let columns: Range<Int>
  /// The levels that it takes, from the top.
  package let levels: Range<Int>
}

extension PublishedTable {
  /// The places of the head, by their first level from the top, then by column. Each place has one label: what has
  /// nothing over it goes up to the top, or to what spans it.
  package var headPlaces: [HeadPlace] {
    let levels = spannerLevels
    func top(_ columns: Range<Int>, under level: Int) -> Int {
      let above = spanners.filter { $0.level > level && $0.columns.holds(columns) }.map(\.level).min()
      return above.map { levels - $0 } ?? 0
    }
    let spanning = spanners.enumerated().map { index, spanner in
      HeadPlace(
        kind: .spanner(index), columns: spanner.columns,
        levels: top(spanner.columns, under: spanner.level)..<levels - spanner.level)
    }
    let heads = columns.indices.map { index in
      HeadPlace(
        kind: .column(index), columns: index..<index + 1,
        levels: top(index..<index + 1, under: -1)..<levels + 1)
    }
    return (spanning + heads).sorted {
      ($0.levels.lowerBound, $0.columns.lowerBound) < ($1.levels.lowerBound, $1.columns.lowerBound)
    }
  }
}
