import Testing

@Suite("Computed indicators")
struct ComputedTests {
  private static let counts = [
    "aides: { label: Aides, unit: count, source: s, value: { column: aides, by: z, period: p } }",
    "menages: { label: Ménages, unit: count, source: s, value: { column: menages, by: z, period: p } }",
  ]
  private static let csv = "z;p;aides;menages\nA;2024;30;200\nA;2025;36;225\nB;2025;10;80\n"

  private func report(_ computed: String, body: String = "text: \"Part {t[a]}\"") -> SmallReport {
    SmallReport(indicators: Self.counts + [computed], body: [body])
  }

  private func rate(_ formula: String, unit: String = "\"%\"") -> String {
    "t: { label: T, unit: \(unit), universe: tous, source: s, value: { formula: \"\(formula)\" } }"
  }

  @Test(
    "A formula is computed for each population and period",
    arguments: [
      ("100 * aides / menages", "\"%\"", "Part 16,0_%"), ("1000 * aides / menages", "per-1000", "Part 160_‰"),
      ("menages - aides", "count", "Part 189"), ("menages + aides", "count", "Part 261"),
      ("aides / (menages - 200)", "ratio", "Part 1,4"), ("round(aides / 5)", "count", "Part 7"),
      ("-aides", "count", "Part −36"),
    ])
  func formula(text: String, unit: String, expected: String) {
    let said = report(rate(text, unit: unit)).published(Self.csv)
    // 10 / 80 is 12,5 %, so the family of rates has a decimal.
    #expect(said.paragraphs == [expected], "\(said.messages)")
  }

