import Testing
import Typography

@Test(
  "European institutions have no space before ; ! ? and no-break spaces inside « » and before : and %",
  arguments: [
    ("Vrai ; faux", "Vrai; faux"), ("Vrai !", "Vrai!"), ("Vrai\u{202F}?", "Vrai?"), ("Vrai ?!", "Vrai?!"),
    ("Vrai: faux", "Vrai_: faux"), ("75%", "75_%"), ("« Vrai ? »", "«_Vrai?_»"), ("«Vrai»", "«_Vrai_»"),
    ("12:30", "12:30"), ("1 514", "1~514"), ("18 à 59 ans", "18_à_59_ans"), ("; vrai", "; vrai"),
    ("https://exemple.fr/a?b=1", "https://exemple.fr/a?b=1"), ("28 septembre 2022", "28_septembre_2022"),
  ])
func europeanSigns(typed: String, expected: String) {
  #expect(visible(typeset(typed, .europeanInstitutions)) == expected)
  #expect(
    typeset(typeset(typed, .europeanInstitutions), .europeanInstitutions)
      == typeset(typed, .europeanInstitutions))
}
