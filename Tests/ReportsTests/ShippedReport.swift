import Diagnostics
import DrawList
import Foundation
import Indicators
import Pipeline
import TestSupport
import Testing

/// A report of `Reports/`.
struct ShippedReport: Hashable, Sendable, CustomTestStringConvertible {
  let name: String

  static let all: [ShippedReport] = {
    let folder = PackageFiles.root.appending(path: "Reports")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map(ShippedReport.init)
  }()

  static let founding = ShippedReport(name: "pilier-numerique")

  /// What it is warned of by right: the survey of equipment compares people of 18 to 59 with people of no stated age.
  var warnings: [String] {
    ["pilier-numerique", "rapport-annuel"].contains(name) ? ["incomparable-universe"] : []
  }

  var folder: URL { PackageFiles.root.appending(path: "Reports/\(name)") }
  var testDescription: String { name }

  func pipeline() throws -> Pipeline {
    guard let location = SpecLocation(typed: folder.path) else { throw NoReport(name: name) }
    return Pipeline(location, fonts: try FontShelf(folder: PackageFiles.root.appending(path: "Fonts").path))
  }

  func document() throws -> Document { try Self.made[self].document }

  func publication() throws -> Publication { try Self.made[self].publication }

  /// What the report is warned of on the way to its pages.
  func codes() throws -> [String] { try Self.made[self].codes }

  private static let made = MadeOnce { try Made($0) }

  struct NoReport: Error { let name: String }
}

extension ShippedReport {
  /// What came of a report on its way through the pipeline.
  fileprivate struct Made: Sendable {
    let publication: Publication
    let document: Document
    let codes: [String]

    init(_ report: ShippedReport) throws {
      var pipeline = try report.pipeline()
      publication = try pipeline.publication()
      document = try pipeline.document(of: publication)
      codes = pipeline.diagnostics.diagnostics.map(\.message.code)
    }
  }
}
