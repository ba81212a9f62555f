import DataSources
import Diagnostics
import Model
import Spec
import Typography

/// Tables with their cells printed.
extension Composer {
  mutating func figure(_ block: TableBlock) -> Figure {
    let arranged = arranged(typed(block), block.design, at: block.apparatus.place)
    let marks = arranged.missing.map { (wording.mark($0), wording.meaning($0)) }
    return Figure(
      id: block.id, label: wording.figure(block.number), title: title(block.apparatus, block.selection),
      subtitle: subtitle(block.apparatus, block.selection), content: .table(arranged.table),
      apparatus: apparatus(
        block.apparatus, block.selection, highlight: firstRead(block, arranged), marks: marks,
        remarks: arranged.remarks,
        showsValues: block.columns.contains(where: \.showsValues)))
  }

  /// What the sentence under a sorted table is about: its first row.
  private func firstRead(_ block: TableBlock, _ arranged: TableArranger.Arranged) -> Highlight? {
    let rows = items(block.rows, of: block.selection)
    guard block.design.spec.sort != nil, let first = arranged.firstRow, rows.indices.contains(first) else {
      return nil
    }
    switch rows[first] {
    case .indicator(let indicator): return .indicator(indicator)
    case .population(let population): return population.map(Highlight.population)
    case .period(let period): return .period(period)
    }
  }

  /// Arranges a table as its author asks, and reports what of it cannot be had.
  ///
  /// - Parameter arrange: arranges it.
  mutating func arranged(
    _ table: TypedTable, _ design: TableDesign, at place: Place,
    by arrange: (inout TableArranger) -> TableArranger.Arranged = { $0.arranged() }
  ) -> TableArranger.Arranged {
    let profile = profile
    var arranger = TableArranger(
      table: table, design: design.spec, notes: design.notes.map { set(plain($0)) }, wording: wording,
      set: { typeset($0, profile) }, place: place)
    let arranged = arrange(&arranger)
    // What a source does not have has been told of already, and its table does not have it either.
    let told = Set(diagnostics.diagnostics.filter { $0.severity == .error }.compactMap(\.place))
    for diagnostic in arranger.diagnostics.diagnostics
    where diagnostic.place.map({ !told.contains($0) }) ?? true { diagnostics.report(diagnostic) }
    return arranged
  }

  private mutating func typed(_ block: TableBlock) -> TypedTable {
    let columns = block.columns.flatMap { expanded($0, block) }.map(\.withStatusShapes)
    let rows = items(block.rows, of: block.selection)
    let stub = Set(block.design.spec.stub.map(\.value))
    var table = TypedTable(
      columns: columns.map { column($0, stub, block) },
      rows: rows.map { row in
        TypedTable.Row(
          names: names(of: row, block.selection), cells: columns.map { cell($0.column, $0.spec, row, block) },
          isHighlighted: block.highlight.map(row.isMeant) ?? false)
      })
    for (index, shown) in columns.enumerated() where shown.isPrintedAnew {
      reprint(index, shown.spec, in: &table)
    }
    return table
  }

  /// What a spec may call a row.
  private func names(of row: FigureItem, _ selection: Selection) -> [String] {
    switch row {
    case .indicator(let indicator): [indicator.name, report.indicators[indicator].label]
    case .population(let population): population.map { [$0.name, report.populations[$0].label] } ?? []
    case .period(let choice): [choice.word, name(of: choice, selection)]
    }
  }

  /// Prints a column's numbers as its author says, not as their indicators are.
  private func reprint(_ index: Int, _ spec: ColumnSpec?, in table: inout TypedTable) {
    let values = table.rows.compactMap { $0.cells[index].number }
    let printer = ColumnPrinter(spec, usual: .number, values: values, most: 6, wording: wording)
    for row in table.rows.indices {
      if let number = table.rows[row].cells[index].number {
        table.rows[row].cells[index].text = set(printer.text(number))
      }
    }
    table.columns[index].print = { printer.text($0) }
    table.columns[index].printRounded = { printer.rounded(to: $1).text($0) }
  }

