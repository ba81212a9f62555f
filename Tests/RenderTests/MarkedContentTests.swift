import Testing

@testable import Render

@Suite("Marks in a page's drawing")
struct MarkedContentTests {
  private func replacing(_ content: String, _ marks: [String]) -> String? {
    MarkedContent.replacing(marksOf: Array(content.utf8), with: marks.map { Array($0.utf8) }).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test("Each piece gets its mark, and all else stays")
  func pieces() {
    let content = "q\n/P << /MCID 0 >> BDC\n(a) Tj\nEMC\n1 w\n/P << /MCID 1 >> BDC\n0 0 1 1 re f\nEMC\nQ"

    #expect(
      replacing(content, ["/H1 <</MCID 0>> BDC", "/Artifact BMC"])
        == "q\n/H1 <</MCID 0>> BDC\n(a) Tj\nEMC\n1 w\n/Artifact BMC\n0 0 1 1 re f\nEMC\nQ")
  }

  @Test(
    "A span that only spells a space or a ligature goes away, with its own end",
    arguments: ["feff0066006c", "feff00A0", "feff202f", "feff006600660069"])
  func spelled(text: String) {
    let content =
      "/P << /MCID 0 >> BDC (a) Tj /Span << /ActualText <\(text)> >> BDC (b) Tj EMC (c) Tj EMC"
    let found = replacing(content, ["/P <</MCID 0>> BDC"])

    #expect(
      found?.split(separator: " ").joined(separator: " ") == "/P <</MCID 0>> BDC (a) Tj (b) Tj (c) Tj EMC")
  }

  @Test("A span that says what no glyph does stays")
  func kept() {
    let content = "/P << /MCID 0 >> BDC /Span << /ActualText <feff00ad> >> BDC (-) Tj EMC EMC"

    #expect(
      replacing(content, ["/P <</MCID 0>> BDC"])
        == content.replacing("/P << /MCID 0 >>", with: "/P <</MCID 0>>"))
  }

  @Test("Text that looks like a mark is text")
  func strings() {
    let content = #"/P << /MCID 0 >> BDC (/P << /MCID 1 >> BDC EMC \) EMC) Tj <454d43> Tj EMC"#

    #expect(replacing(content, ["M"]) == #"M (/P << /MCID 1 >> BDC EMC \) EMC) Tj <454d43> Tj EMC"#)
  }

  @Test("Marks that do not match the pieces are refused", arguments: [0, 2])
  func mismatch(count: Int) {
    #expect(replacing("/P << /MCID 0 >> BDC EMC", Array(repeating: "M", count: count)) == nil)
    #expect(replacing("/P << /MCID 0 >> BDC", ["M"]) == nil)
  }

  @Test("A font's map spells ligatures and raised letters in letters, and every space as a plain one")
  func map() {
    let map = "3 beginbfchar\n<01> <0066>\n<02> <fb03>\n<03> <00a0>\n<04> <db80dc65>\nendbfchar"

    #expect(
      String(decoding: spellPlainly(Array(map.utf8)), as: UTF8.self)
        == "3 beginbfchar\n<01> <0066>\n<02> <006600660069>\n<03> <0020>\n<04> <0065>\nendbfchar")
  }
}
