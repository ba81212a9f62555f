import Diagnostics
import Spec
import TestSupport
import Testing

@Test(
  "What is not YAML is explained where it goes wrong",
  arguments: [
    Mistake("report:\n1️⃣\ttitle: T\n", "tab", "\t", hint: "espaces"),
    Mistake("report:\n  title: T\n1️⃣\tauthor: A\n", "tab", "\t", hint: "espaces"),
    Mistake(report(head: "title: 1️⃣\"T"), "unclosed-quote", "\"", hint: "refermez"),
    Mistake(report(head: "title: 1️⃣'T"), "unclosed-quote", "'", hint: "refermez"),
    Mistake(report(head: "title: Suivi1️⃣: 2026"), "colon-in-text", ":", hint: "entre guillemets droits"),
    Mistake(
      report(head: "title: «\u{202F}Suivi\u{202F}» 1️⃣: 2026"), "colon-in-text", ":", hint: "guillemets droits"),
    Mistake(report(head: "title: T\n author1️⃣: A"), "colon-in-text", ":", hint: "entre guillemets droits"),
    Mistake("report:\n  title: T\n 1️⃣author: A\n", "bad-indentation", "a", hint: "retrait"),
    Mistake("report:\n  title: T\nbody:\n  - text: a\n  1️⃣text: b\n", "bad-indentation", "t", hint: "retrait"),
    Mistake(
      "report:\n  title: T\nbody:\n  - text: |\n      a\n    1️⃣b\n", "bad-indentation", "b", hint: "retrait"),
    Mistake(report(body: "- chart: { kind: bar, of: 1️⃣[x, y }"), "unclosed-flow", "[", hint: "refermez"),
    Mistake(report(body: "- chart: 1️⃣{ kind: bar, of: x"), "unclosed-flow", "{", hint: "refermez"),
    Mistake(report(head: "author: 1️⃣@moi"), "bad-start", "@", hint: "guillemets droits"),
    Mistake(report("indicators:\n  x:\n    unit: 1️⃣%\n"), "bad-start", "%", hint: "guillemets droits"),
    Mistake(report(body: "- text: *1️⃣*gras**"), "bad-alias", "*", hint: "guillemets droits"),
    Mistake(report(body: "- 1️⃣*texte"), "bad-alias", "*", hint: "guillemets droits"),
    Mistake(report(body: "- text: {x} 1️⃣des gens"), "text-after-end", "d", hint: "tout entier"),
    Mistake(report(body: "- text: \"Vrai\" 1️⃣dit-il"), "text-after-end", "d", hint: "tout entier"),
    Mistake(report(body: "- text: 'L'1️⃣eau'"), "text-after-end", "e", hint: "le referme"),
    Mistake(report(head: "title: T\n  1️⃣author:A\n  subtitle: S"), "no-space", "a", hint: "une espace"),
    Mistake(
      "report:\n  title: T\nbody:\n  - chart:\n      kind: bar\n      of: x\n    1️⃣title: T\n      sort: a\n",
      "bad-indentation", "t", hint: "alignez"),
    Mistake(report(head: "title: \"C:1️⃣\\data\""), "bad-escape", "\\", hint: "doublez-le"),
    Mistake(report() + "1️⃣---\nreport: {}\n", "another-document", "-"),
    Mistake(report(head: "title: T1️⃣\u{7}"), "forbidden-character", "\u{7}", hint: "copier-coller"),
    Mistake(report(head: "title: l1️⃣\u{92}eau"), "forbidden-character", "\u{92}", hint: "copier-coller"),
    Mistake("report:\n  title: T\nbody: [1️⃣" + String(repeating: "[", count: 5000), "too-deep", "["),
  ])
func notYAML(mistake: Mistake) { mistake.check() }

