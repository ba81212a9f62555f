import Foundation

/// A Markdown page, as far as tests ask: its headings, tables and fenced blocks.
struct DocumentationPage {
  /// A fenced block.
  struct Block {
    /// The line of the opening fence, from 1.
    let line: Int
    /// What stands behind the opening fence: the language, then how the block is tested.
    let words: [String]
    let text: String
  }

  /// What stands under a heading, down to the next one of any level.
  struct Section {
    let heading: String
    var lines: [String] = []
  }

  let path: String
  private(set) var blocks: [Block] = []
  private(set) var sections: [Section] = []

  init(_ path: String) throws {
    self.path = path
    var fence: (line: Int, words: [String], lines: [String])?
    for (index, line) in try Repository.text(path).components(separatedBy: "\n").enumerated() {
      if let open = fence, line == "```" {
        blocks.append(
          Block(line: open.line, words: open.words, text: open.lines.map { $0 + "\n" }.joined()))
        fence = nil
      } else if fence != nil {
        fence?.lines.append(line)
      } else if line.hasPrefix("```") {
        fence = (index + 1, line.dropFirst(3).split(separator: " ").map(String.init), [])
      } else if line.hasPrefix("#") {
        sections.append(
          Section(heading: line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(line)
      }
    }
  }

  /// Writes the page with other texts in some of its blocks.
  func rewrite(_ texts: [(block: Block, text: String)]) throws {
    var lines = try Repository.text(path).components(separatedBy: "\n")
    for (block, text) in texts.reversed() {
      let count = block.text.count { $0 == "\n" }
      lines.replaceSubrange(
        block.line..<block.line + count,
        with: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
    }
    let file = Repository.root.appending(path: path)
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
  }

  /// The section whose heading holds a word as code.
  func section(of word: String) -> Section? { sections.first { codeWords(in: $0.heading).contains(word) } }

  func section(headed heading: String) -> Section? { sections.first { $0.heading == heading } }

  /// The language that the page is written in.
  var language: String { path == "docs/guide.md" ? "fr" : "en" }

  /// All lines outside fences.
  var prose: [String] { sections.flatMap { [$0.heading] + $0.lines } }
}

extension DocumentationPage.Section {
  /// The rows of the section's tables, without heads.
  var rows: [[String]] {
    var rows: [[String]] = []
    var isHead = true
    for line in lines {
      guard line.hasPrefix("|") else {
        isHead = true
        continue
      }
      if line.hasPrefix("| ---") {
        isHead = false
      } else if !isHead {
        // A bar in a cell is written `\|`.
        let cells = line.replacing("\\|", with: "\u{0}").split(separator: "|")
        rows.append(cells.map { $0.replacing("\u{0}", with: "|").trimmingCharacters(in: .whitespaces) })
      }
    }
    return rows
  }

  /// The words in the first column of the section's tables.
  var listed: Set<String> { Set(rows.flatMap { codeWords(in: $0[0]) }) }

  /// The row that explains a word.
  func row(of word: String) -> String? {
    rows.first { codeWords(in: $0[0]).contains(word) }?.joined(separator: " | ")
  }
}

/// What stands between backticks in a text.
func codeWords(in text: String) -> [String] {
  text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
}
