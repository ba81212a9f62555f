import Diagnostics
import Yams

/// Reads a report's spec.
///
/// - Parameters:
///   - bytes: the YAML file, UTF-8.
///   - path: the file's name, for diagnostics.
///   - settings: values of the report's parameters for this run, checked by the caller against its names.
/// - Returns: what the author wrote, each value with its place.
/// - Throws: all mistakes of the file at once; a file that is not YAML stops at its first.
package func readSpec(
  _ bytes: [UInt8], path: String, settings: [(name: String, value: String)] = [],
  into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> ReportSpec {
  let source = try decode(bytes, path: path, into: &diagnostics)
  let root = try compose(source, into: &diagnostics)
  var reader = SpecReader(source: source.maskingPasswords())
  let spec = reader.report(root, settings: settings)
  for diagnostic in reader.diagnostics.inOrder { diagnostics.report(diagnostic) }
  try diagnostics.throwIfErrors()
  guard let spec else { preconditionFailure("a spec that cannot be read has been reported") }
  return spec
}

/// Reads a theme's file.
///
/// - Parameters:
///   - bytes: the YAML file, UTF-8.
///   - path: the file's name, for diagnostics; the theme is called by it, without ending, and what the theme names
///     is looked for from its folder.
/// - Throws: all mistakes of the file at once.
package func readTheme(
  _ bytes: [UInt8], path: String, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> ThemeSpec {
  let source = try decode(bytes, path: path, into: &diagnostics)
  let root = try compose(source, into: &diagnostics)
  var reader = SpecReader(source: source)
  let file = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
  let name = file.lastIndex(of: ".").map { file[..<$0] } ?? file
  let spec = reader.theme(root, name: String(name), folder: String(path.dropLast(file.count)))
  for diagnostic in reader.diagnostics.inOrder { diagnostics.report(diagnostic) }
  guard let spec, !reader.diagnostics.hasErrors else {
    throw AuthorErrors(diagnostics: diagnostics.diagnostics)
  }
  return spec
}

/// The file as text. YAML allows UTF-16 too, which nobody's editor writes today.
private func decode(
  _ bytes: [UInt8], path: String, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> SourceText {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let body = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
  if let text = String(validating: body, as: UTF8.self) { return SourceText(path: path, text: text) }
  let lossy = SourceText(path: path, text: String(decoding: body, as: UTF8.self))
  for (index, line) in lossy.lines.enumerated() {
    guard let column = Array(line.unicodeScalars).firstIndex(of: "\u{FFFD}") else { continue }
    let place = Place(in: lossy, line: index + 1, column: column + 1)
    diagnostics.report(.error(.notUTF8, at: place, hints: [.saveAsUTF8]))
    break
  }
  throw AuthorErrors(diagnostics: diagnostics.diagnostics)
}

private func compose(
  _ source: SourceText, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> Node {
  do {
    // All scalars are texts to the parser: readers of keys know what each is to be, and no pattern is tried on them.
    if let root = try Yams.compose(yaml: yaml(of: source), .basic, .default, .utf8) { return root }
    diagnostics.report(.error(.emptyFile, at: Place(wholeFile: source.path)))
  } catch let error as YamlError {
    diagnostics.report(diagnostic(for: error, in: source.maskingPasswords()))
  } catch {
    diagnostics.report(.error(.notYAML("\(error)"), at: Place(wholeFile: source.path)))
  }
  throw AuthorErrors(diagnostics: diagnostics.diagnostics)
}

/// The text for the parser, which counts lines as this module does only if no sign but a line feed ends one.
private func yaml(of source: SourceText) -> String {
  let text = source.lines.joined(separator: "\n")
  let lineEnds: Set<Unicode.Scalar> = ["\u{85}", "\u{2028}", "\u{2029}"]
  guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 }) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map { lineEnds.contains($0) ? " " : $0 }))
}

extension Diagnostic.Message {
  fileprivate static var notUTF8: Self {
    Self("not-utf-8", fr: "ce fichier n’est pas en UTF-8", en: "this file is not in UTF-8")
  }
  fileprivate static var emptyFile: Self {
    Self("empty-spec", fr: "ce fichier est vide", en: "this file is empty")
  }
  fileprivate static func notYAML(_ problem: String) -> Self {
    Self("not-yaml", fr: "ce fichier n’est pas du YAML : \(problem)", en: "this file is not YAML: \(problem)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let saveAsUTF8 = Self(
    fr: "enregistrez-le dans votre éditeur avec l’encodage UTF-8",
    en: "save it from your editor with the UTF-8 encoding")
}
