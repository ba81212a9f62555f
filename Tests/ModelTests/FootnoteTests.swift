import Diagnostics
import Model
import Testing

@Suite("Footnotes of texts")
struct FootnoteTests {
  private func resolving(_ text: String) -> Resolving {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    return Resolving(report(body: "- text: |\n" + lines.joined(separator: "\n")))
  }

  @Test("A mark holds its note, wherever it stands; two marks of one note hold the same")
  func marks() throws {
    let report = try #require(
      resolving("Un[^a], *deux[^b]*.\n\n- trois[^a]\n\n> quatre[^c]\n\n[^c]: C\n[^a]: A **gras**\n[^b]: B")
        .report)
    var ids: [String] = []
    func visit(_ block: TextBlock) {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): visit(inlines)
      case .list(_, let items): for block in items.joined() { visit(block) }
      case .quote(let blocks): for block in blocks { visit(block) }
      }
    }
    func visit(_ inlines: [Inline]) {
      for inline in inlines {
        switch inline {
        case .footnote(let note): ids.append("\(note.id) \(note.text.count)")
        case .emphasis(let inside), .strong(let inside), .link(let inside, _), .passage(let inside, _, _):
          visit(inside)
        case .text, .reference, .code, .lineBreak: break
        }
      }
    }
    guard case .text(let blocks) = report.body.first else { return }
    for block in blocks { visit(block) }
    #expect(ids == ["1 1", "2 1", "1 1", "3 1"])
  }

  @Test("A note may have paragraphs and a list")
  func longNote() throws {
    let report = try #require(
      resolving("Un[^a].\n\n[^a]: Début.\n\n    Suite :\n\n    - un\n    - deux").report)
    guard case .text(let blocks) = report.body.first, case .paragraph(let inlines) = blocks.first,
      case .footnote(let note) = inlines[1]
    else {
      Issue.record("no note")
      return
    }
    #expect(note.text.count == 3)
    #expect(blocks.count == 1)
  }

  @Test(
    "What is wrong in notes is told where it stands",
    arguments: [
      // The line of the text, from 0, and the column: texts stand six spaces in.
      (text: "Un mot[^a].", code: "footnote-missing", place: "0:13"),
      (text: "Un mot[^taux].\n\n[^taus]: Note.", code: "footnote-missing", place: "0:13"),
      (text: "Un mot.\n\n[^a]: Note.", code: "footnote-not-called", place: "2:7"),
      (text: "Un mot[^a].\n\n[^a]: Note.\n[^a]: Autre.", code: "footnote-twice", place: "3:7"),
      (text: "Un mot[^a].\n\n[^a]: Note[^b].\n[^b]: Autre.", code: "footnote-in-footnote", place: nil),
      (text: "Un mot[^a].\n\n[^a]: # Titre", code: "heading-in-text", place: nil),
    ] as [(text: String, code: String, place: String?)])
  func mistakes(text: String, code: String, place: String?) throws {
    let resolving = resolving(text)
    #expect(resolving.codes.contains(code))
    #expect(resolving.report == nil)
    let first = try #require(resolving.diagnostics.first { $0.message.code == code })
    let found = try #require(first.place)
    #expect(!first.hints.isEmpty)
    guard let place else { return }
    let line = try #require(found.source.line(found.line))
    #expect(line.dropFirst(found.column - 1).hasPrefix("[^"))
    #expect("\(found.line - textLine(found)):\(found.column)" == place)
  }

  /// The line on which the text itself starts.
  private func textLine(_ place: Place) -> Int {
    (1...).first { place.source.line($0)?.hasSuffix("- text: |") ?? false }.map { $0 + 1 } ?? 0
  }

  @Test("A bracket after a backslash calls nothing")
  func escaped() throws {
    let report = try #require(resolving("Un \\[^a] mot.").report)
    #expect(report.body == [.text([.paragraph([.text("Un [^a] mot.")])])])
  }

  @Test("A title calls no note")
  func title() {
    let resolving = Resolving(report(body: "- section: Titre[^a]\n  body:\n    - text: Un."))
    #expect(resolving.codes == ["footnote-not-here"])
    #expect(resolving.hints.first?.contains("- text:") ?? false)
  }
}
