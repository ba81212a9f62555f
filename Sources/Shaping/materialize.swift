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
      let source = relation.trails.first.flatMap { self.shaped.tables[$0] }.map { grid.addSource($0) }
      var traces: [RowTrace] = []
      var room = RoomForRows()
      while try statement.step() {
        guard room.takes(statement, columns: relation.columns.count) else {
          diagnostics.report(.error(.tooManyRows(grid.rows.count), at: shaped.place, hints: [.makeFewer]))
          return nil
        }
        let trace = trace(of: statement, relation)
        let cells = relation.columns.indices.map { cell($0, of: statement, relation, trace) }
        let first = source.flatMap { source in
          trace.parts.first?.rows.first.map { Grid.RowOrigin(source: source, row: $0) }
        }
        grid.append(cells, number: grid.rows.count + 1, from: first)
        if self.traces { traces.append(trace) }
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

/// How much a made table may still hold. A query that multiplies rows without end would fill the memory long
/// before it took too many steps.
private struct RoomForRows {
  /// Cells, and bytes of text.
  private var cells = 10_000_000
  private var bytes = 500_000_000

  /// Whether there is room for one more row.
  mutating func takes(_ statement: borrowing Statement, columns: Int) -> Bool {
    cells -= columns
    for column in 0..<columns { bytes -= statement.textLength(at: column) }
    return cells >= 0 && bytes >= 0
  }
}

extension Diagnostic.Message {
  fileprivate static func tooManyRows(_ count: Int) -> Self {
    Self(
      "too-many-rows",
      fr: "cette table aurait plus de \(count) lignes : c’est trop pour être gardé en mémoire",
      en: "this table would have more than \(count) rows: too much to be kept in memory")
  }
}

extension Diagnostic.Hint {
  fileprivate static let makeFewer = Self(
    fr: "réunissez les lignes avec « group: », ou gardez moins de lignes et de colonnes",
    en: "take rows together with “group:”, or keep fewer rows and columns")
}
