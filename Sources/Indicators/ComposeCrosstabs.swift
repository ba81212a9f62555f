import DataSources
import Diagnostics
import Model
import Spec

/// One column of a table against another: how many rows, or what sum, each pair of texts has.
extension Composer {
  mutating func crosstab(_ spec: CrosstabSpec, _ table: Table, _ block: DataTableBlock) -> TypedTable {
    guard let rows = index(of: spec.rows, in: table), let columns = index(of: spec.columns, in: table) else {
      return TypedTable(columns: [], rows: [])
    }
    let values = spec.values.flatMap { index(of: $0, in: table) }
    if let values, let name = spec.values, table.columns[values].type == .text {
      diagnostics.report(.error(.crosstabOfText(name.value), at: name.place))
    }
    let known = [spec.rows.value, spec.columns.value]
    for column in block.design.spec.columns where !known.contains(column.name.value) {
      diagnostics.report(
        .error(
          .noSuchColumn(column.name.value), at: column.name.place,
          hints: .suggestion(for: column.name.value, among: known)))
    }
    let counts = CrossedCounts(table, rows, columns, values)
    let label = block.labels.first { $0.old.value == spec.rows.value }?.new.value ?? spec.rows.value
    var stub = PublishedTable.Column(
      head: set(capitalized(label)), alignment: .leading, isStub: true, isStrong: false)
    stub.apply(block.design.spec.columns.first { $0.name.value == spec.rows.value }, wording, set: set)
    let heads = counts.columns + (spec.hasMargins ? [wording.whole] : [])
    let printer = printer(of: spec, counts)
    let shade = block.design.spec.columns.first { $0.name.value == spec.columns.value }
    let crossed = heads.enumerated().map { index, head -> TypedTable.Column in
      let isMargin = index == counts.columns.count
      var column = PublishedTable.Column(
        head: head.isEmpty ? wording.mark(.notAvailable) : set(head), alignment: .number, isStub: false,
        isStrong: isMargin)
      column.apply(isMargin ? nil : shade?.withoutLabel, wording, set: set)
      return TypedTable.Column(
        name: Located(head, at: spec.columns.place), published: column, spec: isMargin ? nil : shade,
        isHidden: false, print: { printer.text($0) }, addsUp: false, isText: false)
    }
    let first = TypedTable.Column(
      name: spec.rows, published: stub, spec: nil, isHidden: false, print: { printer.text($0) },
      addsUp: false,
      isText: true)
    return TypedTable(
      columns: [first] + crossed,
      rows: self.rows(spec, counts, printer, count: heads.count))
  }

  private func rows(
    _ spec: CrosstabSpec, _ counts: CrossedCounts, _ printer: ColumnPrinter, count: Int
  ) -> [TypedTable.Row] {
    let heads = counts.rows + (spec.hasMargins ? [wording.whole] : [])
    return heads.enumerated().map { row, head in
      let cells = (0..<count).map { column -> TypedTable.Cell in
        switch counts.value(row, column, spec.show) {
        case .number(let number): TypedTable.Cell(.number(number), set(printer.text(number)))
        case .missing(let kind): TypedTable.Cell(.missing(kind), wording.mark(kind))
        }
      }
      return TypedTable.Row(
        names: [head], cells: [name(head)] + cells,
        isHighlighted: false,
        kind: row == counts.rows.count ? .tableSummary : .data)
    }
  }

  /// A row's name; a cell of the data without any is missing.
  private func name(_ head: String) -> TypedTable.Cell {
    if head.isEmpty { return TypedTable.Cell(.missing(.notAvailable), wording.mark(.notAvailable)) }
    return TypedTable.Cell(.text(set(head)), set(head))
  }

  private func printer(of spec: CrosstabSpec, _ counts: CrossedCounts) -> ColumnPrinter {
    switch spec.show {
    case .values:
      ColumnPrinter(nil, usual: .number, values: counts.cells.joined().map(\.sum), most: 1, wording: wording)
    case .rowPercent, .columnPercent, .totalPercent:
      ColumnPrinter(nil, usual: .percent, values: [], most: 0, wording: wording)
    }
  }
}

/// The sums of a table's rows by two of its columns.
///
/// - **Shape**: `cells[row][column]`, in the order in which texts first stand in the data.
struct CrossedCounts {
  private(set) var rows: [String] = []
  private(set) var columns: [String] = []
  private(set) var cells: [[Cell]] = []

  /// What is added up, and what it lacks: a sum without one of its parts would be another number.
  struct Cell: Hashable {
    var sum = 0.0
    var missing: MissingKind?

    fileprivate static func + (a: Cell, b: Cell) -> Cell {
      Cell(sum: a.sum + b.sum, missing: mostSecret([a.missing, b.missing].compactMap(\.self)))
    }
  }

  enum Value: Hashable {
    case number(Double)
    case missing(MissingKind)
  }

  /// - Parameter values: what is added up; rows are counted where there is none.
  init(_ table: Table, _ row: Int, _ column: Int, _ values: Int?) {
    var places: (rows: [String: Int], columns: [String: Int]) = ([:], [:])
    var found: [(row: Int, column: Int, value: Cell)] = []
    for line in table.rows {
      let texts = (
        table.text(row: line, column: row).trimmingSpaces(),
        table.text(row: line, column: column).trimmingSpaces()
      )
      var value = Cell(sum: 1)
      if let values {
        switch table.cell(row: line, column: values) {
        case .number(let number): value = Cell(sum: number)
        case .missing(let kind): value = Cell(missing: kind)
        case .text: continue
        }
      }
      found.append(
        (
          Self.place(of: texts.0, &places.rows, &rows), Self.place(of: texts.1, &places.columns, &columns),
          value
        ))
    }
    cells = Array(repeating: Array(repeating: Cell(), count: columns.count), count: rows.count)
    for one in found { cells[one.row][one.column] = cells[one.row][one.column] + one.value }
  }

  private static func place(of text: String, _ places: inout [String: Int], _ texts: inout [String]) -> Int {
    if let place = places[text] { return place }
    places[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// A cell; past the last row or column, the sum of all. It is missing where a value that it needs is, and not
  /// applicable where nothing is divided by.
  func value(_ row: Int, _ column: Int, _ show: CrosstabCells) -> Value {
    let value = sum(row, column)
    let whole =
      switch show {
      case .values: Cell(sum: 100)
      case .rowPercent: sum(row, columns.count)
      case .columnPercent: sum(rows.count, column)
      case .totalPercent: sum(rows.count, columns.count)
      }
    if let kind = (value + whole).missing { return .missing(kind) }
    return whole.sum == 0 ? .missing(.notApplicable) : .number(100 * value.sum / whole.sum)
  }

  private func sum(_ row: Int, _ column: Int) -> Cell {
    let lines = row == rows.count ? cells[...] : cells[row...row]
    return lines.reduce(Cell()) { sum, line in
      sum + (column == columns.count ? line.reduce(Cell(), +) : line[column])
    }
  }
}

extension ColumnSpec {
  /// The same look for columns whose heads are texts of the data.
  fileprivate var withoutLabel: ColumnSpec {
    var spec = self
    spec.label = nil
    spec.unit = nil
    spec.merge = nil
    spec.joinsEqual = false
    return spec
  }
}

extension Wording {
  var whole: String { pick("Ensemble", "All") }
}

extension Diagnostic.Message {
  fileprivate static func crosstabOfText(_ name: String) -> Self {
    Self(
      "crosstab-of-text", fr: "« \(name) » contient des textes : rien ne peut en être additionné",
      en: "“\(name)” holds texts: nothing can be added up from it")
  }
}
