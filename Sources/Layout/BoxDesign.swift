import DrawList
import Model

/// What sets a block apart: a ground, a bar at its left, a frame, each where the theme has one.
struct BoxDesign {
  let ground: Color?
  let bar: RuleDesign?
  let frame: RuleDesign?

  /// - Parameters:
  ///   - isFirst: whether the frame is closed at the top; it is open where the block goes on from another page.
  ///   - isLast: the same at the foot.
  func items(width: Points, height: Points, isFirst: Bool = true, isLast: Bool = true) -> [DrawItem] {
    var items: [DrawItem] = []
    if let ground { items.append(.rectangle(Rect(x: 0, y: 0, width: width, height: height), ground)) }
    if let frame {
      let (line, color) = (frame.width, frame.color)
      if isFirst { items.append(.rectangle(Rect(x: 0, y: 0, width: width, height: line), color)) }
      if isLast { items.append(.rectangle(Rect(x: 0, y: height - line, width: width, height: line), color)) }
      items.append(.rectangle(Rect(x: 0, y: 0, width: line, height: height), color))
      items.append(.rectangle(Rect(x: width - line, y: 0, width: line, height: height), color))
    }
    if let bar { items.append(.rectangle(Rect(x: 0, y: 0, width: bar.width, height: height), bar.color)) }
    return items
  }
}

/// A horizontal rule by its top-left corner; nothing where the theme has none.
func ruleItems(_ rule: RuleDesign?, x: Points = 0, y: Points, width: Points) -> [DrawItem] {
  rule.map { [.rectangle(Rect(x: x, y: y, width: width, height: $0.width), $0.color)] } ?? []
}
