import DrawList
import Indicators
import Typesetting

/// A row whose texts are broken into lines.
struct SetRow {
  let row: PublishedTable.Row
  let cells: [SetCell]
  /// How many lines the row needs, cells over several rows aside.
  let lineCount: Int
  var height: Points
}

/// The rows of a table.
extension FragmentBuilder {
  var cellPadding: Points { theme.spacing[.cellPadding] }

  /// Rows that cells hold together, or one row.
  mutating func rows(_ band: Range<Int>, _ painter: inout TablePainter) -> [Fragment] {
    var rows = band.map { setRow(painter.table.records[$0], painter) }
    stretch(&rows, painter)
    var fragments: [Fragment] = []
    var overlays: [(rows: Range<Int>, items: [DrawItem])] = []
    for (offset, index) in band.enumerated() {
      startGroup(rows[offset], &painter)
      var added = self.fragments(of: rows[offset], index, painter)
      let repeated = carriedHead(index, painter)
      let foot = carriedFoot(index, painter)
      for part in added.indices {
        added[part].repeatedHead = repeated?.with(
          overlays.filter { $0.rows.contains(index) }.flatMap(\.items))
        added[part].tablePart = TablePart(table: painter.number, kind: .row(index))
        added[part].partFoot = part == added.count - 1 ? foot : nil
      }
      if band.count > 1, offset < band.count - 1, isShort(rows, painter) {
        added[added.count - 1].keepsWithNext = true
      }
      overlays += self.overlays(of: rows[offset], index, painter)
      endGroupLabel(rows[offset], added, &painter)
      fragments += added
    }
    return fragments
  }

  /// Rows of one line of plain texts: how high they are is known, and the rest waits for their pages.
  mutating func plainRows(_ rows: Range<Int>, _ painter: inout TablePainter, _ table: DeferredTable)
    -> Fragment
  {
    let leading = painter.design.leading
    let row = PublishedTable.Row(cells: painter.table.columns.map { _ in PublishedTable.Cell("") })
    let owners = RowOwners(cellElements(of: row, painter))
    if isTagged { for _ in rows.dropFirst() { _ = cellElements(of: row, painter) } }
    let deferred = DeferredRows(
      table: table, first: rows.lowerBound, count: rows.count, height: leading + 2 * cellPadding,
      owners: owners, elementsPerRow: isTagged ? row.cells.count + 1 : 0, rowsInGroup: painter.rowsInGroup + 1
    )
    painter.rowsInGroup += rows.count
    var fragment = Fragment(height: Double(rows.count) * deferred.height, marks: [])
    fragment.rows = deferred
    fragment.repeatedHead = painter.groupRepeated ?? painter.repeated
    fragment.tablePart = TablePart(table: painter.number, kind: .row(rows.lowerBound))
    return fragment
  }

  private func isShort(_ rows: [SetRow], _ painter: TablePainter) -> Bool {
    rows.reduce(0) { $0 + $1.height } < painter.pageHeight * 0.3
  }

  mutating func setRow(_ row: PublishedTable.Row, _ painter: TablePainter) -> SetRow {
    let cells = row.cells.indices.map { index in setCell(row, index, painter) }
    let count = cells.filter { $0.down == 1 }.map(\.lines.count).max() ?? 1
    let padding = 2 * cellPadding + (row.kind == .group ? Self.groupGap : 0)
    let height = Double(max(1, count)) * painter.design.leading + padding
    return SetRow(row: row, cells: cells, lineCount: max(1, count), height: height)
  }

  private static let groupGap: Points = 3

  /// Makes the last row of a band taller where a cell over several rows needs more than they have.
  private func stretch(_ rows: inout [SetRow], _ painter: TablePainter) {
    guard rows.count > 1 else { return }
    for (index, row) in rows.enumerated() {
      for cell in row.cells where cell.down > 1 {
        let last = min(index + cell.down, rows.count) - 1
        let needed = Double(cell.lines.count) * painter.design.leading + 2 * cellPadding
        let lacking = needed - rows[index...last].reduce(0) { $0 + $1.height }
        if lacking > 0 { rows[last].height += lacking }
      }
    }
  }

