import DrawList
import FontManifest
import Foundation

/// Files of the package that tests read.
package enum PackageFiles {
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The fonts that set-up has put into `Fonts/`.
  package static func fonts() throws -> [FontReference] { try fontManifest().references }

  package static func fontManifest() throws -> FontManifest {
    let folder = root.appending(path: "Fonts")
    let manifest = try String(contentsOf: folder.appending(path: "fonts.yml"), encoding: .utf8)
    return try readFontManifest(manifest, folder: folder.path).keeping {
      FileManager.default.fileExists(atPath: $0)
    }
  }
}
