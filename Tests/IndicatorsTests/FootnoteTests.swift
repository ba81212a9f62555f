import Indicators
import Testing

@Test("Notes are counted by their first marks through the document; a mark stands against its word")
func footnotes() {
  let report = SmallReport(body: [
    #"text: "Un [^b], *deux[^a]*, trois[^b] : oui.\n\n[^a]: Note « a ».\n[^b]: Note b.""#,
    #"callout: { kind: note, text: "Quatre[^a] !\n\n[^a]: Autre note." }"#,
  ])
  let published = report.published("z;p;v\nA;2025;79\n")
  guard case .text(let texts) = published.publication?.body.first, case .paragraph(let rich) = texts.first,
    case .callout(let callout) = published.publication?.body.last,
    case .paragraph(let last) = callout.texts.first
  else {
    Issue.record("no text: \(published.codes)")
    return
  }

  #expect(published.paragraphs == ["Un1, deux2, trois1_: oui."])
  let notes = rich.footnotes
  #expect(notes.map(\.number) == [1, 2, 1])
  #expect(notes[0].texts == [.paragraph(RichText("Note b."))])
  #expect(notes[1].texts == [.paragraph(RichText("Note «\u{202F}a\u{202F}»."))])
  #expect(notes[2].texts == nil)
  #expect(last.footnotes.map(\.number) == [3])
}

extension RichText {
  fileprivate var footnotes: [PublishedFootnote] {
    pieces.compactMap { if case .footnoteMark(let note) = $0.role { note } else { nil } }
  }
}
