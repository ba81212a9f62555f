import DrawList
import Indicators
import TestSupport
import Testing

@Suite("What stands on the pages of shipped reports")
struct PageTests {
  @Test("No glyph is a box, and clusters spell their text", arguments: ShippedReport.all)
  func glyphs(report: ShippedReport) throws {
    for run in try report.document().runs {
      #expect(!run.glyphs.contains { $0.id == 0 }, "\(run.text)")
      #expect(run.clusters.reduce(0) { $0 + $1.utf8Count } == run.text.utf8.count, "\(run.text)")
      #expect(run.clusters.reduce(0) { $0 + $1.glyphCount } == run.glyphs.count, "\(run.text)")
    }
  }

  @Test("No texts touch and all stand on the sheet", arguments: ShippedReport.all)
  func places(report: ShippedReport) throws {
    for page in try report.document().pages {
      let runs = page.marks.flatMap(\.items).compactMap(\.run)
      let sheet = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
      #expect(overlaps(among: runs) == [])
      for run in runs { #expect(sheet.holds(run.box), "\(run.text)") }
    }
  }

  @Test(
    "Numbers and signs have their no-break spaces, and no plain space where one must not break",
    arguments: ShippedReport.all)
  func noBreakSpaces(report: ShippedReport) throws {
    for text in try report.document().runs.map(\.text) {
      #expect(!text.contains(/[0-9][ \u{202F}]?%/), "\(text)")  // U+00A0, as in “87 %”
      #expect(!text.contains(/[0-9][ \u{A0}][0-9]{3}\b/), "\(text)")  // U+202F in thousands
      #expect(!text.contains(/«[^\u{202F}]/), "\(text)")
      #expect(!text.contains(/[^\u{202F}][»;!?]/), "\(text)")
      #expect(!text.contains(/[^\u{A0}]:(?!\/\/)/), "\(text)")
      #expect(!text.contains("'"), "\(text)")
    }
  }

  @Test(
    "The founding report says its numbers as French prints them",
    arguments: [
      "87\u{A0}%", "91\u{A0}%", "75\u{A0}%", "1\u{202F}514", "179\u{202F}200", "5,5\u{A0}millions",
      "14\u{A0}points", "«\u{202F}", "\u{202F}»", "18\u{A0}à\u{A0}59\u{A0}ans", "ailleurs\u{A0}:",
    ])
  func founding(text: String) throws {
    #expect(try ShippedReport.founding.document().runs.contains { $0.text.contains(text) })
  }

  @Test("Headings skip no level and there is one of the first", arguments: ShippedReport.all)
  func headings(report: ShippedReport) throws {
    let levels = try report.document().structure.elements.compactMap { element in
      if case .heading(let level) = element.role { level } else { nil }
    }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    for (above, level) in zip(levels, levels.dropFirst()) { #expect(level <= above + 1) }
  }

  @Test("Every figure has a title, a subtitle, a reading sentence and a source", arguments: ShippedReport.all)
  func apparatus(report: ShippedReport) throws {
    let figures = try report.publication().body.flatMap(\.figures)
    #expect(figures.count > 3)
    for figure in figures {
      #expect(!figure.title.isEmpty)
      #expect(figure.subtitle != nil, "\(figure.title)")
      let labels = figure.apparatus.map(\.label)
      #expect(labels.contains("Lecture"), "\(figure.title)")
      #expect(labels.contains("Source") || labels.contains("Sources"), "\(figure.title)")
    }
  }

  @Test("Every chart says in words what it shows", arguments: ShippedReport.all)
  func alternatives(report: ShippedReport) throws {
    for element in try report.document().structure.elements where element.role == .figure {
      #expect((element.alternativeText ?? "").count > 20)
    }
  }
}

extension PublishedBlock {
  /// The block's figures, those of the blocks in it included.
  var figures: [Figure] {
    switch self {
    case .section(_, let body): body.flatMap(\.figures)
    case .grid(_, _, let blocks), .arranged(_, let blocks): blocks.flatMap(\.figures)
    case .figure(let figure): [figure]
    case .text, .callout, .image, .keyFigures, .card, .sources, .directory, .glossary, .pageBreak: []
    }
  }
}

extension Document {
  var runs: [GlyphRun] { pages.flatMap(\.marks).flatMap(\.items).compactMap(\.run) }
}
