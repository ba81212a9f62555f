import DrawList

/// What a fragment is of a table that may go on on other pages.
struct TablePart {
  enum Kind {
    case head
    /// A row, by its place in the table; one taller than a page has several fragments.
    case row(Int)
    case note(NoteCall)
  }

  /// Where the mark of a table's note stands.
  enum NoteCall {
    case title
    /// In the head, which is drawn again on each page.
    case head
    case rows([Int])
  }

  /// Which of the document's tables.
  let table: Int
  let kind: Kind

  /// What a later row is, of a run that starts with this one.
  func following(_ rows: Int) -> TablePart {
    guard case .row(let row) = kind else { return self }
    return TablePart(table: table, kind: .row(row + rows))
  }
}

/// A table in a flow: its rows, and the notes that follow them.
///
/// Where a page ends within the rows, notes stand under the rows that bear their marks, and those of the head again on
/// each page. What has stood on an earlier page does not stand at the table's end.
struct TableRun {
  /// Its fragments from its head to its last row.
  private(set) var rows: Range<Int>
  /// Its notes, which follow.
  private(set) var notes: [Note] = []

  struct Note {
    /// The fragment that it is at the table's end.
    let index: Int
    let isOfHead: Bool
    /// The fragments that bear its mark.
    let callers: [Int]
  }

  /// Where the notes end; where the rows do, if there are none.
  var end: Int { notes.last.map { $0.index + 1 } ?? rows.upperBound }

  /// The notes of a part of the flow: those whose marks stand on its page.
  func notes(in text: Range<Int>) -> [Note] {
    notes.filter { note in note.isOfHead || note.callers.contains { text.contains($0) } }
  }

  /// Whether a page is the first on which a note stands.
  func isFirst(_ note: Note, in text: Range<Int>) -> Bool {
    note.isOfHead ? text.contains(rows.lowerBound) : note.callers.first.map { text.contains($0) } ?? true
  }

  /// Whether a page that ends with a part of the flow ends within the table.
  func isCut(byEndOf text: Range<Int>) -> Bool {
    text.upperBound > rows.lowerBound + 1 && text.upperBound < rows.upperBound
  }

  /// The notes at the table's end that stood on earlier pages, and on none of this one's rows.
  func omitted(from text: Range<Int>) -> [Note] {
    guard text.lowerBound > rows.lowerBound, text.lowerBound < end else { return [] }
    return notes.filter { note in
      text.contains(note.index) && !note.isOfHead && !note.callers.contains { text.contains($0) }
        && note.callers.contains { $0 < text.lowerBound }
    }
  }

  static func runs(in fragments: FlowFragments) -> [TableRun] {
    let pieces = fragments.pieces
    let called = calledRows(in: pieces)
    var runs: [TableRun] = []
    var table: Int?
    var places: [Int: Int] = [:]
    for (index, piece) in pieces.enumerated() {
      guard let part = piece.tablePart else {
        table = nil
        continue
      }
      let range = fragments.start(of: index)..<fragments.start(of: index) + piece.rowCount
      if part.table != table {
        runs.append(TableRun(rows: range))
        (table, places) = (part.table, [:])
      }
      let start = runs[runs.count - 1].rows.lowerBound
      switch part.kind {
      case .head: runs[runs.count - 1].rows = start..<range.upperBound
      case .row(let row):
        runs[runs.count - 1].rows = start..<range.upperBound
        if called[part.table]?.contains(row) ?? false { places[row] = places[row] ?? range.lowerBound }
      case .note(let call):
        runs[runs.count - 1].notes.append(Note(range.lowerBound, call, start, places))
      }
    }
    return runs
  }

  /// The rows of each table that notes are on.
  private static func calledRows(in pieces: [Fragment]) -> [Int: Set<Int>] {
    var called: [Int: Set<Int>] = [:]
    for part in pieces.lazy.compactMap(\.tablePart) {
      if case .note(.rows(let rows)) = part.kind { called[part.table, default: []].formUnion(rows) }
    }
    return called
  }
}

