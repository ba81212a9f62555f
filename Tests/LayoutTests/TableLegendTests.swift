import Model
import TestSupport
import Testing

@testable import DrawList
@testable import Indicators
@testable import Layout

/// What the shades of cells mean, and whether the numbers on them can be read.
@Suite("Shades of tables")
struct TableLegendTests {
  private func legend(_ title: String?, bounds: [String] = ["20", "40", "60", "80"], middle: Int? = nil)
    -> ShadeLegend
  {
    ShadeLegend(
      title: title, bounds: bounds, least: "5", most: "97", labels: (0...bounds.count).map { "classe\($0)" },
      middle: middle)
  }

  /// A table with a shaded column for each legend.
  private func figure(_ legends: [ShadeLegend]) -> PublishedBlock {
    var table = PublishedTable(
      columns: [.init(head: "Nom", alignment: .leading, isStub: true, isStrong: false)]
        + legends.indices.map { index in
          var column = PublishedTable.Column(
            head: "h\(index)", alignment: .number, isStub: false, isStrong: false)
          column.legend = index
          return column
        },
      rows: [["a"] + legends.map { _ in "12" }, ["b"] + legends.map { _ in "34" }])
    for row in 0..<2 {
      for column in legends.indices { table.records[row].cells[column + 1].detail.shade = row }
    }
    table.legends = legends
    return .figure(
      Figure(
        id: "f", label: "Figure 1", title: "T", subtitle: nil, content: .table(table),
        apparatus: [ApparatusLine(label: "Source", text: "Nous.")]))
  }

  @Test(
    "Legends stand side by side and wrap; nothing is over anything, nor outside",
    arguments: [1, 2, 3, 5, 8], [2, 10])
  func beside(count: Int, length: Int) throws {
    let bounds = (1...4).map { String(repeating: "\($0)", count: length) }
    let legends = (0..<count).map { legend("Échelle\($0)", bounds: bounds) }
    let laidOut = try LaidOut([figure(legends)])
    let page = try #require(laidOut.document.pages.first)
    let frame = publication([]).theme.page.frame
    #expect(overlaps(among: page.marks.flatMap(\.runs)) == [])
    for run in page.marks.filter(\.isContent).flatMap(\.runs) { #expect(frame.holds(run.box), "\(run.text)") }
    let texts = laidOut.runs.joined().map(\.text)
    for index in 0..<count { #expect(texts.count { $0.contains("Échelle\(index)") } == 1) }
    for bound in bounds { #expect(texts.count { $0 == bound } == count) }
  }

  @Test("Where its numbers have no room in a row, a legend is in words")
  func words() throws {
    let bounds = (1...4).map { String(repeating: "\($0)", count: 40) }
    let laidOut = try LaidOut([figure([legend("Échelle", bounds: bounds), legend("Autre")])])
    let texts = laidOut.runs.joined().map(\.text)
    #expect(texts.contains("Échelle"))
    #expect(texts.count { $0 == "classe3" } == 2)
  }

  @Test("A legend is heard as what it means")
  func heard() throws {
    let laidOut = try LaidOut([figure([legend("Échelle"), legend("Autre")])])
    let said = laidOut.document.structure.elements.compactMap(\.alternativeText)
    #expect(said.contains { $0.contains("Échelle") && $0.contains("classe0") && $0.contains("classe4") })
  }

  @Test("A part of a table has the legends of its own columns only")
  func parts() throws {
    guard case .figure(let figure) = figure([legend("Une"), legend("Autre")]), let table = figure.table else {
      return
    }
    let part = table.part(stubs: 1, columns: 2..<3)
    #expect(part.columns.map(\.legend) == [nil, 1])
  }

  @Test("Every shade bears a text with a contrast of 4.5, and in grey each is darker than the one before")
  func contrast() throws {
    for theme in PaletteTests.themes {
      let colors = TableColors(theme)
      for classes in 1...5 {
        let legend = legend("E", bounds: (1..<max(2, classes)).map(String.init).suffix(classes - 1))
        let shades = (0..<classes).map { colors.shade($0, of: legend) }
        for shade in shades { #expect(colors.ink(on: shade).contrast(with: shade) >= 4.5) }
        for (light, dark) in zip(shades, shades.dropFirst()) {
          #expect(light.grey.relativeLuminance > dark.grey.relativeLuminance * 1.2)
        }
      }
      let twoWays = legend("E", middle: 2)
      for index in 0..<5 {
        let shade = colors.shade(index, of: twoWays)
        #expect(colors.ink(on: shade).contrast(with: shade) >= 4.5)
      }
    }
  }
}
