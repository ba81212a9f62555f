import Diagnostics
import Spec
import TestSupport
import Testing

/// A spec with one mistake, marked where the diagnostic must point.
struct Mistake: Sendable, CustomTestStringConvertible {
  let yaml: String
  let code: String
  /// What is underlined.
  let text: String
  /// What the first hint must contain; none where it is `nil`.
  let hint: String?

  init(_ yaml: String, _ code: String, _ text: String, hint: String? = nil) {
    self.yaml = yaml
    self.code = code
    self.text = text
    self.hint = hint
  }

  var testDescription: String { code + ": " + text }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let marked = MarkedText(yaml)
    let reading = Reading(marked.text)
    #expect(reading.codes == [code], sourceLocation: sourceLocation)
    #expect(reading.places == marked.places, sourceLocation: sourceLocation)
    #expect(reading.underlined == [text], sourceLocation: sourceLocation)
    guard let hint else {
      #expect(reading.hints == [], sourceLocation: sourceLocation)
      return
    }
    #expect(reading.hints.first?.contains(hint) ?? false, "\(reading.hints)", sourceLocation: sourceLocation)
  }
}

/// An indicator and what it needs, with lines that replace or follow its own.
private func indicator(_ lines: String) -> String {
  "indicators:\n  x:\n" + lines.split(separator: "\n").map { "    \($0)\n" }.joined()
}

@Test(
  "An unknown key is pointed at, with the nearest one",
  arguments: [
    Mistake("1️⃣indicator: {}\n" + report(), "unknown-key", "indicator", hint: "« indicators »"),
    Mistake(report(head: "title: T\n1️⃣titre: T"), "unknown-key", "titre", hint: "« title »"),
    Mistake(
      report("sources:\n  s: { title: L’essai, 1️⃣le vrai, year: 2025 }\n"), "unknown-key", "le vrai",
      hint: "une virgule finit la valeur"),
    Mistake(
      report("sources:\n  s: { title: S, 1️⃣producteur: P }\n"), "unknown-key", "producteur",
      hint: "« producer »"),
    Mistake(
      report("populations:\n  p:\n    label: P\n    1️⃣lable: P\n"), "unknown-key", "lable", hint: "« label »"),
    Mistake(report("territories:\n  t: { label: T, 1️⃣codé: 1 }\n"), "unknown-key", "codé", hint: "« codes »"),
    Mistake(
      report(indicator("label: X\nunit: count\nsource: s\n1️⃣sens: higher\nvalue: { column: v }")),
      "unknown-key", "sens",
      hint: "mots possibles : label, short"),
    Mistake(
      report(indicator("label: X\nunit: count\nsource: s\nvalue: { column: v, 1️⃣were: { a: b } }")),
      "unknown-key",
      "were", hint: "« where »"),
    Mistake(
      report(
        "comparisons:\n  c:\n    indicators: x\n    subject: p\n    references: q\n    1️⃣mesure: points\n"),
      "unknown-key", "mesure", hint: "« measure »"),
    Mistake(
      report(body: "- section: S\n  1️⃣boby: []\n  body:\n    - text: a"), "unknown-key", "boby",
      hint: "« body »"),
    Mistake(
      report(body: "- key-figures:\n    - { value: x, 1️⃣lable: L }"), "unknown-key", "lable", hint: "« label »"
    ),
    Mistake(
      report(body: "- chart: { kind: bar, of: x, 1️⃣titel: T }"), "unknown-key", "titel", hint: "« title »"),
    Mistake(
      report(body: "- table:\n    of: x\n    1️⃣colums: [a]"), "unknown-key", "colums", hint: "« columns »"),
    Mistake(
      report(body: "- grid: { 1️⃣colonnes: 2, blocks: [{ text: a }] }"), "unknown-key", "colonnes",
      hint: "mots possibles : columns"),
    Mistake(report(head: "title: T\n1️⃣null: T"), "unknown-key", "null", hint: "mots possibles"),
  ])
func unknownKey(mistake: Mistake) { mistake.check() }

