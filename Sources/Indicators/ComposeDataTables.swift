import DataSources
import Diagnostics
import Model
import Spec
import Typography

/// Rows of a source or table as they are: statements, qualities, lists.
extension Composer {
  mutating func figure(_ block: DataTableBlock) -> Figure {
    let arranged = tables[block.from.value].map { self.arranged($0, block) }
    let citations = block.sources.map { report.sources[$0].citation }.joined(separator: wording.semicolon)
    let lines: [(String, String?)] = [
      (wording.note, note(block, arranged)), (wording.reading, block.apparatus.reading.map { plain($0) }),
      (wording.universe, block.apparatus.universe.map { ended(plain($0)) }),
      (
        block.sources.count > 1 ? wording.sources : wording.source, citations.isEmpty ? nil : ended(citations)
      ),
    ]
    return Figure(
      id: block.id, label: wording.figure(block.number),
      title: block.apparatus.title.map { plain($0) } ?? set(block.from.value.name),
      subtitle: block.apparatus.subtitle.map { plain($0) },
      content: .table(arranged?.table ?? PublishedTable(columns: [], records: [])),
      apparatus: lines.compactMap { label, text in text.map { ApparatusLine(label: label, text: set($0)) } })
  }

  private mutating func arranged(_ table: Table, _ block: DataTableBlock) -> TableArranger.Arranged {
    let design = block.design
    for label in block.labels { _ = index(of: label.old, in: table) }
    let typed: TypedTable
    if let crosstab = design.spec.crosstab {
      typed = self.crosstab(crosstab, table, block)
    } else if let correlation = design.spec.correlation {
      typed = correlations(correlation, table, block)
    } else {
      let columns = printedColumns(of: table, block)
      let isHighlighted = highlightTest(table, block)
      if design.spec.showsRowsAsTheyAre {
        let (records, missing) = plainRecords(of: table, columns, isHighlighted)
        return arranged(
          TypedTable(columns: columns.map(\.typed), rows: []), design, at: block.apparatus.place
        ) {
          $0.arranged(records, missing: missing)
        }
      }
      typed = self.typed(table, columns, isHighlighted)
    }
    return arranged(typed, design, at: block.apparatus.place)
  }

