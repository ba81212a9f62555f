import DrawList
import TestSupport
import Testing
import Typesetting
import UnicodeText

@Suite("Texts that are set again")
struct SetTextsTests {
  private static func typesetter() throws -> Typesetter {
    Typesetter(shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr"))
  }

  @Test("A text is set as if it were the first, whatever was set before it")
  func kept() throws {
    let kept = try Self.typesetter()
    let words = ["accès", "à", "internet", "quartiers", "58\u{A0}%", "l’ordinateur", "en\nligne", "2025"]
    var random = SeededGenerator(seed: 12)
    // More texts than are kept, some of them many times, in several styles and widths.
    for turn in 0..<2500 {
      let text = (0..<random.next(in: 1...6)).map { _ in random.pick(words) }
        .joined(separator: " ")
      var style = TextStyle.ten
      style.color = turn % 3 == 0 ? .white : .black
      style.size = turn % 5 == 0 ? 9 : 10
      let styled = StyledText(text, style)
      let width = Double(random.next(in: 1...4) * 40)
      let setting: ParagraphSetting = turn % 2 == 0 ? .label : .title
      #expect(kept.line(styled) == (try Self.typesetter().line(styled)))
      #expect(
        kept.lines(of: styled, width: width, setting: setting)
          == (try Self.typesetter().lines(of: styled, width: width, setting: setting)))
    }
  }

  @Test("A word that was cut once is told of though its text is at hand the second time")
  func cutWords() throws {
    let typesetter = try Self.typesetter()
    for _ in 0..<2 { _ = typesetter.lines(of: StyledText("interminablement", .ten), width: 20) }
    #expect(typesetter.cutWords == ["interminablement"])
  }
}
