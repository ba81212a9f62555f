import Diagnostics
import DrawList
import Indicators
import Layout
import Render
import Spool

/// A file format that pages and figures can be had in.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable { case pdf, png, svg }

/// Points a CSS pixel.
private let pointsPerPixel = 72.0 / 96

/// The files of one run, made but not written.
package struct Rendering: Sendable {
  /// Files in the order they were asked for.
  package let files: [OutputFile]
  package let pageCount: Int
}

extension Pipeline {
  /// The scale of page images: 150 pixels an inch, readable on a screen and small enough to send.
  package static let pageImageScale = 150.0 / 96

  /// Makes a report's files: a PDF, and for images one file a page.
  ///
  /// - Parameters:
  ///   - stem: the path of the files without extension or page number.
  ///   - scale: image pixels a CSS pixel, of which 96 make an inch.
  ///   - showsLayout: whether boxes, baselines and costs are drawn over the pages.
  package mutating func render(
    stem: String, formats: [OutputFormat], scale: Double = pageImageScale, showsLayout: Bool = false
  ) throws -> Rendering {
    let publication = try publication()
    let (made, pageCount) = try makePages(
      of: publication, formats, stem: stem, scale: scale, showsLayout: showsLayout)
    var files: [OutputFile] = []
    for made in made {
      switch made {
      case .images(let images): files += images
      case .pdf(let painted):
        let settings = try pdfSettings(of: publication, figures: publication.figures, isWhole: true)
        files.append(OutputFile(path: stem + ".pdf", content: try finished(painted, settings)))
      }
    }
    return Rendering(files: files, pageCount: pageCount)
  }

  /// What pages are needed for.
  private enum PagesMade {
    case images([OutputFile])
    case pdf(PaintedPDF)
  }

  /// Makes what pages are needed for, and lets go of them: to finish a long PDF takes as much room as they.
  private mutating func makePages(
    of publication: Publication, _ formats: [OutputFormat], stem: String, scale: Double, showsLayout: Bool
  ) throws -> (made: [PagesMade], pageCount: Int) {
    let document = try pagedDocument(of: publication, showsLayout: showsLayout)
    var made: [PagesMade] = []
    for format in formats {
      switch format {
      case .pdf: made.append(.pdf(try painted(document, isTagged: publication.output.isTagged)))
      case .png: made.append(.images(try pageImages(of: document, stem: stem, scale: scale)))
      case .svg:
        made.append(
          .images(
            try (0..<document.pageCount).map { index in
              let bytes = try svg(document.page(index), of: document.frame.metadata, description: nil)
              return OutputFile(path: "\(stem)-\(index + 1).svg", bytes: bytes)
            }))
      }
    }
    return (made, document.pageCount)
  }

  /// An image of each page.
  package func pageImages(
    of document: PagedDocument, stem: String, scale: Double = pageImageScale
  ) throws -> [OutputFile] {
    try (0..<document.pageCount).map { index in
      OutputFile(
        path: "\(stem)-\(index + 1).png",
        bytes: try png(document.page(index), scale: scale / pointsPerPixel))
    }
  }

  /// An image of each page as a printer without colour gives it.
  package func greyPageImages(of document: Document, stem: String) throws -> [OutputFile] {
    try pageImages(of: document.greyed.paged, stem: stem)
  }

  /// How single figures are wanted.
  package struct FigureRequest: Sendable {
    /// Which figures by name; empty for all.
    package let names: [String]
    package let formats: [OutputFormat]
    /// In CSS pixels, of which 96 make an inch.
    package let width: Double
    /// In CSS pixels; `nil` for what the figure needs.
    package let height: Double?
    /// Image pixels a CSS pixel.
    package let scale: Double
    package let isBare: Bool
    package let isTransparent: Bool
    /// Whether letters of SVG files are outlines.
    package let hasOutlines: Bool

    /// The page of each, in points.
    var shape: FigureShape {
      FigureShape(
        width: width * pointsPerPixel, height: height.map { $0 * pointsPerPixel }, isBare: isBare,
        isTransparent: isTransparent)
    }

    package init(
      names: [String], formats: [OutputFormat], width: Double, height: Double? = nil, scale: Double,
      isBare: Bool,
      isTransparent: Bool = false, hasOutlines: Bool = false
    ) {
      self.names = names
      self.formats = formats
      self.width = width
      self.height = height
      self.scale = scale
      self.isBare = isBare
      self.isTransparent = isTransparent
      self.hasOutlines = hasOutlines
    }
  }

