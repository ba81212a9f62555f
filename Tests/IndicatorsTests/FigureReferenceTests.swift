import Indicators
import Testing

@Test("A reference to a figure is its number, linked where it stands in running text")
func figureReferences() {
  let report = SmallReport(body: [
    "text: \"La {figure.carte}, {figure.carte.full} et la Figure {figure.carte.number}.\"",
    "chart: { id: carte, kind: bar, of: x, populations: [a], title: \"Comme la {figure.carte}\" }",
  ])
  let published = report.published("z;p;v\nA;2025;79\n")

  #expect(published.paragraphs == ["La figure_1, figure_1 et la Figure_1."])
  #expect(published.figures.first?.title == "Comme la figure\u{A0}1")
  guard case .text(let texts) = published.publication?.body.first, case .paragraph(let rich) = texts.first
  else {
    Issue.record("no text")
    return
  }
  let linked = rich.pieces.filter { $0.link == .figure("carte") }.map(\.text)
  #expect(linked == ["figure\u{A0}1", "figure\u{A0}1", "1"])
}

@Test("A reference within a link leads where the link does")
func figureReferenceInLink() {
  let report = SmallReport(body: [
    "text: \"[la {figure.carte} en ligne](https://example.org)\"",
    "chart: { id: carte, kind: bar, of: x, populations: [a], title: T }",
  ])
  guard case .text(let texts) = report.published("z;p;v\nA;2025;79\n").publication?.body.first,
    case .paragraph(let rich) = texts.first
  else {
    Issue.record("no text")
    return
  }
  #expect(Set(rich.pieces.map(\.link)) == [.address("https://example.org")])
}
