import Diagnostics
import Foundation

/// Where a report's spec is.
package struct SpecLocation: Hashable, Sendable {
  /// The spec file, as it is shown in messages.
  package let path: String
  /// What the author's paths are relative to: the spec's folder with a final `/`, or nothing for the
  /// current folder.
  package let folder: String
  /// What files made from the report are called, without extension.
  package let name: String

  /// Finds a spec from what is typed: a file, or a folder with `report.yml` in it.
  ///
  /// - Returns: `nil` if there is neither.
  package init?(typed: String) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: typed, isDirectory: &isFolder) else { return nil }
    if isFolder.boolValue {
      let bare = typed.count > 1 && typed.hasSuffix("/") ? String(typed.dropLast()) : typed
      let path = bare == "." ? "report.yml" : bare + "/report.yml"
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      self.init(path: path)
    } else {
      self.init(path: typed)
    }
  }

  private init(path: String) {
    self.path = path
    let url = URL(fileURLWithPath: path)
    let slash = path.lastIndex(of: "/")
    folder = slash.map { String(path[...$0]) } ?? ""
    let stem = url.deletingPathExtension().lastPathComponent
    name = stem == "report" ? url.deletingLastPathComponent().lastPathComponent : stem
  }

  func read() throws(MachineError) -> [UInt8] {
    guard let bytes = readFile(path) else { throw .unreadable(path) }
    return bytes
  }

  /// The spec as text, for looking words up in it.
  func text() throws(MachineError) -> SourceText {
    SourceText(path: path, text: String(decoding: try read(), as: UTF8.self)).maskingPasswords()
  }
}
