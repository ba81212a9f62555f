import DataSources
import Diagnostics
import Testing

@Test("Marks that a producer declares are missing values of their kind, even where they are numbers")
func declaredMarks() throws {
  let marks = MissingMarks.french.declaring([
    "-9999": .notAvailable, "faible": .negligible, "": .confidential,
  ])
  let read = try table("n\n1\n-9999\nfaible\n\"\"\n5\n", marks: marks)
  #expect(
    read.cells(ofColumn: 0) == [
      .number(1), .missing(.notAvailable), .missing(.negligible), .missing(.confidential), .number(5),
    ])
}

@Test("Two lines can name the columns; an empty name continues the one at its left")
func doubleHeader() throws {
  let read = try table(
    "code;2018;;2019\n;hommes;femmes;hommes\n01;1;2;3\n", options: TableOptions(headerRows: 2))
  #expect(read.columns.map(\.name) == ["code", "2018 hommes", "2018 femmes", "2019 hommes"])
  #expect(read.line(ofRow: 0) == 3)
}

@Test("A file in short says its form, its columns and what is missing")
func summary() throws {
  let summary = try table("code;taux\n01004;1,5\n2A;nd\n03;s\n").summary
  #expect(summary.delimiter == ";")
  #expect(summary.rows == 3)
  #expect(summary.columns.map(\.type) == ["text", "number"])
  #expect(
    summary.columns[1].missing.map { "\($0.count) \($0.kind)" } == ["1 not-available", "1 confidential"])
  #expect(summary.columns[0].examples == ["01004", "2A", "03"])
}
