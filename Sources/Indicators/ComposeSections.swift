import Model
import Spec

/// Numbers headings: 1, 1.1, 2 … and A, A.1 … for annexes.
struct HeadingNumbers {
  /// How many levels are numbered.
  let levels: Int
  private var counts: [Int] = []
  private var annexes = 0
  private var depth = 0
  private var isInAnnex = false

  init(levels: Int) { self.levels = levels }

  /// The number of a section that starts here; `nil` for one that has none.
  mutating func enter(isAnnex: Bool, _ wording: Wording) -> String? {
    if depth == 0 { isInAnnex = isAnnex }
    if counts.count <= depth { counts.append(0) }
    if isAnnex {
      annexes += 1
      counts.removeSubrange(1...)
    } else {
      counts.removeSubrange((depth + 1)...)
      counts[depth] += 1
    }
    depth += 1
    if isAnnex { return wording.annex(letter(annexes)) }
    guard depth <= levels else { return nil }
    let start = isInAnnex ? letter(annexes) : String(counts[0])
    return ([start] + counts[1..<depth].map(String.init)).joined(separator: ".")
  }

  mutating func leave() { depth -= 1 }

  /// The number of a heading some levels below the section's, which nothing but text stands under.
  mutating func next(below levels: Int, _ wording: Wording) -> String? {
    let section = depth
    depth += levels - 1
    defer { depth = section }
    return enter(isAnnex: false, wording)
  }

  /// A … Z, then AA, as the columns of a spreadsheet.
  private func letter(_ number: Int) -> String {
    var (rest, letters) = (number, "")
    while rest > 0 {
      let digit = UInt8((rest - 1) % 26)
      letters = String(UnicodeScalar(UInt8(ascii: "A") + digit)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

/// Sections and the lists of what a report holds.
extension Composer {
  mutating func section(_ section: Section) -> PublishedBlock {
    let number = headingNumbers.enter(isAnnex: section.isAnnex, wording)
    let id = nextPlace()
    let title = plain(section.title)
    let body = section.body.map { block($0) }
    headingNumbers.leave()
    return .section(
      PublishedSection(
        id: id, number: number, title: title, start: section.start, sheet: section.sheet,
        columns: section.columns),
      body: body)
  }

  /// A heading in a text is one among those of the sections, and numbered with them.
  mutating func heading(_ inlines: [Inline], depth: Int) -> PublishedHeading {
    PublishedHeading(
      id: nextPlace(), depth: depth, number: headingNumbers.next(below: depth, wording), title: plain(inlines)
    )
  }

  private mutating func nextPlace() -> String {
    headingCount += 1
    return "section \(headingCount)"
  }

  mutating func directory(_ directory: Directory) -> PublishedBlock {
    let title = directory.title.map { plain($0) } ?? wording.title(of: directory.kind)
    return .directory(title: title, directory.kind)
  }
}

extension Wording {
  func annex(_ letter: String) -> String { pick("Annexe\u{A0}\(letter)", "Annex\u{A0}\(letter)") }

  func title(of directory: DirectoryKind) -> String {
    switch directory {
    case .contents: pick("Sommaire", "Contents")
    case .figures(.all): pick("Liste des figures", "List of figures")
    case .figures(.charts): pick("Liste des graphiques", "List of charts")
    case .figures(.tables): pick("Liste des tableaux", "List of tables")
    }
  }
}
