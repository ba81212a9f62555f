import Testing

@testable import Model

@Suite("Pages and arrangements")
struct PageArrangementTests {
  private func codes(report: String = "", body: String) throws -> [String] {
    try Resolving(
      """
      report:
        title: T
      \(report)
      body:
      \(body)
      """
    ).diagnostics.map(\.message.code)
  }

  @Test(
    "What leaves no room, or stands where it cannot, is told at its place",
    arguments: [
      ("  page: { margins: { inner: 100, outer: 100 } }", "  - text: a", "margins-too-wide"),
      ("  page: { format: A5, margins: { top: 120, bottom: 80 } }", "  - text: a", "margins-too-wide"),
      ("", "  - grid: { blocks: [{ float: { place: top, blocks: [text: a] } }] }", "float-within"),
      (
        "", "  - columns: { blocks: [{ sheet: { orientation: landscape, blocks: [text: a] } }] }",
        "sheet-within"
      ),
      ("", "  - columns: { blocks: [{ columns: { blocks: [text: a] } }] }", "columns-within"),
      ("", "  - grid: { columns: 2, spans: [3], blocks: [text: a] }", "span-too-wide"),
      ("", "  - grid: { columns: 2, spans: [1, 1], blocks: [text: a] }", "stray-span"),
      (
        "", "  - section: A\n    body:\n      - section: B\n        annex: yes\n        body: [text: a]",
        "annex-within"
      ),
    ])
  func mistakes(report: String, body: String, code: String) throws {
    #expect(try codes(report: report, body: body) == [code])
  }

  @Test("The report's page is the theme's with what the report has otherwise")
  func page() throws {
    let report = try #require(
      Resolving(
        """
        report:
          title: T
          page: { format: A3, orientation: landscape, margins: { inner: 30 }, sides: duplex }
        body:
          - text: a
        """
      ).report)
    let page = report.theme.page

    #expect((page.size.width.rounded(), page.size.height.rounded()) == (1191, 842))
    #expect(page.left.rounded() == 85)  // 30 mm
    #expect(page.sides == .duplex)
    #expect(page.leftFrame.minX == page.right)
  }
}
