import DrawList
import TestSupport
import Testing
import Typesetting
import UnicodeText

/// Each character is 5 points wide.
@Suite("Breaking lines")
struct LineBreakingTests {
  private let typesetter: Typesetter

  init() throws {
    typesetter = Typesetter(shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr"))
  }

  @Test(
    "Lines end at spaces and after hyphens, never at a no-break space",
    arguments: [
      (text: "un deux trois", width: 35.0, lines: ["un deux", "trois"]),  // 7 × 5 = 35 fits exactly
      (text: "un deux trois", width: 34.9, lines: ["un", "deux", "trois"]),  // 8 + 5 characters do not
      (text: "peut-être", width: 25.0, lines: ["peut-", "être"]),  // 5 × 5 = 25
      (text: "a 12\u{A0}000 b", width: 30.0, lines: ["a", "12\u{A0}000", "b"]),  // 6 × 5 = 30
      (text: "a 12\u{202F}000 b", width: 40.0, lines: ["a 12\u{202F}000", "b"]),  // (2 + 6) × 5 = 40
      (text: "«\u{202F}oui\u{202F}» non", width: 35.0, lines: ["«\u{202F}oui\u{202F}»", "non"]),  // 7 × 5
    ])
  func breaks(text: String, width: Double, lines: [String]) {
    #expect(texts(text, width: width) == lines)
  }

  @Test(
    "A line's end swallows its spaces, however many",
    arguments: [
      (text: "un  deux", width: 20.0, lines: ["un", "deux"]),  // 4 × 5 = 20
      (text: "un deux   ", width: 35.0, lines: ["un deux"]),  // 7 × 5 = 35, the spaces would make 50
      (text: "un  deux", width: 40.0, lines: ["un  deux"]),  // 8 × 5: kept inside a line
    ])
  func swallowedSpaces(text: String, width: Double, lines: [String]) {
    #expect(texts(text, width: width) == lines)
    #expect(
      typesetter.lines(of: StyledText(text, .ten), width: width).map(\.width)
        == lines.map { 5 * Double($0.count) })
  }

  @Test(
    "Spaces before a line's first word never push it out of the line",
    arguments: [
      (text: " quatre", width: 30.0, lines: ["quatre"]),  // 6 × 5 = 30, with the space 35
      (text: "un\n quatre", width: 30.0, lines: ["un", "quatre"]),
    ])
  func leadingSpaces(text: String, width: Double, lines: [String]) {
    #expect(texts(text, width: width) == lines)
  }

  @Test("Only the author ends a line before it is full")
  func mandatoryBreaks() {
    #expect(texts("un\ndeux trois", width: 100) == ["un", "deux trois"])
    #expect(texts("un\n\ndeux", width: 100) == ["un", "", "deux"])
    #expect(texts("un\n", width: 100) == ["un"])
    #expect(texts("un\r\ndeux", width: 100) == ["un", "deux"])
  }

  @Test("An empty text is one empty line", arguments: ["", " ", "   "])
  func empty(text: String) {
    let lines = typesetter.lines(of: StyledText(text, .ten), width: 100)

    #expect(lines.map(\.pieces.count) == [0])
    #expect(lines.map(\.width) == [0])
  }

  @Test("A tab stands as a space between words")
  func tab() {
    #expect(texts("un\tdeux", width: 100) == ["un deux"])
  }

  // MARK: Runs

  @Test("Spaces between runs of different styles are kept, and belong to the run that has them")
  func spacesBetweenRuns() {
    let lines = typesetter.lines(of: runs("un ", "deux", " trois"), width: 100)

    #expect(lines.map { $0.pieces.map(\.run.text) } == [["un ", "deux", " trois"]])
    #expect(lines[0].pieces.map(\.run.origin.x) == [0, 15, 35])  // 3 × 5, then 4 × 5 more
    #expect(lines[0].width == 65)  // 13 × 5
  }

  @Test(
    "A word across two runs is never broken between them",
    arguments: [
      (width: 45.0, lines: ["un", "deuxième"]),  // un + space + 8 = 11 × 5 = 55 does not fit
      (width: 55.0, lines: ["un deuxième"]),
      (width: 40.0, lines: ["un", "deuxième"]),  // 8 × 5 = 40
    ])
  func wordAcrossRuns(width: Double, lines: [String]) {
    #expect(text(of: typesetter.lines(of: runs("un deux", "ième"), width: width)) == lines)
    #expect(typesetter.cutWords.isEmpty)
  }

