import Diagnostics
import DrawList

/// Fills pages with fragments, from top to bottom, in order.
///
/// Where pages end is chosen for all pages between two forced starts together (`PageBreaker`). Nothing overlaps,
/// nothing is cut: what fits nowhere, what was parted that should stay together and what looks bad all the same is
/// reported with its page. Notes stand at the foot of the page that bears their marks; one that is too long goes on
/// at the foot of the next.
///
/// - Parameter sheets: those that fragments name by their place in it.
func paginate(
  _ fragments: [Fragment], on sheets: [Sheet], isDuplex: Bool, noteRule: Color = .black,
  into diagnostics: inout DiagnosticCollector
) -> [FilledPage] {
  var pages: [FilledPage] = []
  let flows = partsOfPages(fragments)
  for (index, part) in flows.enumerated() {
    let number = part[0].sheet
    let sheet = sheets[number]
    let startsRight = isDuplex && part[0].startsRightPage
    if startsRight, !pages.count.isMultiple(of: 2) { pages.append(FilledPage(sheet: number, isBlank: true)) }
    let flow = PageFlow(part, size: sheet.frame.size)
    var breaker = PageBreaker(flow, from: PageSide(ofPage: pages.count, isDuplex: isDuplex))
    let parts = breaker.parts()
    reportPages(of: flow, in: parts, after: pages.count, into: &diagnostics)
    if index + 1 < flows.count, let last = part.last?.heading {
      diagnostics.report(
        .warning(.headingAlone(last.title, page: pages.count + parts.count), at: nil, hints: [.moveBreak]))
    }
    for part in parts {
      let frame = sheet.frame(ofPage: pages.count, isDuplex: isDuplex)
      let page = pages.count
      func placed(_ numbers: PageNumbers?) -> PlacedContent {
        var placer = PagePlacer(frame: frame, page: page, noteRule: noteRule, numbers: numbers)
        placer.put(part, of: flow)
        return placer.placed
      }
      let places = placed(nil)
      pages.append(
        FilledPage(
          sheet: number, bookmarks: places.bookmarks, destinations: places.destinations,
          fill: flow.fill(part),
          endCost: flow.endCost(before: part.text.upperBound), place: placed))
    }
  }
  return pages.isEmpty ? [FilledPage()] : pages
}

/// Fragments parted where a page must start: where the author wants it, and where another sheet does.
func partsOfPages(_ fragments: [Fragment]) -> [[Fragment]] {
  var parts: [[Fragment]] = []
  var start = 0
  for (index, fragment) in fragments.enumerated() where index > start {
    let changes = fragment.sheet != fragments[index - 1].sheet
    guard fragment.startsPage || fragment.startsRightPage || changes else { continue }
    parts.append(Array(fragments[start..<index]))
    start = index
  }
  // Most reports are one part, of which no copy is made.
  if start == 0 { return fragments.isEmpty ? [] : [fragments] }
  return parts + [Array(fragments[start...])]
}

extension Diagnostic.Message {
  fileprivate static func headingAlone(_ title: String, page: Int) -> Self {
    Self(
      "heading-alone", fr: "page \(page) : rien ne suit le titre « \(title) » avant la page suivante",
      en: "page \(page): nothing follows the heading “\(title)” before the next page")
  }
}

extension Diagnostic.Hint {
  fileprivate static let moveBreak = Self(
    fr: "mettez « page: » ou « start: » sur la section elle-même, ou le saut de page avant elle",
    en: "put “page:” or “start:” on the section itself, or the page break before it")
}
