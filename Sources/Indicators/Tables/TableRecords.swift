/// The rows of a table in order: kept, or of a plain table made when they are asked for.
///
/// Rows that are made are of data, each cell one text: a list of a hundred thousand of them takes no room.
package struct TableRecords: RandomAccessCollection, Sendable {
  private enum Store: Sendable {
    case kept([PublishedTable.Row])
    case made(PlainRecords)
  }

  private var store: Store

  package init(_ rows: [PublishedTable.Row]) { store = .kept(rows) }

  init(_ rows: PlainRecords) { store = .made(rows) }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch store {
    case .kept(let rows): rows.count
    case .made(let rows): rows.count
    }
  }

  /// A row. To change one that is made keeps all of them.
  package subscript(index: Int) -> PublishedTable.Row {
    get {
      switch store {
      case .kept(let rows): rows[index]
      case .made(let rows): rows.row(index)
      }
    }
    _modify {
      var rows = kept()
      store = .kept([])
      defer { store = .kept(rows) }
      yield &rows[index]
    }
  }

  package mutating func append(_ row: PublishedTable.Row) {
    var rows = kept()
    store = .kept([])
    rows.append(row)
    store = .kept(rows)
  }

  private func kept() -> [PublishedTable.Row] {
    switch store {
    case .kept(let rows): rows
    case .made(let rows): (0..<rows.count).map(rows.row)
    }
  }

  package func cell(_ row: Int, _ column: Int) -> PublishedTable.Cell {
    switch store {
    case .kept(let rows): rows[row].cells[column]
    case .made(let rows): rows.cell(row, column)
    }
  }

  package func kind(of row: Int) -> PublishedTable.Row.Kind {
    switch store {
    case .kept(let rows): rows[row].kind
    case .made: .data
    }
  }

  package func isHighlighted(_ row: Int) -> Bool {
    switch store {
    case .kept(let rows): rows[row].isHighlighted
    case .made(let rows): rows.isHighlighted(row)
    }
  }

  /// The sums of the rows up to one, where they are carried.
  package func carried(_ row: Int) -> [String]? {
    switch store {
    case .kept(let rows): rows[row].carried
    case .made: nil
    }
  }

  /// Whether a row is one of data whose cells are texts and no more.
  package func isPlain(_ row: Int) -> Bool {
    switch store {
    case .kept(let rows):
      rows[row].kind == .data && rows[row].carried == nil && !rows[row].cells.contains(where: \.hasDetail)
    case .made: true
    }
  }

  /// How many rows some cell of a row goes down over, itself included.
  package func reach(of row: Int) -> Int {
    switch store {
    case .kept(let rows): rows[row].cells.map { $0.hasDetail ? $0.detail.down : 1 }.max() ?? 1
    case .made: 1
    }
  }
}

extension TableRecords: Hashable {
  package static func == (a: TableRecords, b: TableRecords) -> Bool { a.elementsEqual(b) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(first)
  }
}

extension TableRecords: ExpressibleByArrayLiteral {
  package init(arrayLiteral rows: PublishedTable.Row...) { self.init(rows) }
}

/// Rows of texts that are made from data when they are asked for: the same each time.
struct PlainRecords: Sendable {
  let count: Int
  let columnCount: Int
  let text: @Sendable (_ row: Int, _ column: Int) -> String
  let isHighlighted: @Sendable (_ row: Int) -> Bool

  /// The same with some columns, in their order.
  func columns(_ order: [Int]) -> PlainRecords {
    let text = text
    return PlainRecords(
      count: count, columnCount: order.count, text: { text($0, order[$1]) }, isHighlighted: isHighlighted)
  }

  func cell(_ row: Int, _ column: Int) -> PublishedTable.Cell { PublishedTable.Cell(text(row, column)) }

  func row(_ index: Int) -> PublishedTable.Row {
    PublishedTable.Row(
      cells: (0..<columnCount).map { cell(index, $0) }, isHighlighted: isHighlighted(index))
  }
}
