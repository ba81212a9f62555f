import Charts
import DrawList
import Indicators
import Typesetting

/// What stands right under a table: what shades mean, and the notes on its parts.
extension FragmentBuilder {
  mutating func tableNotes(_ table: PublishedTable, in parent: ElementID, width: Points) -> [Fragment] {
    var fragments = shadeLegends(table, in: parent, width: width)
    for index in fragments.indices {
      fragments[index].tablePart = TablePart(table: tableCount, kind: .note(.head))
    }
    for note in table.notes {
      let owner = structure.add(.paragraph, in: parent)
      let text = StyledText([
        StyledText.Run(note.mark + "\u{A0}", styles.apparatusLabel),
        StyledText.Run(note.text, styles.apparatus),
      ])
      var fragment = block(
        of: text, style: styles.apparatus, leading: theme.type.apparatus.leading, width: width, owner: owner,
        setting: Self.smallPrint)
      fragment.tablePart = TablePart(table: tableCount, kind: .note(table.call(of: note.mark)))
      fragments.append(fragment)
    }
    for index in fragments.indices {
      fragments[index].spaceBefore = index == 0 ? 6 : 1
      fragments[index].keepsWithNext = true
    }
    return fragments
  }
}

extension PublishedTable {
  /// Whether a head or a cell bears a note's mark.
  func bears(_ mark: String) -> Bool {
    switch call(of: mark) {
    case .title: false
    case .head: true
    case .rows(let rows): !rows.isEmpty
    }
  }

  /// Where the mark of a note stands.
  fileprivate func call(of mark: String) -> TablePart.NoteCall {
    func bears(_ marks: String) -> Bool { marks.split(separator: ",\u{202F}").contains { $0 == mark } }
    if columns.contains(where: { bears($0.marks) }) || spanners.contains(where: { bears($0.marks) }) {
      return .head
    }
    if bears(titleMarks) || bears(subtitleMarks) { return .title }
    return .rows(
      records.indices.filter { row in
        records[row].cells.contains { $0.hasDetail && bears($0.detail.marks) }
      })
  }
}

extension Figure {
  var table: PublishedTable? {
    switch content {
    case .table(let table): table
    case .chart: nil
    }
  }
}

extension StyledText {
  /// The text with raised marks after it, as those of notes.
  func marked(_ marks: String?) -> StyledText {
    guard let marks, !marks.isEmpty, let last = runs.last else { return self }
    var style = last.style.weight(400)
    style.isSuperior = true
    return StyledText(runs + [Run("\u{202F}" + marks, style)])
  }
}
