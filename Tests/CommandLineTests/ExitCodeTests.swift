import TestSupport
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test(
    "0 where all went well",
    arguments: [
      "check sound", "render sound", "chart sound parts", "dump sound --stage spec", "--help",
      "render --help", "--version",
    ])
  func done(line: String) throws {
    let run = try desk.shell("exec $VIGIE \(line)")

    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output != "")
  }

  @Test(
    "1 where the spec or the data are wrong",
    arguments: [
      (line: "check bad.yml", says: "chrt"),
      (line: "render bad.yml", says: "titel"),
      (line: "chart bad.yml --all", says: "chart"),
      (line: "dump bad.yml --stage pages", says: "bad.yml:5"),
      (line: "check no-yaml.yml", says: "no-yaml.yml"),
      (line: "check no-data.yml", says: "missing.csv"),
      (line: "check warned.yml --warnings-as-errors", says: "漢"),
      (line: "render warned.yml --warnings-as-errors", says: "漢"),
    ])
  func reportWrong(line: String, says: String) throws {
    let run = try desk.shell("exec $VIGIE \(line)")

    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(try !desk.folder.names().contains("Output"))
  }

  @Test(
    "2 where the command line is wrong",
    arguments: [
      (line: "frobnicate", says: "frobnicate"),
      (line: "check", says: "report"),
      (line: "check sound --fast", says: "--fast"),
      (line: "check nowhere", says: "nowhere"),
      (line: "check .", says: "report.yml"),  // a folder without report.yml
      (line: "render sound --format pdf,doc", says: "doc"),
      (line: "render sound --format ''", says: "--format"),
      (line: "render sound --lang de", says: "--lang"),
      (line: "render sound --color sometimes", says: "--color"),
      (line: "dump sound --stage glyphs", says: "--stage"),
      (line: "dump sound", says: "--stage"),
      (line: "chart sound", says: "--all"),
      (line: "chart sound part", says: "parts"),  // the nearest name is given
      (line: "chart sound parts --width 99", says: "--width"),
      (line: "chart sound parts --width nan", says: "--width"),
      (line: "chart sound parts --width many", says: "--width"),
      (line: "chart sound parts --scale 0", says: "--scale"),
      (line: "chart sound parts --scale nan", says: "--scale"),
      (line: "chart sound parts --scale 0.0001", says: "--scale"),  // less than a pixel
      (line: "chart sound parts --width 10000 --scale 4", says: "--scale"),
    ])
  func commandLineWrong(line: String, says: String) throws {
    let run = try desk.shell("exec $VIGIE \(line)")

    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(try !desk.folder.names().contains("Output"))
  }

  @Test(
    "3 where the machine failed",
    arguments: [
      (line: "render sound --fonts nowhere", says: "nowhere"),
      (line: "check sound --fonts fonts", says: "fonts.yml"),  // a manifest that is none
      (line: "check sound --fonts no-files", says: "None.ttf"),
      (line: "render sound -o bad.yml/x.pdf", says: "bad.yml"),  // a file is no folder
      (line: "render sound -o /proc/x.pdf", says: "/proc/x.pdf"),  // nobody may write there
      (line: "chart sound parts -o /proc", says: "/proc"),
      (line: "render sound -o folder", says: "folder/sound.pdf"),  // a folder is in the way
    ])
  func machineFailed(line: String, says: String) throws {
    try desk.folder.write("families: none\n", to: "fonts/fonts.yml")
    try desk.folder.write(
      "families:\n  Lato:\n    styles:\n      - { file: None.ttf, style: Regular, weight: 400, italic: false }\n",
      to: "no-files/fonts.yml")
    try desk.folder.write("", to: "folder/sound.pdf/in-it")
    let run = try desk.shell("exec $VIGIE \(line)")

    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.contains(says), "\(run.errors)")
  }

  @Test(
    "3 where standard output cannot be written to",
    arguments: ["dump sound --stage pages", "dump sound --stage spec", "check sound", "render sound"])
  func fullOutput(line: String) throws {
    let run = try desk.shell("exec $VIGIE \(line) > /dev/full")

    #expect(run.status == 3)
    #expect(run.errors.contains("No space left on device"), "\(run.errors)")
    #expect(try desk.shell("exec $VIGIE \(line) --json > /dev/full").status == 3)
  }

  @Test("A file that could not be written whole leaves the one before it, and nothing else")
  func fullDisk() throws {
    let first = try desk.vigie("render", foundingReport, "-o", "out/")
    #expect(first.status == 0)
    let before = try desk.folder.read("out/pilier-numerique.pdf")

    // A limit of 4 blocks, 2 or 4 KiB, stands for a disk that is full after some bytes.
    let run = try desk.shell(
      "trap '' XFSZ; ulimit -f 4; exec $VIGIE render \(foundingReport) -o out/ --format pdf,svg 2>/dev/null")

    #expect(run.status == 3)
    #expect(try desk.folder.read("out/pilier-numerique.pdf") == before)
    #expect(try desk.folder.names(in: "out") == ["pilier-numerique.pdf"])
  }
}
