import Testing
import UnicodeText

@Suite("Line break opportunities")
struct LineBreakerTests {
  @Test(
    "Lines end where French allows",
    arguments: [
      (text: "un deux", lines: ["un ", "deux"]),
      (text: "12\u{202F}000\u{A0}€ par an", lines: ["12\u{202F}000\u{A0}€ ", "par ", "an"]),  // one amount
      (text: "«\u{A0}oui\u{A0}»\u{202F}!", lines: ["«\u{A0}oui\u{A0}»\u{202F}!"]),
      (text: "12 000 €", lines: ["12 ", "000 ", "€"]),  // plain spaces protect nothing
      (text: "Île-de-France", lines: ["Île-", "de-", "France"]),
      (text: "l’été", lines: ["l’été"]),  // an apostrophe is no end
      (text: "été, œuvre", lines: ["été, ", "œuvre"]),  // offsets count bytes, not characters
    ])
  func lines(text: String, lines: [String]) throws {
    let offsets = try LineBreaker(language: "fr").opportunities(in: text).map(\.offset)

    #expect(pieces(of: text, endingAt: offsets) == lines)
  }

  @Test("Only a line separator makes an end mandatory")
  func mandatory() throws {
    let opportunities = try LineBreaker(language: "fr").opportunities(in: "a b\nc")

    #expect(
      opportunities == [
        LineBreakOpportunity(offset: 2, isMandatory: false),
        LineBreakOpportunity(offset: 4, isMandatory: true),
        LineBreakOpportunity(offset: 5, isMandatory: false),  // the end of the text
      ])
  }

  @Test("A breaker goes from text to text and forgets the last one")
  func reuse() throws {
    let breaker = try LineBreaker(language: "en-GB")

    #expect(breaker.opportunities(in: "a longer text").map(\.offset) == [2, 9, 13])
    #expect(breaker.opportunities(in: "").isEmpty)
    #expect(breaker.opportunities(in: "a b").map(\.offset) == [2, 3])
  }

  @Test("What is no language tag is refused")
  func language() {
    #expect(throws: LineBreakError.unavailable(language: "no tag", reason: "U_ILLEGAL_ARGUMENT_ERROR")) {
      try LineBreaker(language: "no tag")
    }
  }

  private func pieces(of text: String, endingAt offsets: [Int]) -> [String] {
    let utf8 = Array(text.utf8)
    return zip([0] + offsets, offsets).map { String(decoding: utf8[$0..<$1], as: UTF8.self) }
  }
}
