import Foundation
import TestSupport
import Testing

/// A change to a sound PDF that somebody would miss something by, and what sees it.
struct Break: Sendable, CustomTestStringConvertible {
  enum Witness: Sendable {
    /// veraPDF, by the rule.
    case rule(String)
    /// What a screen reader says is another thing.
    case reading
  }

  let testDescription: String
  let find: String
  let replacement: String
  let witness: Witness

  init(_ description: String, _ find: String, _ replacement: String = "", _ witness: Witness) {
    testDescription = description
    self.find = find
    self.replacement = replacement
    self.witness = witness
  }

  static let all = [
    Break("a picture without alternative text", "\n  /Alt <[^>]*>", .rule("7.3-1")),
    Break("no language", "\n  /Lang \\(fr\\)", .rule("7.2-34")),
    Break("text outside the structure", "/H1 <</MCID 1>> BDC", "/H1 BMC", .rule("7.1-3")),
    Break("a heading that skips levels", "/S /H2", "/S /H4", .rule("7.4.2-1")),
    Break("heads that head nothing", "\n    /Scope /[A-Z][a-z]+", .rule("7.5-1")),
    Break("rows of different lengths", "/S /TD", "/S /P", .rule("7.2-43")),
    Break("a link without description", "\n  /Contents <feff[^>]*>", .rule("7.18.5-2")),
    Break("a link that the structure does not know", "\n  /StructParent [0-9]+", .rule("7.18.5-1")),
    Break("a link that is not called one", "/S /Link\\b", "/S /Span", .rule("7.18.5-1")),
    Break("links in no order", "\n  /Tabs /S", .rule("7.18.3-1")),
    Break("no title", "<dc:title>.*?</dc:title>", .rule("7.1-9")),
    Break("a title that is not shown", "/DisplayDocTitle true", "/DisplayDocTitle false", .rule("7.1-10")),
    Break("letters without a way back to text", "\n  /ToUnicode [0-9]+ 0 R", .rule("7.21.7-1")),
    Break("colours that mean nothing", "\n  /OutputIntents \\[.*?\\]", .rule("6.2.4.3-2")),
    Break("attached files that are nothing to the document", "\n  /AFRelationship /Data", .rule("6.8-3")),
    Break("a sentence that is decoration", "/P <</MCID 0>> BDC", "/Artifact BMC", .reading),
    Break("a sentence in another's place", "/P <</MCID 0>> BDC", "/P <</MCID 1>> BDC", .reading),
    Break("a ligature that is spelled as one sign", "<(00660069|00660066006c)>", "<fb01>", .reading),
  ]

  private init(_ description: String, _ find: String, _ witness: Witness) {
    self.init(description, find, "", witness)
  }
}

@Suite("Checkers object to PDFs that are broken on purpose")
struct BrokenPDFTests {
  @Test("Each break is seen, and the unbroken file held in the same form")
  func breaks() throws {
    let sample = try AccessibleSample()
    let plain = sample.folder.file("plain.qdf").path
    try run("qpdf", "--qdf", "--object-streams=disable", "--normalize-content=n", sample.file, plain)
    let source = try #require(String(data: Data(contentsOf: URL(filePath: plain)), encoding: .isoLatin1))

    let sound = try mended(source, in: sample.folder, as: "sound.pdf")
    let broken = try Break.all.enumerated().map { index, one in
      let text = try NSRegularExpression(pattern: one.find, options: .dotMatchesLineSeparators)
        .stringByReplacingMatches(
          in: source, range: NSRange(location: 0, length: source.utf16.count), withTemplate: one.replacement)
      #expect(text != source, "\(one): nothing was broken")
      return try mended(text, in: sample.folder, as: "break-\(index).pdf")
    }

    let verdicts = try PDFChecker.veraPDF("ua1,3a", [sound] + broken)
    #expect(verdicts.broken["sound.pdf"] == nil)
    let reading = try PDFChecker.reading(of: sound)
    for (index, one) in Break.all.enumerated() {
      switch one.witness {
      case .rule(let rule):
        #expect(verdicts.broken["break-\(index).pdf"]?.contains(rule) == true, "\(one)")
      case .reading:
        #expect(try PDFChecker.reading(of: broken[index]) != reading, "\(one)")
      }
    }
  }

  @Test(
    "The smaller checkers object to what they are for",
    arguments: [
      "a picture without alternative text", "no language", "text outside the structure", "no title",
    ])
  func others(name: String) throws {
    let sample = try AccessibleSample()
    let plain = sample.folder.file("plain.qdf").path
    try run("qpdf", "--qdf", "--object-streams=disable", "--normalize-content=n", sample.file, plain)
    let source = try #require(String(data: Data(contentsOf: URL(filePath: plain)), encoding: .isoLatin1))
    let one = try #require(Break.all.first { $0.testDescription == name })
    let text = source.replacingOccurrences(of: one.find, with: one.replacement, options: .regularExpression)

    #expect(try PDFChecker.others(mended(source, in: sample.folder, as: "sound.pdf")) == "")
    #expect(try PDFChecker.others(mended(text, in: sample.folder, as: "broken.pdf")) != "")
  }

  /// The PDF that an edited text stands for: offsets and lengths put right, then written again as a usual file.
  private func mended(_ text: String, in folder: TemporaryFolder, as name: String) throws -> String {
    let edited = folder.file(name + ".qdf")
    try #require(text.data(using: .isoLatin1)).write(to: edited)
    let fixed = folder.file(name + ".fixed").path
    try run("sh", "-c", "fix-qdf \"$0\" > \"$1\"", edited.path, fixed)
    try run("qpdf", "--newline-before-endstream", fixed, folder.file(name).path)
    return folder.file(name).path
  }

  private func run(_ tool: String, _ arguments: String...) throws {
    let run = try Program(named: tool).run(arguments)
    try #require(run.status == 0, "\(tool): \(run.errors)")
  }
}