  /// What of a row stands again where a page starts within the cells that it holds together.
  private func overlays(
    of row: SetRow, _ index: Int, _ painter: TablePainter
  ) -> [(rows: Range<Int>, items: [DrawItem])] {
    row.cells.enumerated().compactMap { column, cell in
      guard cell.down > 1 else { return nil }
      let items = self.items(of: cell, column, lines: cell.lines[...], top: cellPadding, painter)
      return (index + 1..<index + cell.down, items)
    }
  }

  // MARK: Groups

  private func startGroup(_ row: SetRow, _ painter: inout TablePainter) {
    switch row.row.kind {
    case .group:
      painter.groupRepeated = nil
      painter.rowsInGroup = 0
    case .data: painter.rowsInGroup += 1
    case .tableSummary:
      painter.group = nil
      painter.groupRepeated = nil
    case .groupSummary: break
    }
  }

  /// After a label, what is repeated has it too.
  private mutating func endGroupLabel(_ row: SetRow, _ fragments: [Fragment], _ painter: inout TablePainter) {
    guard row.row.kind == .group, let repeated = painter.repeated, let label = fragments.first else { return }
    if case .element(let element)? = label.marks.first(where: {
      if case .element = $0.owner { true } else { false }
    })?.owner {
      painter.group = element
    }
    var continued = row.row
    continued.cells[0].text += "\u{A0}" + wording.continued
    continued.cells[0].detail.marks = ""
    let again = setRow(continued, painter)
    painter.groupRepeated = repeated.followed(by: rowItems(again, painter), height: again.height)
  }

  // MARK: Carried sums

  /// What stands again over a row, with the sums of those before it.
  private mutating func carriedHead(_ index: Int, _ painter: TablePainter) -> Fragment.RepeatedHead? {
    let repeated = painter.groupRepeated ?? painter.repeated
    guard let repeated, let sums = painter.table.carried(before: index) else { return repeated }
    let row = setRow(carriedRow(sums, wording.broughtForward, painter), painter)
    return repeated.followed(by: rowItems(row, painter), height: row.height)
  }

  /// The sums up to a row, for a page that ends after it.
  private mutating func carriedFoot(_ index: Int, _ painter: TablePainter) -> Fragment.RepeatedHead? {
    guard index + 1 < painter.table.records.count, let sums = painter.table.carried(before: index + 1) else {
      return nil
    }
    let row = setRow(carriedRow(sums, wording.carriedForward, painter), painter)
    return Fragment.RepeatedHead(height: row.height, items: rowItems(row, painter))
  }

  private func carriedRow(_ sums: [String], _ label: String, _ painter: TablePainter) -> PublishedTable.Row {
    var cells = sums.map { PublishedTable.Cell($0) }
    cells[0].text = label
    return PublishedTable.Row(kind: .groupSummary, cells: cells)
  }

  private func rowItems(_ row: SetRow, _ painter: TablePainter) -> [DrawItem] {
    let top = row.height - cellPadding - Double(row.lineCount) * painter.design.leading
    let items = row.cells.enumerated().flatMap { column, cell in
      self.items(of: cell, column, lines: cell.lines[...], top: top, painter)
    }
    return items + rules(of: row.row, height: row.height, isLast: false, painter)
  }

  // MARK: Fragments

  /// A row; one taller than most of a page comes in several parts.
  private mutating func fragments(of row: SetRow, _ index: Int, _ painter: TablePainter) -> [Fragment] {
    let owners = cellElements(of: row.row, painter)
    let leading = painter.design.leading
    let linesAPart = max(1, Int(painter.pageHeight * 0.6 / leading))
    let isLast = index == painter.table.records.count - 1
    let isWhole = row.lineCount <= linesAPart
    let count = isWhole ? 1 : row.lineCount
    return stride(from: 0, to: count, by: isWhole ? 1 : linesAPart).map { start in
      let end = isWhole ? row.lineCount : min(start + linesAPart, row.lineCount)
      let endsRow = end == row.lineCount
      let isGroup = row.row.kind == .group
      let top = start == 0 ? cellPadding + (isGroup ? Self.groupGap : 0) : 0
      let height =
        isWhole ? row.height : Double(end - start) * leading + top + (endsRow ? cellPadding : 0)
      let part = RowPart(
        lines: isWhole ? nil : start..<end, top: top, height: height, endsRow: endsRow,
        isLast: isLast && endsRow)
      return Fragment(height: height, marks: marks(of: row, index, part, owners, painter))
    }
  }

