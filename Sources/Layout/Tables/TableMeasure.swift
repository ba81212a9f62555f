import DrawList
import Indicators
import Typesetting

/// A table measured in type of one size.
struct TableMeasure {
  let table: PublishedTable
  let types: TableTypes
  let gap: Points
  private let demands: [ColumnDemand]
  private let numbers: [NumberWidths]
  /// How wide each column's longest cell is on one line.
  private let naturals: [Points]
  /// How wide each column's head would like to be.
  private let heads: [Points]
  /// Which columns have shaded cells: their numbers stand in the middle.
  private let isShaded: [Bool]

  /// Number columns are spread out this far, so that a short table is not a wide empty one.
  private static let widestNumberColumn: Points = 104
  /// How much wider than usual a picture is where there is room.
  private static let morePicture: Points = 60
  /// How far up a head reads before it has a second line.
  static let tallestHead: Points = 96
  /// A long head wraps rather than widen a column of short numbers, and where cells would wrap for it.
  private static let widestHead: Points = 90
  /// A column of sentences wraps rather than starve the others.
  private static let widestText: Points = 190

  init(
    _ table: PublishedTable, _ types: TableTypes, gap: Points, tableWidth: Points, wording: Wording,
    typesetter: Typesetter
  ) {
    self.table = table
    self.types = types
    self.gap = gap
    isShaded = table.columns.indices.map { index in
      table.legend != nil
        && table.records.contains { $0.cells[index].hasDetail && $0.cells[index].detail.shade != nil }
    }
    var demands: [ColumnDemand] = []
    (numbers, naturals, heads) = table.columns.indices.reduce(into: ([], [], [])) { found, index in
      let column = ColumnMeasure(table, index, types, wording: wording, typesetter: typesetter)
      let pictures = table.columns[index].pictures
      let marker = pictures?.markerWidth(types.scale) ?? 0
      let picture = (pictures?.naturalWidth(types.scale) ?? 0) + marker
      let headWidth = min(column.head, max(Self.widestHead, column.headMinimum))
      let minimum = max(
        column.headMinimum, column.minimum + marker + (pictures?.leastWidth(types.scale) ?? 0))
      let natural = column.natural + picture
      demands.append(
        Self.fixed(table.columns[index].width, of: tableWidth, gap: gap, least: minimum)
          ?? ColumnDemand(minimum: minimum, preferred: max(min(natural, Self.widestText + picture), minimum)))
      found.0.append(column.numbers)
      found.1.append(natural)
      found.2.append(headWidth)
    }
    self.demands = Self.widened(demands, for: table, types, gap: gap, typesetter: typesetter)
  }

  private static func fixed(
    _ width: PublishedTable.Width, of tableWidth: Points, gap: Points, least: Points
  ) -> ColumnDemand? {
    let wanted: Points
    switch width {
    case .auto: return nil
    case .millimetres(let length): wanted = points(length)
    case .share(let share): wanted = share * tableWidth - gap
    }
    let fixed = max(wanted, 1)
    return ColumnDemand(minimum: fixed, preferred: fixed, isFixed: true)
  }

  /// Columns wide enough for what spans them: what a spanner or a wide cell lacks is shared out evenly.
  private static func widened(
    _ demands: [ColumnDemand], for table: PublishedTable, _ types: TableTypes, gap: Points,
    typesetter: Typesetter
  ) -> [ColumnDemand] {
    var demands = demands
    for spanner in table.spanners.sorted(by: { $0.columns.count < $1.columns.count }) {
      let text = types.text(spanner.label, marks: spanner.marks, types.head)
      let lacking =
        typesetter.minimumWidth(of: text)
        - demands[spanner.columns].reduce(Double(spanner.columns.count - 1) * gap) { $0 + $1.minimum }
      let open = spanner.columns.filter { !demands[$0].isFixed }
      guard lacking > 0, !open.isEmpty else { continue }
      for column in open { demands[column].widen(by: lacking / Double(open.count)) }
    }
    return demands
  }

  private var gaps: Points { Double(table.columns.count - 1) * gap }

  /// The least width in which no word is cut.
  var minimum: Points { demands.reduce(gaps) { $0 + $1.minimum } }

  /// The least width of each column.
  var minimumWidths: [Points] { demands.map(\.minimum) }

  // MARK: Sharing out

