import Foundation
import TestSupport

/// Programs of others that hold PDFs against the standards of accessibility and archiving.
enum PDFChecker {
  private static let python = PackageFiles.root.appending(path: ".build-tools/python/bin")

  /// What veraPDF says of some files.
  struct Verdicts {
    /// `FILE PROFILE holds` or `… fails`, a line each, files without their folders.
    let lines: [String]
    /// The rules that each file breaks, whatever the profile: `7.3-1`.
    let broken: [String: Set<String>]
  }

  static func veraPDF(_ profiles: String, _ files: [String]) throws -> Verdicts {
    let run = try Program(path: PackageFiles.root.appending(path: "Scripts/pdf-check").path).run(
      [profiles] + files)
    guard run.status < 2 else { throw Failure(said: run.output + run.errors) }
    var lines: [String] = []
    var broken: [String: Set<String>] = [:]
    var name = ""
    for fields in run.outputLines.map({ $0.split(separator: "\t").map(String.init) }) {
      if fields.count == 3 {
        name = URL(filePath: fields[0]).lastPathComponent
        lines.append("\(name) \(fields[1]) \(fields[2])")
      } else {
        broken[name, default: []].insert(fields[0])
      }
    }
    return Verdicts(lines: lines, broken: broken)
  }

  /// Everything wrong with a file that two more checkers find.
  ///
  /// Of outloud's rules four are left out. FIG-012 takes a sentence of many numbers, “De 50 % (T3 2025) à …”, for no
  /// language; PAG-001 the like sentences with which chapters of a long report go on for a running header; TBL-010 a
  /// table of few rows for one whose heads were cut in pieces. TAG-002 knows a page's header only from its being there
  /// twice, and our first page has none.
  static func others(_ file: String) throws -> String {
    let outloud = try Program(path: python.appending(path: "outloud").path).run(
      ["--quiet", "--fail-on", "warning", "--skip", "FIG-012,PAG-001,TBL-010,TAG-002", file])
    let pdfua = try Program(path: python.appending(path: "pdfua").path).run(["check", file])
    guard outloud.status <= 1, pdfua.status <= 3 else { throw Failure(said: outloud.errors + pdfua.errors) }
    return (outloud.status == 0 ? "" : outloud.output) + (pdfua.status == 0 ? "" : pdfua.output)
  }

  /// What a screen reader says of a file.
  static func reading(of file: String) throws -> String {
    let script = PackageFiles.root.appending(path: "Tests/Tools/read_aloud.py").path
    let run = try Program(path: python.appending(path: "python").path).run([script, file])
    guard run.status == 0 else { throw Failure(said: run.errors) }
    return run.output
  }

  struct Failure: Error { let said: String }
}
