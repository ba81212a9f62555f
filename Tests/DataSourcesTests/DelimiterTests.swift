import DataSources
import Testing

@Test(
  "The delimiter is what the header and the first rows agree on",
  arguments: [
    ("a;b\n1;2\n", .semicolon),
    ("a,b\n1,2\n", .comma),
    ("a\tb\n1\t2\n", .tab),
    ("a|b\n1|2\n", .pipe),
    ("a;b\n1,5;2,5\n3,5;4,5\n", .semicolon),  // decimal commas
    ("Population, 2019;Taux\n1,5;2\n3,5;4\n", .semicolon),  // one comma a row too: a tie
    ("nom,note\nx,a;b\ny,c;d\n", .comma),  // the header has no semicolon
    ("a,b,c\n\"1;2\",3,4\n\"5;6\",7,8\n", .comma),  // semicolons in quotes
    ("a,b\n\"x\ny;z\",2\n", .comma),  // a line break in quotes
    ("Titre du tableau\na;b;c\n1;2;3\n4;5;6\n", .semicolon),  // a title above
    ("nom\nFoix\nAuch\n", .semicolon),  // none at all
  ] as [(String, Delimiter)])
func delimiter(text: String, expected: Delimiter) {
  // A declared decimal mark keeps the warning on ambiguous numbers away; it has no part in this.
  let reading = Reading(
    text, options: TableOptions(decimalMark: .comma, headerLine: text.hasPrefix("Titre") ? 2 : 1))
  #expect(reading.table?.dialect?.delimiter == expected)
}

@Test("A delimiter that is declared is not judged")
func declaredDelimiter() throws {
  let table = try table("a,b;c\n1,2;3\n", options: TableOptions(delimiter: .comma, decimalMark: .point))
  #expect(table.columns.map(\.name) == ["a", "b;c"])
}

@Test("A delimiter goes by its sign or its name")
func delimiterWords() {
  #expect(Delimiter.allCases.allSatisfy { Delimiter(written: $0.rawValue) == $0 })
  #expect(["point-virgule", "tab", "\\t"].map(Delimiter.init(written:)) == [.semicolon, .tab, .tab])
  #expect(Delimiter(written: ":") == nil)
}
