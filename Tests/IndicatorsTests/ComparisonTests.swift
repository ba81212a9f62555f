import Indicators
import Spec
import Testing

/// What the forms of a comparison print, with visible spaces.
private func forms(
  _ qpv: String, _ france: String, unit: String = "\"%\"", keys: String = "", measure: String = "",
  language: String = "fr"
) -> [String] {
  let publishing = Publishing(
    report(
      language: language, unit: unit, keys: keys, measure: measure,
      body: "- text: \"{ecart.part}\"\n- text: \"{ecart.part.gap}\"\n- text: \"{ecart.part.size}\""),
    data(qpv, france))
  return publishing.paragraphs + publishing.codes
}

@Test(
  "A difference is told as a sentence, as a gap and as a size",
  arguments: [
    ("87", "91", "", ["soit 4_points de moins", "−4_points", "4_points"]),
    ("91", "87", "", ["soit 4_points de plus", "+4_points", "4_points"]),
    ("87", "87", "", ["soit autant", "0_point", "0_point"]),
    ("87", "88", "", ["soit 1_point de moins", "−1_point", "1_point"]),
    ("87,1", "89", "", ["soit 1,9_point de moins", "−1,9_point", "1,9_point"]),
    ("87", "89", "", ["soit 2_points de moins", "−2_points", "2_points"]),
    // 87.44 − 85.46 = 1.98, which reads 2,0; the rounded values would give 87,4 − 85,5 = 1,9.
    ("87,44", "85,46", "", ["soit 2,0_points de plus", "+2,0_points", "2,0_points"]),
    ("87,04", "87,01", "", ["soit presque autant", "0,0_point", "0,0_point"]),
    // 8.45 − 8 is 0.45, though not in binary arithmetic.
    ("8,45", "8", "", ["soit 0,5_point de plus", "+0,5_point", "0,5_point"]),
    ("30", "20", "ratio", ["soit 1,5_fois plus", "1,5", "1,5"]),
    ("22", "20", "relative", ["soit 10,0_% de plus en valeur relative", "+10,0_%", "10,0_%"]),
    ("19", "20", "relative", ["soit 5,0_% de moins en valeur relative", "−5,0_%", "5,0_%"]),
    // A difference of percentages is in points: “4 % de moins” would be a relative change.
    ("87", "91", "difference", ["soit 4_points de moins", "−4_points", "4_points"]),
  ])
func percentages(qpv: String, france: String, measure: String, expected: [String]) {
  #expect(forms(qpv, france, measure: measure) == expected)
}

@Test(
  "Differences of other units have their unit",
  arguments: [
    (
      "1200", "2714", "count", ", counts: habitants",
      ["soit 1~514_habitants de moins", "−1~514_habitants", "1~514_habitants"]
    ),
    ("14000", "12000", "euros", "", ["soit 2~000_€ de plus", "+2~000_€", "2~000_€"]),
    ("30", "31", "years", "", ["soit 1_an de moins", "−1_an", "1_an"]),
    ("30", "34", "years", "", ["soit 4_ans de moins", "−4_ans", "4_ans"]),
    (
      "7000000", "5500000", "count", ", counts: habitants, scale: millions",
      ["soit 1,5_million_d’habitants de plus", "+1,5_million_d’habitants", "1,5_million_d’habitants"]
    ),
    (
      "5500001", "5500000", "count", ", scale: millions",
      ["soit presque autant", "0,0_million", "0,0_million"]
    ),
  ])
func otherUnits(qpv: String, france: String, unit: String, keys: String, expected: [String]) {
  #expect(forms(qpv, france, unit: unit, keys: keys) == expected)
}

@Test("English comparisons")
func english() {
  #expect(forms("87", "91", language: "en") == ["4_points lower", "−4_points", "4_points"])
  #expect(forms("88", "87", language: "en") == ["1_point higher", "+1_point", "1_point"])
  #expect(forms("87", "87", language: "en") == ["no difference", "0_points", "0_points"])
}

@Test("A ratio to zero does not exist, which is said where the zero stands")
func ratioByZero() {
  let body =
    "- text: \"{ecart.part.gap}\"\n- table: { id: t, of: ecart, title: \"T, {figure.t}\", universe: U }"
  for measure in ["ratio", "relative"] {
    let publishing = Publishing(report(measure: measure, body: body), data("30", "0"))
    #expect(publishing.codes == ["no-difference", "missing-in-text"])
    #expect(publishing.places == ["data.csv:3:8", "report.yml:12:12"])
    #expect(publishing.paragraphs == ["///"])
    #expect(publishing.tables.first?.rows == [["Part", "30", "0", "///"]])
    #expect(publishing.figures.first?.line("Note") == "///_: sans objet.")
  }
}

@Test(
  "The measures by themselves",
  arguments: [
    (Measure.points, 87.0, 91.0, -4.0), (.difference, 10, 4, 6), (.ratio, 30, 20, 1.5),
    (.relative, 22, 20, 0.1),
    (.relative, 15, 20, -0.25),
  ])
func measures(measure: Measure, subject: Double, reference: Double, expected: Double) throws {
  let result = try #require(difference(of: subject, from: reference, by: measure))
  #expect(abs(result - expected) < 1e-12)
  #expect((difference(of: 1e14, from: 1e-300, by: measure) == nil) == [.ratio, .relative].contains(measure))
  // A change from below zero has a size, but no percentage that means anything.
  #expect((difference(of: subject, from: -2, by: measure) == nil) == (measure == .relative))
  #expect((difference(of: subject, from: 0, by: measure) == nil) == [.ratio, .relative].contains(measure))
}
