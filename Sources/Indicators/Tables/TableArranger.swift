import DataSources
import Diagnostics
import Model
import Spec

/// Arranges a table as its author asks: order, groups, summaries, pictures, spanners, notes.
///
/// It works in steps, each in a file of its own. What the author asks for that is not there is reported at its place.
struct TableArranger {
  var table: TypedTable
  let design: TableDesignSpec
  /// The notes' texts, printed, in the order of the spec's.
  let notes: [String]
  let wording: Wording
  /// Typesets what is printed.
  let set: (String) -> String
  /// What to point at where the spec has no better place.
  let place: Place
  var diagnostics = DiagnosticCollector()
  /// The missing values that summaries leave out, each once however many there are.
  var leftOut: Set<LeftOut> = []
  /// Whether the rounded rows of a column do not add up to its sum.
  var hasRoundedParts = false
  /// The scales of shaded columns; each of these knows its own.
  var shades: [ShadeScale] = []

  /// A value that is missing in a summary.
  struct LeftOut: Hashable {
    let row: Int
    let column: Int
  }

  /// What a table comes to.
  struct Arranged {
    let table: PublishedTable
    /// The kinds of missing values that it shows.
    let missing: [MissingKind]
    /// What its readers must know of its summaries.
    let remarks: [String]
    /// The row that is read first, by its place before rows were ordered.
    let firstRow: Int?
  }

  mutating func arranged() -> Arranged {
    for row in table.rows.indices { table.rows[row].number = row }
    reportMistakes()
    substituteNumbers()
    orderRows()
    let all = table.rows
    let wholes = summaryRows(at: .table, over: all, within: all)
    keepTop()
    groupRows()
    indentRows()
    makeShadeScales()
    var published = publishedRows(wholes: wholes, all: all)
    arrangeColumns(&published)
    addSpanners(to: &published)
    joinEqualCells(of: &published)
    addSpans(to: &published)
    addNotes(to: &published)
    published.noteWhatGoesOn()
    published.legends = shades.map(\.legend)
    finish(&published)
    return Arranged(
      table: published, missing: missingKinds(), remarks: remarks(), firstRow: table.rows.first?.number)
  }

  /// Arranges a table whose rows are shown as they are.
  ///
  /// - Parameter missing: the kinds of missing values among them.
  mutating func arranged(_ records: PlainRecords, missing: [MissingKind]) -> Arranged {
    reportMistakes()
    let order = shownColumns
    var published = PublishedTable(
      columns: order.map { table.columns[$0].published }, records: TableRecords(records.columns(order)))
    addSpanners(to: &published)
    finish(&published)
    return Arranged(table: published, missing: missing, remarks: [], firstRow: records.count > 0 ? 0 : nil)
  }

  private func finish(_ published: inout PublishedTable) {
    published.stripes = design.isStriped
    published.rules = PublishedTable.Rules(design.rules)
    published.mayTurn = design.tooWide == .landscape
    published.mayBeSmall = design.mayBeSmall
    published.summary = wording.tableSummary(of: published)
  }

  private func missingKinds() -> [MissingKind] {
    let grouping = design.groupBy.flatMap { table.columnIndex($0.value) }
    let shown = table.columns.indices.filter { !table.columns[$0].isHidden || $0 == grouping }
    var kinds: Set<MissingKind> = []
    for row in table.rows {
      for column in shown { if case .missing(let kind) = row.cells[column].value { kinds.insert(kind) } }
    }
    return MissingKind.allCases.filter(kinds.contains)
  }

  private func remarks() -> [String] {
    pictureRemarks()
      + [
        leftOut.isEmpty ? nil : wording.leftOut(leftOut.count), hasRoundedParts ? wording.roundedParts : nil,
      ]
      .compactMap(
        \.self)
  }

  // MARK: Names

  /// The column that the author names.
  mutating func column(_ name: Located<String>) -> Int? {
    if let index = table.columnIndex(name.value) { return index }
    let known = table.columns.filter { !$0.isHidden }.map(\.name.value)
    diagnostics.report(
      .error(
        .noSuchColumn(name.value), at: name.place, hints: .suggestion(for: name.value, among: distinct(known))
      ))
    return nil
  }

  /// The rows that a name is that of.
  func rows(named name: String) -> [Int] { table.rows.indices.filter { table.rows[$0].names.contains(name) } }

  mutating func row(_ name: Located<String>) -> Int? {
    if let index = rows(named: name.value).first { return index }
    let known = table.rows.prefix(200).flatMap { $0.names.prefix(1) }
    diagnostics.report(
      .error(
        .noSuchRow(name.value), at: name.place, hints: .suggestion(for: name.value, among: distinct(known))))
    return nil
  }

  // MARK: Columns

  /// Leaves out columns that are not shown, and puts those that name rows first.
  private func arrangeColumns(_ published: inout PublishedTable) {
    let order = shownColumns
    published.columns = order.map { table.columns[$0].published }
    for index in published.records.indices {
      let cells = published.records[index].cells
      published.records[index].cells = order.map { cells[$0] }
      if let carried = published.records[index].carried {
        published.records[index].carried = order.map { carried[$0] }
      }
    }
  }

  /// The columns that are shown, in their order.
  var shownColumns: [Int] {
    let shown = table.columns.indices.filter { !table.columns[$0].isHidden }
    return shown.filter { table.columns[$0].published.isStub }
      + shown.filter { !table.columns[$0].published.isStub }
  }
}

extension PublishedTable.Rules {
  fileprivate init(_ rules: TableRules) {
    switch rules {
    case .rows: self = .rows
    case .grid: self = .grid
    case .none: self = .none
    }
  }
}

extension Wording {
  /// What a table is, for those who hear it before its cells.
  fileprivate func tableSummary(of table: PublishedTable) -> String {
    let rows = table.records.indices.count { table.records.kind(of: $0) == .data }
    let heads = table.columns.filter { !$0.isStub }.map(\.head).filter { !$0.isEmpty }
    let list = heads.count > 6 ? heads.prefix(6) + ["…"] : heads[...]
    let size =
      language == .french
      ? "\(rows) ligne\(rows < 2 ? "" : "s"), \(table.columns.count) colonne\(table.columns.count < 2 ? "" : "s")"
      : "\(rows) row\(rows == 1 ? "" : "s"), \(table.columns.count) column\(table.columns.count == 1 ? "" : "s")"
    return size + (list.isEmpty ? "" : colon + list.joined(separator: ", "))
  }

  func leftOut(_ count: Int) -> String {
    guard language == .french else {
      return "Summaries leave \(count) missing value\(count == 1 ? "" : "s") out."
    }
    return count == 1
      ? "Les synthèses laissent de côté une valeur absente."
      : "Les synthèses laissent de côté \(count) valeurs absentes."
  }
}

extension Diagnostic.Message {
  static func noSuchColumn(_ name: String) -> Self {
    Self(
      "no-such-column", fr: "ce tableau n’a pas de colonne « \(name) »",
      en: "this table has no column “\(name)”")
  }
  static func noSuchRow(_ name: String) -> Self {
    Self("no-such-row", fr: "ce tableau n’a pas de ligne « \(name) »", en: "this table has no row “\(name)”")
  }
}
