import DrawList

/// How wide the lines of a text are: the first ones may be narrower, beside something, than those under it.
///
/// - **Source**: `\hangindent` with `\hangafter` of TeX, for one side and at the text's start.
package struct LineWidths: Hashable, Sendable {
  package let usual: Points
  package let first: Points
  /// How many lines are as wide as the first.
  package let firstCount: Int

  package init(_ width: Points) { (usual, first, firstCount) = (width, width, 0) }

  package init(first: Points, count: Int, then usual: Points) {
    (self.usual, self.first, firstCount) = (usual, first, max(0, count))
  }

  /// - Parameter line: from 0.
  subscript(line: Int) -> Points { line < firstCount ? first : usual }

  /// Where any word must fit.
  var narrowest: Points { firstCount > 0 ? min(first, usual) : usual }

  /// The widths of what follows some lines.
  func after(_ lines: Int) -> LineWidths {
    firstCount > lines ? LineWidths(first: first, count: firstCount - lines, then: usual) : LineWidths(usual)
  }
}
