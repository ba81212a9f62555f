import Testing
import Typography

/// Knuth's linear congruential generator for 64 bits (MMIX): the same texts on every run.
private struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

/// What has a meaning for the rules, so that random texts reach every one of them.
private let parts = [
  " ", " ", "\u{A0}", "\u{202F}", "\u{2009}", "\n", ";", ":", "!", "?", "«", "»", "%", "‰", "€", "'", "’",
  ".", "...", "…",
  ",", "(", ")", "1", "514", "2019", "18 à 59", "à", "n°", "p.", "M.", "ans", "million", "mot", "é", "/",
  "\"",
]

@Test("A text that is set twice is as one set once", arguments: 0..<4)
func twice(seed: Int) {
  var generator = Generator(seed: UInt64(seed))
  let profile = seed == 3 ? TypographicProfile.english : .french
  for _ in 0..<3000 {
    let pieces = (0..<1 + generator.next(below: 3)).map { _ in
      (0..<generator.next(below: 8)).map { _ in parts[generator.next(below: parts.count)] }.joined()
    }
    let once = typeset(pieces, profile)
    #expect(once.count == pieces.count)
    #expect(typeset(once, profile) == once, "\(pieces.map(visible))")
    let text = pieces.joined()
    #expect(typeset(typeset(text, profile), profile) == typeset(text, profile), "\(visible(text))")
  }
}

@Test("Only spaces, apostrophes, quotation marks and dots are ever changed", arguments: 0..<2)
func letters(seed: Int) {
  var generator = Generator(seed: UInt64(10 + seed))
  func bare(_ text: String) -> String {
    let plain = text.replacing("...", with: "…").replacing("’", with: "'")
    return String(plain.filter { !$0.isWhitespace }.map { "«»".contains($0) ? "\"" : $0 })
  }
  for _ in 0..<2000 {
    let text = (0..<generator.next(below: 12)).map { _ in parts[generator.next(below: parts.count)] }.joined()
    // Dots that come together once a space is gone are not those that were typed.
    guard !text.contains(".") else { continue }
    #expect(bare(typeset(text, .french)) == bare(text), "\(visible(text))")
  }
}

@Test(
  "A number by itself is passed by: the rules would leave it as it is",
  arguments: [TypographicProfile.french, .english, .europeanInstitutions])
func numbers(profile: TypographicProfile) {
  var generator = Generator(seed: 7)
  let signs = ["0", "7", "19", "514", "\u{202F}", ",", ".", "\u{2212}"]
  for _ in 0..<3000 {
    let text = (0..<1 + generator.next(below: 7)).map { _ in signs[generator.next(below: signs.count)] }
      .joined()
    #expect(typeset(text, profile) == typeset([text], profile).joined(), "\(visible(text))")
  }
}
