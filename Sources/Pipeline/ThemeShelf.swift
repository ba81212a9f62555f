import Diagnostics
import Foundation
import Model
import Spec

/// The themes that are shipped with the program, and the means to read others.
package struct ThemeShelf: Sendable {
  /// The folder with `observatoire.yml` in it.
  let folder: String

  /// The theme of a report that names none, and of a theme that extends none.
  static let first = "observatoire"

  package init(folder: String) { self.folder = folder }

  /// The folder `Themes`, which stands beside `Fonts`.
  package init(beside fonts: FontShelf) {
    let parent = URL(fileURLWithPath: fonts.folder).deletingLastPathComponent().path
    self.init(folder: parent + "/Themes")
  }

  /// Finds the folder `Themes` beside the program or above it, or in the current folder.
  package static func folder(nearProgramAt program: String, currentFolder: String) -> String {
    folderOfProduct(
      "Themes", holding: first + ".yml", nearProgramAt: program, currentFolder: currentFolder)
  }

  /// The names of the shipped themes, in order of the alphabet.
  package var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// The chain of a report's theme. What cannot be read or found is reported, and the chain goes on with the first
  /// theme, so that the rest of the report is still looked at.
  ///
  /// - Parameters:
  ///   - choice: what the report says; `nil` for nothing.
  ///   - reportFolder: what its paths are relative to, with a final slash, or empty.
  ///   - first: the first theme, where it is read already.
  func chain(
    of choice: ThemeChoice?, reportFolder: String, families: [String], first: Ahead<ThemeSpec?>? = nil,
    into diagnostics: inout DiagnosticCollector
  ) throws -> ThemeChain {
    var walk = ThemeWalk(shelf: self)
    switch choice {
    case .named(let name): walk.follow(name, from: reportFolder)
    case .own(let spec): walk.follow(spec, from: reportFolder)
    case nil: break
    }
    try walk.end(with: first)
    for diagnostic in walk.diagnostics.diagnostics { diagnostics.report(diagnostic) }
    return ThemeChain(specs: walk.specs, families: families)
  }

  /// The first theme; `nil` where something is wrong with it, which reading it in its turn will tell.
  func readFirst() -> ThemeSpec? {
    var diagnostics = DiagnosticCollector()
    guard let bytes = readFile(path(of: Self.first, from: "")),
      let spec = try? readTheme(bytes, path: Self.pathOfFirst, into: &diagnostics),
      diagnostics.diagnostics.isEmpty
    else { return nil }
    return spec
  }

  /// What diagnostics call the first theme's file.
  fileprivate static let pathOfFirst = "Themes/\(first).yml"

  /// A shipped theme's chain.
  ///
  /// - Throws: `AuthorErrors` where it cannot be read.
  func chain(named name: String, families: [String]) throws -> ThemeChain {
    var diagnostics = DiagnosticCollector()
    let choice = ThemeChoice.named(Located(name, at: Place(wholeFile: name)))
    let chain = try chain(of: choice, reportFolder: "", families: families, into: &diagnostics)
    try diagnostics.throwIfErrors()
    return chain
  }

  /// Where a theme's file is: a path is from the folder of what names it, a word is a shipped theme.
  func path(of name: String, from folder: String) -> String {
    guard Self.isPath(name) else { return self.folder + "/\(name).yml" }
    return name.hasPrefix("/") ? name : folder + name
  }

  static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yml") || name.hasSuffix(".yaml")
  }
}

/// The way from a report's theme to the one that extends nothing.
private struct ThemeWalk {
  let shelf: ThemeShelf
  private(set) var specs: [ThemeSpec] = []
  var diagnostics = DiagnosticCollector()
  /// The files so far, to see one that comes again.
  private var paths: [String] = []

  init(shelf: ThemeShelf) { self.shelf = shelf }

  mutating func follow(_ spec: ThemeSpec, from folder: String) {
    specs.append(spec)
    if let next = spec.extends { follow(next, from: folder) }
  }

  mutating func follow(_ name: Located<String>, from folder: String) {
    let path = shelf.path(of: name.value, from: folder)
    let known = URL(fileURLWithPath: path).standardizedFileURL.path
    if let start = paths.firstIndex(of: known) {
      let chain = (paths[start...] + [known]).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      diagnostics.report(.error(.extendsItself(chain), at: name.place, hints: [.endChain]))
      return
    }
    guard let bytes = readFile(path) else {
      report(missing: name, path: path)
      return
    }
    paths.append(known)
    do {
      let shown = ThemeShelf.isPath(name.value) ? path : "Themes/\(name.value).yml"
      let spec = try readTheme(bytes, path: shown, into: &diagnostics)
      follow(spec, from: ThemeShelf.isPath(name.value) ? spec.folder : shelf.folder + "/")
    } catch {
      for diagnostic in error.diagnostics { diagnostics.report(diagnostic) }
    }
  }

  /// Adds the theme that says everything, where the chain does not end with it.
  mutating func end(with first: Ahead<ThemeSpec?>?) throws {
    let path = shelf.path(of: ThemeShelf.first, from: "")
    guard !paths.contains(URL(fileURLWithPath: path).standardizedFileURL.path) else { return }
    if let first = first?.value {
      specs.append(first)
      return
    }
    guard let bytes = readFile(path) else { throw MachineError.noThemes(shelf.folder) }
    specs.append(try readTheme(bytes, path: ThemeShelf.pathOfFirst, into: &diagnostics))
  }

  private mutating func report(missing name: Located<String>, path: String) {
    guard ThemeShelf.isPath(name.value) else {
      diagnostics.report(
        .error(
          .unknownTheme(name.value), at: name.place,
          hints: .suggestion(for: name.value, among: shelf.names) + [.ownTheme]))
      return
    }
    diagnostics.report(.error(.noThemeFile(path), at: name.place))
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownTheme(_ name: String) -> Self {
    Self("unknown-theme", fr: "thème inconnu « \(name) »", en: "unknown theme “\(name)”")
  }
  fileprivate static func noThemeFile(_ path: String) -> Self {
    Self(
      "no-theme-file", fr: "le fichier de thème « \(path) » est introuvable ou illisible",
      en: "the theme's file “\(path)” cannot be found or read")
  }
  fileprivate static func extendsItself(_ files: [String]) -> Self {
    let chain = files.joined(separator: " → ")
    return Self(
      "theme-extends-itself", fr: "ce thème finit par s’étendre lui-même : \(chain)",
      en: "this theme ends up extending itself: \(chain)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let ownTheme = Self(
    fr: "pour un thème à vous, donnez son fichier : theme: charte/ville.yml",
    en: "for a theme of your own, give its file: theme: charte/ville.yml")
  fileprivate static let endChain = Self(
    fr: "retirez l’un de ces « extends: »", en: "take one of these “extends:” away")
}
