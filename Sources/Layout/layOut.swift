import Diagnostics
import DrawList
import Indicators
import Model
import Typesetting

/// Lays a publication out on pages.
///
/// Layout does not fail: what does not fit is put where it can be, and reported as a warning.
///
/// Its pages are made one after the other, when they are asked for.
///
/// - Parameters:
///   - created: the moment to state as that of making, ISO 8601, if any.
///   - showsLayout: whether boxes, baselines and costs are drawn over the pages.
package func layOut(
  _ publication: Publication, with typesetter: Typesetter, created: String?, showsLayout: Bool = false,
  into diagnostics: inout DiagnosticCollector
) -> PagedDocument {
  let passes = Passes(publication, with: typesetter)
  for diagnostic in passes.diagnostics.diagnostics { diagnostics.report(diagnostic) }
  let builder = passes.builder
  let running = RunningMatter(
    publication: publication, styles: builder.styles, wording: builder.wording, typesetter: typesetter)
  let overlay = LayoutOverlay(styles: builder.styles, typesetter: typesetter)
  let isDuplex = publication.theme.page.sides == .duplex
  let sections = sectionTitles(of: passes.pages)
  let numbers = passes.pageNumbers
  let document = DocumentFrame(
    metadata: metadata(of: publication, created: created), structure: builder.structure,
    outline: passes.pages.flatMap(\.bookmarks), labels: passes.labels.labels)
  return PagedDocument(document) { index in
    let page = passes.pages[index]
    let geometry = builder.sheets[page.sheet]
    let frame = Sheet(geometry).frame(ofPage: index, isDuplex: isDuplex)
    let place = RunningMatter.Place(
      index: index, label: passes.labels.labels[index], count: passes.labels.count(forPage: index),
      section: sections[index], page: geometry, frame: frame)
    let shown = showsLayout ? [overlay.mark(of: page, in: frame)] : []
    // A page that only makes the next one a right-hand page stays empty; a cover has neither header nor footer.
    let marks = page.place(numbers).marks
    let matter = page.isBlank || builder.isBare(marks) ? [] : [running.mark(at: place)]
    return Page(
      size: geometry.size, label: passes.labels.labels[index],
      marks: background(of: publication.theme, size: geometry.size) + marks + matter + shown)
  }
}

/// What covers a page behind everything, where the theme's page is not bare.
private func background(of theme: Theme, size: Size) -> [Mark] {
  let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
  return theme.grounds[.page].map { [Mark(.artifact, [.rectangle(area, $0)])] } ?? []
}

func metadata(of publication: Publication, created: String?) -> DocumentMetadata {
  DocumentMetadata(
    title: publication.title, author: publication.author ?? publication.publisher,
    subject: publication.subtitle, language: publication.language.rawValue, created: created)
}
