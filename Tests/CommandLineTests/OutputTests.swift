import Foundation
import PNG
import TestSupport
import Testing

@Suite("Where files go")
struct OutputTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test(
    "A report goes where it is told",
    arguments: [
      (line: "render sound", written: ["Output/sound.pdf"]),
      (line: "render warned.yml", written: ["Output/warned.pdf"]),  // named after its spec
      (line: "render sound -o new/", written: ["new/sound.pdf"]),
      (line: "render sound -o sound", written: ["sound/sound.pdf"]),  // a folder that is there
      (line: "render sound -o other.pdf", written: ["other.pdf"]),
      (line: "render sound -o deep/er/other.pdf", written: ["deep/er/other.pdf"]),
      (line: "render sound -o other", written: ["other.pdf"]),
      (line: "render sound --format png", written: ["Output/sound-1.png"]),
      (
        line: "render sound -o other.pdf --format pdf,png,svg",
        written: ["other.pdf", "other-1.png", "other-1.svg"]
      ),
      (line: "render sound/report.yml -o x/ --format svg,svg", written: ["x/sound-1.svg"]),
      (line: "render sound/", written: ["Output/sound.pdf"]),
      (line: "chart sound parts", written: ["Output/sound-parts.png"]),
      (line: "chart sound parts -o new", written: ["new/sound-parts.png"]),
      (
        line: "chart sound --all --format svg,pdf",
        written: [
          "Output/sound-parts.svg", "Output/sound-parts.pdf", "Output/sound-figure-2.svg",
          "Output/sound-figure-2.pdf",
        ]
      ),
      (
        line: "chart sound parts figure-2 parts -o x", written: ["x/sound-parts.png", "x/sound-figure-2.png"]
      ),
      (line: "chart sound figure-2 parts -o .", written: ["./sound-figure-2.png", "./sound-parts.png"]),
    ])
  func places(line: String, written: [String]) throws {
    let run = try desk.shell("exec $VIGIE \(line) 2>/dev/null")

    #expect(run.status == 0)
    #expect(run.outputLines == written)
    for file in written {
      let start = String(decoding: try desk.folder.read(file).prefix(5), as: UTF8.self)
      switch file.suffix(3) {
      case "pdf": #expect(start == "%PDF-")
      case "svg": #expect(start == "<svg ")
      default: #expect(start.contains("PNG"))
      }
    }
    #expect(try desk.strays() == [])
  }

  @Test("Many figures are made and told of in their order, whichever processor made them")
  func manyFigures() throws {
    try desk.folder.write("lieu;taux\nA;5\nB;8\n", to: "t.csv")
    let charts = (1...60).map { number in
      // Letters that no font has, of which some come again.
      let sign = number % 9 == 0 ? "\(Character(Unicode.Scalar(0x4E00 + number % 27)!))" : ""
      return
        "  - chart: { id: c\(number), kind: bar, from: t, categories: lieu, value: taux, title: \(sign) Taux \(number), universe: lieux }\n"
    }
    let head =
      "report: { title: Soixante }\nsources: { t: { title: Taux, year: 2025, data: t.csv } }\nbody:\n"
    try desk.folder.write(head + charts.joined(), to: "many.yml")
    let runs = try (1...4).map { _ in try desk.shell("exec $VIGIE chart many.yml --all --format svg 2>&1") }
    let run = try #require(runs.first)

    #expect(run.status == 0)
    #expect(runs.allSatisfy { $0.outputLines == run.outputLines })
    #expect(run.outputLines.filter { $0.hasPrefix("Output/") } == (1...60).map { "Output/many-c\($0).svg" })
    // 0x4E09, 0x4E12 and 0x4E00, in the order of figures 9, 18 and 27.
    let told = run.outputLines.filter { $0.contains("(U+") }.map {
      $0.components(separatedBy: "(").last?.prefix(6)
    }
    #expect(told == ["U+4E09", "U+4E12", "U+4E00"])
  }

  @Test("Of many figures none stays where one has no place", arguments: [3, 58])
  func noPlace(number: Int) throws {
    try desk.folder.write("lieu;taux\nA;5\nB;8\n", to: "t.csv")
    let charts = (1...60).map {
      "  - chart: { id: c\($0), kind: bar, from: t, categories: lieu, value: taux, title: Taux \($0) }\n"
    }
    let head =
      "report: { title: Soixante }\nsources: { t: { title: Taux, year: 2025, data: t.csv } }\nbody:\n"
    try desk.folder.write(head + charts.joined(), to: "many.yml")
    try desk.folder.write("", to: "out/many-c\(number).svg/in-it")
    let run = try desk.vigie("chart", "many.yml", "--all", "--format", "svg", "-o", "out/")

    #expect(run.status == 3)
    #expect(run.errors.contains("many-c\(number).svg"))
    #expect(try desk.folder.names(in: "out") == ["many-c\(number).svg"])
  }

  @Test("Files are read at once, and what is wrong with them is told in the order of the sources")
  func manyFiles() throws {
    for number in 1...40 where number % 3 != 0 {
      let last = number % 3 == 1 ? "B;8" : "B;8;9"  // a cell too many
      try desk.folder.write("lieu;taux\nA;5\n\(last)\n", to: "d\(number).csv")
    }
    let sources = (1...40).map { "  s\($0): { title: T, year: 2025, data: d\($0).csv }\n" }.joined()
    try desk.folder.write(
      "report: { title: Quarante }\nsources:\n\(sources)body:\n  - text: a\n", to: "many.yml")
    let runs = try (1...3).map { _ in try desk.shell("exec $VIGIE check many.yml --json") }
    let run = try #require(runs.first)

    #expect(run.status == 1)
    #expect(runs.allSatisfy { $0.outputLines == run.outputLines })
    let told = run.outputLines.compactMap { line in
      line.firstMatch(of: /d([0-9]+)\.csv/).flatMap { Int($0.output.1) }
    }
    #expect(Set(told) == Set((1...40).filter { $0 % 3 != 1 }))
    #expect(told == told.sorted())
  }

  @Test(
    "Nothing stays of figures that were written before a later one was found wrong", arguments: ["", "x"])
  func lateMistake(value: String) throws {
    try desk.folder.write("lieu;taux\nA;5\nB;8\n", to: "t.csv")
    try desk.folder.write("lieu;taux\nA;5\nB;\(value)\n", to: "last.csv")
    let charts = (1...60).map { number in
      let source = number == 60 ? "last" : "t"
      // A figure without a title is warned of.
      let title = number == 60 && value.isEmpty ? "" : ", title: Taux \(number)"
      return
        "  - chart: { id: c\(number), kind: bar, from: \(source), categories: lieu, value: taux\(title) }\n"
    }
    let head = """
      report: { title: Soixante }
      sources: { t: { title: Taux, year: 2025, data: t.csv }, last: { title: Autres, year: 2025, data: last.csv } }
      body:

      """
    try desk.folder.write(head + charts.joined(), to: "many.yml")
    let run = try desk.vigie(
      "chart", "many.yml", "--all", "--format", "svg", "-o", "new/deep", "--warnings-as-errors")

    #expect(run.status == 1)
    #expect(try !desk.folder.names(in: "").contains("new"))
  }

  @Test(
    "A figure has the size that is asked for, to the pixel",
    arguments: [
      (line: "--size social", width: 1200, height: 630), (line: "--size slide", width: 1920, height: 1080),
      (line: "--width 400 --aspect 4:3 --scale 1", width: 400, height: 300),
      (line: "--size column --aspect 1:1 --dpi 300", width: 1003, height: 1003),  // 321 × 300 ÷ 96
      (line: "--size slide --width 480", width: 960, height: 540),
    ])
  func sizes(line: String, width: Int, height: Int) throws {
    let run = try desk.shell("exec $VIGIE chart sound parts \(line)")
    let image = try decodePNG([UInt8](desk.folder.read("Output/sound-parts.png")))

    #expect(run.status == 0, "\(run.errors)")
    #expect(image.width == width)
    #expect(image.height == height)
  }

  @Test("A drawing has the size that is asked for, though its figure needs a larger page of that form")
  func drawnSize() throws {
    let run = try desk.shell("exec $VIGIE chart sound parts --format svg --width 300 --aspect 4:1")
    let svg = String(decoding: try desk.folder.read("Output/sound-parts.svg"), as: UTF8.self)

    #expect(run.status == 0, "\(run.errors)")
    let sizes = try #require(
      svg.firstMatch(of: /width="([0-9.]+)pt" height="([0-9.]+)pt" viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
    #expect(sizes.output.1 == "225" && sizes.output.2 == "56.25")
    let width = try #require(Double(sizes.output.3))
    #expect(width > 225)
    #expect(abs(try #require(Double(sizes.output.4)) - width / 4) < 0.01)
  }

  @Test("A check shows pages in grey where that is asked for")
  func grey() throws {
    let run = try desk.shell("exec $VIGIE check sound --print grey -o proof")
    #expect(run.outputLines.first == "proof/sound-grey-1.png")
    let image = try decodePNG([UInt8](desk.folder.read("proof/sound-grey-1.png")))
    var colors: Set<UInt32> = []
    for y in stride(from: 0, to: image.height, by: 3) {
      for x in stride(from: 0, to: image.width, by: 3) { colors.insert(image[x, y]) }
    }
    #expect(colors.allSatisfy { $0 >> 16 == $0 & 0xFF && $0 >> 8 & 0xFF == $0 & 0xFF })
    #expect(colors.count > 10)
  }

  @Test("A report is found from its own folder and from any other, by relative and absolute paths")
  func folders() throws {
    let fromInside = try desk.shell("cd sound && exec $VIGIE render . -o ../inside.pdf")
    let fromBeside = try desk.shell(
      "mkdir beside && cd beside && exec $VIGIE render ../sound -o ../beside.pdf")
    let absolute = try desk.shell(
      "cd / && exec $VIGIE render '\(desk.folder.path)/sound' -o '\(desk.folder.path)/absolute.pdf'")

    for run in [fromInside, fromBeside, absolute] { #expect(run.status == 0, "\(run.errors)") }
    #expect(try desk.folder.read("inside.pdf") == desk.folder.read("beside.pdf"))
    #expect(try desk.folder.read("inside.pdf") == desk.folder.read("absolute.pdf"))
    #expect(try desk.shell("cd sound && exec $VIGIE render report.yml").outputLines == ["Output/sound.pdf"])
  }

  @Test("What is wrong is shown with the path as it was typed")
  func typedPaths() throws {
    #expect(try desk.shell("exec $VIGIE check bad.yml").errors.contains("\n  bad.yml:5:5\n"))
    #expect(try desk.shell("exec $VIGIE check ./bad.yml").errors.contains("\n  ./bad.yml:5:5\n"))
    #expect(
      try desk.shell("exec $VIGIE check $PWD/bad.yml").errors.contains(
        "\n  \(desk.folder.path)/bad.yml:5:5\n"))
  }

  @Test("A failed run leaves what was there, and nothing half done", arguments: ["bad", "no-data", "warned"])
  func failedRun(name: String) throws {
    try desk.folder.write("before", to: "out/\(name).pdf")
    let run = try desk.vigie("render", name + ".yml", "-o", "out/", "--warnings-as-errors")

    #expect(run.status == 1)
    #expect(try desk.folder.read("out/\(name).pdf") == Data("before".utf8))
    #expect(try desk.folder.names(in: "out") == ["\(name).pdf"])
  }

  @Test("Where one of several files cannot be put in its place, none is")
  func allOrNothing() throws {
    try desk.folder.write("before", to: "out/sound.pdf")
    try desk.folder.write("", to: "out/sound-1.png/in-the-way")
    let run = try desk.vigie("render", "sound", "-o", "out/", "--format", "pdf,png")

    #expect(run.status == 3)
    #expect(try desk.folder.read("out/sound.pdf") == Data("before".utf8))
    #expect(try desk.folder.names(in: "out") == ["sound-1.png", "sound.pdf"])
  }

  @Test("A run that is killed leaves the file before it or the whole new one", arguments: 0..<12)
  func killed(step: Int) throws {
    let file = desk.folder.file("killed.pdf")
    try Data("before".utf8).write(to: file)
    let process = try Program.vigie.process(
      ["render", foundingReport, "-o", file.path, "--quiet"], in: desk.folder.url)
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.02 * Double(step))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()

    let bytes = try Data(contentsOf: file)
    #expect(bytes == Data("before".utf8) || bytes.suffix(6) == Data("%%EOF\n".utf8))
  }

  // MARK: Single figures

  @Test(
    "An image is as many pixels wide as its width times its scale",
    arguments: [
      (options: "", width: 1280),  // 640 × 2
      (options: "--width 640 --scale 1", width: 640),
      (options: "--width 333 --scale 3", width: 999),
      (options: "--width 801 --scale 1.5", width: 1202),  // 1201.5
      (options: "--width 100 --scale 0.5", width: 50),
      (options: "--width 100 --scale 0.01", width: 1),  // and a pixel high
    ])
  func pixels(options: String, width: Int) throws {
    let run = try desk.shell("exec $VIGIE chart sound parts \(options) -o . 2>/dev/null")

    #expect(run.status == 0)
    let image = try decodePNG([UInt8](desk.folder.read("sound-parts.png")))
    #expect(image.width == width)
    #expect(image.height >= max(1, width / 10))
  }

  @Test("A drawing and a PDF are as wide as asked, a CSS pixel being 0.75 pt")
  func points() throws {
    #expect(
      try desk.vigie("chart", "sound", "parts", "--format", "svg,pdf", "--width", "400", "-o", ".").status
        == 0)
    let svg = String(decoding: try desk.folder.read("sound-parts.svg"), as: UTF8.self)
    let info = try Program(named: "pdfinfo").run([desk.folder.file("sound-parts.pdf").path])

    #expect(svg.hasPrefix(#"<svg xmlns="http://www.w3.org/2000/svg" width="300pt""#))
    #expect(info.output.contains(/Page size: +300 x\ /))
  }

  @Test("A figure has its title, number and notes around it, or nothing with --bare")
  func bare() throws {
    func svg(_ options: String) throws -> String {
      let run = try desk.shell("exec $VIGIE chart sound parts --format svg -o . \(options)")
      #expect(run.status == 0)
      return String(decoding: try desk.folder.read("sound-parts.svg"), as: UTF8.self)
    }
    let (whole, bare) = (try svg(""), try svg("--bare"))

    for text in [">Figure\u{A0}1", ">Les parts</text>", ">Source"] {
      #expect(whole.contains(text), "\(text)")
      #expect(!bare.contains(text), "\(text)")
    }
    #expect(bare.contains(">87\u{A0}%</text>"))
    #expect(bare.contains("<title>Les parts</title>"))
  }

  @Test("A figure's table can be had by itself too")
  func bareTable() throws {
    let run = try desk.vigie("chart", "sound", "figure-2", "--bare", "--format", "svg,png,pdf", "-o", ".")
    #expect(run.status == 0, "\(run.errors)")
  }
}