  @Test("Its other periods are there too, and a comparison of them")
  func periods() {
    var report = report(rate("100 * aides / menages"), body: "text: \"De {t[a][previous]} à {t[a]}, {c.t}\"")
    report.comparisons = ["c: { indicators: t, subject: a, references: previous }"]
    #expect(
      report.published(Self.csv).paragraphs == [
        "De 15,0_% à 16,0_%, en hausse de 1,0_point par rapport à_2024"
      ])
  }

  @Test("Names with hyphens stand in brackets, and an operand with one value serves for all")
  func operands() {
    let report = SmallReport(
      indicators: [
        "nombre-aides: { label: A, unit: count, source: s, value: { column: v, by: z, where: { k: aides } } }",
        "total: { label: T, unit: count, source: s, value: { column: v, where: { k: total } } }",
        "part: { label: P, unit: \"%\", source: s, value: { formula: \"100 * [nombre-aides] / total\" } }",
      ], body: ["text: \"a {part[a]} et {part[b]}\""])
    #expect(report.published("k;z;v\naides;A;10\naides;B;30\ntotal;;40\n").paragraphs == ["a 25_% et 75_%"])
  }

  @Test(
    "A missing operand makes the result missing for its reason, a secret before others",
    arguments: [
      ("nd", "200", "n.d."), ("30", "nd", "n.d."), ("s", "nd", "s"), ("nd", "s", "s"), ("///", "200", "///"),
    ])
  func missing(aides: String, menages: String, mark: String) {
    let said = report(rate("100 * aides / menages")).published(
      "z;p;aides;menages\nA;2025;\(aides);\(menages)\n")
    #expect(said.paragraphs == ["Part \(mark)"])
    #expect(said.codes == ["missing-in-text"])
  }

  @Test("A division by zero is no number, which is said where the formula stands")
  func divisionByZero() {
    let said = report(rate("100 * aides / menages")).published("z;p;aides;menages\nA;2025;3;0\n")
    #expect(said.paragraphs == ["Part ///"])
    #expect(said.codes == ["division-by-zero", "missing-in-text"])
    #expect(said.places.first?.hasPrefix("report.yml:10:") == true)
  }

  @Test("A computed share above 100 % is warned of as one that was read")
  func aboveAll() {
    let said = report(rate("100 * menages / aides"), body: "text: a").published(
      "z;p;aides;menages\nA;2025;3;6\n")
    #expect(said.codes == ["rate-above-100"])
  }

  @Test("An index sets a period to 100, and carries what is missing")
  func index() {
    let indicator = "t: { label: T, unit: index, source: s, value: { index-of: aides, base-period: 2024 } }"
    let body = "text: \"a {t[a][2024]}, {t[a]}\""
    #expect(
      report(indicator, body: body).published("z;p;aides;menages\nA;2024;30;1\nA;2025;36;1\n").paragraphs == [
        "a 100, 120"
      ])
    #expect(
      report(indicator, body: body).published("z;p;aides;menages\nA;2024;s;1\nA;2025;36;1\n").paragraphs == [
        "a s, s"
      ])
    #expect(
      report(indicator, body: body).published("z;p;aides;menages\nA;2024;0;1\nA;2025;36;1\n").paragraphs == [
        "a ///, ///"
      ])
  }

  @Test("An index without its base period points at it, with the periods there are")
  func noBase() {
    report(
      "t: { label: T, unit: index, source: s, value: { index-of: aides, base-period: 1️⃣2020 } }",
      body: "text: a"
    ).expectMistake("no-such-period", in: "z;p;aides;menages\nA;2024;30;1\nA;2025;36;1\n", hint: "2024")
  }

  @Test("A population that lacks the base period has no index; others have theirs")
  func noBaseOfOne() {
    let said = report(
      "t: { label: T, unit: index, source: s, value: { index-of: aides, base-period: 2024 } }",
      body: "text: \"a {t[a]} et {t[b]}\""
    ).published("z;p;aides;menages\nA;2024;30;1\nA;2025;36;1\nB;2025;10;1\n")
    #expect(said.paragraphs == ["a 120 et n.d."])
    #expect(said.codes == ["missing-in-text"])
  }

  @Test("What is computed from itself is pointed at")
  func cycles() {
    report("1️⃣t: { label: T, unit: count, source: s, value: { formula: t + aides } }", body: "text: a")
      .expectMistake("cyclic-indicator", in: Self.csv)
    var two = report("1️⃣t: { label: T, unit: count, source: s, value: { formula: 2 * u } }", body: "text: a")
    two.indicators.append(
      "u: { label: U, unit: index, source: s, value: { index-of: t, base-period: 2024 } }")
    two.expectMistake("cyclic-indicator", in: Self.csv)
  }

  @Test(
    "A sum of rates or medians is refused, wherever it stands in a formula; a weighted mean is not",
    arguments: ["1️⃣t + t2", "(1️⃣t + t2) / 2", "round(1️⃣t + t2)", "100 * 1️⃣t + t2"])
  func sumOfRates(formula: String) {
    var report = report(rate("100 * aides / menages"), body: "text: a")
    report.indicators += [
      "t2: { label: T, unit: \"%\", source: s, value: { formula: 50 * aides / menages } }",
      "m: { label: M, unit: \"%\", source: s, value: { formula: \(formula) } }",
    ]
    report.expectMistake("sum-of-rates", in: Self.csv, hint: "pondérez")
  }

  @Test("Rates that are weighted may be summed, and counts")
  func weighted() {
    var report = report(rate("100 * aides / menages"), body: "text: \"a {m[a]}\"")
    report.indicators += [
      "m: { label: M, unit: \"%\", source: s, value: { formula: (t * menages + t * aides) / (menages + aides) } }"
    ]
    #expect(report.published(Self.csv).paragraphs == ["a 16,0_%"])
  }

  @Test("A sum of medians that are counted or of money needs `adds-up: no` to be known")
  func sumOfMedians() {
    SmallReport(
      indicators: [
        "r: { label: Revenu médian, unit: euros, adds-up: no, source: s, value: { column: v, by: z } }",
        "m: { label: M, unit: euros, source: s, value: { formula: 1️⃣r + r } }",
      ], body: ["text: a"]
    ).expectMistake("sum-of-rates", in: "z;v\nA;1200\n")
  }

  @Test(
    "A formula that cannot be read is pointed at in its text",
    arguments: [("100 * 1️⃣aide / menages", "unknown-indicator"), ("sum(aides)", "over-rows")])
  func mistakes(formula: String, code: String) {
    let marked = formula.contains("1️⃣") ? formula : "1️⃣" + formula
    report("t: { label: T, unit: count, source: s, value: { formula: \(marked) } }", body: "text: a")
      .expectMistake(code, in: Self.csv)
  }
}
