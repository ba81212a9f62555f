import Diagnostics
import Spec

/// Cells that take the place of others.
extension TableArranger {
  /// Makes equal cells one under the other one cell, within a group and within what stands at their left.
  mutating func joinEqualCells(of published: inout PublishedTable) {
    let shown = shownColumns
    let joined = shown.indices.filter { table.columns[shown[$0]].spec?.joinsEqual ?? false }
    for (place, column) in joined.enumerated() {
      let outer = Array(joined[..<place])
      var start: Int?
      for row in published.records.indices {
        guard published.records[row].kind == .data else {
          start = nil
          continue
        }
        // A row keeps a cell: one of none is no row to those who hear it.
        if let first = start, published.isSame(row, first, in: outer + [column]),
          !published.isCovered(row, besides: column)
        {
          published.records[first].cells[column].detail.down += 1
          published.records[row].cells[column].detail.isCovered = true
        } else {
          start = row
        }
      }
    }
    for row in published.records.indices {
      for column in joined where published.records[row].cells[column].detail.isCovered {
        published.records[row].cells[column].text = ""
      }
    }
  }

  mutating func addSpans(to published: inout PublishedTable) {
    for spec in design.spans {
      guard let row = row(spec.row), let column = shownColumn(spec.column) else { continue }
      let records = published.records.indices.filter { published.records[$0].kind == .data }
      let (across, down) = (spec.columns?.value ?? 1, spec.rows?.value ?? 1)
      let last = row + down - 1
      // Rows of different groups have a label between them.
      guard column + across <= published.columns.count, last < records.count,
        records[last] - records[row] == down - 1
      else {
        diagnostics.report(.error(.spanOverEdge, at: spec.place, hints: [.shortenSpan]))
        continue
      }
      guard !isTaken(records[row], column, across: across, down: down, in: published) else {
        diagnostics.report(.error(.spansOverlap, at: spec.place, hints: [.shortenSpan]))
        continue
      }
      cover(records[row], column, across: across, down: down, in: &published)
      if records[row...last].contains(where: { published.isCovered($0, besides: nil) }) {
        diagnostics.report(.error(.spanOfRows, at: spec.place, hints: [.shortenSpan]))
      }
    }
  }

  /// Whether another cell takes the place of one of these, or one of these that of another.
  private func isTaken(
    _ row: Int, _ column: Int, across: Int, down: Int, in published: PublishedTable
  ) -> Bool {
    (row..<row + down).contains { line in
      (column..<column + across).contains { place in
        let detail = published.records[line].cells[place].detail
        return detail.isCovered || detail.across > 1 || detail.down > 1
      }
    }
  }

  /// The cell that takes the place of a covered one; the cell itself where none does.
  func owner(of row: Int, _ column: Int, in published: PublishedTable) -> (row: Int, column: Int) {
    guard published.records[row].cells[column].detail.isCovered else { return (row, column) }
    for line in (0...row).reversed() {
      for place in (0...column).reversed() {
        let detail = published.records[line].cells[place].detail
        if !detail.isCovered, line + detail.down > row, place + detail.across > column {
          return (line, place)
        }
      }
    }
    return (row, column)
  }

  /// The place of a column among those shown.
  mutating func shownColumn(_ name: Located<String>) -> Int? {
    guard let index = column(name) else { return nil }
    if let place = shownColumns.firstIndex(of: index) { return place }
    diagnostics.report(.error(.hiddenColumn(name.value), at: name.place))
    return nil
  }

  private func cover(
    _ row: Int, _ column: Int, across: Int, down: Int, in published: inout PublishedTable
  ) {
    for covered in row..<row + down {
      for place in column..<column + across where (covered, place) != (row, column) {
        var detail = PublishedTable.Detail()
        detail.isCovered = true
        published.records[covered].cells[place] = PublishedTable.Cell("", detail)
      }
    }
    published.records[row].cells[column].detail.across = across
    published.records[row].cells[column].detail.down = down
  }
}

extension PublishedTable {
  /// Whether other cells take the place of all of a row's, one aside.
  fileprivate func isCovered(_ row: Int, besides column: Int?) -> Bool {
    columns.indices.allSatisfy { place in
      place == column || records[row].cells[place].hasDetail && records[row].cells[place].detail.isCovered
    }
  }

  /// Whether two rows read the same in some columns.
  fileprivate func isSame(_ a: Int, _ b: Int, in columns: [Int]) -> Bool {
    columns.allSatisfy { records[a].cells[$0].text == records[b].cells[$0].text }
  }
}

extension Diagnostic.Message {
  fileprivate static var spanOfRows: Self {
    Self(
      "span-of-rows", fr: "cette cellule prend des lignes entières : il n’en reste rien",
      en: "this cell takes whole rows: nothing is left of them")
  }
  fileprivate static var spansOverlap: Self {
    Self(
      "spans-overlap", fr: "cette cellule prend une place qu’une autre a déjà prise",
      en: "this cell takes a place that another one has taken")
  }
  fileprivate static var spanOverEdge: Self {
    Self(
      "span-over-edge", fr: "cette cellule sort du tableau, ou du groupe de lignes où elle commence",
      en: "this cell leaves the table, or the group of rows that it starts in")
  }
}

extension Diagnostic.Hint {
  fileprivate static let shortenSpan = Self(
    fr: "diminuez « columns » ou « rows »", en: "make “columns” or “rows” smaller")
}
