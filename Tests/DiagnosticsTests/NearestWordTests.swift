import Diagnostics
import Testing

@Test(
  "The nearest word is proposed",
  arguments: [
    ("smartfone", "smartphone"),  // two edits in nine letters
    ("ordinatuer", "ordinateur"),  // neighbours swapped
    ("tablete", "tablette"),  // a letter missing
    ("tablettte", "tablette"),  // one too many
    ("Tablette", "tablette"),  // case
    ("equipes", "équipés"),  // accents
    ("e\u{301}quipe\u{301}s", "équipés"),  // accents written apart
    ("page_break", "page-break"), ("page break", "page-break"),
    ("qvp", "qpv"),
    ("q", "Q"),  // one letter, of the other case
  ])
func nearest(word: String, expected: String) {
  let known = ["smartphone", "ordinateur", "tablette", "équipés", "page-break", "qpv", "Q"]
  #expect(
    [Diagnostic.Hint].suggestion(for: word, among: known)
      == [Diagnostic.Hint(fr: "vouliez-vous dire « \(expected) » ?", en: "did you mean “\(expected)”?")])
}

@Test("The nearer of two words is proposed, and the first of two that are as near")
func nearer() {
  #expect([Diagnostic.Hint].suggestion(for: "barss", among: ["bar", "bars"])[0].french.contains("« bars »"))
  #expect([Diagnostic.Hint].suggestion(for: "bat", among: ["bar", "bac"])[0].french.contains("« bar »"))
}

@Test(
  "Where no word is near, those that may stand there are listed",
  arguments: ["camembert", "", "x", "ba-"])
func list(word: String) {
  let known = ["horizontal", "vertical", "a", ";"]
  #expect(
    [Diagnostic.Hint].suggestion(for: word, among: known)
      == [
        Diagnostic.Hint(
          fr: "mots possibles : horizontal, vertical, a, ;", en: "possible words: horizontal, vertical, a, ;")
      ])
}

@Test("A long list is cut, and an empty one says nothing")
func longList() {
  let known = (1...41).map { "indicateur\($0)" }
  let hint = [Diagnostic.Hint].suggestion(for: "?", among: known)[0].french
  #expect(hint.hasSuffix("indicateur39, indicateur40, …"))
  #expect([Diagnostic.Hint].suggestion(for: "mot", among: []).isEmpty)
  #expect(
    [Diagnostic.Hint].suggestion(for: "?", among: Array(known.prefix(12)))[0].french.hasSuffix("indicateur12")
  )
}

@Test(
  "A French word for a key leads to it, unless another is nearer",
  arguments: [
    ("titre", "title"), ("champ", "universe"), ("sous-titre", "subtitle"), ("population", "populations"),
    ("données", "data"), ("camembert", "stacked-100"),
  ])
func meanings(word: String, key: String) {
  let known = ["universe", "populations", "title", "subtitle", "data", "stacked-100"]
  #expect([Diagnostic.Hint].nearest(to: word, among: known).first?.french == "vouliez-vous dire « \(key) » ?")
}
