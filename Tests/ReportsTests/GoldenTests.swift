import DrawList
import TestSupport
import Testing

@Suite("Shipped reports on their pages")
struct GoldenTests {
  @Test("There are reports, the founding one among them")
  func reports() {
    #expect(ShippedReport.all.map(\.name).contains(ShippedReport.founding.name))
  }

  @Test("A shipped report has nothing wrong with it but what it must warn of", arguments: ShippedReport.all)
  func diagnostics(report: ShippedReport) throws {
    #expect(try report.codes() == report.warnings)
    #expect(try !report.document().pages.isEmpty)
  }

  @Test("Its pages are those that were agreed to", arguments: ShippedReport.all)
  func pages(report: ShippedReport) throws {
    try Golden(name: report.name + ".pages.txt").expect(report.document().text)
  }

  @Test(
    "The program prints the same pages, and they say nothing of this machine", arguments: ShippedReport.all)
  func program(report: ShippedReport) throws {
    let run = try Program.vigie.run(["dump", report.folder.path, "--stage", "pages"])

    #expect(run.status == 0)
    #expect(run.output == (try report.document().text))
    #expect(!run.output.contains(PackageFiles.root.path))
    #expect(!run.output.contains(".ttf"))
  }

  /// Charts of the gallery in which most marks, plots and labels occur.
  static let charts = [
    "bars-gaps", "bars-mean", "bullet", "columns-annotated", "dots-intervals", "histogram", "likert",
    "line-target",
    "mosaic", "panels-columns", "pareto", "pyramid", "slope", "stacked", "waterfall",
  ]

  @Test("Charts are drawn as was agreed to", arguments: charts)
  func chart(name: String) throws {
    var pipeline = try GallerySpec(folder: "charts", name: name).pipeline()
    try Golden(name: "chart-\(name).txt").expect(pipeline.document().text)
  }

  /// Tables of the gallery that between them have all the parts of one.
  static let tables = [
    "bullets", "footnotes", "groups-summaries", "heat-middle", "joined", "rotated", "sparklines",
    "wide-cells",
  ]

  @Test("Tables are drawn as was agreed to", arguments: tables)
  func table(name: String) throws {
    var pipeline = try GallerySpec(folder: "tables", name: name).pipeline()
    try Golden(name: "table-\(name).txt").expect(pipeline.document().text)
  }

  @Test("Every golden is some report's, chart's or table's")
  func noUnused() throws {
    try Golden.expectOnly(
      ShippedReport.all.map { $0.name + ".pages.txt" } + Self.charts.map { "chart-\($0).txt" }
        + Self.tables.map { "table-\($0).txt" })
  }
}
