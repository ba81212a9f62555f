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
    // Rows by their places: a copy of each cell would take longer than measuring it.
    let rows = table.records.indices.filter { table.records[$0].isMeasured(index) }
    switch column.alignment {
    case .number:
      let style = types.style(of: column, isStrong: true)
      measureNumbers(table.records, rows, index, style, types, wording.groupMarks, typesetter)
    case .leading, .center, .trailing:
      for isStrong in [false, true] {
        measure(
          table.records, rows.filter { table.records[$0].isEmphasized == isStrong }, index,
          types.style(of: column, isStrong: isStrong), types, typesetter)
      }
    }
    numbers.whole = max(numbers.whole, natural)
  }

  private mutating func measure(
    _ records: [PublishedTable.Row], _ rows: [Int], _ column: Int, _ style: TextStyle, _ types: TableTypes,
    _ typesetter: Typesetter
  ) {
    var seen: Set<String> = []
    for row in rows {
      let cell = records[row].cells[column]
      guard !cell.text.isEmpty, cell.hasDetail || seen.insert(cell.text).inserted else { continue }
      let widths = typesetter.widths(of: types.text(of: cell, style))
      let indent = cell.hasDetail ? types.indent(of: cell.detail) : 0
      minimum = max(minimum, widths.narrowest + indent)
      natural = max(natural, widths.natural + indent)
      mostLines = max(mostLines, widths.lines)
    }
  }

  private mutating func measureNumbers(
    _ records: [PublishedTable.Row], _ rows: [Int], _ column: Int, _ style: TextStyle, _ types: TableTypes,
    _ groupMarks: [String], _ typesetter: Typesetter
  ) {
    var ending: String?
    var unit: Substring?
    var isMixed = false
    var plain: Points = 0
    var seen: Set<String> = []
    for row in rows {
      let cell = records[row].cells[column]
      guard !cell.text.isEmpty else { continue }
      if cell.hasDetail {
        let beside = types.beside(cell.detail, style)
        if !beside.plain.isEmpty { numbers.hang = max(numbers.hang, typesetter.line(beside).width) }
      }
      guard seen.insert(cell.text).inserted else { continue }
      let widths = typesetter.widths(of: StyledText(cell.text, style))
      minimum = max(minimum, widths.narrowest)
      plain = max(plain, widths.natural)
      mostLines = max(mostLines, widths.lines)
      guard let parts = NumberParts(cell.text, groupMarks: groupMarks) else { continue }
      if ending == nil { (ending, unit) = (parts.ending, parts.unit) }
      // Numbers of several units are not one under the other by their marks, but end together.
      if let unit, !NumberParts.areAlike(unit, parts.unit) { isMixed = true }
      if numbers.isEven, ending != parts.ending { numbers.isEven = false }
    }
    natural = plain
    if isMixed { numbers.isEven = true }
    if !numbers.isEven { measureParts(of: seen, style, groupMarks, typesetter) }
    minimum += numbers.hang
    natural += numbers.hang
    if !numbers.isEven { minimum = max(minimum, min(natural, numbers.before + numbers.after + numbers.hang)) }
  }

  private mutating func measureParts(
    of texts: Set<String>, _ style: TextStyle, _ groupMarks: [String], _ typesetter: Typesetter
  ) {
    for case let parts? in texts.lazy.map({ NumberParts($0, groupMarks: groupMarks) }) {
      numbers.before = max(numbers.before, typesetter.line(StyledText(String(parts.before), style)).width)
      guard !parts.after.isEmpty else { continue }
      numbers.after = max(numbers.after, typesetter.line(StyledText(String(parts.after), style)).width)
    }
    natural = max(natural, numbers.before + numbers.after)
  }
}

extension PublishedTable.Row {
  /// Whether a column must have room for its cell: a label, and a cell over several columns, takes that of others.
  fileprivate func isMeasured(_ column: Int) -> Bool {
    guard kind != .group else { return false }
    let cell = cells[column]
    return !cell.hasDetail || (cell.detail.across == 1 && !cell.detail.isCovered)
  }
}
