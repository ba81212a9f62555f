import Diagnostics
import DrawList
import Foundation
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

  func document() throws -> Document {
    var pipeline = try pipeline()
    return try pipeline.document()
  }

  struct NoReport: Error { let name: String }
}
