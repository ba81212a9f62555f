import Indicators
import Spec
import Testing

/// What references to the value of `qpv` print, with visible spaces.
private func printed(
  _ value: String, unit: String, keys: String = "", language: String = "fr",
  forms: [String] = ["", ".number", ".words"]
) -> [String] {
  let body = forms.map { "- text: \"\\u200B{part[qpv]\($0)}\"" }.joined(separator: "\n")
  let publishing = Publishing(
    report(language: language, unit: unit, keys: keys, body: body), data(value, value))
  return publishing.paragraphs.map { $0.replacing("\u{200B}", with: "") } + publishing.codes
}

@Test(
  "A value is printed with its unit, alone, or in words",
  arguments: [
    ("87", "\"%\"", "", ["87_%", "87", "87"]), ("4", "\"%\"", "", ["4_%", "4", "quatre"]),
    ("87,46", "\"%\"", "", ["87,5_%", "87,5", "87,5"]), ("2,5", "per-1000", "", ["2,5_‰", "2,5", "2,5"]),
    ("1514", "count", ", counts: quartiers", ["1~514_quartiers", "1~514", "1~514"]),
    ("1514", "count", "", ["1~514", "1~514", "1~514"]),
    ("4", "ratio", "", ["4", "4", "quatre"]), ("12000", "euros", "", ["12~000_€", "12~000", "12~000"]),
    ("1", "years", "", ["1_an", "1", "un"]), ("1,9", "years", "", ["1,9_an", "1,9", "1,9"]),
    ("30", "years", "", ["30_ans", "30", "30"]), ("103,2", "index", "", ["103,2", "103,2", "103,2"]),
    ("87,4561", "\"%\"", ", decimals: 2", ["87,46_%", "87,46", "87,46"]),
    ("-0,04", "\"%\"", ", decimals: 1", ["0,0_%", "0,0", "0,0"]),
  ])
func forms(value: String, unit: String, keys: String, expected: [String]) {
  #expect(printed(value, unit: unit, keys: keys) == expected)
}

@Test(
  "Large numbers are printed in multiples, whose plural is that of the number one reads",
  arguments: [
    ("5500000", "millions", ", counts: habitants", "5,5_millions_d’habitants"),
    ("1900000", "millions", ", counts: habitants", "1,9_million_d’habitants"),
    ("1960000", "millions", ", counts: habitants", "2,0_millions_d’habitants"),
    ("1600000", "millions", ", counts: habitants, decimals: 0", "2_millions_d’habitants"),
    ("2000000", "millions", ", counts: quartiers", "2_millions_de quartiers"),
    ("179200", "thousands", ", counts: livreurs", "179,2_milliers_de livreurs"),
    ("1500", "thousands", ", counts: livreurs", "1,5_millier_de livreurs"),
  ])
func scales(value: String, scale: String, keys: String, expected: String) {
  #expect(printed(value, unit: "count", keys: keys + ", scale: \(scale)", forms: [""]) == [expected])
}

@Test("Millions of euros are “d’euros”")
func millionsOfEuros() {
  #expect(
    printed("5500000", unit: "euros", keys: ", scale: millions", forms: [""]) == ["5,5_millions_d’euros"])
}

@Test(
  "English values",
  arguments: [
    ("87.5", "\"%\"", "", "87.5%"), ("1514", "count", ", counts: areas", "1,514_areas"),
    ("1", "years", "", "1_year"),
    ("1.5", "years", "", "1.5_years"),
    ("5500000", "count", ", counts: people, scale: millions", "5.5_million_people"),
  ])
func english(value: String, unit: String, keys: String, expected: String) {
  #expect(printed(value, unit: unit, keys: keys, language: "en", forms: [""]) == [expected])
}

@Test("Values of one source and unit have the same decimals, one at most unless the author says")
func sharedDecimals() {
  let body = "- text: \"{part[qpv]} et {part[france]}\""
  #expect(Publishing(report(body: body), data("87", "91,25")).paragraphs == ["87,0_% et 91,3_%"])
  #expect(Publishing(report(body: body), data("87", "91")).paragraphs == ["87_% et 91_%"])
}

@Test("Two sources may be two parts of one file, with other rows in them")
func twoSourcesOfOneFile() {
  let yaml = """
    report: { title: Suivi }
    sources:
      avant: { title: Avant, data: d.json, path: "avant[]" }
      apres: { title: Après, data: d.json, path: "apres[]" }
    populations:
      nord: { label: Nord }
      sud: { label: Sud }
    indicators:
      a: { label: A, unit: count, source: avant, value: { column: n, by: zone } }
      b: { label: B, unit: count, source: apres, value: { column: n, by: zone } }
    body:
      - text: "{a[nord]} {a[sud]} {b[nord]} {b[sud]}"

    """
  let file = """
    { "avant": [{"zone": "nord", "n": 11}, {"zone": "sud", "n": 12}],
      "apres": [{"zone": "sud", "n": 13}, {"zone": "nord", "n": 14}] }
    """
  let publishing = Publishing(yaml, ["d.json": file])
  #expect(publishing.codes == [])
  #expect(publishing.paragraphs == ["11 12 14 13"])
}