@Test(
  "A key that must be there is asked for where it should stand",
  arguments: [
    Mistake("1️⃣body:\n  - text: a\n", "missing-key", "b"),
    Mistake("1️⃣report:\n  title: T\n", "missing-key", "r"),
    Mistake("1️⃣report:\n  title: T\nbody:\n", "missing-key", "r"),
    Mistake("report:\n  1️⃣author: A\nbody:\n  - text: a\n", "missing-key", "a"),
    Mistake(report(head: "1️⃣title: \"\""), "missing-key", "t"),
    Mistake(report(head: "1️⃣title: \" \""), "missing-key", "t"),
    Mistake(report("sources:\n  1️⃣insee: { producer: Insee }\n"), "missing-key", "insee"),
    Mistake(report("populations:\n  1️⃣qpv:\n    short: QPV\n"), "missing-key", "qpv"),
    Mistake(
      report(indicator("unit: count\nsource: s\nvalue: { column: v }").replacing("  x:", with: "  1️⃣x:")),
      "missing-key", "x"),
    Mistake(report(indicator("label: X\nunit: count\nsource: s\nvalue: 1️⃣{ by: p }")), "missing-key", "{"),
    Mistake(report("comparisons:\n  1️⃣c: { indicators: x, subject: p }\n"), "missing-key", "c"),
    Mistake(
      report("comparisons:\n  1️⃣c: { indicators: x, subject: p, references: [] }\n"), "missing-key", "c"),
    Mistake(
      report("comparisons:\n  1️⃣c: { indicators: [null], subject: p, references: q }\n"), "missing-key", "c"),
    Mistake(report(body: "- 1️⃣section: S"), "missing-key", "section"),
    Mistake(report(body: "- 1️⃣chart: { of: x }"), "missing-key", "chart"),
    Mistake(report(body: "- 1️⃣chart: { kind: bar, of: [] }"), "missing-key", "chart"),
    Mistake(report(body: "- 1️⃣table: { columns: [a] }"), "missing-key", "table"),
    Mistake(report(body: "- 1️⃣grid: { columns: 2 }"), "missing-key", "grid"),
    Mistake(report(body: "- key-figures:\n    - 1️⃣label: L"), "missing-key", "l"),
  ])
func missingKey(mistake: Mistake) { mistake.check() }

@Test(
  "A key written twice is pointed at the second time",
  arguments: [
    Mistake(report(head: "title: T\n1️⃣title: U"), "duplicate-key", "title"),
    Mistake(report() + "1️⃣report:\n  title: T\n", "duplicate-key", "report"),
    Mistake(
      report("sources:\n  a:\n    title: A\n  b:\n    title: B\n  1️⃣a:\n    title: C\n"), "duplicate-key", "a"),
    Mistake(report(body: "- text: a\n  1️⃣text: b"), "duplicate-key", "text"),
    Mistake(report(body: "- section: a\n  body:\n    - text: b\n  1️⃣body: []"), "duplicate-key", "body"),
    // On one line the first is shown.
    Mistake(report("sources:\n  a: { 1️⃣title: A, title: B }\n"), "duplicate-key", "title"),
  ])
func duplicateKey(mistake: Mistake) { mistake.check() }

