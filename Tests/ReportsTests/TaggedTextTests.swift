import TestSupport
import Testing

/// What a listener hears of a text, as poppler reads it from the tags.
@Suite("Text in the tags")
struct TaggedTextTests {
  private func heard(_ body: String, head: String = "title: T") throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write("report: { \(head) }\nbody:\n\(body)", to: "report.yml")
    let file = folder.file("report.pdf").path
    let run = try Program.vigie.run(["render", folder.file("report.yml").path, "-o", file, "--quiet"])
    try #require(run.status == 0, "\(run.errors)")
    let read = try Program(named: "pdfinfo").run(["-struct-text", file])
    return read.outputLines.map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("\"") }.map(String.init)
  }

  @Test(
    "Words of a writing that reads from right to left come in its order, signs of another font among them",
    arguments: ["[יכולים, לשאול.]{lang=he}", "[واحدة. ثم اثنان.]{lang=ar}"])
  func rightToLeft(text: String) throws {
    let words = text.dropFirst().prefix { $0 != "]" }
    #expect(try heard("  - text: \"\(text)\"\n").last == "\"\(words)\"")
  }

  @Test("A line that reads from right to left ends in a space too")
  func endsOfLines() throws {
    let words = String(repeating: "يمكن للسكان استعارة جهاز كمبيوتر لمدة ستة أشهر ", count: 4).dropLast()
    #expect(try heard("  - text: \"[\(words)]{lang=ar}\"\n").last == "\"\(words)\"")
  }

  @Test("The parts of an entry of the contents are words of their own")
  func contents() throws {
    let body = "  - contents\n  - section: Année 202\n    body:\n      - text: a\n"
    let heard = try heard(body, head: "title: T, numbered-headings: 1")
    #expect(heard.contains("\"1 Année 202 1\""))
  }
}
