import DrawList
import UnicodeText

/// Breaks texts into lines.
package final class Typesetter {
  package let shaper: any TextShaper
  private let breaker: LineBreaker
  /// Words that were cut because no line could hold them.
  package private(set) var cutWords: [String] = []

  package init(shaper: any TextShaper, breaker: LineBreaker) {
    self.shaper = shaper
    self.breaker = breaker
  }

  /// Breaks a text into lines no wider than `width`, each filled as far as it goes.
  ///
  /// Lines end where UAX #14 allows. A word wider than a whole line is cut between characters and noted in
  /// `cutWords`: nothing leaves its column, nothing is lost.
  package func lines(of text: StyledText, width: Points) -> [Line] {
    var filler = LineFiller(text: text, width: width, shaper: shaper)
    for unit in units(of: text) { filler.add(unit) }
    filler.endText()
    cutWords += filler.cutWords.filter { !cutWords.contains($0) }
    return filler.lines.notingSpaces(of: text.plain)
  }

  /// A text on one line, whatever its width; where its author ended a line, a space stands.
  package func line(_ text: StyledText) -> Line {
    var filler = LineFiller(text: text, width: .infinity, shaper: shaper)
    for unit in units(of: text) { filler.add(BreakUnit(parts: unit.parts, endsLine: false)) }
    filler.endText()
    return filler.lines.first ?? Line(pieces: [], width: 0)
  }

  /// The width of the widest part of a text that no line may break.
  package func minimumWidth(of text: StyledText) -> Points {
    units(of: text).map { unit in
      unit.parts.reduce(0) { $0 + shaper.shape($1.word, text.runs[$1.source].style).width }
    }.max() ?? 0
  }

  /// The parts of a text between places where a line may end.
  private func units(of text: StyledText) -> [BreakUnit] {
    let bytes = Array(text.plain.utf8)
    let runEnds = runEnds(of: text)
    var units: [BreakUnit] = []
    var start = 0
    var run = 0
    for opportunity in breaker.opportunities(in: text.plain) {
      var parts: [BreakUnit.Part] = []
      while start < opportunity.offset {
        while runEnds[run] <= start { run += 1 }
        let end = min(opportunity.offset, runEnds[run])
        parts.append(BreakUnit.Part(text: String(decoding: bytes[start..<end], as: UTF8.self), source: run))
        start = end
      }
      units.append(
        BreakUnit(parts: parts, endsLine: opportunity.isMandatory && opportunity.offset < bytes.count))
    }
    return units
  }

  private func runEnds(of text: StyledText) -> [Int] {
    var end = 0
    return text.runs.map { run in
      end += run.text.utf8.count
      return end
    }
  }
}

/// What stands between two places where a line may end.
struct BreakUnit {
  /// The part of a unit in one run: a word and the spaces after it.
  struct Part {
    let word: String
    /// What follows the word, tabs and line ends as spaces.
    let spaces: String
    let source: Int

    init(text: String, source: Int) {
      // No-break spaces belong to the word: only those that a line's end swallows are set apart.
      let word = text.reversed().drop { $0 == " " || $0.isNewline || $0 == "\t" }.reversed()
      self.word = String(word)
      spaces = String(repeating: " ", count: text.count - word.count)
      self.source = source
    }
  }

  let parts: [Part]
  /// Whether the author ended the line here.
  let endsLine: Bool

  /// The unit without the spaces after it.
  var word: String {
    let last = parts.count - 1
    return parts.enumerated().map {
      $0.offset == last ? $0.element.word : $0.element.word + $0.element.spaces
    }
    .joined()
  }
}
