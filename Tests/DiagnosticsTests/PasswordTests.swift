import Diagnostics
import Testing

@Suite("What is shown of a text")
struct PasswordTests {
  @Test(
    "A password in an address or a connection text is never shown, and nothing moves",
    arguments: [
      ("url: postgresql://u:secret@h/d", "url: postgresql://u:******@h/d"),
      ("postgres://u:se@cr/et@h/d", "postgres://u:********@h/d"),
      ("host=h password=secret user=u", "host=h password=****** user=u"),
      ("https://www.insee.fr/a:b", "https://www.insee.fr/a:b"), ("le mot password", "le mot password"),
    ])
  func masking(text: String, shown: String) {
    #expect(text.maskingPasswords == shown)
    #expect(Diagnostic.Message("x", fr: text, en: text).text.french == shown)
    #expect(SourceText(path: "p", text: text).maskingPasswords().line(1) == shown)
  }

  @Test(
    "A sign within a text of several lines has a place of its own",
    arguments: [
      (offset: 0, place: "2:5"), (offset: 7, place: "2:12"), (offset: 10, place: "3:6"),
    ])
  func places(offset: Int, place: String) {
    let source = SourceText(path: "r.yml", text: "query: |\n    SELECT x\n    FROM été\n")
    let text = Located("SELECT x\nFROM été\n", at: Place(in: source, line: 1, column: 8))
    let found = text.place(at: offset)
    #expect("\(found.line):\(found.column)" == place)
  }

  @Test("A text that the file has in another form keeps its own place")
  func folded() {
    let source = SourceText(path: "r.yml", text: "query: >\n  SELECT x\n  FROM y\n")
    let text = Located("SELECT x FROM y\n", at: Place(in: source, line: 1, column: 8))
    #expect(text.place(at: 12) == text.place)
  }
}
