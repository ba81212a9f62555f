import Cairo
import DrawList
import PNG
import Render
import Testing

@Suite("Page images")
struct PNGTests {
  @Test(
    "An image has the page's size at its scale, to the nearest pixel",
    arguments: [
      (scale: 1.0, width: 595, height: 842),  // A4 is 595.28 × 841.89 points
      (scale: 2.0, width: 1191, height: 1684),
    ])
  func size(scale: Double, width: Int, height: Int) throws {
    let image = try decodePNG(renderPNG(Sample.page([], size: .a4), scale: scale))

    #expect(image.width == width)
    #expect(image.height == height)
  }

  @Test("Shapes fill the pixels that they cover, on white, the last on top")
  func shapes() throws {
    let page = Sample.page(
      [
        .rectangle(Rect(x: 2, y: 2, width: 4, height: 4), Color(0x102030)),
        .polygon(
          [Point(x: 4, y: 4), Point(x: 8, y: 4), Point(x: 8, y: 8), Point(x: 4, y: 8)], Color(0xFF0000)),
        .line(from: Point(x: 0, y: 9), to: Point(x: 5, y: 9), width: 1, Color(0x00FF00)),
        .link(Rect(x: 0, y: 0, width: 2, height: 2), to: .address("https://example.org")),
      ], size: Size(width: 10, height: 10))
    let image = try decodePNG(renderPNG(page, scale: 2))

    #expect(image[0, 0] == 0xFFFFFF)  // a link shows nothing
    #expect(image[4, 4] == 0x102030)
    #expect(image[3, 4] == 0xFFFFFF)
    #expect(image[8, 8] == 0xFF0000)
    #expect(image[15, 15] == 0xFF0000)
    #expect(image[16, 15] == 0xFFFFFF)
    // The line reaches half a point to each side, and its end is flat.
    #expect((16..<20).map { image[9, $0] } == [0xFFFFFF, 0x00FF00, 0x00FF00, 0xFFFFFF])
    #expect(image[10, 17] == 0xFFFFFF)
  }

  @Test("Text is drawn in its place and colour")
  func text() throws {
    let run = try Sample.run("Il", x: 20, y: 50, font: Sample.bold, size: 40, color: Color(0x1A4F8A))
    let image = try decodePNG(renderPNG(Sample.page([.glyphs(run)]), scale: 1))
    let inked = (0..<image.height).flatMap { y in (0..<image.width).map { x in (x, y) } }
      .filter { x, y in image[x, y] != 0xFFFFFF }

    #expect(inked.contains { x, y in image[x, y] == 0x1A4F8A })
    // Lato Bold's capitals are 0.72 em: from 50 − 28.8 down to the baseline; l reaches a little higher.
    #expect(inked.allSatisfy { x, y in x >= 20 && x < 60 && y >= 19 && y <= 50 })
    #expect(inked.contains { $0.1 == 49 })
  }

  @Test("The same page gives the same bytes")
  func sameBytes() throws {
    let page = try Sample.document().pages[0]
    #expect(try renderPNG(page, scale: 1.5) == renderPNG(page, scale: 1.5))
  }

  @Test("An image larger than Cairo can draw is an error")
  func tooLarge() {
    #expect(throws: CairoError.self) {
      try renderPNG(Sample.page([], size: Size(width: 40_000, height: 1)), scale: 1)
    }
  }
}
