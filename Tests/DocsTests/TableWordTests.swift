import Spec
import Testing

/// What users of gt find for its words.
@Suite("docs/tables.md")
struct TableWordTests {
  private let rows: [[String]]

  init() throws {
    rows = try DocumentationPage("docs/tables.md").sections.flatMap(\.rows)
  }

  @Test("Each of Vigie’s words there is one of the language")
  func known() throws {
    let keys = SpecVocabulary.mappings.filter {
      ["table", "column", "draw", "spanners", "groups", "summaries", "sort"]
        .contains($0.name)
    }.flatMap(\.keys)
    let steps = SpecVocabulary.mappings.filter { ["spec", "steps", "body"].contains($0.name) }.flatMap(
      \.keys)
    let words =
      CellFormat.allCases.map(\.rawValue) + CellPictureKind.allCases.map(\.rawValue)
    let language = Set(keys + steps + words)
    let named = rows.flatMap { codeWords(in: $0[1]) }.filter {
      !$0.contains("{") && !$0.contains(" ") && $0 != "m²"
    }
    #expect(named.count > 60)
    for word in named { #expect(language.contains(word), "\(word)") }
  }

  @Test("Each of gt’s families is there, and each word once")
  func families() {
    let words = rows.flatMap { codeWords(in: $0[0]) }
    #expect(words.count == Set(words).count + 1, "fmt_number is there twice")
    for (family, count) in [
      ("tab_", 12), ("cols_", 16), ("fmt_", 25), ("sub_", 5), ("text_", 4), ("opt_", 8),
    ] {
      #expect(words.count { $0.hasPrefix(family) } >= count, "\(family)")
    }
  }
}
