import DataSources
import TestSupport
import Testing

@Test(
  "The decimal mark is what the cells show",
  arguments: [
    ("a;b\n12,5;1\n", .comma, [12.5, 1]),
    ("a;b\n12.5;1\n", .point, [12.5, 1]),
    ("a,b\n12.5,1\n", .point, [12.5, 1]),
    ("a,b\n\"12,5\",1\n", .comma, [12.5, 1]),  // quoted decimal commas
    ("a,b\n1234,1\n", .point, [1234, 1]),  // nothing shown: as the comma between cells
    ("a;b\n1234;1\n", .comma, [1234, 1]),  // nothing shown: as other delimiters
    ("a;b\n0,125;1\n", .comma, [0.125, 1]),  // no group starts with zero
    ("a;b\n1,234.5;1,234\n", .point, [1234.5, 1234]),  // one cell shows what commas are for
    ("a;b\n1,234,567;1,234\n", .point, [1_234_567, 1234]),
    ("a;b\n1.234,5;1.234\n", .comma, [1234.5, 1234]),
    ("a;b\n46.105;5.825\n", .point, [46.105, 5.825]),  // points do not set thousands apart in French
  ] as [(String, DecimalMark, [Double])])
func detectedMark(text: String, mark: DecimalMark, numbers: [Double]) throws {
  let table = try table(text)
  #expect(table.dialect?.numbers.decimalMark == mark)
  #expect(table.columns.indices.map { table.cell(row: 0, column: $0) } == numbers.map { .number($0) })
}

@Test(
  "A comma or point that may mark decimals or thousands is a warning",
  arguments: [
    ("a;b\n1;1️⃣1,234\n2;5,678\n", .number(1.234)),  // as French decimals
    ("a,b\n1,1️⃣\"1,234\"\n2,\"5,678\"\n", .text("1,234")),  // nothing to go by: left as text
    ("a;b\n1;1️⃣1.234\n2;2.410\n3;987\n", .number(1.234)),  // a whole number among them
  ] as [(String, Cell)])
func ambiguousMark(marked: String, cell: Cell) {
  let marked = MarkedText(marked)
  let reading = Reading(marked.text)
  #expect(reading.codes == ["ambiguous-decimal-mark"])
  #expect(reading.places == marked.places)
  #expect(reading.table?.cell(row: 0, column: 1) == cell)
}

@Test(
  "A decimal mark that is declared settles it",
  arguments: [(DecimalMark.comma, 1.234), (.point, 1234)])
func declaredMark(mark: DecimalMark, expected: Double) throws {
  let table = try table("a,b\n1,\"1,234\"\n", options: TableOptions(decimalMark: mark))
  #expect(table.cell(row: 0, column: 1) == .number(expected))
}

@Test("A decimal mark goes by its sign or its name")
func decimalMarkWords() {
  #expect([",", "comma", "virgule"].allSatisfy { DecimalMark(written: $0) == .comma })
  #expect([".", "point", "Point"].allSatisfy { DecimalMark(written: $0) == .point })
  #expect(DecimalMark(written: ";") == nil)
}
