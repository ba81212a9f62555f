import DrawList
import UnicodeText

/// Breaks texts into lines.
package final class Typesetter {
  package let shaper: any TextShaper
  private let breaker: LineBreaker
  private let hyphenation: HyphenationPoints
  private var setTexts = SetTexts()
  /// Words that were cut because no line could hold them.
  package private(set) var cutWords: [String] = []

  package init(
    shaper: any TextShaper, breaker: LineBreaker, hyphenation: HyphenationPoints = HyphenationPoints()
  ) {
    self.shaper = shaper
    self.breaker = breaker
    self.hyphenation = hyphenation
  }

  package func lines(
    of text: StyledText, width: Points, setting: ParagraphSetting = .label
  ) -> [Line] {
    lines(of: text, LineWidths(width), setting: setting)
  }

  /// Breaks a text into lines no wider than `widths`, but for signs that hang in the margin.
  ///
  /// Lines end where UAX #14 allows and where words may be hyphenated. A word wider than a whole line is
  /// hyphenated; where that is not enough it is cut between characters and noted in `cutWords`: nothing leaves
  /// its column, nothing is lost.
  package func lines(of text: StyledText, _ widths: LineWidths, setting: ParagraphSetting) -> [Line] {
    setTexts.lines(of: text, .lines(widths, setting)) { brokenLines(of: text, widths, setting) }
  }

  private func brokenLines(of text: StyledText, _ widths: LineWidths, _ setting: ParagraphSetting) -> [Line] {
    let cut = CutText(text, breaker: breaker)
    var lines: [Line] = []
    for passage in cut.passages {
      let widths = widths.after(lines.count)
      let broken = ParagraphBreaker(
        styles: cut.styles, shaper: shaper, hyphenation: hyphenation, widths: widths, setting: setting
      ).broken(passage)
      cutWords += broken.cutWords.filter { !cutWords.contains($0) }
      lines += broken.lines(of: text, widths, startsAtRight: cut.startsAtRight)
    }
    return lines.notingSpaces(of: text.plain)
  }

  /// A text on one line, whatever its width; where its author ended a line, a space stands.
  package func line(_ text: StyledText) -> Line {
    setTexts.lines(of: text, .oneLine) { [wholeLine(text)] }[0]
  }

  private func wholeLine(_ text: StyledText) -> Line {
    let cut = CutText(onOneLine: text, breaker: breaker)
    let measured = MeasuredPassage(
      cut.passages[0], styles: cut.styles, shaper: shaper, hangsPunctuation: false)
    let setter = LineSetter(passage: measured, text: text, width: 0, setting: .label)
    return setter.line(from: measured.spots[0], to: measured.spots[measured.spots.count - 1])
  }

  /// The width of the widest part of a text that no line may break.
  package func minimumWidth(of text: StyledText) -> Points { widths(of: text).narrowest }

  /// How narrow a text can be set, and how wide it is on one line.
  package func widths(of text: StyledText) -> TextWidths {
    let cut = CutText(text, breaker: breaker)
    var widths = TextWidths(narrowest: 0, natural: 0, lines: cut.passages.count)
    for passage in cut.passages {
      let measured = MeasuredPassage(passage, styles: cut.styles, shaper: shaper, hangsPunctuation: false)
      for (start, end) in zip(measured.spots, measured.spots.dropFirst()) {
        widths.narrowest = max(widths.narrowest, measured.line(from: start, to: end).width)
      }
      let whole = measured.line(from: measured.spots[0], to: measured.spots[measured.spots.count - 1])
      widths.natural = max(widths.natural, whole.width)
    }
    return widths
  }
}

/// The widths between which a text can be set: its widest part that no line may break, and its widest passage on
/// one line.
package struct TextWidths: Hashable, Sendable {
  package var narrowest: Points
  package var natural: Points
  /// How many lines it has at the least: those that its author ended.
  package var lines = 1
}

/// A passage with the spots at which its lines end.
struct BrokenPassage {
  let passage: MeasuredPassage
  let breaks: [Int]
  let setting: ParagraphSetting
  let cutWords: [String]

  func lines(of text: StyledText, _ widths: LineWidths, startsAtRight: Bool) -> [Line] {
    zip([0] + breaks, breaks).enumerated().map { line, ends in
      let setter = LineSetter(
        passage: passage, text: text, width: widths[line], setting: setting, startsAtRight: startsAtRight)
      return setter.line(from: passage.spots[ends.0], to: passage.spots[ends.1])
    }
  }
}
