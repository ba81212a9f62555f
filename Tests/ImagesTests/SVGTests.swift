import DrawList
import Images
import Testing

@Suite("SVG drawings")
struct SVGTests {
  private func drawing(_ shapes: String, head: String = "viewBox=\"0 0 100 50\"") throws(PictureError)
    -> VectorDrawing
  {
    let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(head)>\(shapes)</svg>"
    guard case .drawing(let drawing) = try readPicture(Array(text.utf8)) else {
      throw .notAPicture
    }
    return drawing
  }

  @Test("The view box gives the size, and its corner is zero")
  func viewBox() throws {
    let moved = try drawing(
      "<path d=\"M10 20 L30 20\" stroke=\"red\" fill=\"none\"/>", head: "viewBox=\"10 20 100 50\"")
    #expect(moved.size == Size(width: 100, height: 50))
    #expect(
      moved.shapes == [
        .init(
          path: DrawPath([.move(.zero), .line(Point(x: 20, y: 0))]),
          paint: .stroke(Color(0xFF0000), width: 1))
      ])
    #expect(
      try drawing("<rect width=\"1\" height=\"1\"/>", head: "width=\"1in\" height=\"48px\"").size
        == Size(width: 96, height: 48))
  }

  @Test(
    "Path data are read in all their forms",
    arguments: [
      ("M1 2L3 4", "M1 2l2 2"), ("M1 2H5V6", "M1,2 5,2 5,6"), ("M0 0 L10 0 Z", "m0,0 10,0z"),
      ("M0 0C1 1 2 1 3 0S5-1 6 0", "M0 0C1 1 2 1 3 0C4 -1 5 -1 6 0"), ("M.5.5L1-1", "M0.5 0.5 L1 -1"),
      ("M1e1 0L2E1 0", "M10 0L20 0"), ("M0 0Q3 3 6 0T12 0", "M0 0Q3 3 6 0Q9 -3 12 0"),
    ])
  func pathForms(one: String, other: String) throws {
    let paths = try [one, other].map { try drawing("<path d=\"\($0)\"/>").shapes.map(\.path) }
    #expect(paths[0] == paths[1])
  }

  @Test("An arc ends where it says, and passes over the middle of a half circle")
  func arcs() throws {
    let shapes = try drawing("<path d=\"M0 0 A10 10 0 0 1 20 0\"/>").shapes
    guard case .curve(_, _, let middle) = shapes[0].path.steps[1],
      case .curve(_, _, let end) = shapes[0].path.steps[2]
    else {
      Issue.record("two quarters are expected")
      return
    }
    #expect(abs(middle.x - 10) < 1e-9 && abs(middle.y + 10) < 1e-9)
    #expect(end == Point(x: 20, y: 0))
  }

  @Test("Transforms of groups act from the outside in")
  func transforms() throws {
    let shapes = try drawing(
      "<g transform=\"translate(10 5) scale(2)\"><path transform=\"rotate(90)\" d=\"M1 0L2 0\" stroke=\"black\" fill=\"none\"/></g>"
    ).shapes
    // (1, 0) turned is (0, 1), doubled (0, 2), moved (10, 7); strokes are twice as wide.
    guard case .move(let start) = shapes[0].path.steps[0] else {
      Issue.record("a path starts with a move")
      return
    }
    #expect(abs(start.x - 10) < 1e-9 && abs(start.y - 7) < 1e-9)
    #expect(shapes[0].paint == .stroke(.black, width: 2))
  }

  @Test(
    "Colours come from attributes, styles and classes, the last before the first",
    arguments: [
      ("fill=\"#123\"", 0x112233), ("style=\"fill: rgb(1, 2, 3)\"", 0x010203), ("class=\"a\"", 0x00FF00),
      ("fill=\"red\" style=\"fill:blue\"", 0x0000FF), ("fill=\"black\" opacity=\"0.5\"", 0x808080),
      ("fill=\"black\" fill-opacity=\".2\"", 0xCCCCCC), ("", 0),
    ])
  func colors(attributes: String, color: UInt32) throws {
    let shapes = try drawing(
      "<defs><style>.b, .a { fill: #0f0; stroke: none }</style></defs><rect \(attributes) width=\"2\" height=\"2\"/>"
    ).shapes
    #expect(shapes.map(\.paint) == [.fill(Color(color), isEvenOdd: false)])
  }

  @Test("Shapes are paths, and hidden ones are not there")
  func shapes() throws {
    let drawing = try drawing(
      "<circle cx=\"5\" cy=\"5\" r=\"5\"/><ellipse cx=\"5\" cy=\"5\" rx=\"5\" ry=\"2\"/><polygon points=\"0,0 1,1 2,0\"/>"
        + "<rect width=\"4\" height=\"4\" rx=\"1\"/><rect display=\"none\" width=\"4\" height=\"4\"/><rect fill=\"none\" width=\"1\" height=\"1\"/>"
    )
    #expect(drawing.shapes.count == 4)
    #expect(drawing.shapes.allSatisfy { $0.path.steps.last == .close })
  }

  @Test(
    "What is not drawn is named, not left out",
    arguments: [
      "<text>Ville</text>", "<image/>", "<use/>", "<rect fill=\"url(#g)\" width=\"1\" height=\"1\"/>",
      "<g filter=\"url(#f)\"><rect width=\"1\" height=\"1\"/></g>",
      "<rect style=\"mask:url(#m)\" width=\"1\" height=\"1\"/>",
    ])
  func unsupported(shape: String) {
    #expect {
      _ = try drawing(shape)
    } throws: { error in
      if case .unsupported = error as? PictureError { true } else { false }
    }
  }

  @Test(
    "What is broken is said to be, and never ends the program",
    arguments: [
      "", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<svg viewBox=\"0 0 0 0\"><rect/></svg>",
      "<svg viewBox=\"a\"/>",
    ])
  func broken(text: String) {
    #expect(throws: PictureError.self) { _ = try readPicture(Array(text.utf8)) }
  }
}
