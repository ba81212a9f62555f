import Testing
import Typography

/// Sentences written for these tests, with every fault that texts pasted from several programs have.
@Test(
  "Mixed spaces, two inclusive styles and quotes that do not close come out in one way",
  arguments: [
    (
      "En 2021, 83 % des habitant·e·s étaient équipé.e.s (contre 90% ailleurs) .",
      "En 2021, 83_% des habitant·e·s étaient équipé.e.s (contre 90_% ailleurs) ."
    ),
    (
      "Elle cite des obstacles « matériels » (le prix...) mais aussi « intimes : la peur de mal faire »…",
      "Elle cite des obstacles «~matériels~» (le prix…) mais aussi «~intimes_: la peur de mal faire~»…"
    ),
    (
      "« Les quartiers ne comptent pas que des inactifs. 40% ont un emploi « en première ligne ».",
      "«~Les quartiers ne comptent pas que des inactifs. 40_% ont un emploi «~en première ligne~»."
    ),
    ("les jeunes (18-24 ans et 25- 39 ans) »", "les jeunes (18–24_ans et 25–39_ans)~»"),
    ("Le 28 septembre 2022 à Lens, 52 700 chauffeurs", "Le 28_septembre_2022 à Lens, 52~700 chauffeurs"),
    ("Au 1er janvier 2022, l'e-mail", "Au 1er_janvier_2022, l’e-mail"),
    ("une étude (zOOm n°27 , p. 3)", "une étude (zOOm n°_27 , p._3)"),
    ("à quel prix ? Après 2023 ?", "à quel prix~? Après 2023~?"),
    ("plus  de   vingt\u{A0} contributions", "plus de vingt_contributions"),
    ("M. Nordier, Mme Durand et l'art. 3", "M._Nordier, Mme_Durand et l’art._3"),
    ("≥ 5, < 10 et ± 2", "≥_5, <_10 et ±_2"),
    ("entre 2019-2022 et p. 12-15", "entre 2019–2022 et p._12–15"),
    ("150 \u{201C}Fabriques\u{201D} dans les QPV", "150 “Fabriques” dans les QPV"),
    ("12 M€ et 3 k€ pour 20 ha", "12_M€ et 3_k€ pour 20_ha"),
  ])
func torture(typed: String, expected: String) {
  #expect(french(typed) == expected)
  #expect(typeset(typeset(typed, .french), .french) == typeset(typed, .french))
}

@Test(
  "A hyphen between numbers that is no range stays one",
  arguments: [
    "Covid-19", "2022-01-01", "05-61-12-34-56", "n°_2022-2023", "loi 12-34", "75-1", "9-9", "01-02", "3-5-7",
    "A12-15", "1,5-2", "12-15e", "12-1500", "L. 12-34",
  ])
func noRange(text: String) {
  let typed = text.replacing("_", with: "\u{A0}")
  #expect(french(typed) == text)
}