  private mutating func note(_ block: DataTableBlock, _ table: TableArranger.Arranged?) -> String? {
    let marks = (table?.missing ?? []).map { (wording.mark($0), wording.meaning($0)) }
    let notes =
      [block.apparatus.note.map { plain($0) }] + (table?.remarks ?? [])
      + [marks.isEmpty ? nil : wording.marks(marks)]
    let texts = notes.compactMap(\.self)
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  // MARK: Columns

  private mutating func printedColumns(of table: Table, _ block: DataTableBlock) -> [PrintedColumn] {
    let shown = shownColumns(of: table, block)
    let stub = stubNames(shown, block)
    let columns = shown.map { column(of: table, $0, isStub: stub.contains($0.name.value), block) }
    for (one, column) in zip(shown, columns) { checkFormat(one.spec, column.typed, table, one.index) }
    return columns
  }

  private mutating func typed(
    _ table: Table, _ columns: [PrintedColumn], _ isHighlighted: (Int) -> Bool
  ) -> TypedTable {
    let rows = table.rows.map { row in
      let cells = columns.map { cell(row, $0.index, of: table, $0.printer) }
      let names = zip(columns, cells).filter { $0.0.typed.published.isStub }.map(\.1.text)
      return TypedTable.Row(names: names, cells: cells, isHighlighted: isHighlighted(row))
    }
    return TypedTable(columns: columns.map(\.typed), rows: rows)
  }

  /// Rows that are printed when they are asked for, and the kinds of missing values that they show.
  private mutating func plainRecords(
    of table: Table, _ columns: [PrintedColumn], _ isHighlighted: @escaping @Sendable (Int) -> Bool
  ) -> (PlainRecords, [MissingKind]) {
    let (profile, wording) = (profile, wording)
    let printed = columns.map { (index: $0.index, printer: $0.printer) }
    let records = PlainRecords(
      count: table.rows.count, columnCount: columns.count,
      text: { row, column in
        switch table.cell(row: row, column: printed[column].index) {
        case .text(let words): typeset(printed[column].printer.text(words.trimmingSpaces()), profile)
        case .missing(let kind): wording.mark(kind)
        case .number(let number): typeset(printed[column].printer.text(number), profile)
        }
      }, isHighlighted: isHighlighted)
    return (records, missingKinds(of: table, columns, records))
  }

  /// The kinds of missing values that rows show. Abbreviations in them are noted on the way.
  private func missingKinds(
    of table: Table, _ columns: [PrintedColumn], _ records: PlainRecords
  ) -> [MissingKind] {
    var kinds: Set<MissingKind> = []
    for (column, printed) in columns.enumerated() where !printed.typed.isHidden {
      for row in table.rows {
        switch table.cell(row: row, column: printed.index) {
        case .missing(let kind): kinds.insert(kind)
        case .text: if !abbreviations.areAllUsed { abbreviations.noteUses(in: records.text(row, column)) }
        case .number: break
        }
      }
    }
    return MissingKind.allCases.filter(kinds.contains)
  }

  private struct ShownDataColumn {
    let name: Located<String>
    let index: Int
    let spec: ColumnSpec?
    let isHidden: Bool
  }

  /// The columns to show, then those that are only there for others.
  private mutating func shownColumns(of table: Table, _ block: DataTableBlock) -> [ShownDataColumn] {
    let design = block.design.spec
    var shown: [ShownDataColumn] = []
    for spec in design.columns {
      if let index = index(of: spec.name, in: table) {
        shown.append(ShownDataColumn(name: spec.name, index: index, spec: spec, isHidden: false))
      }
    }
    if design.columns.isEmpty { shown = allColumns(of: table, block) }
    for name in design.namedColumns where !shown.contains(where: { $0.name.value == name.value }) {
      guard let index = index(of: name, in: table) else { continue }
      let isStub = design.stub.contains { $0.value == name.value }
      shown.append(ShownDataColumn(name: name, index: index, spec: nil, isHidden: !isStub))
    }
    return shown
  }

  private mutating func allColumns(of table: Table, _ block: DataTableBlock) -> [ShownDataColumn] {
    let design = block.design.spec
    for name in design.hidden { _ = index(of: name, in: table) }
    let left = Set(design.hidden.map(\.value) + [design.groupBy?.value].compactMap(\.self))
    return table.columns.indices.map { index in
      let name = table.columns[index].name
      return ShownDataColumn(
        name: Located(name, at: block.from.place), index: index, spec: nil, isHidden: left.contains(name))
    }
  }

  /// The columns that name rows: the author's, else the first that is shown.
  private func stubNames(_ shown: [ShownDataColumn], _ block: DataTableBlock) -> Set<String> {
    let names = block.design.spec.stub.map(\.value)
    if !names.isEmpty { return Set(names) }
    return Set(shown.first { !$0.isHidden }.map { [$0.name.value] } ?? [])
  }

  private struct PrintedColumn {
    /// Which column of the data it is.
    let index: Int
    let typed: TypedTable.Column
    let printer: ColumnPrinter
  }

  private func column(
    of table: Table, _ shown: ShownDataColumn, isStub: Bool, _ block: DataTableBlock
  ) -> PrintedColumn {
    let column = table.columns[shown.index]
    let usual: CellFormat = column.isPercentText ? .percent : .number
    let isText = column.type == .text
    let numbers =
      isText
      ? []
      : table.rows.compactMap { row -> Double? in
        if case .number(let number) = table.cell(row: row, column: shown.index) { number } else { nil }
      }
    let printer = ColumnPrinter(shown.spec, usual: usual, values: numbers, most: 2, wording: wording)
    let label = block.labels.first { $0.old.value == column.name }?.new.value ?? column.name
    var published = PublishedTable.Column(
      head: set(capitalized(label)), alignment: column.type == .number ? .number : .leading, isStub: isStub,
      isStrong: false)
    published.apply(shown.spec, wording, set: set)
    let isRate = shown.spec?.format.map(\.value.isRate) ?? column.isPercentText
    return PrintedColumn(
      index: shown.index,
      typed: TypedTable.Column(
        name: shown.name, published: published, spec: shown.spec, isHidden: shown.isHidden,
        print: { printer.text($0) }, addsUp: !isRate && !isStub && !isText, isText: isText,
        measure: (shown.spec?.format?.value ?? usual).rawValue + " " + (shown.spec?.unit?.value ?? ""),
        printRounded: { printer.rounded(to: $1).text($0) }),
      printer: printer)
  }

  // MARK: Rows

  /// Whether a row is pointed out: each of its cells that is asked for reads as it should.
  private mutating func highlightTest(_ table: Table, _ block: DataTableBlock) -> @Sendable (Int) -> Bool {
    let tests = block.highlight.compactMap { filter -> (column: Int, text: String)? in
      if let index = index(of: filter.column, in: table) { return (index, filter.text.value) }
      return nil
    }
    guard !tests.isEmpty else { return { _ in false } }
    let isHighlighted: @Sendable (Int) -> Bool = { row in
      tests.allSatisfy { test in
        table.text(row: row, column: test.column).trimmingSpaces() == test.text.trimmingSpaces()
      }
    }
    if let last = block.highlight.last, !table.rows.contains(where: isHighlighted) {
      let column = tests[tests.count - 1].column
      let texts = table.rows.prefix(200).map { table.text(row: $0, column: column).trimmingSpaces() }
      diagnostics.report(
        .warning(
          .noSuchRow(last.text.value), at: last.text.place,
          hints: .suggestion(for: last.text.value, among: distinct(texts))))
    }
    return isHighlighted
  }

  /// How numbers are written changes nothing of texts, without a word.
  private mutating func checkFormat(
    _ spec: ColumnSpec?, _ column: TypedTable.Column, _ table: Table, _ index: Int
  ) {
    guard let spec, column.isText else { return }
    let format = spec.format.flatMap { $0.value.isOfNumbers ? $0.place : nil }
    let places = [format, spec.decimals?.place, spec.digits?.place, spec.scale?.place].compactMap(\.self)
    let other = table.rows.lazy.map { table.text(row: $0, column: index).trimmingSpaces() }
      .first { !$0.isEmpty && !$0.looksLikeANumber }
    for place in places {
      diagnostics.report(
        .error(.formatOfText(column.name.value), at: place, hints: other.map { [.notANumber($0)] } ?? []))
    }
  }

  mutating func index(of name: Located<String>, in table: Table) -> Int? {
    if let index = table.columnIndex(named: name.value) { return index }
    diagnostics.report(
      .error(
        .unknownColumn(name.value, in: table.path), at: name.place,
        hints: .suggestion(for: name.value, among: table.columns.map(\.name))))
    return nil
  }

  private mutating func cell(
    _ row: Int, _ column: Int, of table: Table, _ printer: ColumnPrinter
  ) -> TypedTable.Cell {
    switch table.cell(row: row, column: column) {
    case .text(let words):
      if printer.isMarkdown {
        return markdownCell(
          words.trimmingSpaces(), at: table.place(row: row, column: column))
      }
      let text = set(printer.text(words.trimmingSpaces()))
      return TypedTable.Cell(.text(text), text)
    case .missing(let kind): return TypedTable.Cell(.missing(kind), wording.mark(kind))
    case .number(let number): return TypedTable.Cell(.number(number), set(printer.text(number)))
    }
  }
}

extension TableDesignSpec {
  /// Whether the table's rows are those of its data, in their order, each cell printed by itself.
  fileprivate var showsRowsAsTheyAre: Bool {
    groupBy == nil && groups.isEmpty && indent == nil && summaries.isEmpty && footnotes.isEmpty
      && spans.isEmpty && sort == nil && top == nil && others == nil && carry == nil
      && columns.allSatisfy(\.showsCellsAsTheyAre)
  }
}

extension ColumnSpec {
  fileprivate var showsCellsAsTheyAre: Bool {
    let substitutes = [small != nil, large != nil, zero != nil]
    return format?.value != .markdown && merge == nil && draw == nil && !joinsEqual
      && !substitutes.contains(true)
  }
}

extension CellFormat {
  /// Whether what is written so is a rate, or a difference of rates: its rows do not add up.
  fileprivate var isRate: Bool {
    switch self {
    case .percent, .points, .perThousand, .date, .ordinal, .roman, .words, .yesNo: true
    case .number, .change, .euros, .big, .duration, .bytes, .text, .markdown: false
    }
  }
}

extension CellFormat {
  fileprivate var isOfNumbers: Bool {
    switch self {
    case .number, .percent, .points, .change, .euros, .perThousand, .big, .duration, .ordinal, .roman, .words,
      .bytes:
      true
    case .date, .yesNo, .text, .markdown: false
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func formatOfText(_ name: String) -> Self {
    Self(
      "format-of-text", fr: "« \(name) » contient des textes : ce format est pour des nombres",
      en: "“\(name)” holds texts: this format is for numbers")
  }
  fileprivate static func unknownColumn(_ name: String, in path: String) -> Self {
    Self(
      "unknown-data-column", fr: "« \(path) » n’a pas de colonne « \(name) »",
      en: "“\(path)” has no column “\(name)”")
  }
}
