import Diagnostics
import DrawList
import Foundation
import Indicators
import Layout
import Render
import Synchronization
import Typesetting

/// Lays figures out and makes their images, several at once on several processors.
///
/// Each part of the figures has fonts of its own, since these are used from one thread at a time. What comes out does not
/// depend on how many parts there are.
struct FigureMaking: Sendable {
  let publication: Publication
  let request: Pipeline.FigureRequest
  let fonts: FontShelf

  struct Made: Sendable {
    let document: Document
    /// Its images by their formats; no PDF is among them.
    let images: [OutputFormat: [UInt8]]
  }

  /// What some of the figures have become, and what was found in them.
  private struct Part: Sendable {
    var made: [Made] = []
    var diagnostics = DiagnosticCollector()
    var findings = SettingFindings()
  }

  /// Below this, starting on another processor takes longer than it saves.
  private static let leastPart = 12

  func make(_ figures: [Figure], into diagnostics: inout DiagnosticCollector) throws -> (
    made: [Made], findings: SettingFindings
  ) {
    let processors = ProcessInfo.processInfo.activeProcessorCount
    let count = max(1, min(processors, figures.count / Self.leastPart))
    let bounds = (0...count).map { figures.count * $0 / count }
    let results = Mutex([Result<Part, any Error>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Result { try part(of: figures[bounds[index]..<bounds[index + 1]]) }
      results.withLock { $0[index] = result }
    }
    var all = Part()
    for part in results.withLock({ $0 }) {
      guard let part = try part?.get() else { continue }
      all.made += part.made
      for diagnostic in part.diagnostics.diagnostics { diagnostics.report(diagnostic) }
      all.findings.add(part.findings)
    }
    return (all.made, all.findings)
  }

  private func part(of figures: ArraySlice<Figure>) throws -> Part {
    let (typesetter, shaper) = try fonts.openTypesetter(for: publication)
    let painter = FontCache()
    var part = Part()
    for figure in figures {
      let document = layOut(
        figure, of: publication, request.shape, with: typesetter, created: publication.created,
        into: &part.diagnostics)
      part.made.append(Made(document: document, images: try images(of: document, figure, painter)))
    }
    part.findings = SettingFindings(of: typesetter, shaper)
    return part
  }

  private func images(
    of document: Document, _ figure: Figure, _ painter: FontCache
  ) throws -> [OutputFormat: [UInt8]] {
    let page = document.pages[0]
    var images: [OutputFormat: [UInt8]] = [:]
    for format in request.formats {
      switch format {
      case .pdf: break
      case .png:
        // A figure that is full for its height was laid out on a larger page of the same form.
        images[.png] = try renderPNG(
          page, scale: request.scale * request.width / page.size.width, isTransparent: request.isTransparent,
          fonts: painter)
      case .svg:
        images[.svg] = try svgImage(
          page, of: document.metadata, description: figure.description, asOutlines: request.hasOutlines,
          painter)
      }
    }
    return images
  }
}

/// A page of a document as SVG.
func svgImage(
  _ page: Page, of document: DocumentMetadata, description: String?, asOutlines: Bool = false,
  _ painter: FontCache
) throws -> [UInt8] {
  let (title, language) = (document.title, document.language)
  guard asOutlines else { return renderSVG(page, title: title, description: description, language: language) }
  return try renderSVG(
    page, title: title, description: description, language: language, outlines: GlyphOutlines(fonts: painter))
}

extension Figure {
  /// What a reader who cannot see the figure is told.
  fileprivate var description: String? {
    switch content {
    case .chart(let chart): "\(chart.alternative). \(chart.description)"
    case .table: nil
    }
  }
}
