import DataSources
import Diagnostics
import Model
import Spec

/// Rows of a source or table as they are: statements, qualities, lists.
extension Composer {
  mutating func figure(_ block: DataTableBlock) -> Figure {
    let table = tables[block.from.value].map { published($0, block) }
    let citations = block.sources.map { report.sources[$0].citation }.joined(separator: wording.semicolon)
    let lines: [(String, String?)] = [
      (wording.note, note(block, table)), (wording.reading, block.apparatus.reading.map { plain($0) }),
      (wording.universe, block.apparatus.universe.map { plain($0) }),
      (
        block.sources.count > 1 ? wording.sources : wording.source, citations.isEmpty ? nil : ended(citations)
      ),
    ]
    return Figure(
      id: block.id, label: wording.figure(block.number),
      title: block.apparatus.title.map { plain($0) } ?? set(block.from.value.name),
      subtitle: block.apparatus.subtitle.map { plain($0) },
      content: .table(table ?? PublishedTable(columns: [], rows: [])),
      apparatus: lines.compactMap { label, text in text.map { ApparatusLine(label: label, text: set($0)) } })
  }

  private mutating func note(_ block: DataTableBlock, _ table: PublishedTable?) -> String? {
    let cells = table.map { $0.rows.joined() } ?? [[]].joined()
    let kinds = MissingKind.allCases.filter { kind in cells.contains(wording.mark(kind)) }
    let marks = kinds.map { (wording.mark($0), wording.meaning($0)) }
    let notes = [block.apparatus.note.map { plain($0) }, marks.isEmpty ? nil : wording.marks(marks)]
    let texts = notes.compactMap(\.self)
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  private mutating func published(_ table: Table, _ block: DataTableBlock) -> PublishedTable {
    let columns =
      block.columns.isEmpty
      ? Array(table.columns.indices)
      : block.columns.compactMap { index(of: $0, in: table) }
    let heads = columns.enumerated().map { position, column in
      let name = table.columns[column].name
      let label = block.labels.first { $0.old.value == name }?.new.value ?? name
      return PublishedTable.Column(
        head: set(capitalized(label)), alignment: table.columns[column].type == .number ? .number : .leading,
        isStub: position == 0, isStrong: false)
    }
    let precisions = columns.map { decimals(ofColumn: $0, table) }
    let isHighlighted = highlightTest(table, block)
    return PublishedTable(
      columns: heads,
      rows: table.rows.map { row in zip(columns, precisions).map { cell(row, $0, of: table, decimals: $1) } },
      highlighted: table.rows.indices.filter { isHighlighted(table.rows[$0]) })
  }

  /// Whether a row is pointed out: each of its cells that is asked for reads as it should.
  private mutating func highlightTest(_ table: Table, _ block: DataTableBlock) -> (Int) -> Bool {
    let tests = block.highlight.compactMap { filter -> (column: Int, text: String)? in
      if let index = index(of: filter.column, in: table) { return (index, filter.text.value) }
      return nil
    }
    guard !tests.isEmpty else { return { _ in false } }
    return { row in
      tests.allSatisfy { test in
        table.text(row: row, column: test.column).trimmingSpaces() == test.text.trimmingSpaces()
      }
    }
  }

  private mutating func index(of name: Located<String>, in table: Table) -> Int? {
    if let index = table.columnIndex(named: name.value) { return index }
    diagnostics.report(
      .error(
        .unknownColumn(name.value, in: table.path), at: name.place,
        hints: .suggestion(for: name.value, among: table.columns.map(\.name))))
    return nil
  }

  /// As many decimals as the number of a column with most, two at most: 31,0 stands over 20,8.
  private func decimals(ofColumn column: Int, _ table: Table) -> Int {
    let needed = table.rows.map { row in
      if case .number(let number) = table.cell(row: row, column: column) {
        return DecimalText.decimals(of: number)
      }
      return 0
    }
    return min(2, needed.max() ?? 0)
  }

  private func cell(_ row: Int, _ column: Int, of table: Table, decimals: Int) -> String {
    switch table.cell(row: row, column: column) {
    case .text(let text): return set(text.trimmingSpaces())
    case .missing(let kind): return wording.mark(kind)
    case .number(let number):
      let text = NumberText(language: wording.language).text(number, decimals: decimals)
      return set(table.columns[column].isPercentText ? wording.percent(text) : text)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownColumn(_ name: String, in path: String) -> Self {
    Self(
      "unknown-data-column", fr: "« \(path) » n’a pas de colonne « \(name) »",
      en: "“\(path)” has no column “\(name)”")
  }
}
