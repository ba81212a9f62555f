import Testing
import Typography

@Test(
  "English has no space before its signs and keeps what was typed",
  arguments: [
    ("True; false", "True; false"), ("True: false", "True: false"), ("True!", "True!"), ("75%", "75%"),
    ("“True?”", "“True?”"), ("don't", "don’t"), ("and so on...", "and so on…"),
    ("1,514 areas", "1,514 areas"), ("1 514", "1 514"),
    ("5 million", "5_million"), ("4 points", "4_points"), ("No. 27", "No._27"), ("p. 12", "p._12"),
    ("18 to 59", "18_to_59"), ("True ; false !", "True; false!"), ("75 %", "75%"),
    ("18-24 years", "18–24_years"),
    ("28 September 2022", "28_September_2022"), ("Mr Smith", "Mr_Smith"), ("20 €", "20_€"),
  ])
func englishSigns(typed: String, expected: String) {
  #expect(english(typed) == expected)
}
