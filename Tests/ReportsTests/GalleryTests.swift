import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("The gallery")
struct GalleryTests {
  @Test("A spec of the gallery is not warned of", arguments: GallerySpec.all)
  func check(spec: GallerySpec) throws {
    var pipeline = try spec.pipeline()
    let publication = try pipeline.publication()
    let document = try pipeline.document(of: publication)

    #expect(pipeline.diagnostics.diagnostics.map { $0.message.text.english } == [])
    #expect(!document.pages.isEmpty)
    if spec.folder != "pages" { #expect(publication.figures.count == 1) }
  }

  @Test("Every spec of the gallery gives a PDF that holds in veraPDF", arguments: GallerySpec.folders)
  func accessible(folder: String) throws {
    let output = try TemporaryFolder()
    let specs = GallerySpec.all.filter { $0.folder == folder }
    for spec in specs {
      let arguments = ["render", spec.path, "-o", output.file("\(spec.name).pdf").path, "--quiet"]
      #expect(try Program.vigie.run(arguments).status == 0, "\(spec.name)")
    }
    let files = try output.names()

    #expect(files.count == specs.count)
    if !files.isEmpty {
      #expect(try PDFChecker.veraPDF("ua1,3a", files.map { output.file($0).path }).broken == [:])
    }
  }

  @Test("Each picture of the gallery has its spec, and each spec its picture")
  func pictures() throws {
    for folder in GallerySpec.folders {
      let files = try FileManager.default.contentsOfDirectory(
        atPath: GallerySpec.root.appending(path: folder).path)
      let pictures = files.filter { $0.hasSuffix(".png") }.map { $0.dropLast(4) }
      let specs = files.filter { $0.hasSuffix(".yml") }.map { $0.dropLast(4) }
      #expect(Set(pictures) == Set(specs))
    }
  }
}

/// A spec of `docs/gallery`.
struct GallerySpec: Hashable, Sendable, CustomTestStringConvertible {
  static let folders = ["charts", "tables", "pages"]
  static let root = PackageFiles.root.appending(path: "docs/gallery")

  let folder: String
  let name: String

  static let all: [GallerySpec] = folders.flatMap { folder in
    let files =
      (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return files.filter { $0.hasSuffix(".yml") }.sorted().map {
      GallerySpec(folder: folder, name: String($0.dropLast(4)))
    }
  }

  var testDescription: String { folder + "/" + name }

  var path: String { Self.root.appending(path: "\(folder)/\(name).yml").path }

  func pipeline() throws -> Pipeline {
    guard let location = SpecLocation(typed: path) else { throw ShippedReport.NoReport(name: name) }
    return Pipeline(location, fonts: try FontShelf(folder: PackageFiles.root.appending(path: "Fonts").path))
  }
}
