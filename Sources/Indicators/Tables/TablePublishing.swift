import DataSources
import Diagnostics
import Spec

/// The rows of a table as they are printed.
extension TableArranger {
  /// - Parameters:
  ///   - wholes: the summary rows of the whole table.
  ///   - all: its rows, those that are not shown among them.
  mutating func publishedRows(
    wholes: [PublishedTable.Row], all: [TypedTable.Row]
  ) -> PublishedTable {
    let merges = table.columns.map { column in column.spec?.merge.map { merge($0) } ?? nil }
    let pictures = picturedColumns()
    let carried = design.carries ? Set(carriedColumns()) : []
    var sums: [Int: Double] = [:]
    var records: [PublishedTable.Row] = []
    records.reserveCapacity(table.rows.count)
    let groups =
      table.groups.isEmpty ? [TypedTable.Group(label: "", rows: table.rows.indices)] : table.groups
    for group in groups {
      if !table.groups.isEmpty { records.append(groupRow(group.label)) }
      for row in group.rows {
        var published = publishedRow(table.rows[row], merges, pictures)
        if design.carries { published.carried = carry(table.rows[row], carried, &sums) }
        records.append(published)
      }
      if !table.groups.isEmpty {
        records += summaryRows(at: .groups, over: Array(table.rows[group.rows]), within: all)
      }
    }
    return PublishedTable(columns: [], records: records + wholes)
  }

  private func groupRow(_ label: String) -> PublishedTable.Row {
    var cells = table.columns.map { _ in PublishedTable.Cell("") }
    if let first = shownColumns.first { cells[first] = PublishedTable.Cell(label) }
    return PublishedTable.Row(kind: .group, cells: cells)
  }

  private func carry(
    _ row: TypedTable.Row, _ columns: Set<Int>, _ sums: inout [Int: Double]
  ) -> [String] {
    table.columns.indices.map { column in
      guard columns.contains(column) else { return "" }
      sums[column, default: 0] += row.cells[column].number ?? 0
      return set(table.columns[column].print(sums[column, default: 0]))
    }
  }

  private func publishedRow(
    _ row: TypedTable.Row, _ merges: [Merge?], _ pictures: [PicturedColumn?]
  ) -> PublishedTable.Row {
    var cells = table.columns.indices.map { column -> PublishedTable.Cell in
      let cell = row.cells[column]
      if table.columns[column].isHidden { return PublishedTable.Cell("") }
      if let picture = pictures[column] { return picture.cell(row, column, self) }
      if let merge = merges[column] { return PublishedTable.Cell(merged(merge, row, cell)) }
      let extra = cell.extra
      guard !extra.hung.isEmpty || extra.rich != nil else { return PublishedTable.Cell(cell.text) }
      var detail = PublishedTable.Detail()
      detail.hung = extra.hung
      detail.rich = extra.rich
      return PublishedTable.Cell(cell.text, detail)
    }
    if row.indent > 0, let name = shownColumns.first { cells[name].detail.indent = row.indent }
    return PublishedTable.Row(kind: row.kind, cells: cells, isHighlighted: row.isHighlighted)
  }

  // MARK: Columns brought together

  /// A pattern whose columns have been found.
  struct Merge {
    enum Piece {
      case text(String)
      case column(Int)
    }
    let pieces: [Piece]
  }

  private mutating func merge(_ pattern: MergePattern) -> Merge? {
    let pieces = pattern.pieces.compactMap { piece -> Merge.Piece? in
      switch piece {
      case .text(let text): .text(text)
      case .column(let name): column(name).map(Merge.Piece.column)
      }
    }
    return pieces.count == pattern.pieces.count ? Merge(pieces: pieces) : nil
  }

  /// What a pattern says of a row; where one of its columns has no value, the cell's own text.
  private func merged(_ merge: Merge, _ row: TypedTable.Row, _ own: TypedTable.Cell) -> String {
    var text = ""
    for piece in merge.pieces {
      switch piece {
      case .text(let words): text += words
      case .column(let column):
        if case .missing = row.cells[column].value { return own.text }
        text += row.cells[column].text
      }
    }
    return set(text)
  }
}
