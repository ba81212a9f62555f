import Diagnostics
import Foundation
import Model
import Spec

extension ThemeChain {
  /// The theme that says everything, as `Themes/observatoire.yml` says it.
  package static let observatoire = ThemeChain(
    specs: [shipped("observatoire")], families: ["Lato", "Inter", "Noto Sans"])

  /// A theme of `Themes/` by itself.
  package static func shipped(_ name: String) -> ThemeSpec {
    let path = "Themes/\(name).yml"
    var diagnostics = DiagnosticCollector()
    do {
      let bytes = [UInt8](try Data(contentsOf: PackageFiles.root.appending(path: path)))
      return try readTheme(bytes, path: path, into: &diagnostics)
    } catch {
      preconditionFailure("\(path): \(error)")
    }
  }
}

extension Theme {
  package static let observatoire: Theme = {
    var diagnostics = DiagnosticCollector()
    guard let theme = resolveTheme(.observatoire, into: &diagnostics) else {
      preconditionFailure("\(diagnostics.diagnostics)")
    }
    return theme
  }()
}
