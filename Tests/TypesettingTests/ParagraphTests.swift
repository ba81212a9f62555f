import DrawList
import TestSupport
import Testing
import Typesetting
import UnicodeText

/// Paragraphs set with the reports' own fonts.
@Suite("Setting paragraphs")
struct ParagraphTests {
  private let typesetter: Typesetter

  init() throws { typesetter = try Paragraphs.typesetter() }

  /// From a column on a telephone to a page of A3, in points.
  private static let widths = [60.0, 90, 130, 200, 300, 412, 595, 842, 1190]
  private static let settings: [ParagraphSetting] = [.justified, .ragged, .title, .label, centred]
  private static let centred: ParagraphSetting = {
    var setting = ParagraphSetting.ragged
    setting.alignment = .centred
    return setting
  }()

  @Test("Every word of the text is set once, in order", arguments: widths)
  func words(width: Points) {
    for (number, setting) in Self.settings.enumerated() {
      let text = Paragraphs.text(seed: number, words: 150)
      let lines = typesetter.lines(of: StyledText(text, Paragraphs.body), width: width, setting: setting)
      #expect(solid(lines.map(self.text).joined()) == solid(text))
    }
  }

  @Test("Nothing leaves its column but signs that hang", arguments: widths)
  func column(width: Points) {
    let hang = MarginHang.most * Paragraphs.body.size
    for (number, setting) in Self.settings.enumerated() {
      let text = Paragraphs.text(seed: 20 + number, words: 150)
      for line in typesetter.lines(of: StyledText(text, Paragraphs.body), width: width, setting: setting) {
        let margin = setting.hangsPunctuation ? hang : 0
        #expect((line.pieces.first?.run.origin.x ?? 0) >= -margin - 0.001)
        #expect(end(of: line) <= width + margin + 0.001, "\(self.text(of: line))")
      }
    }
  }

  @Test("Justified lines end at the edge, or past it by what hangs", arguments: [412.0, 595, 842])
  func justified(width: Points) {
    let text = StyledText(Paragraphs.text(seed: 5, words: 200), Paragraphs.body)
    let lines = typesetter.lines(of: text, width: width, setting: .justified)
    for line in lines.dropLast() {
      let out = end(of: line) - width
      #expect(out > -0.001 && out <= MarginHang.most * Paragraphs.body.size, "\(self.text(of: line))")
    }
  }

  @Test("Spaces and letters of a justified line give no more than is stated where its text breaks well")
  func letterFit() {
    let text = StyledText(Paragraphs.text(seed: 6, words: 200), Paragraphs.body)
    for line in typesetter.lines(of: text, width: 412, setting: .justified) {
      for piece in line.pieces {
        #expect(piece.run.spacing.letters <= 0.008 * 10 + 1e-9)
        #expect(piece.run.spacing.letters >= -0.004 * 10 - 1e-9)
      }
    }
  }

  @Test("Centred lines are as far from either edge")
  func centred() {
    let text = StyledText(Paragraphs.text(seed: 7, words: 40), Paragraphs.body)
    for line in typesetter.lines(of: text, width: 300, setting: Self.centred) {
      let start = line.pieces.first?.run.origin.x ?? 0
      #expect(abs(start - (300 - end(of: line))) < 0.001)
    }
  }

  @Test("The same text gives the same lines, whatever was set before")
  func deterministic() throws {
    let text = StyledText(Paragraphs.text(seed: 8, words: 200), Paragraphs.body)
    let first = typesetter.lines(of: text, width: 300, setting: .justified)
    _ = typesetter.lines(of: text, width: 120, setting: .ragged)
    #expect(typesetter.lines(of: text, width: 300, setting: .justified) == first)
    #expect(try Paragraphs.typesetter().lines(of: text, width: 300, setting: .justified) == first)
  }

