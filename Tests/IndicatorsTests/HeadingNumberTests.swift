import Testing

@testable import Indicators

@Suite("Heading numbers")
struct HeadingNumberTests {
  private let wording = Wording(language: .french)

  /// The numbers of sections at some depths, from 1; a negative one is an annex.
  private func numbers(_ depths: [Int], levels: Int) -> [String?] {
    var numbers = HeadingNumbers(levels: levels)
    var depth = 0
    return depths.map { next in
      while depth >= abs(next) {
        numbers.leave()
        depth -= 1
      }
      depth += 1
      return numbers.enter(isAnnex: next < 0, wording)
    }
  }

  @Test("Each level counts anew under the one above it")
  func levels() {
    #expect(numbers([1, 2, 3, 3, 2, 1, 2], levels: 4) == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1"])
    #expect(numbers([1, 2, 3, 1], levels: 2) == ["1", "1.1", nil, "2"])
    #expect(numbers([1, 2], levels: 0) == [nil, nil])
  }

  @Test("Headings of a text count with the sections of their level")
  func texts() {
    let report = SmallReport(
      head: "title: T, numbered-headings: 3",
      body: [
        ##"""
        section: S
            body:
              - text: "# Un\n\na\n\n## Deux\n\nb\n\n# Trois\n\nc"
              - section: Quatre
                body: [{ text: d }]
        """##,
        ##"""
        section: Annexe
            annex: yes
            body:
              - text: "# Cinq\n\ne"
        """##,
      ])
    let published = report.published("z;p;v\nA;2025;79\n")

    #expect(
      numbers(published.publication?.body ?? []) == [
        "1 S", "1.1 Un", "1.1.1 Deux", "1.2 Trois", "1.3 Quatre", "Annexe\u{A0}A Annexe", "A.1 Cinq",
      ], "\(published.messages)")
  }

  /// The headings of blocks in order, with their numbers.
  private func numbers(_ blocks: [PublishedBlock]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .section(let section, let body): ["\(section.number ?? "–") \(section.title)"] + numbers(body)
      case .text(let texts):
        texts.compactMap {
          if case .heading(let heading) = $0 { "\(heading.number ?? "–") \(heading.title)" } else { nil }
        }
      default: []
      }
    }
  }

  @Test("Annexes have letters, whatever is numbered")
  func annexes() {
    #expect(
      numbers([1, -1, 2, 2, -1, 2], levels: 2) == [
        "1", "Annexe\u{A0}A", "A.1", "A.2", "Annexe\u{A0}B", "B.1",
      ])
    #expect(numbers([1, -1, 2], levels: 0) == [nil, "Annexe\u{A0}A", nil])
  }
}
