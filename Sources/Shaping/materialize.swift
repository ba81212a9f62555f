import DataSources
import Diagnostics
import Model
import SQLite

/// Turning a relation into a table of its own.
extension Shaper {
  /// Runs a relation's query and keeps its rows.
  mutating func materialize(_ relation: Relation, as shaped: ShapedTable) -> (Table, [RowTrace])? {
    do {
      // An author's own query may still be refused, or run for too long.
      var statement =
        try relation.trails.isEmpty && shaped.from == nil
        ? database.prepare(authored: relation.sql) : database.prepare(relation.sql)
      var grid = Grid(path: shaped.id.name, columns: relation.columns.map(\.name))
      var traces: [RowTrace] = []
      while try statement.step() {
        let trace = trace(of: statement, relation)
        let cells = relation.columns.indices.map { cell($0, of: statement, relation, trace) }
        let first = trace.parts.first.flatMap { part in part.rows.first.map { (part.origin, $0) } }
        let place = first.flatMap { origin, row in self.shaped.tables[origin]?.place(row: row, column: 0) }
        grid.append(cells, number: traces.count + 1, at: place)
        traces.append(trace)
      }
      return (Table(grid: grid, columns: columns(of: grid, relation)), traces)
    } catch {
      report(error, in: Located(shaped.id.name, at: shaped.place))
      return nil
    }
  }

  /// The columns with their types; a query's own columns hold numbers if all their cells do.
  private func columns(of grid: Grid, _ relation: Relation) -> [Column] {
    relation.columns.enumerated().map { index, column in
      let hasText = grid.rows.contains { row in if case .text = grid[row, index] { true } else { false } }
      return Column(name: column.name, type: column.isNumber && !hasText ? .number : .text)
    }
  }

  private func trace(of statement: borrowing Statement, _ relation: Relation) -> RowTrace {
    let parts = relation.trails.indices.map { index in
      let column = relation.columns.count + index
      let rows: [Int]
      if relation.trailsAreLists {
        let list = statement.text(at: column)?.split(separator: ",").compactMap { Int($0) } ?? []
        rows = Array(Set(list)).sorted()
      } else {
        rows = statement.integer(at: column).map { [Int($0)] } ?? []
      }
      return RowTrace.Part(origin: relation.trails[index], rows: rows)
    }
    return RowTrace(parts: parts)
  }

  /// A cell; one that is missing keeps the reason that its source states.
  private func cell(
    _ column: Int, of statement: borrowing Statement, _ relation: Relation, _ trace: RowTrace
  ) -> GridCell {
    switch statement.value(at: column) {
    case .integer(let value): .number(Double(value))
    case .number(let value): .number(value)
    case .text(let text): .text(text)
    case .bytes(let bytes): .text(String(decoding: bytes, as: UTF8.self))
    case .null: .missing(reason(column, of: statement, relation, trace) ?? .notAvailable)
    }
  }

  private func reason(
    _ column: Int, of statement: borrowing Statement, _ relation: Relation, _ trace: RowTrace
  ) -> MissingKind? {
    let source: (trail: Int, column: Int)
    switch relation.columns[column].lineage {
    case .none: return nil
    case .cells(let trail, let column): source = (trail, column)
    case .named(let by, let columns, let trail):
      guard let index = relation.index(of: by), let name = statement.text(at: index),
        let column = columns[name]
      else { return nil }
      source = (trail, column)
    }
    let part = trace.parts[source.trail]
    guard let row = part.rows.first, let table = shaped.tables[part.origin] else { return nil }
    if case .missing(let kind) = table.cell(row: row, column: source.column) { return kind }
    return nil
  }
}