  @Test("Glyphs of a line stand one after the other, and clusters spell its text", arguments: [90.0, 412])
  func glyphs(width: Points) {
    let text = Paragraphs.text(seed: 9, words: 100) + " עיר חכמה, مدينة 12 → 😀"
    for line in typesetter.lines(of: StyledText(text, Paragraphs.body), width: width, setting: .justified) {
      for run in line.pieces.map(\.run) {
        #expect(run.clusters.reduce(0) { $0 + $1.utf8Count } == run.text.utf8.count, "\(run.text)")
        #expect(run.clusters.reduce(0) { $0 + $1.glyphCount } == run.glyphs.count)
        #expect(!run.glyphs.contains { $0.id == 0 })
      }
      let pieces = line.pieces.sorted { $0.run.origin.x < $1.run.origin.x }
      for (left, right) in zip(pieces, pieces.dropFirst()) {
        #expect(abs(left.run.origin.x + left.run.width - right.run.origin.x) < 0.1)
      }
    }
  }

  @Test("A paragraph that only holes could justify is set ragged")
  func noHoles() {
    let text = StyledText("dématérialisation (QPV) intercommunalité n° habitant·e·s", Paragraphs.body)
    let lines = typesetter.lines(of: text, width: 70, setting: .justified)
    #expect(lines.contains { end(of: $0) < 69 })
    #expect(lines.flatMap(\.pieces).allSatisfy { $0.run.spacing.words == 0 })
  }

  // MARK: Hyphens