  @Test("A piece knows its run and where the run leads")
  func links() {
    let target = LinkTarget.address("https://example.org")
    let text = StyledText([
      StyledText.Run("voir ", .ten), StyledText.Run("le site", .ten, link: target),
    ])
    let lines = typesetter.lines(of: text, width: 35)  // voir le = 7 × 5

    #expect(lines.map { $0.pieces.map(\.source) } == [[0, 1], [1]])
    #expect(lines.map { $0.pieces.map(\.link) } == [[nil, target], [target]])
  }

  // MARK: Words wider than a line

  @Test("A word wider than its column is cut between characters, and noted once")
  func cutWord() {
    #expect(texts("a anticonstitution b", width: 25) == ["a", "antic", "onsti", "tutio", "n b"])
    #expect(typesetter.cutWords == ["anticonstitution"])

    _ = texts("anticonstitution", width: 25)
    #expect(typesetter.cutWords == ["anticonstitution"])
  }

  @Test("A cut word in two styles is noted as one word, and a part of it that fits is not noted")
  func cutWordAcrossRuns() {
    let lines = typesetter.lines(of: runs("anti", "constitution"), width: 25)

    #expect(text(of: lines) == ["antic", "onsti", "tutio", "n"])
    #expect(typesetter.cutWords == ["anticonstitution"])
  }

  @Test(
    "However narrow the column, every line has a character and the text ends", arguments: [0, 1, 4.9, -10])
  func narrow(width: Double) {
    #expect(texts("été à 5", width: width) == ["é", "t", "é", "à", "5"])
  }

  @Test("A letter is not cut from its accent")
  func accents() {
    #expect(texts("e\u{301}e\u{301}", width: 5) == ["e\u{301}", "e\u{301}"])
  }

  // MARK: Measures

  @Test(
    "The least width of a text is that of its widest word, with what a line's end does not swallow",
    arguments: [
      (text: "un deux trois", width: 25.0),  // trois, 5 × 5
      (text: "peut-être", width: 25.0),  // peut-
      (text: "12\u{202F}000\u{A0}€ par an", width: 40.0),  // 8 × 5
      (text: "", width: 0.0),
    ])
  func minimumWidth(text: String, width: Double) {
    #expect(typesetter.minimumWidth(of: StyledText(text, .ten)) == width)
  }

  @Test("A text is one line where there is no width to keep to, its own line ends included")
  func oneLine() {
    #expect(text(of: [typesetter.line(StyledText("un deux trois", .ten))]) == ["un deux trois"])
    #expect(text(of: [typesetter.line(StyledText("un\ndeux", .ten))]) == ["un deux"])
    #expect(typesetter.line(StyledText("", .ten)).width == 0)
  }

  // MARK: Any text

  @Test(
    "Every character is set once, in order, on lines no wider than their width", arguments: 0..<8)
  func anyText(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "a", "mot", "l’œuvre", "anticonstitutionnellement", " ", "  ", " ", "\u{A0}", "\u{202F}", "-", ",", "!",
      "(", ")", "«", "»", "\n", "\r\n", "\t", "12", "%", "é", "e\u{301}", "漢字", "👩‍👧", "\u{AD}", "/", "…",
    ]
    for _ in 0..<400 {
      let texts = (0...generator.next(below: 4)).map { _ in
        (0...generator.next(below: 8)).map { _ in generator.pick(parts) }.joined()
      }
      let text = StyledText(texts.map { StyledText.Run($0, .ten) })
      let width = Double(generator.next(below: 120)) / 2
      let lines = typesetter.lines(of: text, width: width)

      let set = lines.map { $0.pieces.map(\.run.text).joined() }
      #expect(solid(set.joined()) == solid(text.plain), "\(texts) in \(width)")
      for (line, text) in zip(lines, set) {
        #expect(line.width <= width + 0.001 || text.count == 1, "“\(text)” of \(texts) in \(width)")
        // A run is as wide as its characters, and starts where the one before it ends.
        #expect(abs(line.width - line.pieces.reduce(0) { $0 + $1.run.width }) < 0.001)
      }
    }
  }

  private func texts(_ text: String, width: Double) -> [String] {
    self.text(of: typesetter.lines(of: StyledText(text, .ten), width: width))
  }

  private func text(of lines: [Line]) -> [String] {
    lines.map { $0.pieces.map(\.run.text).joined() }
  }

  private func runs(_ texts: String...) -> StyledText {
    StyledText(texts.map { StyledText.Run($0, .ten) })
  }

  /// The text without what a line's end may swallow, and without soft hyphens, which are seen there only.
  private func solid(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !" \t\r\n\u{AD}".unicodeScalars.contains($0) }
  }
}