  /// A column a period, where a table shows several and does not draw them as one line.
  private func expanded(_ shown: ShownColumn, _ block: TableBlock) -> [ShownColumn] {
    guard shown.column == .periods, !shown.isSeries else { return [shown] }
    return periods(of: block.selection).map {
      ShownColumn(column: .period($0), name: shown.name, spec: shown.spec, isHidden: shown.isHidden)
    }
  }

  private func column(_ shown: ShownColumn, _ stub: Set<String>, _ block: TableBlock) -> TypedTable.Column {
    var published = head(of: shown.column, block)
    if !stub.isEmpty { published.isStub = stub.contains(shown.name.value) }
    published.apply(shown.spec, wording, set: set)
    let printed = printedAs(shown.column, block)
    return TypedTable.Column(
      name: shown.name, published: published, spec: shown.spec, isHidden: shown.isHidden,
      print: { printed.number($0) }, addsUp: addsUp(shown.column, block),
      isText: published.alignment == .leading && !shown.isSeries, measure: measure(of: shown, block),
      printRounded: { printed.rounded(to: $1).number($0) })
  }

  /// What a column's numbers are counted in.
  private func measure(of shown: ShownColumn, _ block: TableBlock) -> String {
    let indicators: [ID<Indicator>]
    switch shown.column {
    case .indicator(let indicator): indicators = [indicator]
    case .measure(let measure, _): return measure.rawValue
    case .population, .period, .periods, .value, .stub, .interval, .status, .distribution, .target, .text,
      .serves:
      indicators = block.selection.indicators
    }
    let units = distinct(
      indicators.map { report.indicators[$0].unit.rawValue + (report.indicators[$0].counts ?? "") })
    return ([shown.spec?.format?.value.rawValue].compactMap(\.self) + units).joined(separator: " ")
  }

  /// How the numbers of a column are printed that no cell of it is.
  private func printedAs(_ column: TableColumn, _ block: TableBlock) -> ValueText {
    if case .indicator(let indicator) = column { return valueText(indicator) }
    return valueText(block.selection.indicators[0])
  }

  /// Whether the rows of a column may be added up: values of what adds up, of one unit.
  private func addsUp(_ column: TableColumn, _ block: TableBlock) -> Bool {
    switch column {
    case .indicator(let indicator):
      block.rows == .populations && report.indicators[indicator].description.addsUp
    case .population, .period, .value, .periods:
      sharesUnit(block) && block.rows != .periods
        && block.selection.indicators.allSatisfy { report.indicators[$0].description.addsUp }
    case .stub, .interval, .measure, .status, .distribution, .target, .text, .serves: false
    }
  }

  // MARK: Heads

  private func head(of column: TableColumn, _ block: TableBlock) -> PublishedTable.Column {
    func head(
      _ text: String, _ alignment: PublishedTable.Alignment, isStub: Bool = false, isStrong: Bool = false
    ) -> PublishedTable.Column {
      .init(head: text, alignment: alignment, isStub: isStub, isStrong: isStrong)
    }
    switch column {
    case .stub:
      let populations = block.selection.populations.map { report.populations[$0] }
      return head(wording.text(block.rows, of: populations), .leading, isStub: true)
    case .population(let population): return head(set(report.populations[population].short), .number)
    case .indicator(let indicator):
      let caption = valueText(indicator).caption.map { " (\($0))" } ?? ""
      return head(set(report.indicators[indicator].short + caption), .number)
    case .period(let choice): return head(set(name(of: choice, block.selection)), .number)
    case .periods: return head(set(evolution(block.selection)), .number)
    case .value: return head(wording.value, .number)
    case .interval: return head(wording.interval, .number)
    case .measure(let measure, let reference):
      return head(set(caption(measure, reference, block)), .number, isStrong: true)
    case .status(let reference): return head(set(statusCaption(reference, block)), .leading)
    case .distribution(let distribution):
      // A quarter is told in words.
      return head(wording.text(distribution), distribution == .quartile ? .leading : .number)
    case .target(let target): return head(wording.text(target), .number)
    case .text(let text): return head(wording.text(text), .leading)
    case .serves(let objective):
      var column = head(set(report.nomenclature[objective].label), .leading)
      column.alignment = .center
      return column
    }
  }

