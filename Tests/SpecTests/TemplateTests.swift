import Diagnostics
import Spec
import TestSupport
import Testing

/// The text of a report's first block.
private func template(_ yaml: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  -> TextTemplate
{
  let reading = Reading(yaml)
  #expect(reading.codes == [], sourceLocation: sourceLocation)
  guard case .text(let template) = reading.spec?.body.first else {
    throw Missing()
  }
  return template
}

private struct Missing: Error {}

extension TextTemplate {
  /// The text with its references between angle brackets.
  fileprivate var outline: String {
    segments.map { segment in
      switch segment {
      case .literal(let text): text
      case .reference(let reference): "<\(reference.text)>"
      case .passage(let passage):
        "<\(passage.language ?? "-")\(passage.isInSmallCapitals ? " small" : "")>"
      }
    }.joined()
  }

  fileprivate var references: [ReferenceSpec] {
    segments.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
  }
}

@Test(
  "References are found in every kind of scalar, where they stand",
  arguments: [
    "- text: a 1️⃣{x[qpv]} b 2️⃣{y} c",
    "- text: \"1️⃣{x[qpv]} et 2️⃣{x[qpv]}\"",
    "- text: 'l''été 1️⃣{x} 2️⃣{ y[qpv].number }'",
    "- text: |\n    Deux lignes 1️⃣{x}\n    2️⃣{c.x.gap} et fin",
    "- text: >\n    Deux lignes 1️⃣{x} 2️⃣{x}\n    une fin",
    "- text: >-\n\n    1️⃣{x}\n\n    été 2️⃣{x}",
    "- text: plusieurs\n    lignes 1️⃣{x}\n    sans rien 2️⃣{y}",
    "- text: \"avec \\\"guillemets\\\" 1️⃣{x} 2️⃣{y}\"",
    "- text: \"{{x}} 1️⃣{x} {{{{ 2️⃣{x}\"",  // escapes are no references
  ])
func references(body: String) throws {
  let marked = MarkedText(report(body: body))
  let references = try template(marked.text).references
  #expect(references.map { "\($0.place.line):\($0.place.column)" } == marked.places)
  #expect(references.allSatisfy { $0.place.text.hasPrefix("{") && $0.place.text.hasSuffix("}") })
}

@Test(
  "A brace by itself is written twice",
  arguments: [
    ("a {{b}} c", "a {b} c"), ("{{{x}}}", "{<x>}"), ("{{{{", "{{"), ("a } b", "a } b"), ("}}", "}"),
    ("{x}{y}", "<x><y>"), ("{x}}}", "<x>}"),
  ])
func escapes(typed: String, outline: String) throws {
  #expect(try template(report(body: "- text: \"\(typed)\"")).outline == outline)
}

@Test(
  "A reference is a name, then members and keys",
  arguments: [
    ("x", "x", []), ("part-qpv[livreurs]", "part-qpv", [.key("livreurs")]),
    ("équipement.x[fr_1].gap", "équipement", [.member("x"), .key("fr_1"), .member("gap")]),
  ] as [(String, String, [ReferenceSpec.Step])])
func steps(typed: String, name: String, steps: [ReferenceSpec.Step]) throws {
  let reference = try #require(template(report(body: "- text: \"{\(typed)}\"")).references.first)
  #expect(reference.name == name)
  #expect(reference.steps == steps)
}

@Test(
  "A badly written reference is pointed at, in every kind of scalar",
  arguments: [
    ("- text: a 1️⃣{} b", "{}"),
    ("- text: a 1️⃣{ } b", "{ }"),
    ("- text: a {x} 1️⃣{x y} b", "{x y}"),
    ("- text: a {x} 1️⃣{x[} b", "{x[}"),
    ("- text: a 1️⃣{x[]} b", "{x[]}"),
    ("- text: a 1️⃣{x[qpv]]} b", "{x[qpv]]}"),
    ("- text: a 1️⃣{x.} b", "{x.}"),
    ("- text: a 1️⃣{x[qpv} b", "{x[qpv}"),
    ("- text: a 1️⃣{[qpv]} b", "{[qpv]}"),
    ("- text: \"d'été {x-} 1️⃣{y z}\"", "{y z}"),
    ("- text: |\n    a {x}\n    b 1️⃣{x!}", "{x!}"),
    ("- text: >\n    a {x} {x}\n    b 1️⃣{x!}", "{x!}"),
    ("- section: a 1️⃣{x!}\n  body: [{ text: a }]", "{x!}"),
    ("- chart: { kind: bar, of: x, title: \"a 1️⃣{x!}\" }", "{x!}"),
    // Not closed: only its first word is shown.
    ("- text: a 1️⃣{x des gens", "{x"),
    ("- text: a 1️⃣{x et {y}", "{x"),
    ("- text: a 1️⃣{", "{"),
    ("- text: |\n    a 1️⃣{x\n    }", "{x"),
    ("- text: >\n    a 1️⃣{x\n    b", "{x"),
    // On two lines of a folded text: the part on the first is shown.
    ("- text: >\n    a 1️⃣{x\n    y} b", "{x"),
  ])
func malformed(body: String, underlined: String) throws {
  let marked = MarkedText(report(body: body))
  let reading = Reading(marked.text)
  #expect(reading.codes == ["malformed-reference"])
  #expect(reading.places == marked.places)
  #expect(reading.underlined == [underlined])
  #expect(
    reading.hints == [
      "écrivez {indicateur[population]} ou {comparaison.indicateur.gap} ; une accolade seule s’écrit {{"
    ])
}

@Test("Several badly written references of a line are each pointed at")
func several() {
  let marked = MarkedText(report(body: "- text: a 1️⃣{a b} {x} 2️⃣{a b} 3️⃣{c"))
  let reading = Reading(marked.text)
  #expect(reading.codes == ["malformed-reference", "malformed-reference", "malformed-reference"])
  #expect(reading.places == marked.places)
}

@Test("A key figure's reference has no braces, and the hint says so")
func bareReference() {
  Mistake(
    report(body: "- key-figures:\n    - value: 1️⃣\"{x[qpv]}\""), "malformed-reference", "\"{x[qpv]}\"",
    hint: "sans accolades"
  ).check()
  Mistake(
    report(body: "- key-figures:\n    - 1️⃣x [qpv]"), "malformed-reference", "x [qpv]",
    hint: "écrivez indicateur[population]"
  ).check()
}

@Test("What is said of words between brackets stands right behind them")
func passages() throws {
  let yaml = "- text: \"[a]{lang=en} [b]{.smallcaps} [c]{lang=pt-BR .smallcaps} [{x}]{lang=ar}\""
  #expect(try template(report(body: yaml)).outline == "[a]<en> [b]<- small> [c]<pt-BR small> [<x>]<ar>")
}

@Test(
  "What is no language, and what stands apart, is no passage",
  arguments: ["[a]{lang=anglais}", "[a]{lang=}", "[a] {lang=en}", "{lang=en}"])
func noPassages(text: String) {
  #expect(Reading(report(body: "- text: \"\(text)\"")).codes == ["malformed-reference"])
}
