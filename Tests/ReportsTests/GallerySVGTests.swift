import Foundation
import Indicators
import Pipeline
import TestSupport
import Testing
import XML

/// Charts as SVG, read again by an XML parser that is not ours.
@Suite("Charts of the gallery as SVG")
struct GallerySVGTests {
  static let charts = GallerySpec.all.filter { $0.folder == "charts" }

  @Test(
    "Each is well formed, with a title, a description and finite numbers, and leads nowhere",
    arguments: charts)
  func wellFormed(spec: GallerySpec) throws {
    let svg = try SVGReading(drawn(spec))

    #expect(svg.elements.first == "svg")
    #expect(svg.texts["title"]?.isEmpty == false && svg.texts["desc"]?.isEmpty == false)
    #expect(Set(svg.elements).isSubset(of: SVGReading.expected))
    #expect(svg.references == [])
    #expect(svg.odd == [])
    #expect(svg.numberCount > 100)
  }

  @Test("Each bar bears its category and its value", arguments: charts)
  func labels(spec: GallerySpec) throws {
    var pipeline = try spec.pipeline()
    guard case .chart(let chart) = try pipeline.publication().figures.first?.content else {
      Issue.record("no chart")
      return
    }
    let labels = try SVGReading(drawn(spec)).labels
    // The bar of a range bears one of its two values.
    let series = chart.series.indices.filter { !chart.series[$0].isPath && (chart.kind != .range || $0 == 1) }
    for panel in chart.panels {
      for (index, category) in chart.categories.enumerated() {
        for series in series {
          let bar = panel.bars[series][index]
          guard let number = bar.number, number != 0 else { continue }
          let words = [
            category.label, panel.title ?? "", chart.series.count > 1 ? chart.series[series].name : "",
          ].filter { !$0.isEmpty }
          let isTold = labels.contains { label in
            label.hasSuffix(bar.label) && words.allSatisfy { label.contains($0) }
          }
          #expect(isTold, "\(category.label): \(bar.label)")
        }
      }
    }
  }

  @Test("In every size by name all texts are in the picture", arguments: charts)
  func sizes(spec: GallerySpec) throws {
    for size in ["column", "page", "social", "slide"] {
      let svg = try SVGReading(drawn(spec, "--size", size))
      #expect(svg.size.width > 100 && svg.size.height > 100)
      #expect(svg.placed.count > 5)
      for text in svg.placed {
        let isInside =
          text.x > -0.5 && text.x + text.width < svg.size.width + 0.5 && text.y > 4
          && text.y < svg.size.height
        #expect(isInside, "\(size): text at \(text.x), \(text.y)")
      }
    }
  }

  private func drawn(_ spec: GallerySpec, _ options: String...) throws -> [UInt8] {
    let output = try TemporaryFolder()
    let run = try Program.vigie.run(
      [
        "chart", spec.path, "--all", "--format", "svg", "--quiet", "-o", output.url.path,
      ] + options)
    #expect(run.status == 0)
    let name = try #require(try output.names().first)
    return [UInt8](try Data(contentsOf: output.file(name)))
  }
}

/// What an SVG file holds.
private struct SVGReading {
  static let expected: Set<String> = [
    "svg", "title", "desc", "g", "rect", "line", "path", "polygon", "polyline", "circle", "text", "tspan",
    "defs",
    "clipPath",
  ]
  private static let numeric = [
    "x", "y", "x1", "y1", "x2", "y2", "width", "height", "cx", "cy", "r", "points", "d", "viewBox",
    "stroke-width",
    "font-size", "textLength",
  ]
  private static let leading = ["href", "src", "style", "fill", "stroke", "clip-path"]

  private(set) var elements: [String] = []
  private(set) var texts: [String: String] = [:]
  private(set) var labels: [String] = []
  /// Attributes that lead out of the file.
  private(set) var references: [String] = []
  /// What should be a number and is none.
  private(set) var odd: [String] = []
  private(set) var numberCount = 0
  /// Where texts start, and how wide they are.
  private(set) var placed: [(x: Double, y: Double, width: Double)] = []
  private(set) var size = (width: 0.0, height: 0.0)

  init(_ bytes: [UInt8]) throws {
    let reader = try XMLReader(bytes)
    var open: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start(let name):
        open.append(name)
        elements.append(name)
        read(reader)
        if name == "text" {
          placed.append((number("x", reader), number("y", reader), number("textLength", reader)))
        }
        if name == "svg" {
          let box = (reader.attribute("viewBox") ?? "").split(separator: " ").compactMap { Double($0) }
          if box.count == 4 { size = (box[2], box[3]) }
        }
      case .end: open.removeLast()
      case .text: texts[open.last ?? "", default: ""] += reader.text
      }
    }
  }

  private func number(_ name: String, _ reader: XMLReader) -> Double {
    reader.attribute(name).flatMap { Double($0) } ?? .nan
  }

  private mutating func read(_ reader: XMLReader) {
    if let label = reader.attribute("aria-label") { labels.append(label) }
    for name in Self.leading {
      guard let value = reader.attribute(name) else { continue }
      if name == "href" || value.contains("url(") && !value.contains("url(#") || value.contains("//") {
        references.append("\(name)=\(value)")
      }
    }
    for name in Self.numeric {
      guard let value = reader.attribute(name) else { continue }
      let words = value.split { ", MLCQHVZmlcqhvzpt%".contains($0) }
      numberCount += words.count
      odd += words.filter { !(Double($0)?.isFinite ?? false) }.map { "\(name)=\($0)" }
    }
  }
}
