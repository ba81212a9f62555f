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
  /// Whether no cell has a line end of its author's.
  private let hasOneLineEach: Bool
  /// How wide each column's head would like to be.
  private let heads: [Points]
  /// The author's widths that cannot be had.
  let conflicts: [WidthConflict]
  /// Which columns have shaded cells: their numbers stand in the middle.
  private let isShaded: [Bool]
  /// Which columns have pictures without numbers.
  private let isDrawnOnly: [Bool]

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
    isShaded = table.columns.map { $0.legend != nil }
    isDrawnOnly = table.columns.indices.map { table.isDrawnOnly($0) }
    var demands: [ColumnDemand] = []
    var leastWidths: [Points] = []
    var hasOneLineEach = true
    (numbers, naturals, heads) = table.columns.indices.reduce(into: ([], [], [])) { found, index in
      let column = ColumnMeasure(table, index, types, wording: wording, typesetter: typesetter)
      let pictures = table.columns[index].pictures
      let marker = pictures?.markerWidth(types.scale) ?? 0
      let picture = (pictures?.naturalWidth(types.scale) ?? 0) + marker
      let headWidth = min(column.head, max(Self.widestHead, column.headMinimum))
      let leastPicture = pictures?.leastWidth(types.scale) ?? 0
      let isDrawnOnly = table.isDrawnOnly(index)
      let minimum = max(
        column.headMinimum,
        isDrawnOnly ? max(column.minimum, leastPicture) : column.minimum + marker + leastPicture)
      let natural = isDrawnOnly ? max(column.natural, picture) : column.natural + picture
      demands.append(
        Self.fixed(table.columns[index].width, of: tableWidth, gap: gap, least: minimum)
          ?? ColumnDemand(minimum: minimum, preferred: max(min(natural, Self.widestText + picture), minimum)))
      // A number in two pieces is another number; words have syllables, which have room in four letters' width.
      let syllable = 4 * types.head.size
      let least =
        table.columns[index].alignment == .number ? column.minimum : min(column.minimum, syllable)
      leastWidths.append(max(least, min(column.headMinimum, syllable)))
      if column.mostLines > 1 { hasOneLineEach = false }
      found.0.append(column.numbers)
      found.1.append(natural)
      found.2.append(headWidth)
    }
    self.hasOneLineEach = hasOneLineEach
    conflicts = fitFixed(
      &demands, least: leastWidths, heads: table.columns.map(\.head),
      room: tableWidth - Double(table.columns.count - 1) * gap)
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

  /// Whether each cell's text has room on one line in columns of some widths. Numbers are measured in bold, which
  /// need not be wider in every font.
  func isOneLine(in boxes: [TableDesign.ColumnBox]) -> Bool {
    hasOneLineEach
      && table.columns.indices.allSatisfy { index in
        let share = table.columns[index].alignment == .number ? 1.04 : 1
        return table.columns[index].pictures != nil || naturals[index] * share <= boxes[index].width
      }
  }

  private var gaps: Points { Double(table.columns.count - 1) * gap }

  /// The least width in which no word is cut.
  var minimum: Points { demands.reduce(gaps) { $0 + $1.minimum } }

  /// The same without the column that needs most of it.
  var minimumWithoutWidest: Points { minimum - (demands.map(\.minimum).max() ?? 0) }

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
      let text = isDrawnOnly[index] ? 0 : numbers[index].whole
      let takesTheRest = table.columns[index].pictures?.takesTheRest ?? false
      let picture = natural == 0 ? 0 : takesTheRest ? width - text : natural
      // The ground of a last column ends with the table, that of others halfway to the next.
      let uneven = index == widths.count - 1 && widths.count > 1 ? max(self.gap, gap) / 4 : 0
      return TableDesign.ColumnBox(
        x: x, width: width, after: numbers[index].after, hang: numbers[index].hang,
        picture: max(0, min(picture, width)),
        marker: table.columns[index].pictures?.markerWidth(types.scale) ?? 0,
        inset: isShaded[index] ? max(0, (width - text) / 2 + uneven) : 0, isEven: numbers[index].isEven,
        isDrawnOnly: isDrawnOnly[index])
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

extension PublishedTable {
  /// Whether a column’s pictures stand without numbers.
  fileprivate func isDrawnOnly(_ column: Int) -> Bool {
    guard let pictures = columns[column].pictures, pictures.naturalWidth(1) > 0 else { return false }
    let drawn = records.lazy.map { $0.cells[column] }.filter { $0.hasDetail && $0.detail.picture != nil }
    return drawn.allSatisfy(\.text.isEmpty)
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
