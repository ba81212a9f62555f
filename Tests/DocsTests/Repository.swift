import Foundation

/// The files of the project that the tests belong to.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program as it was built together with the tests.
  static let program = (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]))
    .deletingLastPathComponent().appending(path: "vigie")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// The files of a folder and those in it, by their paths from the root, in order.
  static func files(in folder: String, ending suffix: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(suffix) }.map { folder + "/" + $0 }.sorted()
  }

  /// The pages that people read, from the root.
  static let pages: [String] = {
    let docs = (try? files(in: "docs", ending: ".md")) ?? []
    let reports = (try? files(in: "Reports", ending: "README.md")) ?? []
    return ["README.md", "Fonts/README.md"] + docs + reports
  }()
}