extension TableRun.Note {
  fileprivate init(_ index: Int, _ call: TablePart.NoteCall, _ head: Int, _ places: [Int: Int]) {
    switch call {
    case .title: self.init(index: index, isOfHead: false, callers: [head])
    case .head: self.init(index: index, isOfHead: true, callers: [])
    case .rows(let rows): self.init(index: index, isOfHead: false, callers: rows.compactMap { places[$0] })
    }
  }
}

/// Tables that go on over pages: what stands at the end of each part.
extension PageFlow {
  /// The table that holds a fragment.
  func tableRun(at index: Int) -> TableRun? {
    var (low, high) = (0, tableRuns.count)
    while low < high {
      let middle = (low + high) / 2
      if tableRuns[middle].end <= index { low = middle + 1 } else { high = middle }
    }
    guard low < tableRuns.count, tableRuns[low].rows.lowerBound <= index else { return nil }
    return tableRuns[low]
  }

  /// What a page that ends within a table has under its last row: the sums so far, and notes.
  func tail(of text: Range<Int>) -> TableTail? {
    guard let last = text.last, let run = tableRun(at: last), run.isCut(byEndOf: text) else { return nil }
    let row = fragments.piece(of: last)
    guard row.columns == nil, row.partFoot != nil || !run.notes.isEmpty else { return nil }
    let notes = run.notes(in: text).map { (note: fragments[$0.index], isFirst: run.isFirst($0, in: text)) }
    return TableTail(foot: row.partFoot, notes: notes)
  }

  /// Whether a fragment is a note that has stood on an earlier page.
  func isRepeated(_ index: Int, in text: Range<Int>) -> Bool {
    guard case .note? = fragments.piece(of: index).tablePart?.kind, let run = tableRun(at: index),
      let note = run.notes.first(where: { $0.index == index })
    else { return false }
    return !run.isFirst(note, in: text)
  }

  /// What a page is spared of notes that stood on earlier ones.
  func sparedHeight(in text: Range<Int>) -> Points {
    guard let first = text.first, let run = tableRun(at: first), !run.notes.isEmpty else { return 0 }
    return run.omitted(from: text).reduce(0) { $0 + white(over: $1.index) + fragments[$1.index].height }
  }

  /// The most that a tail takes: where a page ends a little later, there may be room again.
  static func tallestTail(of pieces: [Fragment]) -> Points {
    var tails: [Int: (foot: Points, notes: Points)] = [:]
    for piece in pieces {
      guard let part = piece.tablePart else { continue }
      switch part.kind {
      case .head: break
      case .row:
        let foot = max(tails[part.table]?.foot ?? 0, piece.partFoot?.height ?? 0)
        tails[part.table, default: (0, 0)].foot = foot
      case .note: tails[part.table, default: (0, 0)].notes += piece.height + piece.spaceBefore
      }
    }
    return tails.values.map { $0.foot + $0.notes }.max() ?? 0
  }
}

/// What stands under the last row of a table's part.
struct TableTail {
  let foot: Fragment.RepeatedHead?
  let notes: [(note: Fragment, isFirst: Bool)]

  var height: Points {
    notes.reduce(foot?.height ?? 0) { $0 + $1.note.spaceBefore + $1.note.height }
  }

  /// From the left end of the last row's foot. Notes that stood before are for the eye only.
  var marks: [Mark] {
    var marks = foot.map { [Mark(.pagination, $0.items)] } ?? []
    var y = foot?.height ?? 0
    for (note, isFirst) in notes {
      y += note.spaceBefore
      let placed = note.marks.map { $0.moved(by: Point(x: 0, y: y)) }
      marks += isFirst ? placed : placed.map(\.repeated)
      y += note.height
    }
    return marks
  }
}

extension Mark {
  /// The same for the eye only.
  var repeated: Mark { Mark(.pagination, items) }
}