  func boxes(in width: Points) -> [TableDesign.ColumnBox] {
    let room = max(Double(table.columns.count), width - gaps)
    var widths = columnWidths(for: demands, available: room)
    spread(room - widths.reduce(0, +), over: &widths)
    // So many columns that not even their gaps fit: they stand closer, and none leaves the table.
    let gap = table.columns.count > 1 ? (width - widths.reduce(0, +)) / Double(table.columns.count - 1) : 0
    var x: Points = 0
    return widths.enumerated().map { index, width in
      defer { x += width + min(gap, max(self.gap, gap)) }
      let natural = table.columns[index].pictures?.naturalWidth(types.scale) ?? 0
      let text = numbers[index].whole
      let takesTheRest = table.columns[index].pictures?.takesTheRest ?? false
      let picture = natural == 0 ? 0 : takesTheRest ? width - text : natural
      return TableDesign.ColumnBox(
        x: x, width: width, after: numbers[index].after, hang: numbers[index].hang,
        picture: max(0, min(picture, width)),
        marker: table.columns[index].pictures?.markerWidth(types.scale) ?? 0,
        inset: isShaded[index] ? max(0, (width - text) / 2) : 0, isEven: numbers[index].isEven)
    }
  }

  /// Gives what no column needs to texts that wrap, to heads that do, then to the columns of numbers, evenly;
  /// what is left parts the names of rows from numbers, and stands at the right of a table of words.
  private func spread(_ spare: Points, over widths: inout [Points]) {
    guard spare > 0, !widths.isEmpty else { return }
    var rest = spare
    let open = table.columns.indices.filter { !demands[$0].isFixed }
    let texts = open.filter { table.columns[$0].alignment != .number }
    widen(texts, to: naturals, with: &rest, in: &widths)
    widen(open, to: heads, with: &rest, in: &widths)
    let numbers = open.filter { table.columns[$0].alignment != .leading && !table.columns[$0].isStub }
    let even = max(numbers.map { widths[$0] }.max() ?? 0, Self.widestNumberColumn)
    widen(numbers, to: widths.map { max($0, even) }, with: &rest, in: &widths)
    let drawn = open.filter { table.columns[$0].pictures?.takesTheRest ?? false }
    widen(drawn, to: widths.map { $0 + Self.morePicture }, with: &rest, in: &widths)
    guard let last = open.last else { return }
    let name = open.last { table.columns[$0].isStub && table.columns[$0].alignment == .leading }
    widths[numbers.isEmpty ? last : name ?? last] += rest
  }

  /// Gives some columns what each lacks, all of it or the same share.
  private func widen(
    _ columns: [Int], to wanted: [Points], with rest: inout Points, in widths: inout [Points]
  ) {
    let lacking = columns.map { max(0, wanted[$0] - widths[$0]) }
    let total = lacking.reduce(0, +)
    guard total > 0, rest > 0 else { return }
    let share = min(1, rest / total)
    for (column, lack) in zip(columns, lacking) { widths[column] += lack * share }
    rest -= total * share
  }
}

/// How wide a column's numbers are around their decimal mark.
struct NumberWidths {
  var before: Points = 0
  var after: Points = 0
  var hang: Points = 0
  /// The widest text, numbers lined up.
  var whole: Points = 0
  var isEven = true
}

/// One column measured.
struct ColumnMeasure {
  private(set) var minimum: Points = 0
  private(set) var natural: Points = 0
  private(set) var head: Points = 0
  private(set) var headMinimum: Points = 0
  private(set) var numbers = NumberWidths()

  init(
    _ table: PublishedTable, _ index: Int, _ types: TableTypes, wording: Wording, typesetter: Typesetter
  ) {
    let column = table.columns[index]
    let title = types.text(column.head, marks: column.marks, types.head)
    let unit = column.unit.map { StyledText($0, types.unit) }
    let titleWidths = typesetter.widths(of: title)
    let unitWidths = unit.map { typesetter.widths(of: $0) }
    headMinimum = max(titleWidths.narrowest, unitWidths?.narrowest ?? 0)
    head = max(titleWidths.natural, unitWidths?.natural ?? 0)
    if column.isRotated {
      headMinimum =
        Double(typesetter.lines(of: title, width: TableMeasure.tallestHead).count) * types.head.size * 1.34
      head = headMinimum
    }
    let cells = table.records.filter { $0.kind != .group }.map { ($0.cells[index], $0.isEmphasized) }
      .filter { !$0.0.hasDetail || ($0.0.detail.across == 1 && !$0.0.detail.isCovered) }
    switch column.alignment {
    case .number: measureNumbers(cells, types.style(of: column, isStrong: true), types, wording, typesetter)
    case .leading, .center, .trailing:
      for (cell, isStrong) in cells {
        measure(cell, types.style(of: column, isStrong: isStrong), types, typesetter)
      }
    }
    numbers.whole = max(numbers.whole, natural)
  }

