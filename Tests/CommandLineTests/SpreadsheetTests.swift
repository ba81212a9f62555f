import Foundation
import TestSupport
import Testing

@Suite("Spreadsheets, from the file to the page")
struct SpreadsheetTests {
  /// A desk with a workbook that LibreOffice wrote, in both formats.
  private func desk() throws -> Desk {
    let desk = try Desk()
    let files = PackageFiles.root.appending(path: "Tests/DataSourcesTests/Spreadsheets/Files")
    for format in ["xlsx", "ods"] {
      try FileManager.default.copyItem(
        at: files.appending(path: "accueils.\(format)"),
        to: desk.folder.url.appending(path: "accueils.\(format)"))
    }
    return desk
  }

  private func report(_ format: String, _ keys: String) -> String {
    """
    report: { title: Essai }
    sources:
      s:
        title: Fréquentation
        year: 2022
        data: accueils.\(format)
        sheet: Croisé
    \(keys.isEmpty ? "" : "    " + keys)
    territories:
      nord: { label: Nord }
      sud: { label: Sud }
    indicators:
      femmes: { label: Femmes, unit: count, source: s, value: { column: 2021 femmes, by: Zone } }
    body:
      - text: "{femmes[nord]} femmes au nord."
      - table: { of: femmes, populations: [nord, sud], title: Les femmes }

    """
  }

  @Test("A look at a workbook names its sheets, the cells that were read and what to declare")
  func look() throws {
    let desk = try desk()
    let run = try desk.vigie("data", "accueils.ods", "--sheet", "Croisé", "--header-rows", "2")
    #expect(run.status == 0)
    #expect(
      run.outputLines == [
        "accueils.ods#Croisé",
        "ODS, feuilles : Données 2022, Cachée (masquée), Croisé, Codes, Fusion ; cellules lues : Croisé!A1:E4",
        "2 lignes de données (3 à 4), 5 colonnes",
        "  Zone         texte   Nord | Sud", "  2020 hommes  nombre  1 | 5", "  2020 femmes  nombre  2 | 6",
        "  2021 hommes  nombre  3 | 7", "  2021 femmes  nombre  4 | 8",
        "À déclarer dans la source :", "  sheet: Croisé", "  header-rows: 2",
      ], "\(run.output)")
  }

  @Test("A range is looked at alone, and as JSON")
  func range() throws {
    let desk = try desk()
    let run = try desk.vigie("data", "accueils.xlsx", "--sheet", "Codes", "--range", "A1:B2", "--json")
    let json = try #require(try run.json().first)
    #expect(json["rows"] as? Int == 1)
    #expect(json["cells"] as? String == "Codes!A1:B2")
    #expect(json["declare"] as? [String] == ["sheet: Codes", "range: A1:B2"])
    let wrong = try desk.vigie("data", "accueils.xlsx", "--sheet", "Code")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("« Codes »"), "\(wrong.errors)")
  }

  @Test("A report reads a sheet, and its numbers are traced to the file, the sheet and the row")
  func report() throws {
    let desk = try desk()
    for format in ["xlsx", "ods"] {
      try desk.folder.write(report(format, "header-rows: 2"), to: "r.yml")
      #expect(try desk.vigie("render", "r.yml").status == 0)
      let run = try desk.vigie("explain", "r.yml", "femmes[nord]")
      #expect(run.outputLines.first == "femmes[nord] = 4")
      for part in ["accueils.\(format)#Croisé", "3 (1)", "2021 femmes"] {
        #expect(run.output.contains(part), "\(run.output)")
      }
    }
  }

  @Test("What is wrong with a sheet is told at its cell, and nothing is written")
  func wrong() throws {
    let desk = try desk()
    try desk.folder.write(report("xlsx", ""), to: "r.yml")
    let run = try desk.vigie("render", "r.yml")
    #expect(run.status == 1)
    #expect(run.errors.contains("accueils.xlsx: Croisé!"), "\(run.errors)")
    try desk.folder.write(report("xlsx", "range: A1:Z"), to: "r.yml")
    #expect(try desk.vigie("check", "r.yml", "--json").json().allSatisfy { $0["file"] != nil })
    #expect(!FileManager.default.fileExists(atPath: desk.folder.url.appending(path: "Output").path))
  }
}
