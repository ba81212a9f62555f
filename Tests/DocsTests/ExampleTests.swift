import Testing

@Suite("Examples")
struct ExampleTests {
  @Test("What a page tells its reader to do can be done", arguments: Repository.pages)
  func examples(path: String) throws {
    var session = try PageSession(DocumentationPage(path))
    try session.follow()
  }

  @Test("The pages that are promised are there")
  func pages() {
    let names = ["adding", "architecture", "command-line", "guide", "report-language"]
    for name in names { #expect(Repository.pages.contains("docs/\(name).md")) }
    #expect(Repository.pages.contains("Reports/pilier-numerique/README.md"))
  }

  @Test("`make report` renders, `make test` tests, lints and renders")
  func makeTargets() throws {
    let workspace = try Workspace()
    let report = try workspace.run("make -o build report")
    #expect(report.status == 0, "\(report.output)")
    #expect(workspace.exists("Output/pilier-numerique.pdf"))
    let test = try workspace.run("make -n test")
    let steps = ["swift test", "swift format lint", "vigie render"]
    for step in steps {
      #expect(test.output.contains(step.replacing("vigie", with: ".build/release/vigie")))
    }
  }
}
