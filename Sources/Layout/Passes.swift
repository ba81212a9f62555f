import Diagnostics
import DrawList
import Indicators
import Typesetting

/// A publication's pages, laid out until the page numbers that its texts print are those of its pages.
///
/// A report whose texts print none takes one pass: contents leave room for any (`PendingPageNumber`). Others take two
/// where the placeholders take as many lines as the numbers, which they nearly always do. What has not settled after a few
/// passes, as a number that by being printed moves its own page, stays as it is and is told.
struct Passes {
  private(set) var builder: FragmentBuilder
  private(set) var pages: [FilledPage] = []
  private(set) var labels: PageLabels
  private(set) var pageNumbers = PageNumbers()
  private(set) var diagnostics = DiagnosticCollector()
  private let publication: Publication

  private static let most = 6

  init(_ publication: Publication, with typesetter: Typesetter) {
    self.publication = publication
    builder = FragmentBuilder(publication: publication, typesetter: typesetter)
    labels = PageLabels(of: [], front: .arabic, firstSection: "")
    for pass in 1...Self.most {
      let known = pageNumbers
      builder = FragmentBuilder(publication: publication, typesetter: typesetter, pageNumbers: known)
      diagnostics = DiagnosticCollector()
      layOut()
      pageNumbers = PageNumbers(of: pages, labels: labels.labels)
      let stray = builder.askedPages.first { pageNumbers[$0] != known[$0] }
      guard let stray else { return }
      if pass == Self.most {
        diagnostics.report(.warning(.unsettled(known[stray], pageNumbers[stray]), at: nil, hints: [.reword]))
      }
    }
  }

  private mutating func layOut() {
    let width = publication.theme.page.frame.size.width
    var fragments =
      publication.cover.map { [builder.cover($0, of: publication)] }
      ?? builder.title(of: publication, width: width)
    builder.isInFlow = true
    var body = builder.fragments(of: publication.body, in: StructureTree.root, level: 1, width: width)
    if publication.cover != nil, !body.isEmpty { body[0].startsPage = true }
    fragments += body
    builder.landFloats(on: &fragments)
    bringHeadings(along: &fragments)
    if let imprint = publication.imprint { fragments.append(builder.imprint(imprint)) }
    for diagnostic in builder.diagnostics.diagnostics { diagnostics.report(diagnostic) }
    pages = paginate(
      fragments, on: builder.sheets.map(Sheet.init), isDuplex: publication.theme.page.sides == .duplex,
      noteRule: publication.theme.colors.muted, into: &diagnostics)
    reportTurnedTables()
    labels = PageLabels(
      of: pages, front: publication.frontMatter, firstSection: builder.index.headings.first?.id ?? "")
  }

  private mutating func reportTurnedTables() {
    // What stands on pages is put there once for all of them.
    guard !builder.turnedTables.isEmpty else { return }
    let numbers = PageNumbers(of: pages, labels: pages.indices.map { String($0 + 1) })
    for table in builder.turnedTables { diagnostics.report(table.warning(numbers)) }
  }
}

extension Diagnostic.Message {
  fileprivate static func unsettled(_ printed: String, _ real: String) -> Self {
    Self(
      "page-numbers-unsettled",
      fr: "un renvoi à la page \(printed) mène à la page \(real) : imprimer ce numéro déplace la page",
      en: "a reference to page \(printed) leads to page \(real): to print the number moves the page")
  }
}

extension Diagnostic.Hint {
  fileprivate static let reword = Self(
    fr: "ajoutez ou retirez une ligne au texte qui contient le renvoi",
    en: "add a line to the text that holds the reference, or take one away")
}
