import DataSources
import Testing

/// Knuth's linear congruential generator for 64 bits (MMIX): the same bytes on every run.
private struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

/// Bytes that have a meaning somewhere, so that random texts reach every branch.
private let pieces: [[UInt8]] =
  [
    ";", ",", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", " ", "0", "1", "234", ".", "-", "−", "%", "e+",
    "a", "é", "\u{202F}", "nd",
  ]
  .map { Array($0.utf8) } + [[0xEF, 0xBB, 0xBF], [0x80], [0xE2, 0x80], [0x81], [0xE9]]

@Test("Random bytes never crash, and give either a table that can be read or errors", arguments: 0..<4)
func randomBytes(seed: Int) {
  var generator = Generator(seed: UInt64(seed))
  for _ in 0..<2000 {
    let start: [UInt8] = generator.next(below: 2) == 0 ? Array("a;b\n".utf8) : []
    let bytes = (0..<generator.next(below: 60)).reduce(into: start) { bytes, _ in
      bytes += seed == 0 ? [UInt8(generator.next(below: 256))] : pieces[generator.next(below: pieces.count)]
    }
    let options = TableOptions(
      encoding: generator.next(below: 3) == 0 ? .utf8 : nil,
      decimalMark: generator.next(below: 3) == 0 ? .point : nil, headerLine: 1 + generator.next(below: 2))
    let reading = Reading(bytes: bytes, options: options)
    #expect((reading.table == nil) == reading.diagnostics.contains { $0.severity == .error }, "\(bytes)")
    for text in reading.diagnostics.map({ $0.text(in: .french, colored: false) }) { #expect(!text.isEmpty) }
    if let table = reading.table { readEverything(in: table) }
  }
}

private func readEverything(in table: Table) {
  for row in table.rows {
    for column in table.columns.indices {
      let place = table.place(row: row, column: column)
      #expect(place.line >= table.line(ofRow: row) && place.column >= 1)
      #expect(place.source.line(place.line) != nil)
      if table.columns[column].type == .number, case .text = table.cell(row: row, column: column) {
        Issue.record("A number column gave text: \(table.text(row: row, column: column))")
      }
    }
  }
}
