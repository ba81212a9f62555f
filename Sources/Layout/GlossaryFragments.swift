import DrawList
import Indicators
import Typesetting

/// The list of abbreviations: each in bold at the left, what it stands for beside it.
extension FragmentBuilder {
  private static let columnGap: Points = 12
  /// How much of the width abbreviations may take; longer ones stand over their meaning.
  private static let largestShare = 0.35
  private static let entryGap: Points = 3

  mutating func glossary(
    _ title: String, in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    let section = structure.add(.section, in: parent)
    var fragments = [heading(title, id: DocumentIndex.glossary, in: section, level: level, width: width)]
    guard !glossary.isEmpty else { return fragments }
    let measure = min(width, theme.spacing[.measure])
    let list = structure.add(.list(.none), in: section)
    let names = glossary.map { typesetter.line(StyledText($0.name, styles.tableHead)) }
    let limit = measure * Self.largestShare
    let column = (names.map(\.width).filter { $0 <= limit }.max() ?? 0) + Self.columnGap
    for (entry, name) in zip(glossary, names) {
      fragments += self.entry(entry, name, column: column, in: list, width: measure)
    }
    fragments[fragments.count - 1].spaceAfter = theme.spacing[.block]
    return fragments
  }

  private mutating func entry(
    _ entry: GlossaryEntry, _ name: Line, column: Points, in list: ElementID, width: Points
  ) -> [Fragment] {
    let item = structure.add(.listItem, in: list)
    let label = structure.add(.listLabel, in: item)
    let body = structure.add(.listBody, in: item)
    let leading = theme.type.table.leading
    var fragments = lines(
      of: StyledText(entry.meaning, styles.tableCell), style: styles.tableCell, leading: leading, x: column,
      width: max(1, width - column), owner: structure.add(.paragraph, in: body), setting: Self.smallPrint)
    let baseline = Point(x: 0, y: baseline(of: styles.tableHead, leading: leading))
    let mark = Mark(.element(label), name.items(at: baseline))
    if name.width + Self.columnGap <= column {
      fragments[0].marks.insert(mark, at: 0)
    } else {
      fragments.insert(Fragment(height: leading, marks: [mark]), at: 0)
      fragments[0].keepsWithNext = true
    }
    fragments[0].spaceBefore = Self.entryGap
    return fragments
  }
}
