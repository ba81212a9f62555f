import DrawList
import Indicators
import Typesetting

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
  /// How many lines a cell has where its author ended them.
  private(set) var mostLines = 1
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
      let lines = [title, unit].compactMap(\.self).flatMap {
        typesetter.lines(of: $0, width: TableMeasure.tallestHead)
      }
      headMinimum = Double(lines.count) * types.head.size * 1.34
      head = headMinimum
    }
    switch column.alignment {
    case .number:
      let style = types.style(of: column, isStrong: true)
      measureNumbers(table.records, index, style, types, wording.groupMarks, typesetter)
    case .leading, .center, .trailing:
      measure(
        table.records, index, types.style(of: column, isStrong: false),
        strong: types.style(of: column, isStrong: true), types, typesetter)
    }
    numbers.whole = max(numbers.whole, natural)
  }

  private mutating func measure(
    _ records: TableRecords, _ column: Int, _ style: TextStyle, strong: TextStyle, _ types: TableTypes,
    _ typesetter: Typesetter
  ) {
    var seen = SeenTexts()
    var seenStrong = SeenTexts()
    for row in records.indices where records.kind(of: row) != .group {
      let cell = records.cell(row, column)
      guard !cell.text.isEmpty, cell.takesOneColumn else { continue }
      let isStrong = records.isEmphasized(row)
      let isNew = isStrong ? seenStrong.add(cell.text) : seen.add(cell.text)
      guard cell.hasDetail || isNew else { continue }
      let widths = typesetter.widths(of: types.text(of: cell, isStrong ? strong : style))
      let indent = cell.hasDetail ? types.indent(of: cell.detail) : 0
      minimum = max(minimum, widths.narrowest + indent)
      natural = max(natural, widths.natural + indent)
      mostLines = max(mostLines, widths.lines)
    }
  }

  private mutating func measureNumbers(
    _ records: TableRecords, _ column: Int, _ style: TextStyle, _ types: TableTypes,
    _ groupMarks: [String], _ typesetter: Typesetter
  ) {
    var ending: String?
    var unit: String?
    var isMixed = false
    var plain: Points = 0
    var seen = SeenTexts()
    for row in records.indices where records.kind(of: row) != .group {
      let cell = records.cell(row, column)
      guard !cell.text.isEmpty, cell.takesOneColumn else { continue }
      if cell.hasDetail {
        let beside = types.beside(cell.detail, style)
        if !beside.plain.isEmpty { numbers.hang = max(numbers.hang, typesetter.line(beside).width) }
      }
      guard seen.add(cell.text) else { continue }
      let widths = typesetter.widths(of: StyledText(cell.text, style))
      minimum = max(minimum, widths.narrowest)
      plain = max(plain, widths.natural)
      mostLines = max(mostLines, widths.lines)
      guard let parts = NumberParts(cell.text, groupMarks: groupMarks) else { continue }
      if ending == nil { (ending, unit) = (parts.ending, String(parts.unit)) }
      // Numbers of several units are not one under the other by their marks, but end together.
      if let unit, !NumberParts.areAlike(unit[...], parts.unit) { isMixed = true }
      if numbers.isEven, ending != parts.ending { numbers.isEven = false }
    }
    natural = plain
    if isMixed { numbers.isEven = true }
    if !numbers.isEven { measureParts(of: records, column, style, groupMarks, typesetter) }
    minimum += numbers.hang
    natural += numbers.hang
    if !numbers.isEven { minimum = max(minimum, min(natural, numbers.before + numbers.after + numbers.hang)) }
  }

  private mutating func measureParts(
    of records: TableRecords, _ column: Int, _ style: TextStyle, _ groupMarks: [String],
    _ typesetter: Typesetter
  ) {
    var seen = SeenTexts()
    for row in records.indices where records.kind(of: row) != .group {
      let cell = records.cell(row, column)
      guard cell.takesOneColumn, let parts = NumberParts(cell.text, groupMarks: groupMarks),
        seen.add(cell.text)
      else { continue }
      numbers.before = max(numbers.before, typesetter.line(StyledText(String(parts.before), style)).width)
      guard !parts.after.isEmpty else { continue }
      numbers.after = max(numbers.after, typesetter.line(StyledText(String(parts.after), style)).width)
    }
    natural = max(natural, numbers.before + numbers.after)
  }
}

extension TableRecords {
  /// Whether a row's texts are bold.
  fileprivate func isEmphasized(_ row: Int) -> Bool { kind(of: row) != .data || isHighlighted(row) }
}

extension PublishedTable.Cell {
  /// Whether its column must have room for it: a cell over several columns takes that of others.
  fileprivate var takesOneColumn: Bool { !hasDetail || (detail.across == 1 && !detail.isCovered) }
}
