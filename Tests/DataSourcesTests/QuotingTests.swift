import DataSources
import TestSupport
import Testing

@Test(
  "Cells are what stands between delimiters, or between quotes",
  arguments: [
    ("a;b\nx;y\n", [["x", "y"]]),
    ("a;b\n\"x;1\";\"y\"\n", [["x;1", "y"]]),  // a delimiter in quotes
    ("a;b\n\"x\r\n1\";y\n", [["x\r\n1", "y"]]),  // a line break in quotes
    ("a;b\n\"dit \"\"Foix\"\"\";y\n", [["dit \"Foix\"", "y"]]),  // doubled quotes
    ("a;b\n\"\";\"\"\"\"\n", [["", "\""]]),  // nothing; one quote
    ("a;b\n5\" de neige;\n", [["5\" de neige", ""]]),  // a quote inside is an ordinary character
    ("a;b\n x ; y\n", [[" x ", " y"]]),  // spaces belong to the cell
  ])
func cells(text: String, expected: [[String]]) throws {
  #expect(try table(text).texts == expected)
}

@Test(
  "A line ends with CRLF, LF or CR, and the last one need not",
  arguments: [
    "a;b\nx;y\nz;t\n", "a;b\r\nx;y\r\nz;t\r\n", "a;b\rx;y\rz;t\r", "a;b\nx;y\nz;t", "a;b\r\nx;y\r\nz;t",
  ])
func lineBreaks(text: String) throws {
  let table = try table(text)
  #expect(table.texts == [["x", "y"], ["z", "t"]])
  #expect(table.rows.map(table.line(ofRow:)) == [2, 3])
}

@Test(
  "Rows without content are left out",
  arguments: ["a;b\nx;y\n\n\n", "a;b\n\nx;y\n", "a;b\nx;y\n;\n;\n", "\n\na;b\nx;y"])
func blankRows(text: String) throws {
  #expect(try table(text).texts == [["x", "y"]])
}

@Test(
  "A misplaced quote is an error where it stands",
  arguments: [
    ("a;b\nx;1️⃣\"y\nz;t\n", "unclosed-quote"),
    ("a;b\n\"x\ny\";1️⃣\"z", "unclosed-quote"),  // two lines further, counted from the line's start
    ("a;b\nx;1️⃣\"", "unclosed-quote"),
    ("a;b\nx;1️⃣\"\"\"", "unclosed-quote"),
    ("a;b\n\"x\"1️⃣y;z\n", "text-after-quote"),
    ("a;b\n\"dit \"1️⃣Foix\"\";z\n", "text-after-quote"),  // quotes that are not doubled
  ])
func misplacedQuote(marked: String, code: String) {
  let marked = MarkedText(marked)
  let reading = Reading(marked.text)
  #expect(reading.table == nil)
  #expect(reading.codes == [code])
  #expect(reading.places == marked.places)
}

@Test("Uneven rows are reported besides misplaced quotes")
func quotesAndRows() {
  let marked = MarkedText("a;b\nx;\"y\"1️⃣z;3\nx;y;2️⃣z\n")
  let reading = Reading(marked.text)
  #expect(reading.codes == ["text-after-quote", "uneven-row"])
  #expect(reading.places == marked.places)
}