  /// What is drawn of a row, or of some of its lines.
  mutating func marks(
    of row: SetRow, _ index: Int, _ part: RowPart, _ owners: [ElementID?], _ painter: TablePainter
  ) -> [Mark] {
    var marks = ground(of: row, height: part.height, painter).map { [Mark(.artifact, [$0])] } ?? []
    for (column, cell) in row.cells.enumerated() {
      guard let owner = owners[column] else { continue }
      let lines = part.lines.map { cell.lines.dropFirst($0.lowerBound).prefix($0.count) } ?? cell.lines[...]
      marks += self.marks(
        of: cell, column, lines: lines, top: part.top, height: part.height, owner: owner, painter,
        isFirst: part.lines?.lowerBound ?? 0 == 0)
    }
    if part.endsRow {
      marks.append(
        Mark(
          .artifact,
          rules(
            of: row.row, height: part.height, isLast: part.isLast,
            startsSummary: painter.table.startsSummary(index), painter)))
    }
    return marks
  }

  /// An element for each cell; `nil` where another cell takes its place.
  private mutating func cellElements(
    of row: PublishedTable.Row, _ painter: TablePainter
  ) -> [ElementID?] {
    // Without tags nobody asks which cell is which, and a long table has many.
    guard isTagged else { return Array(repeating: painter.body, count: row.cells.count) }
    let element = structure.add(.tableRow, in: painter.body)
    let isNamed = painter.needsHeaderNames
    var stubs: [ElementID] = []
    return row.cells.indices.map { column in
      let place = row.place(of: column)
      guard !place.isCovered else { return nil }
      let isHead = painter.table.columns[column].isStub || row.kind == .group
      var attributes: TableAttributes?
      if isNamed || place.down > 1 || place.across > 1 {
        let over = isHead ? [] : painter.headers[column..<column + place.across].flatMap(\.self)
        let group = row.kind == .data || row.kind == .groupSummary ? painter.group : nil
        let names = isHead ? [] : over.uniqued + [group].compactMap(\.self) + stubs
        attributes = .cell(columns: place.across, rows: place.down, headers: isNamed ? names : [])
      }
      let scope: StructureRole.HeaderScope = row.kind == .group ? .column : .row
      let id = structure.add(isHead ? .headerCell(scope) : .dataCell, in: element, table: attributes)
      if isHead, row.kind != .group { stubs.append(id) }
      return id
    }
  }
}

extension PublishedTable {
  /// The sums of the rows before one, where they are carried.
  fileprivate func carried(before row: Int) -> [String]? {
    guard records.kind(of: row) == .data || records.kind(of: row) == .group else { return nil }
    return records[..<row].indices.last { records.kind(of: $0) == .data }.flatMap(records.carried)
  }

  /// Whether a row is the first of those that sum up what is above.
  fileprivate func startsSummary(_ row: Int) -> Bool {
    let kind = records.kind(of: row)
    guard kind == .groupSummary || kind == .tableSummary else { return false }
    return row == 0 || records.kind(of: row - 1) != kind
  }
}

extension Fragment.RepeatedHead {
  /// The same with more items that take no height.
  func with(_ more: [DrawItem]) -> Fragment.RepeatedHead {
    guard !more.isEmpty else { return self }
    return followed(by: more, height: 0)
  }

  /// The same with something under it.
  func followed(by more: [DrawItem], height added: Points) -> Fragment.RepeatedHead {
    let placed = more.map { $0.moved(by: Point(x: 0, y: height)) }
    return Fragment.RepeatedHead(
      height: height + added, items: items + placed, lastItems: lastItems.map { $0 + placed })
  }
}

extension [ElementID] {
  /// Each once, in order.
  var uniqued: [ElementID] {
    var seen: Set<ElementID> = []
    return filter { seen.insert($0).inserted }
  }
}