  private mutating func measure(
    _ cell: PublishedTable.Cell, _ style: TextStyle, _ types: TableTypes, _ typesetter: Typesetter
  ) {
    guard !cell.text.isEmpty else { return }
    let text =
      cell.hasDetail
      ? types.text(cell.text + cell.detail.hung, marks: cell.detail.marks, style)
      : StyledText(cell.text, style)
    let widths = typesetter.widths(of: text)
    minimum = max(minimum, widths.narrowest)
    natural = max(natural, widths.natural)
  }

  private mutating func measureNumbers(
    _ cells: [(PublishedTable.Cell, Bool)], _ style: TextStyle, _ types: TableTypes, _ wording: Wording,
    _ typesetter: Typesetter
  ) {
    var ending: String?
    var unit: Substring?
    var isMixed = false
    var plain: Points = 0
    for (cell, _) in cells where !cell.text.isEmpty {
      let widths = typesetter.widths(of: StyledText(cell.text, style))
      minimum = max(minimum, widths.narrowest)
      plain = max(plain, widths.natural)
      if cell.hasDetail {
        let beside = types.beside(cell.detail, style)
        if !beside.plain.isEmpty { numbers.hang = max(numbers.hang, typesetter.line(beside).width) }
      }
      guard let parts = NumberParts(cell.text, decimalMark: wording.decimalMark) else { continue }
      if ending == nil { (ending, unit) = (parts.ending, parts.unit) }
      // Numbers of several units are not one under the other by their marks, but end together.
      if let unit, !NumberParts.areAlike(unit, parts.unit) { isMixed = true }
      if numbers.isEven, ending != parts.ending { numbers.isEven = false }
    }
    natural = plain
    if isMixed { numbers.isEven = true }
    if !numbers.isEven { measureParts(cells, style, wording, typesetter) }
    minimum += numbers.hang
    natural += numbers.hang
    if !numbers.isEven { minimum = max(minimum, min(natural, numbers.before + numbers.after + numbers.hang)) }
  }

  private mutating func measureParts(
    _ cells: [(PublishedTable.Cell, Bool)], _ style: TextStyle, _ wording: Wording, _ typesetter: Typesetter
  ) {
    for (cell, _) in cells {
      guard let parts = NumberParts(cell.text, decimalMark: wording.decimalMark) else { continue }
      numbers.before = max(numbers.before, typesetter.line(StyledText(String(parts.before), style)).width)
      guard !parts.after.isEmpty else { continue }
      numbers.after = max(numbers.after, typesetter.line(StyledText(String(parts.after), style)).width)
    }
    natural = max(natural, numbers.before + numbers.after)
  }
}

extension TableTypes {
  /// What stands beside a number without moving it.
  func beside(_ detail: PublishedTable.Detail, _ style: TextStyle) -> StyledText {
    let hung = detail.hung.isEmpty ? [] : [StyledText.Run(detail.hung, style.weight(400))]
    let marks = detail.marks.isEmpty ? [] : [StyledText.Run("\u{202F}" + detail.marks, self.marks(style))]
    return StyledText(hung + marks)
  }
}

extension PublishedTable.Row {
  /// Whether its texts are bold.
  var isEmphasized: Bool {
    switch kind {
    case .data: isHighlighted
    case .group, .groupSummary, .tableSummary: true
    }
  }
}

extension PictureColumn {
  /// How wide its pictures would like to be, with what parts them from a number.
  func naturalWidth(_ scale: Double) -> Points {
    switch kind {
    case .bar, .bullet, .dumbbell: 78
    case .line, .bars: 66
    case .dots: 74
    case .status, .arrow, .badge: 0
    }
  }

  /// How wide a sign before the text is, with what parts it from that.
  func markerWidth(_ scale: Double) -> Points {
    switch kind {
    case .bar, .bullet, .dumbbell, .line, .bars, .dots, .badge: 0
    case .status, .arrow: 11 * scale
    }
  }

  func leastWidth(_ scale: Double) -> Points { min(naturalWidth(scale), 40) }

  /// Whether they take what numbers leave of the column.
  var takesTheRest: Bool {
    switch kind {
    case .bar, .bullet, .dumbbell, .line, .bars: true
    case .dots, .status, .arrow, .badge: false
    }
  }
}
