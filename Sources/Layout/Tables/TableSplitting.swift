import Diagnostics
import DrawList
import Indicators
import Typesetting

/// Tables too wide for their words in the smallest type: they come in parts, one under the other, each with the
/// columns that name rows.
extension FragmentBuilder {
  /// The parts of a table that are set by themselves; the table alone where it fits.
  func parts(of table: PublishedTable, width: Points) -> [PublishedTable] {
    let measure = TableMeasure(
      table, TableTypes(styles: styles, scale: TableMeasure.scaleOfParts), gap: TableMeasure.gapOfParts,
      tableWidth: width, wording: wording, typesetter: typesetter)
    let stubs = table.columns.prefix { $0.isStub }.count
    guard table.columns.count > stubs + 1 else { return [table] }
    let parts = measure.columnParts(stubs: stubs, width: width)
    return parts.map { table.part(stubs: stubs, columns: $0) }
  }

  /// A table in parts, each a table of its own to those who hear it.
  mutating func tableParts(
    _ parts: [PublishedTable], of figure: Figure, in division: ElementID, isBare: Bool, width: Points
  ) -> [Fragment] {
    let designs = parts.map { design(of: $0, width: width) }
    for design in designs { reportWidths(design, of: figure.label) }
    let size = told(smallSize(of: designs))
    diagnostics.report(.warning(.tableSplit(figure.label, parts.count, size), at: nil, hints: [.turnTable]))
    var fragments: [Fragment] = []
    for (index, part) in parts.enumerated() {
      let element = structure.add(.table, in: division, table: part.summary.map(TableAttributes.summary))
      let numbered = figure.ofPart(index + 1, of: parts.count, part, wording)
      var added =
        isBare ? [] : figureHead(numbered, isFirst: index == 0, in: element, width: width)
      added += table(part, of: numbered, owner: element, width: width, design: designs[index])
      added += tableNotes(part, in: division, width: width)
      if index > 0 { added[0].spaceBefore = Self.partGap }
      fragments += added
    }
    return fragments
  }

  private static let partGap: Points = 16
}

extension TableMeasure {
  /// Parts are set a little smaller than usual: half a dozen of them are read no better in large type.
  static let scaleOfParts = 0.92
  static let gapOfParts: Points = 11

  /// Columns in runs that have room beside those that name rows; one at least in each.
  func columnParts(stubs: Int, width: Points) -> [Range<Int>] {
    let minimums = minimumWidths
    let names = minimums[..<stubs].reduce(0) { $0 + $1 + gap }
    var parts: [Range<Int>] = []
    var start = stubs
    var taken = names
    for column in stubs..<minimums.count {
      let needed = minimums[column] + (column > start ? gap : 0)
      if column > start, taken + needed > width {
        parts.append(start..<column)
        start = column
        taken = names
      }
      taken += minimums[column] + (column > start ? gap : 0)
    }
    return parts + [start..<minimums.count]
  }
}

extension PublishedTable {
  /// Some columns of the table beside those that name rows.
  func part(stubs: Int, columns chosen: Range<Int>) -> PublishedTable {
    let kept = Array(0..<stubs) + Array(chosen)
    var part = self
    part.columns = kept.map { columns[$0] }
    part.spanners = spanners.compactMap { spanner in
      let places = kept.indices.filter { spanner.columns.contains(kept[$0]) }
      guard let first = places.first, let last = places.last else { return nil }
      return Spanner(
        label: spanner.label, columns: first..<last + 1, level: spanner.level, marks: spanner.marks)
    }
    part.records = TableRecords(records.map { $0.part(kept) })
    part.notes = notes.filter { note in
      part.bears(note.mark) || (chosen.lowerBound == stubs && isOnTitle(note))
    }
    part.summary = nil
    return part
  }

  private func isOnTitle(_ note: Note) -> Bool { (titleMarks + subtitleMarks).contains(note.mark) }
}

extension PublishedTable.Row {
  /// The row's cells of some columns; a cell over several takes as many as are left of them.
  fileprivate func part(_ kept: [Int]) -> PublishedTable.Row {
    var row = self
    row.cells = []
    for column in kept {
      var cell = cells[column]
      if cell.hasDetail {
        if cell.detail.isCovered, let owner = owner(of: column), !kept.contains(owner) {
          cell = cells[owner]
          cell.detail.across -= column - owner
        } else if cell.detail.isCovered, row.cells.isEmpty {
          cell.detail.isCovered = false
        }
        let room = kept.count { $0 >= column && $0 < column + cell.detail.across }
        cell.detail.across = max(1, room)
      }
      row.cells.append(cell)
    }
    row.carried = carried.map { sums in kept.map { sums[$0] } }
    return row
  }

  /// The cell of the row that takes a covered one's place.
  private func owner(of column: Int) -> Int? {
    cells[..<column].lastIndex { $0.hasDetail && !$0.detail.isCovered && $0.detail.across > 1 }
      .flatMap { $0 + cells[$0].detail.across > column ? $0 : nil }
  }
}

extension Figure {
  /// The figure as the title of a part says it: “Titre (2/3 : 2021 à 2025)”.
  fileprivate func ofPart(_ number: Int, of count: Int, _ part: PublishedTable, _ wording: Wording) -> Figure
  {
    Figure(
      id: id, label: label, title: title + "\u{A0}(\(number)/\(count))",
      subtitle: number == 1 ? subtitle : nil,
      content: .table(part), apparatus: [])
  }
}

extension Diagnostic.Message {
  fileprivate static func tableSplit(_ figure: String, _ count: Int, _ size: Bilingual) -> Self {
    Self(
      "table-split",
      fr: "\(figure) : trop large pour la page, le tableau est coupé en \(count) parties\(size.french)",
      en: "\(figure): too wide for the page, the table is cut into \(count) parts\(size.english)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let turnTable = Self(
    fr: "montrez moins de colonnes, ou les lignes en colonnes",
    en: "show fewer columns, or rows as columns")
}
