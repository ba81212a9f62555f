import DataSources
import Diagnostics
import Digest
import DrawList
import Indicators
import Layout
import Model
import Render
import Shaping
import Spec
import Spool
import Typesetting
import UnicodeText

/// A report on its way from its spec to its files.
///
///     YAML ─Spec▶ ReportSpec ─Model▶ Report ─DataSources, Shaping▶ Tables ─Indicators▶ Publication ─Layout▶ Document ─Render▶ bytes
///
/// Each step asks the step before it, so that any stage can be had by itself. A step ends with the author's
/// mistakes thrown as `AuthorErrors`; what is wrong with the machine is a `MachineError`.
package struct Pipeline {
  let location: SpecLocation
  let fonts: FontShelf
  let themes: ThemeShelf
  let settings: [(name: String, value: String)]
  private let environment: [String: String]
  private let painter = FontCache()
  /// What the stages have found so far, warnings included.
  package internal(set) var diagnostics = DiagnosticCollector()

  /// - Parameters:
  ///   - themes: the shipped themes; with none given, those beside the fonts.
  ///   - settings: values of the report's parameters for this run.
  ///   - environment: the variables in which a source's `connection` is looked up.
  package init(
    _ location: SpecLocation, fonts: FontShelf, themes: ThemeShelf? = nil,
    settings: [(name: String, value: String)] = [], environment: [String: String] = [:]
  ) {
    self.location = location
    self.fonts = fonts
    self.themes = themes ?? ThemeShelf(beside: fonts)
    self.settings = settings
    self.environment = environment
  }

  package mutating func spec() throws -> ReportSpec {
    let spec = try readSpec(
      location.read(), path: location.path, settings: settings, into: &diagnostics)
    for (name, _) in settings where !spec.parameters.contains(name) {
      throw UnknownParameter(name: name, known: spec.parameters)
    }
    return spec
  }

  package mutating func report() throws -> Report {
    // Nearly every report's theme leads to this one.
    let first = Ahead { [themes] in themes.readFirst() }
    let spec = try spec()
    let theme = try themes.chain(
      of: spec.head.theme, reportFolder: location.folder, families: try fonts.families, first: first,
      into: &diagnostics)
    return try resolveReport(spec, theme: theme, into: &diagnostics)
  }

  package mutating func tables(of report: Report) throws -> Tables {
    try loadTables(
      of: report, in: location.folder, size: sizeOfFile, read: readFile,
      digest: { Digest(of: $0).description },
      databases: DatabaseConnections(environment: environment).access, into: &diagnostics)
  }

  /// The report's tables, those made from its sources among them.
  package mutating func shapedTables(of report: Report, traces: Bool = false) throws -> ShapedTables {
    try shapeTables(of: report, from: tables(of: report), traces: traces, into: &diagnostics)
  }

  package mutating func publication() throws -> Publication { try publication(each: nil) }

  /// - Parameter each: is given each figure once it is composed, with the report around it but for its body.
  mutating func publication(each: ((Figure, Publication) -> Void)?) throws -> Publication {
    let report = try report()
    var publication = try compose(
      report, from: shapedTables(of: report).tables, history: history(of: report), into: &diagnostics,
      each: each)
    publication.pictures = try loadPictures(of: publication, in: location.folder, into: &diagnostics)
    return publication
  }

  package mutating func document() throws -> Document {
    try document(of: publication())
  }

  /// - Parameter showsLayout: whether boxes, baselines and costs are drawn over the pages.
  package mutating func document(of publication: Publication, showsLayout: Bool = false) throws -> Document {
    try pagedDocument(of: publication, showsLayout: showsLayout).document
  }

  /// The document without its pages, which are made when they are asked for.
  package mutating func pagedDocument(
    of publication: Publication, showsLayout: Bool = false
  ) throws -> PagedDocument {
    try laidOut(publication) { typesetter, diagnostics in
      layOut(
        publication, with: typesetter, created: publication.created, showsLayout: showsLayout,
        into: &diagnostics)
    }
  }

  func painted(_ document: PagedDocument, isTagged: Bool) throws -> PaintedPDF {
    do {
      return try paintPDF(document, isTagged: isTagged, fonts: painter)
    } catch let error as SpoolError {
      throw MachineError.noTemporaryRoom(error)
    }
  }

  func finished(_ document: consuming PaintedPDF, _ settings: PDFSettings) throws -> Spool {
    do {
      return try document.finished(settings)
    } catch let error as SpoolError {
      throw MachineError.noTemporaryRoom(error)
    }
  }

  /// - Parameter scale: pixels a point.
  package func png(_ page: Page, scale: Double, isTransparent: Bool = false) throws -> [UInt8] {
    try renderPNG(page, scale: scale, isTransparent: isTransparent, fonts: painter)
  }

  package func svg(
    _ page: Page, of document: DocumentMetadata, description: String?
  ) throws -> [UInt8] {
    try svgImage(page, of: document, description: description, painter)
  }

  /// Lays something out and adds what only the laying out can tell: letters no font has, words cut.
  private mutating func laidOut<Result>(
    _ publication: Publication, _ layOut: (Typesetter, inout DiagnosticCollector) -> Result
  ) throws -> Result {
    let (typesetter, shaper) = try fonts.openTypesetter(for: publication)
    let result = layOut(typesetter, &diagnostics)
    try report(SettingFindings(of: typesetter, shaper))
    return result
  }

  mutating func report(_ findings: SettingFindings) throws {
    guard !findings.isEmpty else { return }
    findings.report(in: try location.text(), into: &diagnostics)
  }
}

extension FontShelf {
  /// Fonts, line ends and hyphens ready to set a publication with.
  func openTypesetter(for publication: Publication) throws -> (Typesetter, HarfBuzzShaper) {
    let shaper = HarfBuzzShaper(library: try openLibrary())
    let typesetter = Typesetter(
      shaper: shaper, breaker: try LineBreaker(language: publication.language.rawValue),
      hyphenation: try openHyphenation(wholeNames: publication.wholeNames))
    return (typesetter, shaper)
  }
}

extension Publication {
  /// The report's own date, if it bears a full one: a file says nothing of the day it was made by chance.
  var created: String? {
    guard case .day(let year, let month, let day) = date else { return nil }
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }
}