@Test(
  "A value of the wrong kind is pointed at",
  arguments: [
    Mistake(report(head: "title: 1️⃣[a, b]"), "not-a-text", "[", hint: "entre guillemets droits"),
    Mistake(report(head: "title: 1️⃣{smartphone}"), "not-a-text", "{", hint: "entre guillemets droits"),
    Mistake(report(head: "title:\n  1️⃣- a"), "not-a-text", "-"),
    Mistake(report(body: "- text:\n    1️⃣a: b"), "not-a-text", "a"),
    Mistake(report(body: "- chart: { kind: bar, of: [x, 1️⃣[y]] }"), "not-a-text", "[", hint: "guillemets"),
    Mistake(report(head: "1️⃣title:T"), "not-a-mapping", "title:T", hint: "une espace après « : »"),
    Mistake("1️⃣bonjour\n", "not-a-mapping", "bonjour", hint: "clé: valeur"),
    Mistake("1️⃣- report\n", "not-a-mapping", "-", hint: "clé: valeur"),
    Mistake(report("sources: 1️⃣insee\n"), "not-a-mapping", "insee", hint: "clé: valeur"),
    Mistake(report("sources:\n  a: 1️⃣Insee\n"), "not-a-mapping", "Insee", hint: "clé: valeur"),
    Mistake(
      report(indicator("label: X\nunit: count\nsource: s\nvalue: 1️⃣taux")), "not-a-mapping", "taux",
      hint: "clé"),
    Mistake(
      report(indicator("label: X\nunit: count\nsource: s\nvalue: { column: v, where: 1️⃣taux }")),
      "not-a-mapping",
      "taux", hint: "clé"),
    Mistake(report(body: "- chart: 1️⃣bar"), "not-a-mapping", "bar", hint: "clé"),
    Mistake(report("sources:\n  1️⃣a:\n"), "empty", "a"),
    Mistake("1️⃣---\n", "empty", "-"),
    Mistake("1️⃣~\n", "empty", "~"),
    Mistake("report:\n  title: T\nbody: 1️⃣texte\n", "not-blocks", "texte", hint: "un tiret et une espace"),
    Mistake("report:\n  title: T\nbody: 1️⃣[]\n", "not-blocks", "[", hint: "un tiret"),
    Mistake("report:\n  title: T\nbody:\n  1️⃣-text: a\n", "not-blocks", "-", hint: "un tiret et une espace"),
    Mistake("report:\n  title: T\n  1️⃣[a, b]: T\nbody:\n  - text: a\n", "not-a-text", "[", hint: "guillemets"),
    Mistake(report(body: "- text: 1️⃣!attention ceci"), "tag", "!att", hint: "guillemets"),
  ])
func wrongKind(mistake: Mistake) {
  mistake.check()
}

@Test(
  "A block that is none is pointed at",
  arguments: [
    Mistake(
      report(body: "- 1️⃣graphique: { kind: bar }"), "unknown-block", "graphique",
      hint: "« chart »"),
    Mistake(report(body: "- 1️⃣charts: { kind: bar }"), "unknown-block", "charts", hint: "« chart »"),
    Mistake(report(body: "- 1️⃣key_figures: [x]"), "unknown-block", "key_figures", hint: "« key-figures »"),
    Mistake(report(body: "- 1️⃣pagebreak"), "unknown-block", "pagebreak", hint: "« page-break »"),
    Mistake(report(body: "- 1️⃣[text, a]"), "not-a-block", "[", hint: "mots possibles"),
    Mistake(report(body: "- text: a\n-1️⃣"), "not-a-block", "", hint: "mots possibles"),
    Mistake(report(body: "- 1️⃣chart"), "empty-block", "chart", hint: "« mot: »"),
    Mistake(report(body: "- 1️⃣text:"), "empty-block", "text"),
    Mistake(report(body: "- 1️⃣callout"), "empty-block", "callout", hint: "« mot: »"),
    Mistake(report(body: "- 1️⃣chart:"), "empty-block", "chart"),
    Mistake(report(body: "- 1️⃣key-figures: []"), "empty-block", "key-figures"),
    Mistake(report(body: "- text: a\n  1️⃣title: b"), "stray-key", "title", hint: "deux espaces"),
    Mistake(
      report(body: "- chart:\n    kind: bar\n    of: x\n  1️⃣title: b"), "stray-key", "title",
      hint: "sous « chart: »"),
  ])
func wrongBlock(mistake: Mistake) { mistake.check() }

