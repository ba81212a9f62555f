import Diagnostics
import DrawList
import Indicators

/// A float at the right with text that flows past it.
///
/// The lines of a paragraph that start beside the float are as wide as the room at its left, those under it as wide as
/// ever. A list or a quotation that starts beside it stays narrow to its last line.
struct BesideFloat {
  let piece: Fragment
  /// Where the float starts, and how wide text beside it is.
  let x: Points
  let textWidth: Points
  private(set) var texts: [Fragment] = []

  init(_ piece: Fragment, width: Points, of frame: Points) {
    self.piece = piece
    x = frame - width
    textWidth = x - FloatRows.gap
  }

  /// Whether another paragraph would start beside the float.
  var hasRoom: Bool { stacked(texts).height + Self.leastRoom < piece.height }
  /// About two lines of text.
  private static let leastRoom: Points = 28
  /// How far under the float the first line is that is as wide as ever.
  private static let clearance: Points = 8

  /// How many lines of the next paragraph start beside the float.
  func narrowLines(leading: Points, paragraphGap: Points) -> Int {
    let top = texts.last.map { stacked(texts).height + max($0.spaceAfter, paragraphGap) } ?? 0
    return max(0, Int(((piece.height + Self.clearance - top) / leading).rounded(.up)))
  }

  mutating func add(_ fragments: [Fragment]) { texts += fragments }

  /// The float with the lines beside it as one fragment, and the lines that go on under it.
  var fragments: [Fragment] {
    var y: Points = 0
    var count = 0
    while count < texts.count, y < piece.height {
      if count > 0 { y += gap(between: texts[count - 1], and: texts[count]) }
      y += texts[count].height
      count += 1
    }
    // What keeps together does so past the float's foot too.
    while count < texts.count, texts[count - 1].keepsWithNext { count += 1 }
    let beside = Fragment(stacking: Array(texts[..<count]))
    var whole = Fragment(
      height: max(piece.height, beside.height),
      marks: piece.marks.map { $0.moved(by: Point(x: x, y: 0)) } + beside.marks)
    whole.footnotes = piece.footnotes + beside.footnotes
    whole.name = piece.name
    whole.spaceBefore = max(piece.spaceBefore, texts.first?.spaceBefore ?? 0)
    whole.spaceAfter = max(
      beside.height >= piece.height ? texts[..<count].last?.spaceAfter ?? 0 : 0,
      beside.height <= piece.height ? piece.spaceAfter : 0)
    guard count < texts.count else { return [whole] }
    whole.spaceAfter = 0
    whole.endCost = PageRules.brokenParagraph
    return [whole] + texts[count...]
  }
}

extension FragmentBuilder {
  /// The texts of a block, those beside a float as wide as it leaves room.
  mutating func texts(
    _ texts: [PublishedText], beside float: inout BesideFloat, in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    var rest = texts[...]
    while let text = rest.first, float.hasRoom {
      var added: [Fragment]
      switch text {
      case .paragraph:
        let count = float.narrowLines(
          leading: theme.type.body.leading, paragraphGap: theme.spacing[.paragraph])
        added = self.texts(
          [text], in: parent, level: level, width: width, narrowLines: (float.textWidth, count))
      case .heading, .list, .quote:
        added = self.texts([text], in: parent, level: level, width: float.textWidth)
      }
      if rest.count > 1, !added.isEmpty { added[added.count - 1].spaceAfter = 0 }
      float.add(added)
      rest.removeFirst()
    }
    return rest.isEmpty ? [] : self.texts(Array(rest), in: parent, level: level, width: width)
  }
}

extension Diagnostic.Message {
  static func floatAlone(_ name: String?) -> Self {
    Self(
      "float-alone",
      fr: "aucun texte ne suit \(name ?? "un bloc flottant") pour passer à côté : il est mis dans le texte",
      en: "no text follows \(name ?? "a float") to flow beside it: it is set among the text")
  }
}

extension Diagnostic.Hint {
  static let textAfterFloat = Self(
    fr: "écrivez le texte juste après lui, ou choisissez « place: top »",
    en: "write the text right after it, or choose “place: top”")
}
