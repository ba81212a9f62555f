import Foundation
import TestSupport
import Testing

// Goldens are what `vigie dump REPORT --stage pages` prints, one file a report. After a change that is
// meant to change pages:
//
//     VIGIE_UPDATE_GOLDENS=1 swift test --disable-xctest --filter ReportsTests.GoldenTests
//     git diff Tests/ReportsTests/Goldens
//
// Read the diff before you commit it. The first command also removes goldens that no report has.

/// A text that was read and agreed to, to compare with what the program now makes.
struct Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  static let isUpdating = ProcessInfo.processInfo.environment["VIGIE_UPDATE_GOLDENS"] == "1"

  let name: String

  private var file: URL { Self.folder.appending(path: name) }
  private var actual: URL { Self.folder.appending(path: name + ".actual") }

  /// Fails where the text is not the golden's, and leaves it beside the golden as `NAME.actual`.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if Self.isUpdating {
      try Data(text.utf8).write(to: file)
      try? FileManager.default.removeItem(at: actual)
      return
    }
    let golden = try? String(contentsOf: file, encoding: .utf8)
    if golden == text {
      try? FileManager.default.removeItem(at: actual)
      return
    }
    try Data(text.utf8).write(to: actual)
    let complaint = golden.map { firstDifference($0, text) } ?? "there is no such golden"
    Issue.record("\(name): \(complaint)", sourceLocation: sourceLocation)
  }

  /// Removes or complains of goldens that nothing is compared with.
  static func expectOnly(_ names: [String]) throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".txt")
    }
    for name in found where !names.contains(name) {
      if isUpdating {
        try FileManager.default.removeItem(at: folder.appending(path: name))
      } else {
        Issue.record("\(name): no report has this golden")
      }
    }
  }

  private func firstDifference(_ golden: String, _ text: String) -> String {
    let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    let (before, after) = (line < old.count ? old[line] : "(end)", line < new.count ? new[line] : "(end)")
    return "line \(line + 1) differs\n  golden: \(before)\n  actual: \(after)"
  }
}
