import Model
import Spec
import Testing

@testable import Indicators

@Test(
  "Periods as labels and in sentences",
  arguments: [
    (Period.year(2019), "2019", "en_2019", "2019", "in_2019"),
    (.quarter(year: 2026, 3), "T3_2026", "au_3e_trimestre_2026", "Q3_2026", "in_Q3_2026"),
    (.quarter(year: 2026, 1), "T1_2026", "au_1er_trimestre_2026", "Q1_2026", "in_Q1_2026"),
    (.month(year: 2022, 8), "août_2022", "en_août_2022", "August_2022", "in_August_2022"),
    (.month(year: 2022, 12), "décembre_2022", "en_décembre_2022", "December_2022", "in_December_2022"),
    (
      .day(year: 2022, month: 1, 1), "1er_janvier_2022", "au_1er_janvier_2022", "1_January_2022",
      "on_1_January_2022"
    ),
    (
      .day(year: 2022, month: 9, 28), "28_septembre_2022", "au_28_septembre_2022", "28_September_2022",
      "on_28_September_2022"
    ),
  ])
func periods(period: Period, label: String, phrase: String, englishLabel: String, englishPhrase: String) {
  let (french, english) = (PeriodText(language: .french), PeriodText(language: .english))
  #expect(visible(french.label(period)) == label)
  #expect(visible(french.phrase(period)) == phrase)
  #expect(visible(english.label(period)) == englishLabel)
  #expect(visible(english.phrase(period)) == englishPhrase)
}
