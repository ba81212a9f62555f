import DrawList

/// What stands at a page's foot, over the running line: a short rule and lines of notes under it.
struct PageFoot {
  var lines: [Fragment] = []

  private static let spaceAbove: Points = 10
  private static let spaceUnderRule: Points = 4
  /// Short, so that nobody takes it for the end of a section.
  private static let ruleLength: Points = 60
  private static let ruleHeight: Points = 0.5

  /// What it takes besides its lines.
  static let frame = spaceAbove + ruleHeight + spaceUnderRule

  /// What it takes from the page; nothing without lines.
  var height: Points {
    guard !lines.isEmpty else { return 0 }
    return Self.spaceAbove + Self.ruleHeight + Self.spaceUnderRule + stacked(lines).height
  }

  /// From the top of the space over the rule.
  func marks(rule: Color) -> [Mark] {
    guard !lines.isEmpty else { return [] }
    let area = Rect(x: 0, y: Self.spaceAbove, width: Self.ruleLength, height: Self.ruleHeight)
    let top = Self.spaceAbove + Self.ruleHeight + Self.spaceUnderRule
    return [Mark(.artifact, [.rectangle(area, rule)])]
      + stacked(lines).marks.map { $0.moved(by: Point(x: 0, y: top)) }
  }
}