  /// What a line of several periods is called: “Évolution, 2019–2025”.
  private func evolution(_ selection: Selection) -> String {
    let periods = periods(of: selection)
    guard let first = periods.first, let last = periods.last, first != last else { return wording.value }
    return wording.evolution(name(of: first, selection), name(of: last, selection))
  }

  /// What a column of differences is called; the reference is named where there are several, or where it is a period.
  private func caption(_ measure: Measure, _ reference: ComparisonReference, _ block: TableBlock) -> String {
    let text = DifferenceText(values: valueText(block.selection.indicators[0]), measure: measure)
    let references = block.selection.comparison.map { report.comparisons[$0].references } ?? []
    let isOneOfSeveral = references.count > 1
    switch reference {
    case .population(let population):
      return text.caption(
        against: isOneOfSeveral
          ? ReferenceName(report.populations[population], language: wording.language) : nil)
    case .period(let choice): return text.evolutionCaption(since: name(of: choice, block.selection))
    case .target: return text.caption(against: ReferenceName(wording.theTarget))
    case .peers: preconditionFailure("a distribution has no gap")
    }
  }

  /// What a column of statuses is called, with the reference where there are several.
  private func statusCaption(_ reference: ComparisonReference, _ block: TableBlock) -> String {
    let references = block.selection.comparison.map { report.comparisons[$0].references } ?? []
    guard references.count > 1 else { return wording.status }
    switch reference {
    case .population(let population): return wording.status(against: report.populations[population].short)
    case .period(let choice): return wording.status(since: name(of: choice, block.selection))
    case .target: return wording.status(against: wording.theTarget)
    case .peers: return wording.status
    }
  }
}

extension ShownColumn {
  /// Whether its cells are values, or made from them: a matrix of what indicators serve has none to read.
  fileprivate var showsValues: Bool {
    switch column {
    case .population, .indicator, .period, .periods, .value, .interval, .measure, .status, .distribution,
      .target:
      true
    case .stub, .text, .serves: false
    }
  }

  /// Whether its periods are one picture.
  var isSeries: Bool {
    switch spec?.draw?.kind.value {
    case .sparkline?, .sparkBars?: true
    case .bar?, .bullet?, .dumbbell?, .status?, .arrow?, .rank?, .heat?, .dots?, nil: false
    }
  }

  /// A status with a shape before its word, whatever its author says of the column.
  fileprivate var withStatusShapes: ShownColumn {
    guard case .status = column, spec?.draw == nil else { return self }
    var spec = spec ?? ColumnSpec(name: name)
    spec.draw = .statuses(at: name.place)
    return ShownColumn(column: column, name: name, spec: spec, isHidden: isHidden)
  }

  fileprivate var isPrintedAnew: Bool {
    guard let spec else { return false }
    return spec.format != nil || spec.decimals != nil || spec.digits != nil || spec.scale != nil
  }
}

extension PublishedTable.Column {
  /// Gives a column the look that its author asks for.
  mutating func apply(_ spec: ColumnSpec?, _ wording: Wording, set: (String) -> String) {
    guard let spec else { return }
    if let label = spec.label { head = set(label.value) }
    if let unit = spec.unit?.value ?? ColumnPrinter.scaleCaption(spec, wording) { self.unit = set(unit) }
    switch spec.align?.value {
    case .left?: alignment = .leading
    case .center?: alignment = .center
    case .right?: alignment = .trailing
    case nil: if let usual = spec.format?.value.alignment { alignment = usual }
    }
    switch spec.width {
    case .auto: break
    case .millimetres(let length): width = .millimetres(length)
    case .percent(let share): width = .share(share / 100)
    }
    isRotated = spec.isRotated
    isStrong = isStrong || spec.isStrong
  }
}

extension CellFormat {
  /// Where its cells end, if not at their decimal mark: what is written in several units has none in common.
  fileprivate var alignment: PublishedTable.Alignment? {
    switch self {
    case .big, .duration, .roman, .words, .bytes: .trailing
    case .yesNo: .center
    case .text, .markdown: .leading
    case .number, .percent, .points, .change, .euros, .perThousand, .date, .ordinal: nil
    }
  }
}

extension Wording {
  fileprivate func evolution(_ first: String, _ last: String) -> String {
    pick("Évolution, \(first)–\(last)", "Change, \(first)–\(last)")
  }
}
