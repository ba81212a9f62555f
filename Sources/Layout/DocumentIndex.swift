import Indicators
import Spec

/// The headings and figures of a report in order: what lists of contents are made from.
struct DocumentIndex {
  struct Heading {
    /// The place that links lead to.
    let id: String
    let number: String?
    let title: String
    /// From 1.
    let level: Int
  }

  private(set) var headings: [Heading] = []
  private(set) var figures: [Figure] = []
  /// Whether a list of them stands in the report.
  private(set) var isListed = false

  /// Where the annex on sources starts.
  static let sources = "sources"
  /// Where the list of abbreviations starts.
  static let glossary = "glossary"

  init(of body: [PublishedBlock]) { add(body, level: 1) }

  private mutating func add(_ blocks: [PublishedBlock], level: Int) {
    for block in blocks {
      switch block {
      case .section(let section, let body):
        headings.append(Heading(id: section.id, number: section.number, title: section.title, level: level))
        add(body, level: level + 1)
      case .sources(let title, _, _):
        headings.append(Heading(id: Self.sources, number: nil, title: title, level: level))
      case .glossary(let title):
        headings.append(Heading(id: Self.glossary, number: nil, title: title, level: level))
      case .grid(_, _, let blocks), .arranged(_, let blocks): add(blocks, level: level)
      case .figure(let figure): figures.append(figure)
      case .directory: isListed = true
      case .text(let texts):
        for case .heading(let heading) in texts {
          headings.append(
            Heading(
              id: heading.id, number: heading.number, title: heading.title, level: level + heading.depth - 1))
        }
      case .callout, .image, .keyFigures, .card, .pageBreak: break
      }
    }
  }
}

/// On which page each named place stands, as the pages were last laid out.
struct PageNumbers: Hashable {
  private var labels: [String: String] = [:]

  init() {}

  /// - Parameter labels: what each page is called.
  init(of pages: [FilledPage], labels: [String]) {
    for (page, label) in zip(pages, labels) {
      for name in page.destinations where self.labels[name] == nil { self.labels[name] = label }
    }
  }

  /// The number of the page that a place is on; one as wide as most where that is not known yet.
  subscript(name: String) -> String { labels[name] ?? "00" }
}
