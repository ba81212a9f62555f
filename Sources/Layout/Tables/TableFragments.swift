import DrawList
import Indicators
import Model
import Typesetting

/// Tables: a head that is drawn again on each page, rows, notes, thin rules.
///
/// A table is measured as a whole, so that its columns are as wide on each page; then each row becomes a fragment.
extension FragmentBuilder {
  /// A figure's table with its title and notes, in parts where it is too wide.
  mutating func table(
    _ table: PublishedTable, of figure: Figure, isBare: Bool, in division: ElementID, width: Points
  ) -> [Fragment] {
    guard !table.columns.isEmpty else { return [] }
    let design = takeDesign(of: table, width: width)
    if !design.fits {
      let parts = parts(of: table, width: width)
      if parts.count > 1 { return tableParts(parts, of: figure, in: division, isBare: isBare, width: width) }
    }
    reportWidths(design, of: figure.label)
    if !isTurning { reportSmallType(design, of: figure.label, mayBeSmall: table.mayBeSmall) }
    let element = structure.add(.table, in: division, table: table.summary.map(TableAttributes.summary))
    let head = isBare ? [] : figureHead(figure, in: element, width: width)
    let rows = self.table(table, of: figure, owner: element, width: width, design: design)
    return head + rows + tableNotes(table, in: division, width: width)
  }

  mutating func table(
    _ table: PublishedTable, of figure: Figure, owner: ElementID, width: Points, design: TableDesign? = nil
  ) -> [Fragment] {
    self.table(table, owner: owner, width: width, design: design) { builder, head in
      builder.repeatedHead(of: figure, above: head, width: width)
    }
  }

  /// - Parameter repeating: what stands again over the part of the table that goes on on another page.
  mutating func table(
    _ table: PublishedTable, owner: ElementID, width: Points, design: TableDesign? = nil,
    repeating: (inout FragmentBuilder, Fragment) -> Fragment.RepeatedHead?
  ) -> [Fragment] {
    guard !table.columns.isEmpty else { return [] }
    let design =
      design
      ?? TableDesign(
        of: table, width: width, styles: styles, wording: wording, typesetter: typesetter)
    var painter = TablePainter(table: table, design: design, theme: theme, page: page, width: width)
    tableCount += 1
    painter.number = tableCount
    var head = tableHead(&painter, owner: owner)
    head.tablePart = TablePart(table: tableCount, kind: .head)
    painter.repeated = repeating(&self, head)
    painter.body = structure.add(.tableBody, in: owner)
    let deferred = design.isOneLine ? DeferredTable(self, painter) : nil
    var fragments = [head]
    var row = 0
    while row < table.records.count {
      if let deferred, table.records.isPlain(row) {
        let run = table.plainRun(from: row)
        if run.count > DeferredRows.fewest {
          fragments.append(plainRows(run, &painter, deferred))
        } else {
          fragments += run.map { plainRows($0..<$0 + 1, &painter, deferred) }
        }
        row = run.upperBound
      } else {
        let band = table.band(from: row)
        fragments += rows(band, &painter)
        row = band.upperBound
      }
    }
    for index in fragments.indices {
      guard case .row(let row)? = fragments[index].tablePart?.kind else { continue }
      if table.keepsWithNext(row) { fragments[index].keepsWithNext = true }
    }
    return fragments
  }
}

/// What painting a table's rows needs to know of it.
struct TablePainter {
  let table: PublishedTable
  let design: TableDesign
  let width: Points
  let theme: Theme
  let colors: TableColors
  let pageHeight: Points
  /// Whether cells have to say which elements head them.
  let needsHeaderNames: Bool
  /// Which of the document's tables it is.
  var number = 0
  var repeated: Fragment.RepeatedHead?
  /// The element of all rows.
  var body = StructureTree.root
  /// The elements that head each column, from the top, where cells have to name them.
  var headers: [[ElementID]] = []
  /// The element of the label over the rows being painted.
  var group: ElementID?
  /// What stands again over rows of that group.
  var groupRepeated: Fragment.RepeatedHead?
  /// How many rows of data have been painted since the last label.
  var rowsInGroup = 0

  init(table: PublishedTable, design: TableDesign, theme: Theme, page: PageGeometry, width: Points) {
    self.table = table
    self.design = design
    self.width = width
    self.theme = theme
    colors = TableColors(theme)
    pageHeight = page.frame.size.height
    needsHeaderNames = table.needsHeaderNames
  }
}

extension PublishedTable {
  /// The rows from one on that cells over several of them hold together.
  fileprivate func band(from start: Int) -> Range<Int> {
    var row = start
    var end = start + 1
    while row < end {
      end = max(end, min(row + records.reach(of: row), records.count))
      row += 1
    }
    return start..<end
  }

  /// Plain rows from one on that pages may end between, or that row alone.
  fileprivate func plainRun(from start: Int) -> Range<Int> {
    var end = start
    while end < records.count, !keepsWithNext(end), records.isPlain(end) { end += 1 }
    return start..<max(end, start + 1)
  }

  /// Two rows at least stand together at either end of the table and of each group, a label with its rows, a
  /// summary with what it sums up.
  fileprivate func keepsWithNext(_ row: Int) -> Bool {
    func kind(_ row: Int) -> Row.Kind? { row < records.count ? records.kind(of: row) : nil }
    let next = kind(row + 1)
    let isFirst = row == 0 || kind(row - 1) == .group
    let isNearEnd = row >= records.count - 2
    let isBeforeSummary = next == .groupSummary || next == .tableSummary
    let endsGroupSoon = row + 2 < records.count && kind(row + 2) != .data && next == .data
    return kind(row) == .group || isFirst || isNearEnd || isBeforeSummary
      || (endsGroupSoon && kind(row) == .data)
  }
}
