import Hyphenation
import TestSupport
import Testing

@Suite("Hyphenating by patterns")
struct HyphenatorTests {
  private func hyphenator(_ language: String) throws -> Hyphenator {
    let patterns = try PackageFiles.fontManifest().patterns
    return try Hyphenator(path: #require(patterns.first { $0.language == language }).path)
  }

  @Test(
    "Words are parted where their language parts them",
    arguments: [
      (language: "fr", word: "intercommunalité", parts: "in-ter-com-mu-na-lité"),
      (language: "fr", word: "habitants", parts: "ha-bi-tants"),
      (language: "fr", word: "équipement", parts: "équi-pe-ment"),  // é alone would be one letter
      (language: "fr", word: "œuvre", parts: "œuvre"),
      (language: "en", word: "hyphenation", parts: "hy-phen-a-tion"),
    ])
  func words(language: String, word: String, parts: String) throws {
    #expect(try parted(word, by: hyphenator(language), leaving: 2, 3) == parts)
  }

  @Test("No fewer letters stand before or after a hyphen than are asked for", arguments: 1...6)
  func letters(least: Int) throws {
    let hyphenator = try hyphenator("fr")
    for word in ["intercommunalité", "dématérialisation", "accompagnement", "élu", "a", ""] {
      for point in hyphenator.points(in: word, leaving: least, least) {
        #expect(point >= least && word.count - point >= least)
      }
    }
  }

  @Test("A file that is not there cannot be used")
  func missing() {
    #expect(throws: HyphenationError.unreadable(path: "/none.dic")) { try Hyphenator(path: "/none.dic") }
  }

  @Test("Patterns in another encoding are refused, since words would be read wrongly")
  func encoding() throws {
    let folder = try TemporaryFolder()
    try folder.write("ISO8859-1\na1b\n", to: "latin.dic")
    let path = folder.file("latin.dic").path
    #expect(throws: HyphenationError.notUTF8(path: path, encoding: "ISO8859-1")) {
      try Hyphenator(path: path)
    }
  }

  private func parted(
    _ word: String, by hyphenator: Hyphenator, leaving before: Int, _ after: Int
  ) -> String {
    let points = Set(hyphenator.points(in: word, leaving: before, after))
    return word.enumerated().map { points.contains($0.offset) ? "-\($0.element)" : "\($0.element)" }.joined()
  }
}
