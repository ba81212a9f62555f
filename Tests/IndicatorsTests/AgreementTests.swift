import Indicators
import Testing

/// How a value of a count is printed in a sentence.
private func printed(_ value: String, _ keys: String, unit: String = "count", language: String = "fr")
  -> String
{
  let publishing = Publishing(
    report(language: language, unit: unit, keys: ", \(keys)", body: "- text: \"{part[qpv]}\""),
    data(value, "2"))
  return publishing.paragraphs.first ?? "\(publishing.codes)"
}

@Suite("Numbers and what they count agree")
struct AgreementTests {
  @Test(
    "What is counted agrees with its number",
    arguments: [
      ("0", "counts: habitants", "0_habitant"), ("1", "counts: habitants", "1_habitant"),
      ("2", "counts: habitants", "2_habitants"),
      ("1", "counts: travailleurs handicapés", "1_travailleur handicapé"),
      ("1", "counts: parcours suivis", "1_parcours suivi"), ("1", "counts: mois", "1_mois"),
      ("1", "counts: bureaux", "1_bureau"), ("1", "counts: lieux d’accueil", "1_lieu d’accueil"),
      ("1", "counts: hôpitaux", "1_hôpital"), ("1", "counts: travaux", "1_travail"),
      ("1514", "counts: quartiers", "1~514_quartiers"),
      ("1500", "counts: habitants, scale: thousands, decimals: 1", "1,5_millier_d’habitants"),
      ("1900000", "counts: habitants, scale: millions, decimals: 1", "1,9_million_d’habitants"),
      // as printed
      ("1960000", "counts: habitants, scale: millions, decimals: 1", "2,0_millions_d’habitants"),
    ])
  func counts(value: String, keys: String, expected: String) { #expect(printed(value, keys) == expected) }

  @Test("English takes the singular at one only")
  func english() {
    #expect(printed("1", "counts: residents", language: "en") == "1_resident")
    #expect(printed("0", "counts: residents", language: "en") == "0_residents")
    #expect(printed("1", "counts: libraries", language: "en") == "1_library")
    #expect(printed("1", "counts: people helped", language: "en") == "1_person helped")
    #expect(printed("1", "counts: branches", language: "en") == "1_branch")
  }

  @Test(
    "Euros have cents, or none", arguments: [("12", "12_€"), ("12,5", "12,50_€"), ("1234,05", "1~234,05_€")])
  func euros(value: String, expected: String) {
    #expect(printed(value, "universe: U", unit: "euros") == expected)
  }

  @Test(
    "A ratio shows the digits that count",
    arguments: [
      ("5", "72", "0,069"), ("30", "60", "0,50"), ("101", "100", "1,01"), ("150", "100", "1,5"),
      ("1234", "100", "12"),
    ])
  func ratios(subject: String, reference: String, expected: String) {
    let publishing = Publishing(
      report(unit: "count", keys: ", universe: U", measure: "ratio", body: "- text: \"{ecart.part.gap}\""),
      data(subject, reference))
    #expect(publishing.paragraphs == [expected])
  }

  @Test(
    "Where a gap cannot be had, its mark is that of the reason, and a secret hides others",
    arguments: [
      ("s", "nd", "s"), ("nd", "s", "s"), ("nd", "2", "n.d."), ("1", "ns", "ns"),
    ])
  func reasons(subject: String, reference: String, mark: String) {
    let publishing = Publishing(
      report(body: "- table: { of: ecart, title: T, universe: U }\n- text: \"Soit {ecart.part.gap}.\""),
      data(subject, reference))
    #expect(publishing.tables.first?.rows.first?.last == mark)
    #expect(publishing.paragraphs == ["Soit \(mark)" + (mark.hasSuffix(".") ? "" : ".")])
  }

  @Test("A rate above all is warned of and printed; a gap that is not that of the printed values is noted")
  func rounding() {
    let publishing = Publishing(
      report(body: "- table: { of: ecart, title: T, universe: U }"), data("50,04", "49,96"))
    #expect(publishing.tables.first?.rows == [["Part", "50,0", "50,0", "+0,1"]])
    #expect(publishing.figures.first?.line("Note")?.contains("non arrondies") == true)
    let above = Publishing(report(body: "- text: \"{part[qpv]}\""), data("870", "9"))
    #expect(above.codes == ["rate-above-100"])
    #expect(above.paragraphs == ["870_%"])
  }

  @Test("A chart of one indicator over a comparison points out its subject")
  func subject() throws {
    let chart = try #require(
      Publishing(
        report(body: "- chart: { kind: bar, of: ecart, title: T, universe: U, categories: populations }"),
        data("1", "2")
      )
      .charts.first)
    #expect(chart.categories.map(\.isHighlighted) == [true, false])
  }

  @Test("A value missing from the data is reported once, however often it is asked for")
  func reportedOnce() {
    let body = "- text: \"{part[qpv]} {part[qpv]}\"\n- text: \"{part[qpv]}\""
    let publishing = Publishing(report(body: body), ["data.csv": "population;taux\nFrance;1\n"])
    #expect(publishing.codes == ["no-observation"])
  }
}
