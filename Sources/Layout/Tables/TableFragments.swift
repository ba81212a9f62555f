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
    if design.isOneLine { painter.deferred = DeferredTable(self, painter) }
    var fragments = [head]
    for band in table.bands { fragments += rows(band, &painter) }
    keepTogether(&fragments, table)
    return fragments
  }

  /// Two rows at least stand together at either end of the table and of each group, a label with its rows, a
  /// summary with what it sums up.
  private func keepTogether(_ fragments: inout [Fragment], _ table: PublishedTable) {
    for index in fragments.indices {
      guard case .row(let row)? = fragments[index].tablePart?.kind else { continue }
      let kind = table.records[row].kind
      let next = row + 1 < table.records.count ? table.records[row + 1].kind : nil
      let isFirst = row == 0 || (row > 0 && table.records[row - 1].kind == .group)
      let isNearEnd = row >= table.records.count - 2
      let isBeforeSummary = next == .groupSummary || next == .tableSummary
      let endsGroupSoon =
        row + 2 < table.records.count && table.records[row + 2].kind != .data && next == .data
      if kind == .group || isFirst || isNearEnd || isBeforeSummary || (endsGroupSoon && kind == .data) {
        fragments[index].keepsWithNext = true
      }
    }
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
  /// What makes rows whose texts all fit on one line; `nil` where some do not.
  var deferred: DeferredTable?
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
  /// Rows in runs that cells over several of them hold together.
  var bands: [Range<Int>] {
    var bands: [Range<Int>] = []
    var start = 0
    var end = 0
    for row in records.indices {
      let reach = records[row].cells.map { $0.hasDetail ? $0.detail.down : 1 }.max() ?? 1
      end = max(end, min(row + reach, records.count))
      guard row + 1 >= end else { continue }
      bands.append(start..<end)
      start = end
    }
    return bands
  }
}
