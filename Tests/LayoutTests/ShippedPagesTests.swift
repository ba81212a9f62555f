import DrawList
import Foundation
import TestSupport
import Testing
import Typesetting
import UnicodeText

@testable import Indicators
@testable import Layout
@testable import Pipeline

/// The pages of shipped reports beside those that are filled from top to bottom: the table of `docs/pages.md`.
@Suite("Pages of shipped reports")
struct ShippedPagesTests {
  private struct Outcome {
    var pages = 0
    var cost = 0.0
    /// The share of the pages' height that is left white, but for last pages.
    var hole = 0.0
    var worst = 0.0

    mutating func add(_ flow: PageFlow, _ parts: [PagePart]) {
      pages += parts.count
      for part in parts {
        cost += flow.cost(of: part, flow.fill(part))
        let fill = flow.fill(part)
        guard !fill.endsFlow else { continue }
        hole += fill.hole / flow.size.height
        worst = max(worst, fill.hole / flow.size.height)
      }
    }

    var cells: String { "\(pages) | \(tenths(cost)) | \(percent(worst))" }
    private func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
  }

  private static let reports = ["observatoire-territorial", "pilier-numerique"]

  @Test("They cost no more than those of first fit, and the documentation says how much", arguments: reports)
  func costs(name: String) throws {
    let (own, first) = try outcomes(of: name)

    #expect(own.cost <= first.cost + 1e-6)
    let page = try String(contentsOf: PackageFiles.root.appending(path: "docs/pages.md"), encoding: .utf8)
    let row = "| \(name) | \(first.cells) | \(own.cells) |"
    #expect(page.contains(row), "docs/pages.md should have: \(row)")
  }

  private func outcomes(of name: String) throws -> (own: Outcome, first: Outcome) {
    let location = try #require(
      SpecLocation(typed: PackageFiles.root.appending(path: "Reports/\(name)").path))
    let fonts = try FontShelf(folder: PackageFiles.root.appending(path: "Fonts").path)
    var pipeline = Pipeline(location, fonts: fonts)
    let publication = try pipeline.publication()
    let typesetter = Typesetter(
      shaper: HarfBuzzShaper(library: try fonts.openLibrary()), breaker: try LineBreaker(language: "fr"),
      hyphenation: try fonts.openHyphenation(wholeNames: publication.wholeNames))
    var builder = FragmentBuilder(publication: publication, typesetter: typesetter)
    let size = publication.theme.page.frame.size
    let fragments =
      builder.title(of: publication, width: size.width)
      + builder.fragments(of: publication.body, in: StructureTree.root, level: 1, width: size.width)
    var (own, first) = (Outcome(), Outcome())
    for part in partsOfPages(fragments) {
      let flow = PageFlow(part, size: size)
      var breaker = PageBreaker(flow, from: .single)
      own.add(flow, breaker.parts())
      let ends = firstFit(flow)
      first.add(flow, zip([0] + ends, ends).map { PagePart(text: $0..<$1) })
    }
    return (own, first)
  }
}
