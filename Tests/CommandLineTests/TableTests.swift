import Foundation
import TestSupport
import Testing

/// Tables given as data: the printed cells, with the same heads.
@Suite("Tables as data")
struct TableTests {
  private static let spec = """
    report: { title: Essai }
    sources: { s: { title: S, year: 2025, data: data.csv } }
    body:
      - table:
          id: ménages
          from: s
          columns: [quartier, { column: hab, unit: en nombre }, { column: taux, format: percent }]
          spanners: [{ label: "Deux < colonnes", columns: [hab, taux] }]
          group-by: ville
          summaries: [{ compute: sum, columns: [hab], label: Total }]
          footnotes: [{ row: Sud, column: taux, text: Estimé & revu. }]
          title: Des ménages

    """
  private static let data = "ville;quartier;hab;taux\nA;Nord;1200;50,5\nA;Sud;300;70,3\nB;Est;200;s\n"

  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.folder.write(Self.spec, to: "t.yml")
    try desk.folder.write(Self.data, to: "data.csv")
  }

  private func given(_ format: String) throws -> String {
    let run = try desk.vigie("table", "t.yml", "ménages", "--as", format, "-o", ".", "--quiet")
    try #require(run.status == 0, "\(run.errors)")
    let text = try String(contentsOf: desk.folder.file("t-ménages.\(format)"), encoding: .utf8)
    return text.replacing("\u{FEFF}", with: "")
  }

  @Test("As CSV, with a line for each level of heads, numbers as a spreadsheet reads them")
  func csv() throws {
    #expect(
      try given("csv") == """
        ;Deux < colonnes;Deux < colonnes\r
        Quartier;Hab (en nombre);Taux\r
        A;;\r
        Nord;1200;50,5 %\r
        Sud;300;70,3 %\r
        B;;\r
        Est;200;s\r
        Total;1700;\r

        """)
  }

  @Test("As HTML, each cell naming what heads it")
  func html() throws {
    let html = try given("html")
    #expect(html.contains("<th scope=\"colgroup\" id=\"s0\" colspan=\"2\">Deux &lt; colonnes</th>"))
    #expect(html.contains("<th scope=\"rowgroup\" id=\"g0\" colspan=\"3\">A</th>"))
    #expect(html.contains("<td headers=\"s0 c2 g0 r2-0\">70,3\u{A0}%<sup>a</sup></td>"))
    #expect(html.contains("<p><sup>a</sup> Estimé &amp; revu.</p>"))
  }

  @Test("The HTML is valid")
  func valid() throws {
    _ = try given("html")
    let run = try Program(named: "tidy").run(
      ["-quiet", "-errors", "-utf8", desk.folder.file("t-ménages.html").path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "")
  }

  @Test("Broken HTML is not taken for valid")
  func broken() throws {
    let html = try given("html").replacing("</caption>", with: "")
    try desk.folder.write(html.replacing("<td ", with: "<td x=\"1\" "), to: "broken.html")
    let run = try Program(named: "tidy").run(
      ["-quiet", "-errors", "-utf8", desk.folder.file("broken.html").path])
    #expect(run.status != 0)
  }

  @Test(
    "Tables of any size have an end",
    arguments: [
      ("nom;t\nA;" + (1...5000).map { "mot\($0)" }.joined(separator: " ") + "\n", "mot5000"),
      ("nom;t\nA;" + String(repeating: "x", count: 400) + "\nB;y\n", "xxxx"),
      ("nom\nA\nB\n", "B"), ("nom;n\nA;nd\nB;nd\n", "non disponible"),
      (
        (["nom"] + (1...299).map { "c\($0)" }).joined(separator: ";") + "\n"
          + (["A"] + (1...299).map { "\($0)" }).joined(separator: ";") + "\n", "299"
      ),
    ])
  func extremes(data: String, word: String) throws {
    try desk.folder.write(
      """
      report: { title: Essai }
      sources: { s: { title: S, year: 2025, data: extreme.csv } }
      body:
        - table: { from: s, title: T, universe: U }

      """, to: "extreme.yml")
    try desk.folder.write(data, to: "extreme.csv")
    let run = try desk.vigie("render", "extreme.yml", "-o", "extreme.pdf", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let text = try Program(named: "pdftotext").run([desk.folder.file("extreme.pdf").path, "-"])
    #expect(text.output.contains(word))
  }

  @Test("A name that no table has is an error of the command line")
  func unknown() throws {
    let run = try desk.vigie("table", "t.yml", "menages")
    #expect(run.status == 2)
    #expect(run.errors.contains("ménages"))
  }
}