@Test(
  "A word that is not in its list is pointed at, with the nearest one",
  arguments: [
    Mistake(report(head: "title: T\nlanguage: 1️⃣de"), "unknown-word", "de", hint: "mots possibles : fr, en"),
    Mistake(
      report("populations:\n  p: { label: P, role: 1️⃣sujet }\n"), "unknown-word", "sujet",
      hint: "mots possibles : subject"),
    Mistake(
      report(indicator("label: X\nunit: 1️⃣percent\nsource: s\nvalue: { column: v }")), "unknown-word",
      "percent", hint: "mots possibles : %, per-1000"),
    Mistake(
      report(indicator("label: X\nunit: 1️⃣\"°C\"\nsource: s\nvalue: { column: v }")), "unknown-word", "\"°C\"",
      hint: "mots possibles"),
    Mistake(
      report(indicator("label: X\nunit: count\ndirection: 1️⃣hihger\nsource: s\nvalue: { column: v }")),
      "unknown-word", "hihger", hint: "« higher »"),
    Mistake(
      report(indicator("label: X\nunit: count\nnature: 1️⃣ressource\nsource: s\nvalue: { column: v }")),
      "unknown-word", "ressource", hint: "« resource »"),
    Mistake(
      report(indicator("label: X\nunit: count\nscale: 1️⃣million\nsource: s\nvalue: { column: v }")),
      "unknown-word", "million", hint: "« millions »"),
    Mistake(
      report("comparisons:\n  c: { indicators: x, subject: p, references: q, measure: 1️⃣point }\n"),
      "unknown-word", "point", hint: "« points »"),
    Mistake(
      report(body: "- chart: { kind: 1️⃣barres, of: x }"), "unknown-word", "barres",
      hint: "« bar »"),
    Mistake(
      report(body: "- chart: { kind: bar, of: x, orientation: 1️⃣horizontale }"), "unknown-word", "horizontale",
      hint: "« horizontal »"),
    Mistake(
      report(body: "- chart: { kind: bar, of: x, sort: 1️⃣ascendant }"), "unknown-word", "ascendant",
      hint: "« ascending »"),
    Mistake(
      report(body: "- chart: { kind: bar, of: x, intervals: 1️⃣gradients }"), "unknown-word", "gradients",
      hint: "« gradient »"),
    Mistake(
      report(body: "- table: { of: x, rows: 1️⃣indicator }"), "unknown-word", "indicator",
      hint: "« indicators »"),
  ])
func unknownWord(mistake: Mistake) { mistake.check() }

@Test(
  "A name is made of letters, digits, - and _",
  arguments: [
    Mistake(
      report("sources:\n  1️⃣enquête capuni: { title: T }\n"), "not-a-name", "enquête capuni",
      hint: "sans espace"),
    Mistake(report("sources:\n  1️⃣capuni.2019: { title: T }\n"), "not-a-name", "capuni.2019", hint: "lettres"),
    Mistake(report("populations:\n  1️⃣\"a[b]\": { label: T }\n"), "not-a-name", "\"a[b]\"", hint: "lettres"),
    Mistake(report("populations:\n  1️⃣\"\": { label: T }\n"), "not-a-name", "\"\"", hint: "lettres"),
    Mistake(report("indicators:\n  1️⃣part/qpv: { label: T }\n"), "not-a-name", "part/qpv", hint: "lettres"),
  ])
func badName(mistake: Mistake) { mistake.check() }

@Test("Names can have accents, digits, - and _")
func goodName() {
  let reading = Reading(report("sources:\n  enquête-2019_b: { title: T }\n  2019: { title: U }\n"))
  #expect(reading.spec?.sources.map(\.id.value) == ["enquête-2019_b", "2019"])
}

@Test(
  "A whole number out of bounds is pointed at",
  arguments: ["0", "5", "2.0", "deux", "-1", "1e1", "\"\"", "9999999999999999999"])
func badInteger(typed: String) {
  Mistake(
    report(body: "- grid: { columns: 1️⃣\(typed), blocks: [{ text: a }] }"), "not-an-integer", typed
  ).check()
}

@Test("All mistakes of a file come at once, in the order of the file")
func allAtOnce() {
  let marked = MarkedText(
    """
    1️⃣rapport: {}
    body:
      - text: a 2️⃣{x[} b
      - 3️⃣graph: {}
    report:
      language: 4️⃣de
      title: T
      5️⃣titre: T
    sources:
      6️⃣a b: { title: A }
      7️⃣c: { producer: C }
    indicators:
      x:
        value: 8️⃣{ by: p }
        label: X
        source: c
        unit: 9️⃣euro
    """)
  let reading = Reading(marked.text)
  #expect(
    reading.codes == [
      "unknown-key", "malformed-reference", "unknown-block", "unknown-word", "unknown-key", "not-a-name",
      "missing-key", "missing-key", "unknown-word",
    ])
  #expect(reading.places == marked.places)
}

@Test(
  "A decimal comma in a list of numbers is warned of, a list with spaces is not",
  arguments: [("[75,5]", ["parted-number"]), ("[75, 5]", []), ("[75.5]", []), ("[75,5,10]", [])])
func decimalComma(list: String, codes: [String]) {
  let reading = Reading(
    report(body: "- chart: { kind: bar, from: s, categories: c, value: v, benchmarks: \(list) }"))
  #expect(reading.codes == codes)
}