@Test(
  "A reference in a list between brackets must be quoted, and the message says so",
  arguments: [
    "- key-figures: [smartphone1️⃣[qpv], ordinateur[qpv]]",
    "- key-figures: [\n    smartphone1️⃣[qpv],\n    ordinateur[qpv]]",
    "- key-figures:\n    - { value: smartphone1️⃣[qpv], label: Smartphone }",
    "- text: {smartphone1️⃣[qpv]} des habitants",
  ])
func unquotedReference(body: String) {
  Mistake(
    report(body: body), "unquoted-reference", "[", hint: "\"indicateur[population]\", avec les guillemets"
  ).check()
}

@Test("A reference may stand by itself on a line, or quoted between brackets")
func goodReferences() {
  let reading = Reading(report(body: "- key-figures: [\"x[qpv]\", y]\n- key-figures:\n    - x[qpv]"))
  #expect(reading.codes == [])
}

@Test(
  "A file without anything is empty", arguments: ["", "\n\n", "# rien\n", "\u{FEFF}", "\u{FEFF}# rien"])
func emptyFile(yaml: String) {
  let reading = Reading(yaml)
  #expect(reading.codes == ["empty-spec"])
  #expect(reading.diagnostics.first?.place == Place(wholeFile: "report.yml"))
}

@Test("A file that is not UTF-8 is pointed at where it is not")
func notUTF8() {
  let bytes = Array("report:\n  title: Territ\u{F4}ire".unicodeScalars.map { UInt8($0.value) })
  let reading = Reading(bytes: bytes)
  #expect(reading.codes == ["not-utf-8"])
  #expect(reading.places == ["2:16"])
  #expect(reading.hints.first?.contains("UTF-8") ?? false)
}

@Test("A byte order mark is no part of the text")
func byteOrderMark() throws {
  let spec = try #require(Reading("\u{FEFF}" + report()).spec)
  #expect(spec.head.title.value == "Suivi")
}

@Test(
  "Lines are counted as editors count them, whatever ends them",
  arguments: ["\r\n", "\r", "\n"])
func lineEnds(end: String) {
  let marked = MarkedText(report(head: "title: T\n1️⃣titre: U").replacing("\n", with: end))
  let reading = Reading(marked.text)
  #expect(reading.places == marked.places)
  #expect(reading.underlined == ["titre"])
}

@Test(
  "Signs that YAML takes for line ends but editors do not change no place",
  arguments: ["\u{2028}", "\u{2029}", "\u{85}"])
func rareLineEnds(sign: String) throws {
  let marked = MarkedText(report(head: "title: un\(sign)deux\n1️⃣titre: U"))
  let reading = Reading(marked.text)
  #expect(reading.codes == ["unknown-key"])
  #expect(reading.places == marked.places)
}

@Test("An alias repeats what its anchor names")
func alias() throws {
  let reading = Reading(report(head: "title: &titre Suivi\nsubtitle: *titre"))
  #expect(reading.spec?.head.subtitle?.value == "Suivi")
}

@Test("Values are read as typed: codes keep their zeros, and no word is a boolean")
func asTyped() throws {
  let reading = Reading(
    report("populations:\n  p: { label: No, codes: [01004, 1_000, 0x1F, yes, \"null\", 1.10] }\n"))
  let population = try #require(reading.spec?.populations.first)
  #expect(population.label.value == "No")
  #expect(population.codes.map(\.value) == ["01004", "1_000", "0x1F", "yes", "null", "1.10"])
}

@Test("Sections in sections are read as deep as they go")
func deepNesting() {
  let body =
    String(repeating: "[{section: a, body: ", count: 400) + "[{text: a}]"
    + String(repeating: "}]", count: 400)
  #expect(Reading("report:\n  title: T\nbody: " + body).codes == [])
}

@Test("A few lines of aliases that stand for billions of blocks end with an error", .timeLimit(.minutes(5)))
func aliasBomb() {
  var body = "- &a0\n  text: a"
  for level in 1...12 {
    let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
    body += "\n- &a\(level)\n  grid:\n    blocks: [\(aliases)]"
  }
  #expect(Reading(report(body: body)).codes == ["too-many"])
}
