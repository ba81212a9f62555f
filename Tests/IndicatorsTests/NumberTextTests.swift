import Indicators
import Spec
import Testing

@Test(
  "Numbers are grouped, four digits included, with a real minus",
  arguments: [
    (1514, 0, "1~514", "1,514"), (999, 0, "999", "999"), (5_500_000, 0, "5~500~000", "5,500,000"),
    (12.5, 1, "12,5", "12.5"), (1234.56, 1, "1~234,6", "1,234.6"), (-4, 0, "−4", "−4"),
    (-1514.25, 1, "−1~514,3", "−1,514.3"), (0, 0, "0", "0"), (0.5, 2, "0,50", "0.50"),
    (999.95, 1, "1~000,0", "1,000.0"),
    (-0.04, 1, "0,0", "0.0"), (1e6, 0, "1~000~000", "1,000,000"),
  ])
func numbers(number: Double, decimals: Int, french: String, english: String) {
  #expect(visible(NumberText(language: .french).text(number, decimals: decimals)) == french)
  #expect(visible(NumberText(language: .english).text(number, decimals: decimals)) == english)
}

@Test(
  "A sign stands before all but a zero",
  arguments: [
    (4, 0, "+4"), (-4, 0, "−4"), (0, 0, "0"), (0.04, 1, "0,0"), (-0.04, 1, "0,0"), (0.05, 1, "+0,1"),
  ])
func signed(number: Double, decimals: Int, expected: String) {
  #expect(NumberText(language: .french).text(number, decimals: decimals, signed: true) == expected)
}

@Test(
  "Small whole numbers have words, in the report's language",
  arguments: [
    (0, "zéro", "zero"), (4, "quatre", "four"), (16, "seize", "sixteen"), (17, nil, nil), (-1, nil, nil),
    (2.5, nil, nil),
    (1e300, nil, nil),
  ] as [(Double, String?, String?)])
func words(number: Double, french: String?, english: String?) {
  #expect(NumberText(language: .french).words(number) == french)
  #expect(NumberText(language: .english).words(number) == english)
}
