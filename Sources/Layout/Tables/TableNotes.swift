import Charts
import DrawList
import Indicators
import Typesetting

/// What stands right under a table: what shades mean, and the notes on its parts.
extension FragmentBuilder {
  mutating func tableNotes(_ table: PublishedTable, in parent: ElementID, width: Points) -> [Fragment] {
    var fragments: [Fragment] = []
    if let legend = table.legend {
      fragments.append(shadeLegend(legend, in: parent, width: width))
      fragments[0].tablePart = TablePart(table: tableCount, kind: .note(.head))
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

  private static let swatch: Points = 9
  private static let swatchGap: Points = 4
  private static let entryGap: Points = 14

  /// A swatch and its class for each shade, on as many lines as they take.
  private mutating func shadeLegend(_ legend: ShadeLegend, in parent: ElementID, width: Points) -> Fragment {
    let owner = structure.add(.paragraph, in: parent)
    let colors = TableColors(theme)
    let leading = theme.type.apparatus.leading + 2
    let baseline = baseline(of: styles.apparatus, leading: leading)
    var (x, y): (Points, Points) = (0, 0)
    var swatches: [DrawItem] = []
    var texts: [DrawItem] = []
    for (index, label) in legend.labels.enumerated() {
      let line = typesetter.line(StyledText(label, styles.apparatus))
      let entry = Self.swatch + Self.swatchGap + line.width
      if x > 0, x + entry > width { (x, y) = (0, y + leading) }
      let box = Rect(x: x, y: y + (leading - Self.swatch) / 2, width: Self.swatch, height: Self.swatch)
      swatches.append(.rectangle(box, colors.rule))
      swatches.append(
        .rectangle(
          Rect(x: box.minX + 0.5, y: box.minY + 0.5, width: box.size.width - 1, height: box.size.height - 1),
          colors.shade(index, of: legend)))
      texts += line.items(at: Point(x: x + Self.swatch + Self.swatchGap, y: y + baseline))
      x += entry + Self.entryGap
    }
    return Fragment(
      height: y + leading, marks: [Mark(.artifact, swatches), Mark(.element(owner), texts.spacedOut)])
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

extension [DrawItem] {
  /// Texts that stand apart, with a space after each for those who copy or hear them.
  fileprivate var spacedOut: [DrawItem] {
    map { item in
      guard case .glyphs(var run) = item else { return item }
      run.isFollowedBySpace = true
      return .glyphs(run)
    }
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
    return StyledText(runs + [Run("\u{2060}\u{202F}" + marks, style)])
  }
}
