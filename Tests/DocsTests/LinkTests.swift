import Foundation
import Testing

@Suite("Links and paths")
struct LinkTests {
  @Test("Links lead to files and headings that are there", arguments: Repository.pages)
  func links(path: String) throws {
    let page = try DocumentationPage(path)
    let folder = path.split(separator: "/").dropLast().map(String.init)
    for line in page.prose {
      let text = line.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      for match in text.joined(separator: "`").matches(of: /\]\(([^)\s]+)\)|src="([^"]+)"/) {
        let target = String(match.1 ?? match.2 ?? "")
        guard !target.contains("://") else { continue }
        let parts = target.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let file = parts[0].isEmpty ? path : resolved(parts[0], from: folder)
        #expect(Repository.exists(file), "\(path): \(target)")
        guard parts.count > 1, file.hasSuffix(".md") else { continue }
        let anchors = try DocumentationPage(file).sections.map { anchor(of: $0.heading) }
        #expect(anchors.contains(parts[1]), "\(path): \(target)")
      }
    }
  }

  @Test("Paths that are named exist", arguments: Repository.pages)
  func paths(path: String) throws {
    let page = try DocumentationPage(path)
    let folders = ["Sources/", "Tests/", "Reports/", "Fonts/", "Scripts/", "docs/", ".ci/"]
    for word in page.prose.flatMap(codeWords)
    where folders.contains(where: word.hasPrefix) && !word.contains(" ") {
      let isPattern = word.contains("*") || word.contains("NAME") || word.contains("NOM")
      #expect(isPattern || Repository.exists(word), "\(path): \(word)")
    }
  }

  private func resolved(_ target: String, from folder: [String]) -> String {
    var parts = folder
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The anchor that GitHub gives a heading.
  private func anchor(of heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
      .replacing(" ", with: "-")
  }
}
