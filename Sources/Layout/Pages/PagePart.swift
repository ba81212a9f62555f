/// What stands on one page: parts of a flow's fragments, of its floats and of the lines of its notes.
struct PagePart: Hashable {
  var text: Range<Int>
  var floats: Range<Int> = 0..<0
  var notes: Range<Int> = 0..<0

  /// Whether no page of the flow comes before it.
  var isFirst: Bool { text.lowerBound == 0 && floats.lowerBound == 0 && notes.lowerBound == 0 }
}
