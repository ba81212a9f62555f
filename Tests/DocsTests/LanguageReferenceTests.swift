import DataSources
import Model
import Spec
import Testing

@Suite("docs/report-language.md")
struct LanguageReferenceTests {
  private let page: DocumentationPage

  init() throws { page = try DocumentationPage("docs/report-language.md") }

  @Test(
    "Each key of the language is explained where it belongs, and no other", arguments: SpecVocabulary.mappings
  )
  func keys(mapping: SpecVocabulary.Mapping) throws {
    let section = try #require(page.section(of: mapping.name), "a heading with `\(mapping.name)`")
    #expect(section.listed == Set(mapping.keys))
  }

  @Test("Each word of a closed list is explained at its key", arguments: SpecVocabulary.choices)
  func words(choice: SpecVocabulary.Choice) throws {
    let row = try #require(page.section(of: choice.mapping)?.row(of: choice.key))
    #expect(Set(choice.words).subtracting(codeWords(in: row)) == [])
  }

  @Test("The vocabulary holds every closed list of the reader")
  func vocabulary() throws {
    let sources = try Repository.files(in: "Sources/Spec", ending: ".swift").map(Repository.text).joined()
    let mappings = SpecVocabulary.mappings + SpecVocabulary.themeMappings
    let choices = SpecVocabulary.choices + SpecVocabulary.themeChoices
    #expect(sources.matches(of: /enum \w+: String, SpecKey\b/).count == mappings.count)
    #expect(sources.matches(of: /\bchoice\((?:\w+\??\[|\$0)/).count == choices.count)
  }

  @Test("Each form of a reference is explained, and no other")
  func forms() {
    #expect(
      page.section(headed: "A value")?.listed
        == Set(ValueForm.allCases.map(\.rawValue) + IndicatorField.allCases.map(\.rawValue)))
    #expect(page.section(headed: "A chart or table")?.listed == Set(FigureForm.allCases.map(\.rawValue)))
    #expect(page.section(headed: "A comparison")?.listed == Set(ComparisonForm.allCases.map(\.rawValue)))
  }

  @Test("Each sign is explained, and no other")
  func signs() {
    #expect(page.section(headed: "Signs")?.listed == Set(Icon.allCases.map(\.rawValue)))
  }

  @Test("Each column of a table is explained, and no other")
  func columns() {
    let words = TableWord.allCases.map(\.rawValue) + TableText.allCases.map(\.rawValue) + ["value"]
    #expect(page.section(headed: "Columns")?.listed == Set(words))
  }

  @Test("The theme's names are there")
  func themes() throws {
    let row = try #require(page.section(of: "report")?.row(of: "theme"))
    for file in try Repository.files(in: "Themes", ending: ".yml") {
      #expect(codeWords(in: row).contains(String(file.dropFirst(7).dropLast(4))))
    }
  }

  @Test("What may be said of a CSV file is what its reader takes")
  func overrides() throws {
    let section = try #require(page.section(headed: "CSV files"))
    let delimiters = codeWords(in: try #require(section.row(of: "delimiter"))).dropFirst()
    #expect(Set(delimiters.map(Delimiter.init(written:))) == Set(Delimiter.allCases.map(Optional.some)))
    let encodings = codeWords(in: try #require(section.row(of: "encoding"))).dropFirst()
    #expect(Set(encodings.map(TextEncoding.init(written:))) == Set(TextEncoding.allCases.map(Optional.some)))
    let marks = codeWords(in: try #require(section.row(of: "decimal-mark"))).dropFirst()
    #expect(Set(marks.map(DecimalMark.init(written:))) == Set(DecimalMark.allCases.map(Optional.some)))
  }

  @Test("Marks of missing values mean what the page says")
  func missingMarks() throws {
    let section = try #require(page.section(headed: "Missing values"))
    for row in section.rows {
      let kind = try #require(MissingKind(rawValue: row[0]))
      for mark in codeWords(in: row[1]) { #expect(MissingMarks.french.kind(of: mark) == kind, "\(mark)") }
    }
    #expect(Set(section.rows.map { $0[0] }) == Set(MissingKind.allCases.map(\.rawValue)))
  }

  @Test(
    "References are printed as the tables of forms say",
    arguments: ["A value", "A comparison"])
  func printedForms(heading: String) throws {
    let section = try #require(page.section(headed: heading))
    let workspace = try Workspace()
    for block in page.blocks where block.words.last?.hasPrefix("file=data/") == true {
      try workspace.write(block.text, to: String(block.words[1].dropFirst(5)))
    }
    let report = try #require(page.blocks.first { $0.words == ["yaml", "file=exemple.yml"] }).text
    let head = report.components(separatedBy: "\nbody:\n")[0]
    let texts = section.rows.map { "  - text: \"→ \(codeWords(in: $0[1])[0])\"\n" }
    try workspace.write(head + "\nbody:\n" + texts.joined(), to: "exemple.yml")
    let dump = try workspace.run(".build/release/vigie dump exemple.yml --stage figures").output
    let printed = dump.components(separatedBy: "\n").compactMap { line -> String? in
      line.firstRange(of: "→ ").map {
        String(line[$0.upperBound...]).replacing(/\\u{(?:A0|202F)}/, with: " ")
      }
    }
    #expect(printed == section.rows.map { $0[2] })
  }
}
