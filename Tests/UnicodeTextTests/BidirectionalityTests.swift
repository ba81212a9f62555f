import Testing
import UnicodeText

@Suite("Directions of text")
struct BidirectionalityTests {
  @Test(
    "A text that reads from left to right alone has no levels",
    arguments: ["", "ville", "«\u{202F}été\u{202F}»", "漢字 12 €", "→ ▲"])
  func leftToRight(text: String) {
    #expect(Bidirectionality(of: text) == nil)
  }

  @Test(
    "Each byte has its level, and the first letter says where a paragraph starts",
    arguments: [
      (text: "a ב", levels: [0, 0, 1, 1], startsAtRight: false),  // two bytes a Hebrew letter
      (text: "ב a", levels: [1, 1, 1, 2], startsAtRight: true),
      (text: "ב 12", levels: [1, 1, 1, 2, 2], startsAtRight: true),  // numbers read from left to right
      (text: "(ב)", levels: [1, 1, 1, 1], startsAtRight: true),
      (text: "👩 ב", levels: [1, 1, 1, 1, 1, 1, 1], startsAtRight: true),  // four bytes, two units
    ])
  func levels(text: String, levels: [UInt8], startsAtRight: Bool) throws {
    let found = try #require(Bidirectionality(of: text))
    #expect(found.levels == levels)
    #expect(found.startsAtRight == startsAtRight)
  }

  @Test(
    "Items of odd levels stand in reverse order",
    arguments: [
      (levels: [0, 0, 0], order: [0, 1, 2]), (levels: [1, 1, 1], order: [2, 1, 0]),
      (levels: [0, 1, 1, 0], order: [0, 2, 1, 3]),
      (levels: [1, 2, 2, 1], order: [3, 1, 2, 0]),  // a number inside
      (levels: [], order: []),
    ])
  func order(levels: [UInt8], order: [Int]) {
    #expect(Bidirectionality.visualOrder(of: levels) == order)
  }
}
