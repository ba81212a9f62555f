import Diagnostics
import Testing

@Test("A diagnostic says what is wrong, shows where, and helps")
func wholeForm() throws {
  let text = String(repeating: "\n", count: 41) + "      - chart: { of: 1️⃣smartfone }\n"
  let diagnostic = try finding(
    in: text, length: 9, path: "Reports/pilier-numerique/report.yml",
    hints: [
      Diagnostic.Hint(fr: "vouliez-vous dire « smartphone » ?", en: "did you mean “smartphone”?")
    ])
  #expect(
    diagnostic.text(in: .french, colored: false) == """
      erreur: mot inconnu
        Reports/pilier-numerique/report.yml:42:22
         42 │       - chart: { of: smartfone }
            │                      ^^^^^^^^^
        aide: vouliez-vous dire « smartphone » ?
      """)
  #expect(
    diagnostic.text(in: .english, colored: false) == """
      error: unknown word
        Reports/pilier-numerique/report.yml:42:22
         42 │       - chart: { of: smartfone }
            │                      ^^^^^^^^^
        help: did you mean “smartphone”?
      """)
}

@Test("A warning says so")
func warning() throws {
  let diagnostic = try finding(.warning, in: "1️⃣a")
  #expect(diagnostic.text(in: .french, colored: false).hasPrefix("attention: mot inconnu\n"))
  #expect(diagnostic.text(in: .english, colored: false).hasPrefix("warning: unknown word\n"))
}

@Test(
  "The underline stands under what it means",
  arguments: [
    ("1️⃣a: b", 1, "    1 │ a: b", "      │ ^"),
    ("a: 1️⃣bcd", 3, "    1 │ a: bcd", "      │    ^^^"),
    ("título été: 1️⃣ça", 2, "    1 │ título été: ça", "      │             ^^"),
    ("e\u{301}te\u{301}: 1️⃣x", 1, "    1 │ e\u{301}te\u{301}: x", "      │      ^"),
    ("a: 1️⃣e\u{301}te\u{301}", 5, "    1 │ a: e\u{301}te\u{301}", "      │    ^^^"),
    ("a:\t\t1️⃣b", 1, "    1 │ a:  b", "      │     ^"),  // a tab shows as one space
    ("\u{1B}[31m\u{7}1️⃣b", 1, "    1 │  [31m b", "      │       ^"),  // a terminal must not obey
    ("un\ra: 1️⃣bc\rd", 2, "    2 │ a: bc", "      │    ^^"),
    ("un\r\na: 1️⃣bc\r\n", 2, "    2 │ a: bc", "      │    ^^"),
    ("a: 1️⃣bc\nd: e", 99, "    1 │ a: bc", "      │    ^^"),  // no further than the line's end
    ("a:1️⃣", 1, "    1 │ a:", "      │   ^"),  // past the line's end, where something is missing
  ])
func underline(marked: String, length: Int, line: String, mark: String) throws {
  #expect(excerpt(of: try finding(in: marked, length: length)) == [line, mark])
}

@Test("Line numbers keep the bars in one column")
func longLineNumbers() throws {
  let marked = String(repeating: "\n", count: 123_455) + "1️⃣a"
  #expect(excerpt(of: try finding(in: marked)) == ["123456 │ a", "       │ ^"])
}

@Test("Of a long line the part around the place is shown")
func longLine() throws {
  let line = String(repeating: "é", count: 200) + "1️⃣mot" + String(repeating: "a", count: 200)
  let lines = excerpt(of: try finding(in: line, length: 3))
  let text = "…" + String(repeating: "é", count: 50) + "mot" + String(repeating: "a", count: 47) + "…"
  #expect(lines == ["    1 │ " + text, "      │ " + String(repeating: " ", count: 51) + "^^^"])
}

@Test("A long line is shown from its start where the place is near it")
func startOfLongLine() throws {
  let line = "un 1️⃣mot" + String(repeating: "a", count: 200)
  let lines = excerpt(of: try finding(in: line, length: 300))
  #expect(
    lines == [
      "    1 │ un mot" + String(repeating: "a", count: 94) + "…",
      "      │    " + String(repeating: "^", count: 97),
    ])
}

@Test("A whole file has no line to show, and a finding of the machine no file")
func withoutLine() {
  let message = Diagnostic.Message("empty-spec", fr: "ce fichier est vide", en: "this file is empty")
  let ofFile = Diagnostic.error(message, at: Place(wholeFile: "report.yml"))
  #expect(ofFile.text(in: .french, colored: false) == "erreur: ce fichier est vide\n  report.yml")
  let ofNothing = Diagnostic.error(message, at: nil)
  #expect(ofNothing.text(in: .french, colored: false) == "erreur: ce fichier est vide")
}

@Test("A place in a part of a file keeps the file's line number")
func partOfFile() {
  let part = SourceText(path: "data.csv", text: "a;b\nc;d", firstLine: 1000)
  let message = Diagnostic.Message("cell", fr: "cellule", en: "cell")
  let known = Diagnostic.error(message, at: Place(in: part, line: 1001, column: 3))
  #expect(
    known.text(in: .french, colored: false) == "erreur: cellule\n  data.csv:1001:3\n 1001 │ c;d\n      │   ^")
  let unknown = Diagnostic.error(message, at: Place(in: part, line: 5, column: 3))
  #expect(unknown.text(in: .french, colored: false) == "erreur: cellule\n  data.csv:5:3")
}

@Test("Colours change no character, and are only used where they may be")
func colors() throws {
  let diagnostic = try finding(in: "a: 1️⃣b", hints: .suggestion(for: "b", among: ["bar"]))
  let plain = diagnostic.text(in: .french, colored: false)
  let colored = diagnostic.text(in: .french, colored: true)
  #expect(!plain.contains("\u{1B}"))
  #expect(colored.contains("\u{1B}[31;1merreur:\u{1B}[0m"))
  #expect(colored.contains("\u{1B}[31;1m^\u{1B}[0m"))
  #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
}
