import DataSources
import Diagnostics
import TestSupport
import Testing

private let header = Array("nom;prix\n".utf8)

@Test("Text that is well-formed UTF-8 is read as UTF-8, with or without a byte order mark")
func utf8() throws {
  let plain = try table("nom;prix\nÉlan d’été;3 €\n")
  #expect(plain.dialect?.encoding == .utf8)
  #expect(plain.texts == [["Élan d’été", "3 €"]])

  let marked = Reading(bytes: [0xEF, 0xBB, 0xBF] + header + Array("é;1\n".utf8))
  #expect(marked.table?.dialect?.encoding == .utf8)
  #expect(marked.table?.columns.map(\.name) == ["nom", "prix"])
  #expect(marked.table?.place(ofColumn: 0).column == 1)  // The mark takes no column.
}

@Test("Text that is not UTF-8 is read as Windows-1252")
func windows1252() {
  // “é”, “’” and “€” are 0xE9, 0x92 and 0x80 there.
  let bytes =
    header + [0xC9] + Array("lan d".utf8) + [0x92, 0xE9] + Array("t".utf8) + [0xE9] + Array(";3 ".utf8) + [
      0x80
    ]
  let reading = Reading(bytes: bytes)
  #expect(reading.codes == [])
  #expect(reading.table?.dialect?.encoding == .windows1252)
  #expect(reading.table?.texts == [["Élan d’été", "3 €"]])
}

@Test("A place in Windows-1252 text counts characters")
func windows1252Place() {
  let reading = Reading(bytes: header + [0x80, 0xE9] + Array(";4".utf8))
  #expect(reading.table?.place(row: 0, column: 1).column == 4)  // “€é;” before it.
}

@Test(
  "Bytes that Windows-1252 leaves open are errors",
  arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
func undefinedByte(byte: UInt8) throws {
  let reading = Reading(bytes: header + Array("ab".utf8) + [0xE9, byte] + Array(";1\n".utf8))
  #expect(reading.table == nil)
  #expect(reading.codes == ["bad-byte"])
  #expect(reading.places == ["2:4"])  // Behind “abé”.
  let message = try #require(reading.diagnostics.first?.message.text(.english))
  #expect(message.contains("0x" + String(byte, radix: 16, uppercase: true)))
}

@Test(
  "A byte that is not UTF-8 where UTF-8 is declared or marked is an error",
  arguments: [
    (mark: [] as [UInt8], declared: TextEncoding.utf8),
    (mark: [0xEF, 0xBB, 0xBF], declared: nil),
    (mark: [0xEF, 0xBB, 0xBF], declared: .utf8),
  ])
func notUTF8(mark: [UInt8], declared: TextEncoding?) throws {
  let bytes = mark + header + Array("é".utf8) + [0xE9] + Array(";1\r\n".utf8) + [0xE9] + Array(";2".utf8)
  let reading = Reading(bytes: bytes, options: TableOptions(encoding: declared))
  #expect(reading.table == nil)
  #expect(reading.codes == ["bad-byte"])
  #expect(reading.places == ["2:2"])
  let diagnostic = try #require(reading.diagnostics.first)
  #expect(diagnostic.message.text(.english) == "byte 0xE9 has no meaning in utf-8 (and 1 more further on)")
  #expect(diagnostic.hints.first?(.english).contains("`encoding: windows-1252`") == true)
  #expect(diagnostic.place?.source.line(2) == "é\u{FFFD};1")
}

@Test(
  "Sequences that UTF-8 forbids are bad bytes",
  arguments: [
    [0xC0, 0xAF],  // overlong “/”
    [0xE0, 0x9F, 0xBF],  // overlong, three bytes
    [0xED, 0xA0, 0x80],  // a surrogate
    [0xF4, 0x90, 0x80, 0x80],  // over U+10FFFF
    [0xE2, 0x82],  // cut short
    [0x80],  // a continuation alone
  ] as [[UInt8]])
func illFormed(sequence: [UInt8]) {
  let reading = Reading(bytes: Array("nom\n".utf8) + sequence, options: TableOptions(encoding: .utf8))
  #expect(reading.codes == ["bad-byte"])
  #expect(reading.places == ["2:1"])
}

@Test("Characters of two to four bytes are read")
func wellFormed() throws {
  #expect(try table("nom\né\n€\n\u{D7FF}\n\u{FFFD}\n😀\n\u{10FFFF}\n").rows.count == 6)
}

@Test("UTF-8 that is declared as Windows-1252 is read as declared, with a warning")
func mistakenDeclaration() throws {
  let marked = MarkedText("nom;prix\ncaf1️⃣é;2\n")
  let reading = Reading(marked.text, options: TableOptions(encoding: .windows1252))
  #expect(reading.codes == ["looks-like-utf-8"])
  #expect(reading.places == marked.places)
  #expect(try #require(reading.table).text(row: 0, column: 0) == "cafÃ©")
}

@Test("A file with NUL bytes is no text")
func binary() {
  #expect(Reading(bytes: [0xFF, 0xFE, 0x61, 0x00, 0x3B, 0x00]).codes == ["not-text"])  // UTF-16
}

@Test("An encoding goes by its usual names")
func encodingWords() {
  #expect(["utf-8", "UTF8"].map(TextEncoding.init(written:)) == [.utf8, .utf8])
  #expect(
    ["Windows-1252", "cp1252", "latin1", "ISO-8859-1"].allSatisfy {
      TextEncoding(written: $0) == .windows1252
    })
  #expect(TextEncoding(written: "utf-16") == nil)
}
