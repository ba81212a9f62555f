import Diagnostics
import DrawList

@testable import Layout

/// A fragment that can be told from others on a page: a rectangle in a colour of its own.
func block(
  _ name: Character, height: Points = 20, before: Points = 0, after: Points = 0, keeps: Bool = false,
  startsPage: Bool = false, head: Points? = nil
) -> Fragment {
  let color = Color(name.unicodeScalars.first?.value ?? 0)
  let items = [DrawItem.rectangle(Rect(x: 0, y: 0, width: 100, height: height), color)]
  var fragment = Fragment(height: height, marks: [Mark(.element(StructureTree.root), items)])
  fragment.spaceBefore = before
  fragment.spaceAfter = after
  fragment.keepsWithNext = keeps
  fragment.startsPage = startsPage
  fragment.repeatedHead = head.map { height in
    Fragment.RepeatedHead(
      height: height, items: [.rectangle(Rect(x: 0, y: 0, width: 100, height: height), Color(0x48))])
  }
  return fragment
}

/// Blocks put on pages that hold 100 points, their frame 10 from the left and 20 from the top.
struct Placing {
  static let frame = Rect(x: 10, y: 20, width: 100, height: 100)
  static let leftFrame = Rect(x: 0, y: 20, width: 100, height: 100)
  let pages: [FilledPage]
  let diagnostics: [Diagnostic]

  init(_ blocks: [Fragment], isDuplex: Bool = false) {
    var collector = DiagnosticCollector()
    let sheet = Sheet(size: Size(width: 120, height: 140), frame: Self.frame, leftFrame: Self.leftFrame)
    pages = paginate(blocks, on: [sheet], isDuplex: isDuplex, into: &collector)
    diagnostics = collector.diagnostics
  }

  /// The blocks of each page by name, each at its distance from the top of the frame; `H` is a table's head.
  var text: [String] {
    pages.map { page in
      page.marks.flatMap(\.items).compactMap { item in
        guard case .rectangle(let rect, let color) = item else { return nil }
        let name = Character(Unicode.Scalar(color.blue))
        return "\(name)\(Int((rect.minY - Self.frame.minY).rounded()))"
      }.joined(separator: " ")
    }
  }
}

extension FilledPage {
  /// What stands on it, where nothing asks for the number of a page.
  var marks: [Mark] { place(PageNumbers()).marks }
}
