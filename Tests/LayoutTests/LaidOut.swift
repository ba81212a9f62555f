import Diagnostics
import DrawList
import Model
import Spec
import TestSupport
import Typesetting
import UnicodeText

@testable import Indicators
@testable import Layout

/// A publication of some blocks, with letters half an em wide.
///
/// - Parameter isDuplex: whether its pages are printed on both sides, with a binding of 80 points.
func publication(
  _ body: [PublishedBlock], title: String = "Titre", publisher: String? = nil, isDuplex: Bool = false,
  language: ReportLanguage = .french, output: PDFOutput = .usual
) -> Publication {
  var theme = Theme.observatoire
  if isDuplex {
    theme.page.sides = .duplex
    theme.page.left = 80
  }
  return Publication(
    title: title, subtitle: nil, publisher: publisher, author: nil, period: nil, date: nil, dateText: nil,
    language: language, output: output, typography: .french, wholeNames: [], theme: theme,
    body: body)
}

/// A publication on its pages.
struct LaidOut {
  let document: Document
  let diagnostics: [Diagnostic]

  init(_ publication: Publication, showsLayout: Bool = false) throws {
    let typesetter = Typesetter(shaper: FixedWidthShaper(), breaker: try LineBreaker(language: "fr"))
    var collector = DiagnosticCollector()
    document =
      layOut(publication, with: typesetter, created: nil, showsLayout: showsLayout, into: &collector).document
    diagnostics = collector.diagnostics
  }

  init(_ body: [PublishedBlock]) throws { try self.init(publication(body)) }

  var codes: [String] { diagnostics.map(\.message.code) }

  /// What a listener hears on each page: the texts that belong to elements.
  var runs: [[GlyphRun]] { document.pages.map { $0.marks.filter(\.isContent).flatMap(\.runs) } }

  /// The page, from 0, on which a text first stands.
  func page(of text: String) -> Int? { runs.firstIndex { $0.contains { $0.text.contains(text) } } }
}

extension Mark {
  var isContent: Bool { owner != .artifact && owner != .pagination }
  var runs: [GlyphRun] { items.compactMap(\.run) }
}

extension PublishedBlock {
  static func section(title: String, body: [PublishedBlock]) -> PublishedBlock {
    .section(
      PublishedSection(id: "section \(title)", number: nil, title: title, start: nil, sheet: nil, columns: 1),
      body: body)
  }

  static func grid(columns: Int, _ blocks: [PublishedBlock]) -> PublishedBlock {
    .grid(columns: columns, spans: blocks.map { _ in 1 }, blocks)
  }

  static func paragraph(_ text: String) -> PublishedBlock { .text([.paragraph(RichText(text))]) }

  /// A paragraph with this many lines, each of one word too long to stand beside another.
  static func lines(_ count: Int, _ name: String) -> PublishedBlock {
    // The measure is 412 points, a character 5: lines hold 82.
    .paragraph((1...count).map { name + "\($0)" + String(repeating: "x", count: 60) }.joined(separator: " "))
  }
}
