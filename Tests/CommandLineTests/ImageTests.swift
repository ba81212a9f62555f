import Foundation
import TestSupport
import Testing

@Suite("Pictures, covers and imprints")
struct ImageTests {
  private let desk: Desk
  private let gallery = PackageFiles.root.appending(path: "docs/gallery/data")

  init() throws {
    desk = try Desk()
    for name in ["ville.jpg", "cercles.png", "logo.svg"] {
      try FileManager.default.copyItem(at: gallery.appending(path: name), to: desk.folder.file(name))
    }
  }

  private func write(_ block: String, head: String = "title: Essai") throws {
    let body = "body:\n  - text: Bonjour.\n  - image: \(block)\n"
    try desk.folder.write("report: { \(head) }\n\(body)", to: "r.yml")
  }

  @Test("A photograph that lies on its side is seen upright, as wide as is asked for")
  func orientation() throws {
    try write("{ file: ville.jpg, alternative: La ville, width: half }")
    let output = try desk.vigie("dump", "r.yml", "--stage", "pages").output

    // Half of 168 mm is 238.1 pt; the picture is 16 by 9.
    #expect(output.contains("238.1 × 133.9 jpeg 1600 × 900"))
    #expect(output.contains("Figure #") && output.contains("alt \"La ville\""))
  }

  @Test("A decorative picture is nothing that a listener hears of")
  func decorative() throws {
    try write("{ file: logo.svg, decorative: yes }")
    let output = try desk.vigie("dump", "r.yml", "--stage", "pages").output
    #expect(!output.contains("Figure"))
    #expect(output.contains("path M"))
  }

  @Test(
    "What is wrong with a picture is told at its file, with what would mend it",
    arguments: [
      ("absent.png", "introuvable"), ("text.png", "n’est pas une image"), ("cut.png", "abîmée"),
      ("cut.jpg", "abîmée"), ("text.svg", "<text>"), ("folder", "introuvable"),
    ])
  func broken(file: String, says: String) throws {
    try desk.folder.write("Ceci est du texte", to: "text.png")
    try desk.folder.write("<svg viewBox=\"0 0 1 1\"><text>a</text></svg>", to: "text.svg")
    try desk.folder.write("x", to: "folder/x")
    let png = try Data(contentsOf: gallery.appending(path: "cercles.png"))
    try png.prefix(2000).write(to: desk.folder.file("cut.png"))
    let jpeg = try Data(contentsOf: gallery.appending(path: "ville.jpg"))
    try jpeg.prefix(20000).write(to: desk.folder.file("cut.jpg"))
    try write("{ file: \(file), alternative: Une image }")
    let run = try desk.vigie("check", "r.yml", "--lang", "fr")

    #expect(run.status == 1)
    #expect(run.errors.contains("r.yml:4:20") && run.errors.contains(says), "\(run.errors)")
    #expect(run.errors.contains("aide"))
  }

  @Test("A picture without words for who cannot see it is an error, and so are words that say nothing")
  func alternatives() throws {
    for keys in ["", ", alternative: \"—\"", ", alternative: A, decorative: yes"] {
      let block = "{ file: logo.svg\(keys) }"
      try write(block)
      #expect(try desk.vigie("check", "r.yml").status == 1, "\(block)")
    }
  }

  @Test("A picture with too few pixels for paper is warned of, with how many it needs")
  func coarse() throws {
    try write("{ file: cercles.png, alternative: Des disques }")
    let run = try desk.vigie("check", "r.yml", "--lang", "fr")

    // 800 pixels on 168 mm, 6.61 inches, are 120 an inch; 150 of them make 993.
    #expect(run.status == 0)
    #expect(run.errors.contains("120 points par pouce") && run.errors.contains("993"))
  }

  @Test("A photograph is in the PDF as it is, without the camera's notes")
  func embedded() throws {
    try write("{ file: ville.jpg, alternative: La ville }")
    #expect(try desk.vigie("render", "r.yml", "--quiet").status == 0)
    let pdf = try desk.folder.read("Output/r.pdf")

    #expect(pdf.range(of: Data("/DCTDecode".utf8)) != nil)
    #expect(pdf.range(of: Data("Exif".utf8)) == nil)
    // It is 77 kB; a page that held pixels would be far larger.
    #expect(pdf.count < 250_000)
  }

  @Test("An SVG has its pictures in it, and page images show them")
  func formats() throws {
    try write("{ file: cercles.png, alternative: Des disques, width: half }")
    #expect(try desk.vigie("render", "r.yml", "--format", "svg,png", "--quiet").status == 0)
    let svg = String(decoding: try desk.folder.read("Output/r-1.svg"), as: UTF8.self)
    #expect(svg.contains("href=\"data:image/png;base64,iVBORw0KGgo"))
  }

  @Test("A cover bears the title, and neither it nor the back cover has a footer")
  func cover() throws {
    try desk.folder.write(
      """
      report:
        title: Essai
        publisher: Nous
        cover: { status: Provisoire, image: ville.jpg, alternative: La ville }
        imprint: { director: Camille Martin, issn: 1234-5679, "on": back-cover }
      body:
        - text: Bonjour.

      """, to: "r.yml")
    let output = try desk.vigie("dump", "r.yml", "--stage", "pages", "--lang", "fr").output
    let pages = output.components(separatedBy: "\npage ").dropFirst().map { String($0) }

    #expect(pages.count == 3)
    #expect(pages[0].contains("\"Essai\"") && pages[0].contains("\"Provisoire\""))
    #expect(!pages[0].contains("pagination"))
    #expect(pages[1].contains("pagination") && !pages[1].contains("H1"))
    #expect(pages[2].contains("Camille Martin") && !pages[2].contains("pagination"))
  }
}
