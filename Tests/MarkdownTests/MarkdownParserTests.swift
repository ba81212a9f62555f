import Markdown
import Testing

@Suite("Markdown")
struct MarkdownParserTests {
  @Test(
    "Inlines",
    arguments: [
      (text: "a *b*", expected: [.text("a "), .emphasis([.text("b")])]),
      (text: "**b**", expected: [.strong([.text("b")])]),
      (
        text: "[Insee](https://www.insee.fr/?a=1&b=2)",
        expected: [.link([.text("Insee")], address: "https://www.insee.fr/?a=1&b=2")]
      ),
      (text: "1 &lt; 2 \\* 3 « oui »", expected: [.text("1 < 2 * 3 « oui »")]),  // cmark splits it in five
      (text: "\"droit\" -- d'ici", expected: [.text("\"droit\" -- d'ici")]),  // nothing turned smart
      (text: "a  \nb\nc", expected: [.text("a"), .lineBreak, .text("b"), .softBreak, .text("c")]),
      (text: "`x < 1`", expected: [.code("x < 1")]),
      (text: "![carte](c.png)", expected: [.image(alt: [.text("carte")], address: "c.png")]),
      (text: "a<br>b", expected: [.text("a"), .html("<br>"), .text("b")]),
    ] as [(text: String, expected: [MarkdownInline])])
  func inlines(text: String, expected: [MarkdownInline]) throws {
    #expect(try parseMarkdown(text) == [MarkdownBlock(line: 1, kind: .paragraph(expected))])
  }

  @Test("Blocks know the line on which they begin")
  func blocks() throws {
    let text = """
      ## Titre

      Un
      paragraphe.

      > Citation

      ---

          code

      <p>html</p>
      """

    #expect(
      try parseMarkdown(text) == [
        MarkdownBlock(line: 1, kind: .heading(level: 2, [.text("Titre")])),
        MarkdownBlock(line: 3, kind: .paragraph([.text("Un"), .softBreak, .text("paragraphe.")])),
        MarkdownBlock(
          line: 6, kind: .quote([MarkdownBlock(line: 6, kind: .paragraph([.text("Citation")]))])),
        MarkdownBlock(line: 8, kind: .rule),
        MarkdownBlock(line: 10, kind: .code("code\n")),
        MarkdownBlock(line: 12, kind: .html("<p>html</p>\n")),
      ])
  }

  @Test("A list knows its numbering, its spacing and its items")
  func lists() throws {
    func item(_ text: String, line: Int) -> [MarkdownBlock] {
      [MarkdownBlock(line: line, kind: .paragraph([.text(text)]))]
    }
    let tight = MarkdownList(
      isOrdered: false, start: 1, isTight: true, items: [item("a", line: 1), item("b", line: 2)])
    let loose = MarkdownList(
      isOrdered: true, start: 3, isTight: false, items: [item("a", line: 1), item("b", line: 3)])

    #expect(try parseMarkdown("- a\n- b") == [MarkdownBlock(line: 1, kind: .list(tight))])
    #expect(try parseMarkdown("3. a\n\n4. b") == [MarkdownBlock(line: 1, kind: .list(loose))])
  }

  @Test("Notes that marks call stand last, in the order of first marks; brackets without note are text")
  func footnotes() throws {
    func note(_ text: String, line: Int, mark: Int? = nil) -> MarkdownBlock {
      let inlines: [MarkdownInline] = [.text(text)] + (mark.map { [.footnoteMark($0)] } ?? [])
      return MarkdownBlock(
        line: line, kind: .footnote([MarkdownBlock(line: line, kind: .paragraph(inlines))]))
    }
    #expect(
      try parseMarkdown("a[^b] c[^a] [^z] \\[^a][^b]\n\n[^a]: A[^b]\n[^b]: B\n[^x]: X") == [
        MarkdownBlock(
          line: 1,
          kind: .paragraph([
            .text("a"), .footnoteMark(1), .text(" c"), .footnoteMark(2), .text(" [^z] [^a]"),
            .footnoteMark(1),
          ])), note("B", line: 4), note("A", line: 3, mark: 1),
      ])
  }

  @Test("Declared notes are found whether called or not")
  func declared() {
    #expect(
      declaredFootnotes(in: "a[^b]: c\n[^b]: B\n   [^é-1]: E\n    [^code]: x\n[^]: y\n[^a b]: z") == [
        "b", "é-1",
      ])
    #expect(footnoteNames(in: "a[^b] [^c[^d] [^] [^e") == ["b", "d"])
  }

  @Test("An empty text has no blocks")
  func empty() throws {
    #expect(try parseMarkdown("").isEmpty)
  }
}
