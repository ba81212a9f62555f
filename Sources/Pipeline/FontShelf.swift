import DrawList
import FontManifest
import Foundation
import Hyphenation
import Typesetting

/// The fonts and hyphenation patterns that set-up has put beside the program.
package struct FontShelf: Sendable {
  let folder: String
  let manifest: FontManifest

  /// - Parameter folder: the one with `fonts.yml` in it.
  package init(folder: String) throws(MachineError) {
    self.folder = folder
    guard let bytes = readFile(folder + "/fonts.yml") else { throw .noFonts(folder) }
    do {
      let whole = try readFontManifest(String(decoding: bytes, as: UTF8.self), folder: folder)
      manifest = whole.keeping { FileManager.default.fileExists(atPath: $0) }
    } catch {
      throw .unusableFont("\(folder)/fonts.yml: \(error)")
    }
  }

  /// Finds the folder `Fonts` beside the program or above it, or in the current folder.
  package static func folder(nearProgramAt program: String, currentFolder: String) -> String {
    folderOfProduct("Fonts", holding: "fonts.yml", nearProgramAt: program, currentFolder: currentFolder)
  }

  /// The names of the families whose files are here.
  package var families: [String] { manifest.families.map(\.name) }

  /// The ICC profile of sRGB, which set-up puts beside the fonts.
  func colorProfile() throws(MachineError) -> [UInt8] {
    let path = folder + "/sRGB.icc"
    guard let bytes = readFile(path) else { throw .noColorProfile(path) }
    return bytes
  }

  /// The fonts ready to shape with.
  func openLibrary() throws(MachineError) -> FontLibrary {
    let library = FontLibrary(manifest.references, fallbackFamilies: manifest.fallbackFamilies)
    do {
      try library.openAll()
    } catch {
      throw .unusableFont("\(error)")
    }
    return library
  }

  /// The patterns ready to hyphenate with.
  ///
  /// - Parameter wholeNames: names no word of which is parted.
  func openHyphenation(wholeNames: [String]) throws(MachineError) -> HyphenationPoints {
    var hyphenators: [String: Hyphenator] = [:]
    do {
      for patterns in manifest.patterns {
        hyphenators[patterns.language] = try Hyphenator(path: patterns.path)
      }
    } catch {
      throw .unusableFont("\(error)")
    }
    return HyphenationPoints(hyphenators, wholeNames: wholeNames)
  }
}

/// Finds a folder that goes with the program, beside it or above it, or in the current folder.
func folderOfProduct(
  _ name: String, holding file: String, nearProgramAt program: String, currentFolder: String
) -> String {
  var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
  while folder.path != "/" {
    let found = folder.appendingPathComponent(name).path
    if FileManager.default.fileExists(atPath: found + "/" + file) { return found }
    folder.deleteLastPathComponent()
  }
  return currentFolder + "/" + name
}