  @Test("A hyphen that the line’s end makes is a soft hyphen in the text, and the word’s parts are whole")
  func softHyphen() {
    let text = StyledText("intercommunalité", Paragraphs.body)
    let lines = typesetter.lines(of: text, width: 45).map(self.text)
    #expect(lines.count > 1)
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("\u{AD}") })
    #expect(lines.joined().replacing("\u{AD}", with: "") == "intercommunalité")
    #expect(typesetter.cutWords.isEmpty)
  }

  @Test("A soft hyphen that the author typed is where a line may end, and is not seen elsewhere")
  func typedSoftHyphen() {
    let text = StyledText("Zwinger\u{AD}brücke", Paragraphs.body)
    #expect(typesetter.lines(of: text, width: 45).map(self.text) == ["Zwinger\u{AD}", "brücke"])
    #expect(typesetter.lines(of: text, width: 100).map(self.text) == ["Zwingerbrücke"])
  }

  @Test("Letters that make one glyph are two again where a line ends between them")
  func ligatures() throws {
    let lines = typesetter.lines(of: StyledText("af\u{AD}fichage", Paragraphs.body), width: 39)
    #expect(lines.map(self.text) == ["af\u{AD}", "fichage"])
    #expect(lines[0].pieces[0].run.glyphs.count == 3)  // a, f, the hyphen
    #expect(lines[1].pieces[0].run.glyphs.count == 6)  // fi is one glyph of the seven letters
  }

  @Test(
    "Acronyms, codes, numbers, addresses, dates and words with signs inside are never hyphenated",
    arguments: [
      "ONPVQPVANCT", "habitant·e·s", "chercheur·euse·s", "participant.e.s", "professionnel(le)s",
      "Commun[s]ement", "https://www.insee.fr/statistiques", "contact@observatoire.fr", "ABC12345DEF",
      "1234567890", "M@rsouinement", "observatoire_local", "28\u{A0}septembre\u{A0}2022",
    ])
  func neverHyphenated(word: String) {
    let lines = typesetter.lines(
      of: StyledText("de \(word) et", Paragraphs.body), width: 30, setting: .justified)
    #expect(!lines.contains { self.text(of: $0).hasSuffix("\u{AD}") }, "\(lines.map(self.text))")
  }

  @Test("Names that the report lists are never hyphenated, whatever stands around them")
  func wholeNames() throws {
    let library = FontLibrary(try PackageFiles.fonts())
    try library.openAll()
    let typesetter = Typesetter(
      shaper: HarfBuzzShaper(library: library), breaker: try LineBreaker(language: "fr"),
      hyphenation: try Paragraphs.hyphenation(wholeNames: ["Métropole de Lyon"]))
    let lines = typesetter.lines(of: StyledText("(Métropole)", Paragraphs.body), width: 30)
    #expect(!lines.contains { self.text(of: $0).contains("\u{AD}") })
  }

  @Test("Two letters at least stand before a hyphen and three after", arguments: 0..<6)
  func letters(seed: Int) {
    let text = StyledText(Paragraphs.text(seed: seed, words: 200), Paragraphs.body)
    let lines = typesetter.lines(of: text, width: 90, setting: .justified).map(self.text)
    for (line, next) in zip(lines, lines.dropFirst()) where line.hasSuffix("\u{AD}") {
      #expect(line.dropLast().reversed().prefix { $0.isLetter }.count >= 2)
      #expect(next.prefix { $0.isLetter }.count >= 3)
    }
  }

  @Test("Code is left whole and plain: no hyphens, no raised letters")
  func code() {
    var code = Paragraphs.body
    code.language = "zxx"
    #expect(
      typesetter.lines(of: StyledText("intercommunalité", code), width: 40).map(self.text).joined()
        == "intercommunalité")
    let plain = typesetter.line(StyledText("1er", code))
    #expect(plain.width > typesetter.line(StyledText("1er", Paragraphs.body)).width + 1)
  }

  @Test("No line ends between the numbers of a range or before its unit")
  func ranges() {
    let lines = typesetter.lines(of: StyledText("des 18–59\u{A0}ans", Paragraphs.body), width: 55)
    #expect(lines.map(self.text) == ["des", "18–59\u{A0}ans"])
  }

  // MARK: Directions

  @Test("What reads from right to left stands so inside a line, its words in their order")
  func rightToLeft() throws {
    let line = typesetter.line(StyledText("on dit עיר חכמה là", Paragraphs.body))
    let words = line.pieces.map(\.run).filter { $0.font.family == "Noto Sans Hebrew" }

    // In the order of reading, the second at the left of the first.
    #expect(self.text(of: line) == "on dit עיר חכמה là")
    #expect(words.map(\.text) == ["עיר", "חכמה"])
    #expect(words.map(\.isRightToLeft) == [true, true])
    #expect(words[1].origin.x + words[1].width < words[0].origin.x)
    // The first letter stands at the right end of its word.
    #expect(words[0].clusters.map(\.utf8Count) == [2, 2, 2])
  }

  @Test("A paragraph of Arabic starts at the right edge")
  func arabicParagraph() {
    let text = StyledText("هذا نص عربي قصير", Paragraphs.body)
    let lines = typesetter.lines(of: text, width: 300, setting: .ragged)
    #expect(lines.count == 1)
    #expect(abs(end(of: lines[0]) - 300) < 0.001)
  }

  // MARK: Bad input

  @Test("A word of 5,000 letters is cut to its column, and noted")
  func longWord() {
    let word = String(repeating: "abcdé", count: 1000)
    let lines = typesetter.lines(of: StyledText(word, Paragraphs.body), width: 200, setting: .justified)
    #expect(lines.map(self.text).joined() == word)
    #expect(lines.allSatisfy { end(of: $0) <= 200 + 2.5 })
    #expect(typesetter.cutWords.count >= 1)
  }

  @Test(
    "Storms of invisible characters take no room and end",
    arguments: ["\u{AD}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{200F}", "\u{202E}", "\u{301}"])
  func storms(scalar: Character) {
    let storm = "mot" + String(repeating: scalar, count: 5000) + "fin"
    for setting in Self.settings {
      let lines = typesetter.lines(of: StyledText(storm, Paragraphs.body), width: 100, setting: setting)
      #expect(!lines.isEmpty && lines.count < 40)
    }
  }

  private func text(of line: Line) -> String { line.pieces.map(\.run.text).joined() }

  private func end(of line: Line) -> Points {
    line.pieces.map { $0.run.origin.x + $0.run.width }.max() ?? 0
  }

  private func solid(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "\u{AD}" } }
}
