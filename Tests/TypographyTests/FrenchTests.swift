import Testing
import Typography

@Test(
  "Signs have the space that French asks for, typed or not",
  arguments: [
    ("Vrai;faux", "Vrai;faux"),  // inside a word, as in a list of codes
    ("Vrai; faux", "Vrai~; faux"), ("Vrai ; faux", "Vrai~; faux"),
    ("Vrai!", "Vrai~!"), ("Vrai !", "Vrai~!"), ("Vrai ! Faux", "Vrai~! Faux"),
    ("Vrai?", "Vrai~?"), ("Vrai ?", "Vrai~?"),
    ("Vrai: faux", "Vrai_: faux"), ("Vrai : faux", "Vrai_: faux"), ("Lecture:", "Lecture_:"),
    ("«Vrai»", "«~Vrai~»"), ("« Vrai »", "«~Vrai~»"), ("«Vrai», dit-il", "«~Vrai~», dit-il"),
    ("dit « vrai ».", "dit «~vrai~»."), ("« Vrai ? »", "«~Vrai~?~»"), ("«Vrai?»", "«~Vrai~?~»"),
    ("(«Vrai»)", "(«~Vrai~»)"), ("« Vrai » : « faux »", "«~Vrai~»_: «~faux~»"),
    ("75%", "75_%"), ("75 %", "75_%"), ("75 %.", "75_%."), ("(75%)", "(75_%)"), ("en %", "en %"),
    ("75 % ; 80 %", "75_%~; 80_%"), ("75 %: 80", "75_%_: 80"), ("2,5‰", "2,5_‰"),
    ("(voir : ici)", "(voir_: ici)"), ("(Vrai?)", "(Vrai~?)"), ("[Vrai !]", "[Vrai~!]"),
    ("Vrai?\nFaux!", "Vrai~?\nFaux~!"),
    ("Vrai ?!", "Vrai~?!"), ("Vrai?!", "Vrai~?!"), ("Vrai !!!", "Vrai~!!!"), ("Vrai (!)", "Vrai (!)"),
    ("Vrai… !", "Vrai…~!"), ("Vrai...", "Vrai…"), ("Vrai?...", "Vrai~?…"),
    ("dit-il \"Vrai?\"", "dit-il «~Vrai~?~»"), ("\"Vrai\", \"faux\".", "«~Vrai~», «~faux~»."),
    ("(\"Vrai\")", "(«~Vrai~»)"), ("l'\"a\"", "l’«~a~»"), ("5\" × 7\"", "5\" × 7\""), ("\"Vrai", "\"Vrai"),
    ("\" Vrai \"", "«~Vrai~»"), ("id=\"a\"", "id=\"a\""),
    ("la Figure 3 et la figure n", "la Figure_3 et la figure n"),
    ("Tableaux 2 et 3, page 12", "Tableaux_2 et 3, page_12"), ("“Vrai!”", "“Vrai~!”"),
    ("Vrai?, faux", "Vrai~?, faux"),
    ("; vrai", "; vrai"), ("", ""), (" ", " "),
  ])
func signs(typed: String, expected: String) {
  #expect(french(typed) == expected)
}

@Test(
  "Whatever space was typed before or after a sign, one stands there",
  arguments: [" ", "\u{A0}", "\u{2009}", "\u{202F}", "  ", " \u{A0}", "\u{202F} ", "\u{2009}\u{202F}\u{A0}"])
func typedSpaces(space: String) {
  #expect(french("Vrai\(space); faux") == "Vrai~; faux")
  #expect(french("Vrai\(space): faux") == "Vrai_: faux")
  #expect(french("Vrai\(space)!") == "Vrai~!")
  #expect(french("Vrai\(space)?") == "Vrai~?")
  #expect(french("75\(space)%") == "75_%")
  #expect(french("«\(space)Vrai\(space)»") == "«~Vrai~»")
}

@Test(
  "What only looks like punctuation is left alone",
  arguments: [
    "https://www.insee.fr/fr/statistiques/123?q=a;b&c=d!e#f", "http://localhost:8080/a", "mailto:a@b.fr",
    "https://exemple.fr/a1%20b%C3%A9", "12:30", "rapport 1:1000", "a::b", "page?id=3",
    "C:/data", "1.5.2", "....", "5' et 3''", "10%20", "x=1;y=2",
  ])
func leftAlone(text: String) {
  #expect(french(text) == text)
}

@Test(
  "Numbers stay with their units, their groups and what introduces them",
  arguments: [
    ("1 514 quartiers", "1~514 quartiers"), ("1\u{2009}514", "1~514"), ("1\u{A0}514", "1~514"),
    ("5 500 000 habitants", "5~500~000 habitants"), ("1 514,5", "1~514,5"), ("−1 514", "−1~514"),
    ("en 2019 514 personnes", "en 2019 514 personnes"),  // a year is no group
    ("05 61 12 34 56", "05 61 12 34 56"), ("12 3456", "12 3456"),
    ("n° 27", "n°_27"), ("N° 27", "N°_27"), ("p. 12", "p._12"), ("(p. 12)", "(p._12)"), ("art. 3", "art._3"),
    ("M. Botton", "M._Botton"), ("Mme Botton", "Mme_Botton"),
    ("18 à 59 ans", "18_à_59_ans"), ("de 18 à 59", "de 18_à_59"), ("5 à Lens", "5 à Lens"),
    ("1,9 million d’euros", "1,9_million d’euros"), ("4 points", "4_points"), ("20 €", "20_€"),
    ("20 °C", "20_°C"), ("3 fois", "3_fois"), ("12 h", "12_h"), ("30 ans", "30_ans"),
    ("2 pointures", "2 pointures"), ("12 hommes", "12 hommes"), ("à 5 ans", "à 5_ans"),
    ("de 9:00 à 17:00", "de 9:00_à_17:00"),
  ])
func numbers(typed: String, expected: String) {
  #expect(french(typed) == expected)
}

@Test(
  "Apostrophes are curled after a letter, and three dots are one sign",
  arguments: [
    ("L'eau d'été", "L’eau d’été"), ("aujourd'hui", "aujourd’hui"), ("l’eau", "l’eau"), ("É'", "É’"),
    ("etc...", "etc…"), ("a... b... c", "a… b… c"), ("..", "."), ("n.d..", "n.d."), ("....", "...."),
    (".....", "....."),
  ])
func marks(typed: String, expected: String) {
  #expect(french(typed) == expected)
}

@Test(
  "A sentence in pieces is set as one, and each piece keeps its letters",
  arguments: [
    (["Vrai", " ", "?"], ["Vrai", "~", "?"]),
    (["« ", "Vrai", " »"], ["«~", "Vrai", "~»"]),
    (["«", "Vrai", "»"], ["«~", "Vrai", "~»"]),
    (["Le ", "pilier", " : fin"], ["Le ", "pilier", "_: fin"]),
    (["Le ", "pilier ", ": fin"], ["Le ", "pilier_", ": fin"]),
    (["75", " ", "%"], ["75", "_", "%"]), (["75", "%"], ["75", "_%"]),
    (["L", "'", "eau"], ["L", "’", "eau"]),
    (["1", " 514"], ["1", "~514"]), (["18 ", "à", " 59"], ["18_", "à", "_59"]),
    (["a.", "..", "b"], ["a…", "", "b"]), (["n.d.", "."], ["n.d.", ""]),
    (["", "a", "", " !"], ["", "a", "", "~!"]),
    (["n°", " ", "27"], ["n°", "_", "27"]),
  ])
func pieces(typed: [String], expected: [String]) {
  #expect(typeset(typed, .french).map(visible) == expected)
}
