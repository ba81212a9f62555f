import Foundation
import TestSupport
import Testing

/// Texts of several scripts, hyphenated and raised, as other programs read them from the PDF.
@Suite("Reading set text back")
struct TextReadingTests {
  private let read: String

  init() throws {
    let folder = try TemporaryFolder()
    let text = """
      report: { title: Lecture, align: justified }
      body:
        - text: |
            Le mot arabe مدينة et le mot hébreu עיר חכמה au XIXe siècle, le 1er mai, avec ▲ et 😀.

            La dématérialisation intercommunale accompagne insuffisamment les développements
            professionnels, particulièrement lorsqu’interviennent simultanément plusieurs administrations
            départementales différentes, chacune défendant obstinément ses représentations institutionnelles.

      """
    try folder.write(text, to: "lecture.yml")
    let pdf = folder.file("lecture.pdf").path
    let run = try Program.vigie.run(["render", folder.file("lecture.yml").path, "-o", pdf, "--quiet"])
    try #require(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let reading = try Program(named: "pdftotext").run(["-raw", pdf, "-"])
    // Marks of direction, which poppler writes around words that read from right to left, are no text.
    let marks: [Unicode.Scalar] = ["\u{202A}", "\u{202B}", "\u{202C}"]
    read = String(
      String.UnicodeScalarView(reading.output.unicodeScalars.filter { !marks.contains($0) })
    ).replacing("\u{A0}", with: " ")
  }

  @Test(
    "Every letter reads back in its order",
    arguments: ["مدينة", "עיר", "חכמה", "XIXe siècle", "1er mai", "▲ et 😀"])
  func letters(text: String) {
    func solid(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(solid(read).contains(solid(text)), "\(read)")
  }

  @Test("A word that was hyphenated is whole once the hyphens at lines’ ends are taken away")
  func hyphens() {
    let joined = read.replacing("-\n", with: "")
    #expect(read.contains("-\n"))
    #expect(joined.contains("administrations"))
    #expect(joined.contains("institutionnelles"))
  }
}