  /// Makes single figures, each a file of its own a format.
  ///
  /// - Parameters:
  ///   - stem: what the files' paths start with; the figure's name follows.
  ///   - eachMade: is given images as they are made, by whichever thread makes them, before it is known that all is well.
  /// - Throws: `UnknownFigure` when a name is not one of the report's figures.
  package mutating func render(
    _ request: FigureRequest, stem: String, eachMade: @escaping @Sendable (OutputFile) -> Void = { _ in }
  ) throws -> Rendering {
    let making = FigureMaking(request, fonts: fonts) { figure, images in
      for (format, bytes) in images { eachMade(.of(figure, format, Spool(bytes), stem: stem)) }
    }
    let publication: Publication
    do {
      // All figures that come are wanted, or those that are named must be looked for in the end.
      let isWanted = request.names.isEmpty
      publication = try self.publication { if isWanted { making.add($0, of: $1) } }
      for figure in try figures(named: request.names, among: publication.figures) {
        making.add(figure, of: publication)
      }
    } catch {
      making.cancel()
      throw error
    }
    let (figures, findings) = try making.finish(into: &diagnostics)
    try report(findings)
    var files: [OutputFile] = []
    for (figure, made) in figures {
      for format in request.formats {
        if let image = made.images[format] {
          files.append(.of(figure, format, Spool(image), stem: stem))
        } else if let document = made.document {
          let settings = try pdfSettings(of: publication, figures: [figure], isWhole: false)
          let painted = try painted(document.paged, isTagged: settings.isTagged)
          files.append(.of(figure, format, try finished(painted, settings), stem: stem))
        }
      }
    }
    return Rendering(files: files, pageCount: figures.count)
  }

  /// A data format that a figure's table can be had in.
  package enum TableFormat: String, Hashable, Sendable, CaseIterable { case csv, html }

  /// Makes the tables of single figures as data, a file for each figure and format.
  ///
  /// - Throws: `UnknownFigure` when a name is not one of the report's figures.
  package mutating func tables(named names: [String], formats: [TableFormat], stem: String) throws
    -> Rendering
  {
    let publication = try publication()
    let all = publication.figures.filter { if case .table = $0.content { true } else { false } }
    let figures = try names.isEmpty ? all : figures(named: names, among: all)
    let files = figures.flatMap { figure in
      formats.map { format in
        let bytes =
          switch format {
          case .csv: csv(of: figure)
          case .html: html(of: figure, language: publication.language.rawValue)
          }
        return OutputFile(path: "\(stem)\(figure.id).\(format.rawValue)", bytes: bytes)
      }
    }
    return Rendering(files: files, pageCount: figures.count)
  }

  /// The figures of some names, in that order; a name given twice is one file.
  private func figures(named names: [String], among all: [Figure]) throws(UnknownFigure) -> [Figure] {
    var found: [Figure] = []
    for name in names where !found.contains(where: { $0.id == name }) {
      found.append(try figure(named: name, among: all))
    }
    return found
  }

  private func figure(named name: String, among figures: [Figure]) throws(UnknownFigure) -> Figure {
    guard let figure = figures.first(where: { $0.id == name }) else {
      throw UnknownFigure(name: name, known: figures.map(\.id))
    }
    return figure
  }
}

extension OutputFile {
  fileprivate static func of(
    _ figure: Figure, _ format: OutputFormat, _ content: Spool, stem: String
  ) -> OutputFile {
    OutputFile(path: "\(stem)\(figure.id).\(format.rawValue)", content: content)
  }
}

/// A figure was asked for by a name that none has.
package struct UnknownFigure: Error {
  package let name: String
  package let known: [String]
}

extension Publication {
  /// The report's figures, those in sections and grids included, in order.
  package var figures: [Figure] { body.flatMap(\.figures) }
}

extension PublishedBlock {
  fileprivate var figures: [Figure] {
    switch self {
    case .figure(let figure): [figure]
    case .section(_, let body), .grid(_, _, let body), .arranged(_, let body): body.flatMap(\.figures)
    case .text, .callout, .image, .keyFigures, .card, .directory, .pageBreak, .sources, .glossary: []
    }
  }
}
