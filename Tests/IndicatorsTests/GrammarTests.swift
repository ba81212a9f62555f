import Testing

@testable import Indicators

@Test(
  "“de” loses its vowel before a vowel or a silent h",
  arguments: [
    ("habitants", "d’habitants"), ("hommes", "d’hommes"), ("euros", "d’euros"), ("élèves", "d’élèves"),
    ("œuvres", "d’œuvres"), ("Écoles", "d’Écoles"), ("handicapés", "de handicapés"),
    ("hameaux", "de hameaux"),
    ("quartiers", "de quartiers"), ("onzièmes", "de onzièmes"), ("yaourts", "de yaourts"), ("", "de "),
  ])
func elision(noun: String, expected: String) {
  #expect(de(noun) == expected)
}

@Test(
  "French takes a plural from two on",
  arguments: [(0, false), (1, false), (1.9, false), (-1.9, false), (2, true), (-2, true), (1514, true)])
func plural(number: Double, expected: Bool) {
  #expect(isPlural(number) == expected)
}
