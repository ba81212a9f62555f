import DrawList
import Typesetting

/// The number of the page on which a place stands, written into a fragment when all pages are chosen.
///
/// Nothing else of the fragment depends on it, so that a report whose contents alone print page numbers is laid out once.
struct PendingPageNumber {
  /// Of the place.
  let name: String
  let style: TextStyle
  /// Where its baseline ends, from the fragment's top-left corner.
  let end: Point
  /// Its place among the items of the fragment's first mark, which are read in their order.
  let index: Int
  let typesetter: Typesetter

  func written(into marks: [Mark], _ numbers: PageNumbers) -> [Mark] {
    var marks = marks
    let line = typesetter.line(StyledText(numbers[name], style))
    marks[0].items.insert(contentsOf: line.items(at: Point(x: end.x - line.width, y: end.y)), at: index)
    return marks
  }
}
