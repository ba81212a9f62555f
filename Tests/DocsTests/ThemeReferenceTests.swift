import Model
import Spec
import Testing

@Suite("docs/themes.md")
struct ThemeReferenceTests {
  private let page: DocumentationPage

  init() throws { page = try DocumentationPage("docs/themes.md") }

  @Test(
    "Each key of a theme is explained where it belongs, and no other", arguments: SpecVocabulary.themeMappings
  )
  func keys(mapping: SpecVocabulary.Mapping) throws {
    let section = try #require(page.section(of: mapping.name), "a heading with `\(mapping.name)`")
    #expect(section.listed == Set(mapping.keys))
  }

  @Test("Each word of a closed list is explained at its key", arguments: SpecVocabulary.themeChoices)
  func words(choice: SpecVocabulary.Choice) throws {
    let row = try #require(page.section(of: choice.mapping)?.row(of: choice.key))
    #expect(Set(choice.words).subtracting(codeWords(in: row)) == [])
  }

  @Test("Each field of a header is named")
  func fields() throws {
    let section = try #require(page.section(of: "header"))
    let words = Set(section.lines.flatMap(codeWords))
    for field in RunningField.allCases { #expect(words.contains("{\(field.rawValue)}")) }
  }

  @Test("Each shipped theme is named")
  func themes() throws {
    let listed = try #require(page.section(headed: "Themes")).listed
    let files = try Repository.files(in: "Themes", ending: ".yml")
    #expect(listed == Set(files.map { String($0.dropFirst(7).dropLast(4)) }))
  }
}
