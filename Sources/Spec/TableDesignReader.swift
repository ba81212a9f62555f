import Diagnostics
import Yams

/// Reads how tables are arranged.
extension SpecReader {
  mutating func tableDesign(_ keys: SpecMapping<TableKey>) -> TableDesignSpec {
    let columns = items(keys[.columns]).compactMap { column($0) }
    let hidden = texts(keys[.hide])
    let stub = texts(keys[.stub])
    let stubHead = text(keys[.stubHead])
    let spanners = items(keys[.spanners]).compactMap { spanner($0) }
    let spannerSplit = text(keys[.spannerSplit])
    let groupBy = text(keys[.groupBy])
    let groups = items(keys[.groups]).compactMap { rowGroup($0) }
    let indent = keys[.indent].flatMap { self.indent($0) }
    let summaries = items(keys[.summaries]).compactMap { summary($0) }
    let footnotes = items(keys[.footnotes]).compactMap { footnote($0) }
    let spans = items(keys[.spans]).compactMap { cellSpan($0) }
    let sort = keys[.sort].flatMap { tableSort($0) }
    let top = integer(keys[.top], in: 1...10_000)
    let others = text(keys[.others])
    let crosstab = keys[.crosstab].flatMap { self.crosstab($0) }
    let correlation = keys[.correlation].flatMap { self.correlation($0) }
    if crosstab != nil, correlation != nil, let node = keys[.correlation] {
      diagnostics.report(.error(.crosstabAndCorrelation, at: place(of: node)))
    }
    let hasUnitsRow = choice(keys[.unitsRow], YesNo.self)?.value == .yes
    let isStriped = choice(keys[.zebra], YesNo.self)?.value == .yes
    let rules = choice(keys[.rules], TableRules.self)?.value ?? .rows
    let carry = choice(keys[.carry], YesNo.self)
    let tooWide = choice(keys[.tooWide], TooWideTable.self)?.value ?? .landscape
    let mayBeSmall = choice(keys[.smallType], YesNo.self)?.value == .yes
    return TableDesignSpec(
      columns: columns, hidden: hidden, stub: stub, stubHead: stubHead, spanners: spanners,
      spannerSplit: spannerSplit, groupBy: groupBy,
      groups: groups, indent: indent, summaries: summaries, footnotes: footnotes, spans: spans, sort: sort,
      top: top,
      others: others, crosstab: crosstab, correlation: correlation, hasUnitsRow: hasUnitsRow,
      isStriped: isStriped, rules: rules, carry: carry, tooWide: tooWide, mayBeSmall: mayBeSmall)
  }

  // MARK: Parts

  enum SpannerKey: String, SpecKey { case label, columns }

  private mutating func spanner(_ node: Node) -> SpannerSpec? {
    let what = Bilingual(fr: "en-tête commun", en: "spanner")
    guard let keys = mapping(node, of: what, as: SpannerKey.self) else { return nil }
    let label = requiredText(.label, in: keys)
    let columns = requiredTexts(.columns, in: keys)
    guard let label, let columns else { return nil }
    return SpannerSpec(place: place(of: node), label: label, columns: columns)
  }

  enum RowGroupKey: String, SpecKey { case label, rows }

  private mutating func rowGroup(_ node: Node) -> RowGroupSpec? {
    let what = Bilingual(fr: "groupe de lignes", en: "row group")
    guard let keys = mapping(node, of: what, as: RowGroupKey.self) else { return nil }
    let label = requiredText(.label, in: keys)
    let rows = requiredTexts(.rows, in: keys)
    guard let label, let rows else { return nil }
    return RowGroupSpec(label: label, rows: rows)
  }

  enum IndentKey: String, SpecKey { case by }

  private mutating func indent(_ node: Node) -> IndentSpec? {
    guard node.mapping != nil else { return IndentSpec.rows(texts(node)) }
    let what = Bilingual(fr: "retrait", en: "indentation")
    guard let keys = mapping(node, of: what, as: IndentKey.self) else { return nil }
    return requiredText(.by, in: keys).map(IndentSpec.by)
  }

  enum SummaryKey: String, SpecKey { case compute, label, columns, weight, decimals, at }

  private mutating func summary(_ node: Node) -> SummarySpec? {
    let what = Bilingual(fr: "ligne de synthèse", en: "summary row")
    guard let keys = mapping(node, of: what, as: SummaryKey.self) else { return nil }
    let compute = required(.compute, in: keys).flatMap { choice($0, SummaryFunction.self) }
    let label = text(keys[.label])
    let columns = texts(keys[.columns])
    let weight = text(keys[.weight])
    let decimals = integer(keys[.decimals], in: 0...6)
    let at = choice(keys[.at], SummaryPlace.self)?.value ?? .table
    guard let compute else { return nil }
    if (compute.value == .weightedMean) != (weight != nil) {
      diagnostics.report(.error(.weight, at: compute.place, hints: [.addWeight]))
    }
    return SummarySpec(
      compute: compute, label: label, columns: columns, weight: weight, decimals: decimals, at: at)
  }

