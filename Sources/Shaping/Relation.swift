import DataSources
import Model
import SQLite

/// Rows on their way through the steps of a table: a query, and what is known of its columns.
struct Relation {
  struct Column: Hashable {
    var name: String
    /// Whether its cells may be calculated with.
    var isNumber: Bool
    var lineage: Lineage
  }

  /// Where a column's cells come from unchanged, so that the reason why one is missing is not lost: SQL knows
  /// only one kind of NULL.
  enum Lineage: Hashable {
    case none
    /// A column of the table whose row numbers are kept under `trail`.
    case cells(trail: Int, column: Int)
    /// One of several columns: the one that another column of the same row names.
    case named(by: String, [String: Int], trail: Int)

    /// The hidden column that holds the row's number.
    var trail: Int? {
      switch self {
      case .none: nil
      case .cells(let trail, _), .named(_, _, let trail): trail
      }
    }

    /// The same cells, with the row's number in another hidden column.
    func with(trail: Int) -> Lineage {
      switch self {
      case .none: .none
      case .cells(_, let column): .cells(trail: trail, column: column)
      case .named(let by, let columns, _): .named(by: by, columns, trail: trail)
      }
    }
  }

  /// A SELECT that gives the columns, then a hidden one for each trail.
  var sql: String
  var columns: [Column]
  /// The tables whose row numbers are carried along, each in a hidden column.
  var trails: [TableOrigin]
  /// Whether a hidden column holds a list of row numbers rather than one.
  var trailsAreLists = false

  func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// The hidden columns' names, which no author can type.
  var hidden: [String] { trails.indices.map(Self.hidden) }

  static func hidden(_ trail: Int) -> String { "\u{1}row\(trail)" }

  /// All columns as a list for SELECT.
  func list(of names: [String]) -> String { names.map(\.quotedIdentifier).joined(separator: ", ") }

  var allNames: [String] { columns.map(\.name) + hidden }
}

extension Relation {
  /// A table that SQLite reads where it is.
  init(of table: Table, as origin: TableOrigin) {
    columns = table.columns.enumerated().map { index, column in
      Column(name: column.name, isNumber: column.type == .number, lineage: .cells(trail: 0, column: index))
    }
    trails = [origin]
    let names = columns.map(\.name.quotedIdentifier).joined(separator: ", ")
    sql = "SELECT \(names), rowid AS \(Self.hidden(0).quotedIdentifier) FROM \(origin.name.quotedIdentifier)"
  }
}
