import TestSupport

@testable import Indicators

/// A table with random parts, in which every word is different.
struct RandomTable {
  private var generator: SeededGenerator
  private var wordCount = 0
  private(set) var heads: [String] = []
  /// The words of each row, in the order of its cells.
  private(set) var rows: [[String]] = []
  /// For each note a word of it, and the rows that bear its mark; `nil` for one on a head.
  private(set) var notes: [(word: String, row: Int?)] = []
  let columnCount: Int

  init(seed: Int) {
    generator = SeededGenerator(seed: seed)
    columnCount = generator.next(in: 1...8)
  }

  mutating func figure() -> PublishedBlock {
    .figure(
      Figure(
        id: "f", label: "Figure\u{A0}1", title: "Titre", subtitle: nil, content: .table(table()),
        apparatus: [ApparatusLine(label: "Source", text: "Nous.")]))
  }

  mutating func table() -> PublishedTable {
    var table = PublishedTable(columns: (0..<columnCount).map { column($0) }, records: [])
    table.spanners = spanners(over: 0..<columnCount, level: generator.next(below: 3))
    addRows(to: &table)
    addSpans(to: &table)
    addNotes(to: &table)
    table.stripes = generator.isTrue(onceIn: 3)
    table.rules = generator.pick([.rows, .grid, .none])
    table.noteWhatGoesOn()
    rows = table.records.map { row in row.cells.flatMap { $0.text.split(separator: " ").map(String.init) } }
    return table
  }

  private mutating func column(_ index: Int) -> PublishedTable.Column {
    let head = words(1...3)
    heads.append(head)
    let isNumber = index > 0 && !generator.isTrue(onceIn: 3)
    var column = PublishedTable.Column(
      head: head, alignment: isNumber ? .number : .leading, isStub: index == 0, isStrong: false)
    if generator.isTrue(onceIn: 4) {
      column.unit = words(1...1)
    }
    return column
  }

  /// Spanners over parts of some columns, and others under them.
  private mutating func spanners(over columns: Range<Int>, level: Int) -> [PublishedTable.Spanner] {
    guard level > 0, columns.count > 1 else { return [] }
    let start = generator.next(in: columns.lowerBound...columns.upperBound - 2)
    let end = generator.next(in: start + 2...columns.upperBound)
    return [PublishedTable.Spanner(label: words(1...3), columns: start..<end, level: level - 1)]
      + spanners(over: start..<end, level: level - 1)
  }

  private mutating func addRows(to table: inout PublishedTable) {
    for index in 0..<generator.next(in: 1...90) {
      if index > 0, generator.isTrue(onceIn: 12) { table.records.append(summary(.groupSummary)) }
      if generator.isTrue(onceIn: 10) { table.records.append(group()) }
      table.records.append(PublishedTable.Row(cells: (0..<columnCount).map { cell($0, of: table) }))
    }
    if generator.isTrue(onceIn: 2) { table.records.append(summary(.tableSummary)) }
  }

  private mutating func cell(_ column: Int, of table: PublishedTable) -> PublishedTable.Cell {
    var cell = PublishedTable.Cell(words(table.columns[column].alignment == .number ? 1...1 : 1...9))
    if column == 0, generator.isTrue(onceIn: 5) { cell.detail.indent = generator.next(in: 1...5) }
    return cell
  }

  private mutating func group() -> PublishedTable.Row {
    var cells = (0..<columnCount).map { _ in PublishedTable.Cell("") }
    cells[0].text = words(1...6)
    return PublishedTable.Row(kind: .group, cells: cells)
  }

  private mutating func summary(_ kind: PublishedTable.Row.Kind) -> PublishedTable.Row {
    PublishedTable.Row(kind: kind, cells: (0..<columnCount).map { _ in PublishedTable.Cell(words(1...1)) })
  }

  private mutating func addSpans(to table: inout PublishedTable) {
    guard columnCount > 1 else { return }
    var row = 0
    while row + 3 < table.records.count {
      let run = table.records[row..<row + 3]
      if generator.isTrue(onceIn: 6), run.allSatisfy({ $0.kind == .data }) {
        let column = generator.next(below: columnCount - 1)
        let (across, down) = generator.isTrue(onceIn: 2) ? (2, 1) : (1, generator.next(in: 2...3))
        table.records[row].cells[column].detail.across = across
        table.records[row].cells[column].detail.down = down
        for below in row..<row + down {
          for place in column..<column + across where (below, place) != (row, column) {
            table.records[below].cells[place] = PublishedTable.Cell("")
            table.records[below].cells[place].detail.isCovered = true
          }
        }
        row += down
      }
      row += 1
    }
  }

  private mutating func addNotes(to table: inout PublishedTable) {
    let rows = table.records.indices.filter { table.records[$0].kind == .data }
    for (index, mark) in ["a", "b", "c"].prefix(generator.next(below: 4)).enumerated() {
      let text = words(3...12)
      table.notes.append(PublishedTable.Note(mark: mark, text: text))
      let word = String(text.prefix { $0 != " " })
      if index == 0 {
        table.columns[columnCount - 1].marks = mark
        notes.append((word, nil))
      } else {
        let row = generator.pick(rows)
        let marks = table.records[row].cells[0].detail.marks
        if table.records[row].cells[0].detail.isCovered {
          table.records[row].cells[0].detail.isCovered = true
        }
        table.records[row].cells[0].detail.marks = marks.isEmpty ? mark : marks + ",\u{202F}" + mark
        notes.append((word, row))
      }
    }
  }

  private mutating func words(_ count: ClosedRange<Int>) -> String {
    (0..<generator.next(in: count)).map { _ in
      wordCount += 1
      return "w\(wordCount)" + String(repeating: "x", count: generator.next(below: 4))
    }.joined(separator: " ")
  }
}
