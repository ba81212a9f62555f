import Diagnostics
import Model
import Testing

private func text(_ text: String) -> String { report(body: "- text: \"\(text)\"") }

@Test(
  "A reference that leads nowhere is pointed at",
  arguments: [
    Mistake(
      text("a 1️⃣{smartfone[qpv]} b 2️⃣{ordinateur}"), "unknown-indicator", "unknown-indicator",
      hint: "« smartphone »"),
    Mistake(text("1️⃣{smartphone[qvp]}"), "unknown-population", hint: "« qpv »"),
    Mistake(text("1️⃣{nombre[qpv]}"), "value-is-alone"),
    Mistake(text("1️⃣{smartphone}"), "population-needed", hint: "smartphone[qpv], smartphone[france]"),
    Mistake(text("1️⃣{smartphone.number}"), "population-needed", hint: "smartphone[qpv]"),
    Mistake(
      text("1️⃣{smartphone[qpv].valeur}"), "unknown-form", hint: "mots possibles : full, number, words, about"),
    Mistake(text("1️⃣{smartphone[qpv].numbre}"), "unknown-form", hint: "« number »"),
    Mistake(text("1️⃣{smartphone[qpv].number.words}"), "too-many-steps"),
    Mistake(text("1️⃣{smartphone[qpv][france]}"), "too-many-steps"),
    Mistake(text("1️⃣{ecart}"), "indicator-needed", hint: "ecart.smartphone"),
    Mistake(text("1️⃣{ecart[france]}"), "indicator-needed", hint: "ecart.smartphone"),
    Mistake(text("1️⃣{ecart.smartfone}"), "unknown-indicator", hint: "« smartphone »"),
    Mistake(text("1️⃣{ecart.revenu}"), "unknown-indicator", hint: "mots possibles : smartphone"),
    Mistake(text("1️⃣{ecart.smartphone[qpv]}"), "unknown-population", hint: "mots possibles : france"),
    Mistake(text("1️⃣{ecart.smartphone.valeur}"), "unknown-form", hint: "mots possibles : sentence, gap, size"),
    Mistake(text("1️⃣{ecart.smartphone.gap.size}"), "too-many-steps"),
    Mistake(text("1️⃣{figure.ecart}"), "unknown-figure-reference", hint: "« id: … »"),
  ])
func nowhere(mistake: Mistake) { mistake.check() }

@Test(
  "References are looked up in every text of the body",
  arguments: [
    "- section: \"1️⃣{x}\"\n  body: [{ text: a }]", "- section: a\n  body:\n    - text: \"1️⃣{x}\"",
    "- key-figures: [1️⃣x]", "- key-figures:\n    - { value: nombre, label: \"1️⃣{x}\" }",
    "- key-figures:\n    - { value: nombre, label: a, detail: \"1️⃣{x}\" }",
    "- chart: { kind: bar, of: nombre, title: \"1️⃣{x}\" }",
    "- chart: { kind: bar, of: nombre, title: T, subtitle: \"1️⃣{x}\" }",
    "- chart: { kind: bar, of: nombre, title: T, reading: \"1️⃣{x}\" }",
    "- chart: { kind: bar, of: nombre, title: T, universe: \"1️⃣{x}\" }",
    "- chart: { kind: bar, of: nombre, title: T, note: \"1️⃣{x}\" }",
    "- chart: { kind: bar, of: nombre, title: T, alternative: \"1️⃣{x}\" }",
    "- table: { of: nombre, title: T, note: \"1️⃣{x}\" }",
    "- grid: { blocks: [{ text: \"1️⃣{x}\" }] }", "- text: \"**1️⃣{x}**\"",
  ])
func everyText(body: String) {
  Mistake(report(body: body), "unknown-indicator", hint: "mots possibles").check()
}

@Test(
  "What a reference stands for",
  arguments: [
    ("nombre", .value(ID("nombre"), Viewpoint(nil), .full)),
    ("nombre.words", .value(ID("nombre"), Viewpoint(nil), .words)),
    ("smartphone[qpv]", .value(ID("smartphone"), Viewpoint(ID("qpv")), .full)),
    ("smartphone[france].number", .value(ID("smartphone"), Viewpoint(ID("france")), .number)),
    ("smartphone.label", .field(ID("smartphone"), .label)),
    ("smartphone[qpv].period", .field(ID("smartphone"), .period)),
    ("ecart.smartphone", .comparison(ID("ecart"), ID("smartphone"), .population(ID("france")), .sentence)),
    (
      "ecart.smartphone[france].gap",
      .comparison(ID("ecart"), ID("smartphone"), .population(ID("france")), .gap)
    ),
  ] as [(String, Reference.Kind)])
func meaning(typed: String, kind: Reference.Kind) throws {
  let report = try #require(Resolving(text("{\(typed)}")).report)
  guard case .text(let blocks) = report.body.first, case .paragraph(let inlines) = blocks.first,
    case .reference(let reference) = inlines.first
  else {
    Issue.record("A text of one reference was expected, not \(report.body)")
    return
  }
  #expect(reference.kind == kind)
}

@Test(
  "A key figure is a number",
  arguments: [
    Mistake(report(body: "- key-figures: [1️⃣nombre.label]"), "not-a-number"),
    Mistake(report(body: "- key-figures: [1️⃣ecart.smartphone]"), "not-a-number"),
    Mistake(report(body: "- key-figures: [1️⃣smartphone]"), "population-needed", hint: "smartphone[qpv]"),
  ])
func keyFigure(mistake: Mistake) { mistake.check() }
