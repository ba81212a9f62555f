import DrawList

/// What stands at a page's foot, over the running line: a short rule and lines of notes under it.
struct PageFoot {
  var lines: [Fragment] = []
  /// Whether its first lines go on with a note of the page before.
  var goesOn = false

  private static let spaceAbove: Points = 10
  private static let spaceUnderRule: Points = 4
  /// Short, so that nobody takes it for the end of a section; as wide as the page over a note that goes on.
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
  func marks(rule: Color, width: Points) -> [Mark] {
    guard !lines.isEmpty else { return [] }
    let length = goesOn ? width : Self.ruleLength
    let area = Rect(x: 0, y: Self.spaceAbove, width: length, height: Self.ruleHeight)
    let top = Self.spaceAbove + Self.ruleHeight + Self.spaceUnderRule
    return [Mark(.artifact, [.rectangle(area, rule)])]
      + stacked(lines).marks.map { $0.moved(by: Point(x: 0, y: top)) }
  }
}
