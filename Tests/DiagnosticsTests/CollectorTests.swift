import Diagnostics
import Testing

@Test("The same finding at the same place is kept once, in the order of the first")
func once() throws {
  var collector = DiagnosticCollector()
  let (a, b) = (try finding(in: "1️⃣a: b"), try finding(in: "a: 1️⃣b"))
  for diagnostic in [b, a, b, a, b] { collector.report(diagnostic) }
  #expect(collector.diagnostics == [b, a])
}

@Test("Findings can be had in the order of their places, those at one place as they came")
func inOrder() throws {
  var collector = DiagnosticCollector()
  let (a, b) = (try finding(in: "1️⃣a: b"), try finding(in: "a: 1️⃣b"))
  let (warning, machine) = (try finding(.warning, in: "1️⃣a: b"), Diagnostic.error(a.message, at: nil))
  for diagnostic in [b, warning, a, machine] { collector.report(diagnostic) }
  #expect(collector.inOrder == [machine, warning, a, b])
}

@Test("Findings that differ in anything are both kept")
func differing() throws {
  var collector = DiagnosticCollector()
  let findings = [
    try finding(in: "1️⃣a"), try finding(.warning, in: "1️⃣a"), try finding(in: "1️⃣a", path: "other.yml"),
    try finding(in: "1️⃣a", hints: [Diagnostic.Hint(fr: "aide", en: "help")]),
  ]
  for diagnostic in findings { collector.report(diagnostic) }
  #expect(collector.diagnostics == findings)
}

@Test("Only errors end a stage, and then with the warnings too")
func ending() throws {
  var collector = DiagnosticCollector()
  collector.report(try finding(.warning, in: "1️⃣a"))
  #expect(!collector.hasErrors)
  try collector.throwIfErrors()
  collector.report(try finding(in: "1️⃣a"))
  #expect(collector.hasErrors)
  let errors = #expect(throws: AuthorErrors.self) { try collector.throwIfErrors() }
  #expect(errors?.diagnostics == collector.diagnostics)
}

@Test("Places are ordered as they stand in their files")
func places() {
  let (a, b) = (SourceText(path: "a", text: ""), SourceText(path: "b", text: ""))
  let ordered = [
    Place(in: a, line: 1, column: 2), Place(in: a, line: 2, column: 1), Place(in: a, line: 10, column: 1),
    Place(in: b, line: 1, column: 1),
  ]
  #expect(ordered.reversed().sorted() == ordered)
}
