import DrawList
import FontManifest
import Foundation
import Hyphenation
import Typesetting

/// The fonts and hyphenation patterns that set-up has put beside the program.
package struct FontShelf: Sendable {
  let folder: String
  /// The manifest, which is read while the report's spec is.
  private let read: Ahead<Result<FontManifest, MachineError>>

  /// - Parameter folder: the one with `fonts.yml` in it.
  package init(folder: String) throws(MachineError) {
    self.folder = folder
    guard let bytes = readFile(folder + "/fonts.yml") else { throw .noFonts(folder) }
    read = Ahead {
      do {
        let whole = try readFontManifest(String(decoding: bytes, as: UTF8.self), folder: folder)
        return .success(whole.keeping { FileManager.default.fileExists(atPath: $0) })
      } catch {
        return .failure(.unusableFont("\(folder)/fonts.yml: \(error)"))
      }
    }
  }

  var manifest: FontManifest { get throws(MachineError) { try read.value.get() } }

  /// Finds the folder `Fonts` beside the program or above it, or in the current folder.
  package static func folder(nearProgramAt program: String, currentFolder: String) -> String {
    folderOfProduct("Fonts", holding: "fonts.yml", nearProgramAt: program, currentFolder: currentFolder)
  }

  /// The names of the families whose files are here.
  package var families: [String] { get throws(MachineError) { try manifest.families.map(\.name) } }

  /// The ICC profile of sRGB, which set-up puts beside the fonts.
  func colorProfile() throws(MachineError) -> [UInt8] {
    let path = folder + "/sRGB.icc"
    guard let bytes = readFile(path) else { throw .noColorProfile(path) }
    return bytes
  }

  /// The fonts ready to shape with.
  func openLibrary() throws(MachineError) -> FontLibrary {
    let manifest = try manifest
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
    let patterns = try manifest.patterns
    do {
      for patterns in patterns {
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
