import DataSources
import Testing

/// What a cell of a text that is not typed says as a number.
private func number(_ cell: String, _ mark: DecimalMark) throws -> NumberReading {
  // Two columns, so that an empty cell does not make a blank row.
  try table("x|y\n\(cell)|a\n", options: TableOptions(delimiter: .pipe, decimalMark: mark)).number(
    row: 0, column: 0)
}

@Test(
  "Numbers are read as France writes them",
  arguments: [
    ("1514", 1514), ("1 514", 1514), ("1\u{A0}514", 1514), ("1\u{202F}514", 1514), ("1\u{2009}514", 1514),
    ("5 500 000", 5_500_000), ("12,5", 12.5), ("1 234,5", 1234.5), ("0,125", 0.125), (",5", 0.5), ("0", 0),
    ("-4", -4), ("−4", -4), ("+4", 4), ("- 4,2", -4.2), (" 12 ", 12), ("\u{A0}12\u{A0}", 12),
    ("1.234,5", 1234.5), ("1.234.567", 1_234_567),  // points that can only set thousands apart
    ("1e-05", 1e-5), ("1,5E+06", 1_500_000),  // as programs write them
    ("8,561618616296624", 8.561618616296624), ("0,1000000000000000055511151231257827", 0.1),
    ("123456789012345", 123_456_789_012_345), ("3,141592653589793238462643", 3.141592653589793),
  ] as [(String, Double)])
func frenchNumber(cell: String, expected: Double) throws {
  #expect(try number(cell, .comma) == .number(expected))
}

@Test(
  "Numbers with a decimal point may have commas between thousands",
  arguments: [("12.5", 12.5), ("1,234.5", 1234.5), ("1,234,567", 1_234_567), ("1,234", 1234), ("-0.5", -0.5)])
func pointNumber(cell: String, expected: Double) throws {
  #expect(try number(cell, .point) == .number(expected))
}

@Test("A percentage is the number before its sign", arguments: ["87 %", "87%", "87\u{A0}%", "87\u{202F}%"])
func percentage(cell: String) throws {
  #expect(try number(cell, .comma) == .percent(87))
}

@Test(
  "What is not a number is given back as text",
  arguments: [
    "abc", "01004", "007", "-05", "00", "12.5", "46.105",  // a decimal point where the mark is a comma
    "12 34", "1 5140", "1234 567", "1  514", "1 514\u{A0}000",  // groups that are none
    "1,", ",", "1,2,3", "18-24", "2A", "1E5", "1e", "12 €", "%", "+", "1 % 2", "2022-01-01", "inf", "0x10",
    "1234567890123456",  // 16 digits: a code
    "1e+400",
  ])
func notANumber(cell: String) throws {
  #expect(try number(cell, .comma) == .notANumber(cell))
}

@Test(
  "Marks for missing values are never zero",
  arguments: [
    ("", .notAvailable), (" ", .notAvailable), ("nd", .notAvailable), ("n.d.", .notAvailable),
    ("ND", .notAvailable),
    ("n/d", .notAvailable), ("…", .notAvailable), ("...", .notAvailable), ("-", .notAvailable),
    ("–", .notAvailable),
    ("NA", .notAvailable), ("NaN", .notAvailable), ("so", .notApplicable), ("s.o.", .notApplicable),
    ("Sans objet", .notApplicable), ("///", .notApplicable), ("s", .confidential), ("c", .confidential),
    ("ns", .notSignificant), (" ns\u{A0}", .notSignificant), ("\"nd\"", .notAvailable),
  ] as [(String, MissingKind)])
func missing(cell: String, kind: MissingKind) throws {
  #expect(try number(cell, .comma) == .missing(kind))
}

@Test("A producer can have marks of its own")
func ownMarks() throws {
  let marks = MissingMarks(["faible": .notSignificant], emptyCell: .confidential)
  let table = try table("code;part\na;Faible\nb;\nc;1\n", marks: marks)
  #expect(table.cells(ofColumn: 1) == [.missing(.notSignificant), .missing(.confidential), .number(1)])
}
