import Diagnostics
import DrawList
import Indicators
import Model
import Typesetting

/// Lays a publication out on pages.
///
/// Layout does not fail: what does not fit is put where it can be, and reported as a warning.
///
/// - Parameter created: the moment to state as that of making, ISO 8601, if any.
package func layOut(
  _ publication: Publication, with typesetter: Typesetter, created: String?,
  into diagnostics: inout DiagnosticCollector
) -> Document {
  var builder = FragmentBuilder(publication: publication, typesetter: typesetter)
  let frame = publication.theme.page.frame
  let title =
    publication.cover.map { [builder.cover($0, of: publication)] }
    ?? builder.title(of: publication, width: frame.size.width)
  var body = builder.fragments(
    of: publication.body, in: StructureTree.root, level: 1, width: frame.size.width)
  if publication.cover != nil, !body.isEmpty { body[0].startsPage = true }
  if let imprint = publication.imprint { body.append(builder.imprint(imprint)) }
  for diagnostic in builder.diagnostics.diagnostics { diagnostics.report(diagnostic) }
  let sheet = Sheet(size: publication.theme.page.size, frame: frame, leftFrame: frame)
  let filled = paginate(
    title + body, on: [sheet], isDuplex: false, noteRule: publication.theme.colors.muted, into: &diagnostics)

  let running = RunningMatter(
    publication: publication, styles: builder.styles, wording: builder.wording, typesetter: typesetter)
  let sections = sectionTitles(of: filled)
  let pages = filled.enumerated().map { index, page in
    let place = RunningMatter.Place(page: index + 1, count: filled.count, section: sections[index])
    let isBare = builder.isBare(page)
    return Page(
      size: publication.theme.page.size,
      marks: background(of: publication.theme) + page.marks + (isBare ? [] : [running.mark(at: place)]))
  }
  return Document(
    metadata: metadata(of: publication, created: created), structure: builder.structure, pages: pages,
    outline: filled.flatMap(\.bookmarks))
}

/// What covers a page behind everything, where the theme's page is not bare.
private func background(of theme: Theme) -> [Mark] {
  let size = theme.page.size
  let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
  return theme.grounds[.page].map { [Mark(.artifact, [.rectangle(area, $0)])] } ?? []
}

func metadata(of publication: Publication, created: String?) -> DocumentMetadata {
  DocumentMetadata(
    title: publication.title, author: publication.author ?? publication.publisher,
    subject: publication.subtitle, language: publication.language.rawValue, created: created)
}