  enum FootnoteKey: String, SpecKey { case text, row, column, spanner, group, on }

  private mutating func footnote(_ node: Node) -> TableNoteSpec? {
    let what = Bilingual(fr: "note de tableau", en: "table note")
    guard let keys = mapping(node, of: what, as: FootnoteKey.self) else { return nil }
    let words = required(.text, in: keys).flatMap { template($0) }
    let row = text(keys[.row])
    let column = text(keys[.column])
    let spanner = text(keys[.spanner])
    let group = text(keys[.group])
    let on = choice(keys[.on], NotedPart.self)
    let parts = [row ?? column, spanner, group].compactMap(\.self).count + (on == nil ? 0 : 1)
    guard parts == 1 else {
      diagnostics.report(.error(.noteOnOnePart, at: place(of: node), hints: [.notedParts]))
      return nil
    }
    return words.map {
      TableNoteSpec(
        place: place(of: node), text: $0, row: row, column: column, spanner: spanner, group: group, on: on)
    }
  }

  enum CellSpanKey: String, SpecKey { case row, column, columns, rows }

  private mutating func cellSpan(_ node: Node) -> CellSpanSpec? {
    let what = Bilingual(fr: "cellule étendue", en: "span")
    guard let keys = mapping(node, of: what, as: CellSpanKey.self) else { return nil }
    let row = requiredText(.row, in: keys)
    let column = requiredText(.column, in: keys)
    let columns = integer(keys[.columns], in: 1...1000)
    let rows = integer(keys[.rows], in: 1...1000)
    guard let row, let column else { return nil }
    return CellSpanSpec(place: place(of: node), row: row, column: column, columns: columns, rows: rows)
  }

  enum TableSortKey: String, SpecKey { case by, order, values }

  private mutating func tableSort(_ node: Node) -> TableSortSpec? {
    if isEmpty(node) { return nil }
    guard node.mapping != nil else {
      return text(node).map { TableSortSpec(by: $0, order: nil, values: []) }
    }
    let what = Bilingual(fr: "ordre des lignes", en: "order of rows")
    guard let keys = mapping(node, of: what, as: TableSortKey.self) else { return nil }
    let by = requiredText(.by, in: keys)
    let order = choice(keys[.order], SortOrder.self)
    let values = texts(keys[.values])
    return by.map { TableSortSpec(by: $0, order: order, values: values) }
  }

  // MARK: Made tables

  enum CrosstabKey: String, SpecKey { case rows, columns, values, show, margins }

  private mutating func crosstab(_ node: Node) -> CrosstabSpec? {
    let what = Bilingual(fr: "tableau croisé", en: "crosstab")
    guard let keys = mapping(node, of: what, as: CrosstabKey.self) else { return nil }
    let rows = requiredText(.rows, in: keys)
    let columns = requiredText(.columns, in: keys)
    let values = text(keys[.values])
    let show = choice(keys[.show], CrosstabCells.self)?.value ?? .values
    let hasMargins = choice(keys[.margins], YesNo.self)?.value != .no
    guard let rows, let columns else { return nil }
    return CrosstabSpec(rows: rows, columns: columns, values: values, show: show, hasMargins: hasMargins)
  }

  enum CorrelationKey: String, SpecKey { case columns, method }

  private mutating func correlation(_ node: Node) -> CorrelationSpec? {
    let what = Bilingual(fr: "matrice de corrélation", en: "correlation matrix")
    guard let keys = mapping(node, of: what, as: CorrelationKey.self) else { return nil }
    let columns = requiredTexts(.columns, in: keys)
    let method = choice(keys[.method], CorrelationMethod.self)?.value ?? .pearson
    return columns.map { CorrelationSpec(columns: $0, method: method) }
  }
}

extension Diagnostic.Message {
  fileprivate static var weight: Self {
    Self(
      "weight", fr: "une moyenne pondérée a des poids, une autre synthèse n’en a pas",
      en: "a weighted mean has weights, another summary has none")
  }
  fileprivate static var crosstabAndCorrelation: Self {
    Self(
      "crosstab-and-correlation", fr: "« crosstab » et « correlation » font chacun un tableau : gardez l’un",
      en: "“crosstab” and “correlation” each make a table: keep one")
  }
  fileprivate static var noteOnOnePart: Self {
    Self(
      "note-on-one-part", fr: "cette note ne dit pas sur quelle partie du tableau elle porte",
      en: "this note does not say what part of the table it is about")
  }
}

extension Diagnostic.Hint {
  fileprivate static let addWeight = Self(
    fr: "écrivez « compute: weighted-mean » et « weight: COLONNE »",
    en: "write “compute: weighted-mean” and “weight: COLUMN”")
  fileprivate static let notedParts = Self(
    fr: "indiquez « row », « column », les deux, « spanner », « group » ou « on: title »",
    en: "say “row”, “column”, both, “spanner”, “group” or “on: title”")
}
