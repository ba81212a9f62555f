import DrawList
import Foundation
import TestSupport
import Testing
import UnicodeText

@testable import Typesetting

/// Each character is 5 points wide, a space too.
@Suite("Choosing all lines of a paragraph together")
struct TotalFitTests {
  private let breaker: LineBreaker

  init() throws { breaker = try LineBreaker(language: "fr") }

  private func fit(
    _ text: String, _ widths: LineWidths, _ setting: ParagraphSetting, _ rules: TotalFitRules
  ) throws -> TotalFit {
    let cut = CutText(StyledText(text, .ten), breaker: breaker)
    let passage = cut.passages[0].hyphenated(by: try Paragraphs.hyphenation(), styles: cut.styles)
    let measured = MeasuredPassage(
      passage, styles: cut.styles, shaper: FixedWidthShaper(), hangsPunctuation: setting.hangsPunctuation)
    return TotalFit(passage: measured, widths: widths, setting: setting, rules: rules, em: 10)
  }

  private static let settings: [(ParagraphSetting, TotalFitRules)] = [
    (.justified, .justified), (.ragged, .ragged),
    (
      ParagraphSetting(alignment: .justified, breaking: .totalFit(TotalFitRules()), give: .tex),
      TotalFitRules()
    ),
  ]

  /// Of every second paragraph the first lines are narrower, or wider, than the others.
  private func widths(seed: Int) -> LineWidths {
    let usual = 80 + Double(seed % 5) * 20
    return seed.isMultiple(of: 2)
      ? LineWidths(usual) : LineWidths(first: usual + Double(seed % 3 - 1) * 25, count: seed % 4, then: usual)
  }

  @Test("No other choice of break points has fewer demerits", arguments: 0..<40)
  func least(seed: Int) throws {
    let text = Paragraphs.text(seed: seed, words: 6)
    for (setting, rules) in Self.settings {
      let fit = try fit(text, widths(seed: seed), setting, rules)
      let spots = fit.passage.spots.count - 1
      guard spots < 15 else { continue }
      let inner = (1..<max(1, spots))
      let all = (0..<(1 << inner.count)).map { choice in
        inner.filter { choice >> ($0 - 1) & 1 == 1 } + [spots]
      }
      let least = all.map { fit.demerits(of: $0) }.min() ?? .infinity
      let chosen = fit.breaks(badness: .infinity)
      if least == .infinity {
        #expect(chosen == nil)
      } else {
        #expect(abs(fit.demerits(of: try #require(chosen)) - least) <= least * 1e-9, "\(text)")
      }
    }
  }

  @Test(
    "Total demerits are never above those of first fit with the same break points", arguments: 0..<20)
  func firstFitIsNoBetter(seed: Int) throws {
    for (setting, rules) in Self.settings {
      for width in [60.0, 110, 200, 412, 840] {
        let widths =
          seed.isMultiple(of: 2) ? LineWidths(width) : LineWidths(first: 50, count: seed % 7, then: width)
        let fit = try fit(Paragraphs.text(seed: seed, words: 120), widths, setting, rules)
        let first = firstFit(fit.passage, widths)
        let greedy = fit.demerits(of: first)
        guard greedy < .infinity else { continue }
        #expect(fit.demerits(of: try #require(fit.breaks(badness: .infinity))) <= greedy * (1 + 1e-12))
      }
    }
  }

  @Test(
    "Spaces that must shrink more than they can make no line",
    arguments: [
      // Three words and two spaces are 65 wide; two fifths of ten points are all that the spaces can lose.
      (width: 63.0, isOneLine: true), (width: 60.9, isOneLine: false),
    ])
  func shrink(width: Double, isOneLine: Bool) throws {
    let plain = ParagraphSetting(
      alignment: .justified, breaking: .totalFit(TotalFitRules()),
      give: LineGive(spaceStretch: 0.5, spaceShrink: 0.4, letterStretch: 0, letterShrink: 0))
    let fit = try fit("xxx xxxx xxxx", LineWidths(width), plain, TotalFitRules())
    #expect((fit.demerits(of: [fit.passage.spots.count - 1]) < .infinity) == isOneLine)
  }

  @Test("A line’s ratio is 1 where spaces and letters give all they give well, and goes on without a step")
  func ratio() throws {
    let fit = try fit("aa bb cc", LineWidths(100), .justified, .justified)
    let spot = fit.passage.spots[0]
    let end = fit.passage.spots[1]
    // 10 points of spaces and 20 of letters: they give 10 × 0.5 + 100 × 0.008 = 5.8.
    func ratio(_ width: Points) -> Double {
      fit.ratio(of: Extent(width: width, spaces: 10, letters: 100), from: spot, to: end, width: 100)
    }
    #expect(abs(ratio(100 - 5.8) - 1) < 1e-9)
    #expect(abs(ratio(100 - 5.8 - 1e-6) - ratio(100 - 5.8 + 1e-6)) < 1e-5)
    #expect(ratio(100) == 0)
    // They lose 10 × 0.2 + 100 × 0.004 = 2.4.
    #expect(abs(ratio(102.4) + 1) < 1e-9)
  }
}

@Suite("Very long paragraphs")
struct LongParagraphTests {
  @Test(
    "Time grows with the text and not with its square", .timeLimit(.minutes(4)),
    arguments: [ParagraphSetting.justified, .ragged, .label])
  func long(setting: ParagraphSetting) throws {
    let typesetter = Typesetter(
      shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr"),
      hyphenation: try Paragraphs.hyphenation())
    // A square of so many words would take hours.
    let text = StyledText(Paragraphs.text(seed: 3, words: 40_000), .ten)
    let lines = typesetter.lines(of: text, width: 412, setting: setting)

    #expect(lines.count > 2000)
    // A hyphen of 5 points and a sign at the other end hang by three fifths of their widths.
    #expect(lines.allSatisfy { $0.width <= 412 + 6 })
  }
}
