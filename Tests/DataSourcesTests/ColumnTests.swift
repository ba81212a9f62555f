import DataSources
import Testing

@Test(
  "A column is of numbers if each cell with a value is one",
  arguments: [
    (["1", "2,5", "nd", ""], Column(name: "x", type: .number)),
    (["1", "abc"], Column(name: "x", type: .text)),
    (["1053", "01004"], Column(name: "x", type: .text)),  // a code
    (["0", "0,5"], Column(name: "x", type: .number)),
    (["99%", "87 %", "s"], Column(name: "x", type: .number, isPercentText: true)),
    (["99%", "87"], Column(name: "x", type: .number)),  // two quantities share the column
    (["", "nd", "///"], Column(name: "x", type: .empty)),
    (["2A", "s"], Column(name: "x", type: .text)),
    (["26010004500012"], Column(name: "x", type: .number)),  // a code too, but nothing shows it
  ])
func columnType(cells: [String], expected: Column) throws {
  let text = "x;y\n" + cells.map { "\($0);a\n" }.joined()
  #expect(try table(text).columns.first == expected)
}

@Test("In a text column only an empty cell is missing, and codes keep their zeros")
func textColumn() throws {
  let table = try table("sexe;code\ns;01004\nx;\n ;2A004\nnd;99999\n")
  #expect(table.cells(ofColumn: 0) == [.text("s"), .text("x"), .missing(.notAvailable), .text("nd")])
  #expect(
    table.cells(ofColumn: 1) == [.text("01004"), .missing(.notAvailable), .text("2A004"), .text("99999")])
}

@Test("Any cell can be read as a number, whatever its column is")
func numberInTextColumn() throws {
  let table = try table("champ;valeur\nlocaux;29 000\npart;99%\nplage;18-24\nsecret;s\n")
  #expect(table.columns.map(\.type) == [.text, .text])
  let readings = table.rows.map { table.number(row: $0, column: 1) }
  #expect(readings == [.number(29000), .percent(99), .notANumber("18-24"), .missing(.confidential)])
}
