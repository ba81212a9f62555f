import Foundation
import TestSupport
import Testing

@Test(
  "Two runs of the program give the same PDF, images and drawings, byte for byte",
  arguments: ShippedReport.all)
func sameBytes(report: ShippedReport) throws {
  let folders = [try TemporaryFolder(), try TemporaryFolder()]
  for (folder, language) in zip(folders, ["fr_FR.UTF-8", "C"]) {
    // The second run is in another place, time zone and locale.
    let run = try Program.vigie.run(
      ["render", report.folder.path, "-o", folder.path + "/", "--format", "pdf,png,svg"], in: folder.url,
      environment: ["LC_ALL": language, "TZ": language == "C" ? "Asia/Tokyo" : "Europe/Paris"])
    try #require(run.status == 0, "\(run.errors)")
    let charts = try Program.vigie.run(
      ["chart", report.folder.path, "--all", "-o", folder.path, "--format", "pdf,png,svg"])
    try #require(charts.status == 0, "\(charts.errors)")
  }

  let names = try folders[0].names()
  #expect(names == (try folders[1].names()))
  #expect(Set(names.map { $0.split(separator: ".").last }) == ["pdf", "png", "svg"])
  for name in names { #expect(try folders[0].read(name) == folders[1].read(name), "\(name)") }
}
