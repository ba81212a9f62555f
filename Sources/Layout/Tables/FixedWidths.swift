import Diagnostics
import DrawList
import Indicators

/// A width that a table's author asks for and cannot have.
enum WidthConflict: Hashable {
  /// A column that its numbers or its words' syllables have no room in; it is as wide as they are.
  case tooNarrow(head: String, asked: Points, needed: Points)
  /// Columns that together are wider than the page; each has its share of what there is.
  case tooWide(asked: Points, room: Points)
}

/// Fixed columns as wide as they can be.
///
/// - Parameters:
///   - demands: of all columns; those that are fixed with the width that their author asks for.
///   - least: how wide each column has to be for what is in it to be read.
///   - room: what all columns together may take.
func fitFixed(
  _ demands: inout [ColumnDemand], least: [Points], heads: [String], room: Points
) -> [WidthConflict] {
  let fixed = demands.indices.filter { demands[$0].isFixed }
  guard !fixed.isEmpty else { return [] }
  var conflicts: [WidthConflict] = []
  let asked = fixed.reduce(0) { $0 + demands[$1].minimum }
  let others = demands.filter { !$0.isFixed }.reduce(0) { $0 + $1.minimum }
  let left = room - others
  // A tenth of a point is what adding up leaves.
  if asked > left + 0.1, left > 0 {
    conflicts.append(.tooWide(asked: asked, room: left))
    for column in fixed { demands[column].fix(at: demands[column].minimum * (left - 0.01) / asked) }
  } else {
    for column in fixed where demands[column].minimum < least[column] {
      conflicts.append(
        .tooNarrow(head: heads[column], asked: demands[column].minimum, needed: least[column]))
    }
  }
  for column in fixed { demands[column].fix(at: max(demands[column].minimum, least[column])) }
  return conflicts
}

extension ColumnDemand {
  fileprivate mutating func fix(at width: Points) {
    minimum = width
    preferred = width
  }
}

extension FragmentBuilder {
  mutating func reportWidths(_ design: TableDesign, of name: String) {
    for conflict in design.conflicts {
      switch conflict {
      case .tooNarrow(let head, let asked, let needed):
        diagnostics.report(
          .warning(
            .columnTooNarrow(name, head, asked: millimetres(asked), needed: millimetres(needed)), at: nil))
      case .tooWide(let asked, let room):
        diagnostics.report(
          .warning(
            .columnsTooWide(name, asked: millimetres(asked), room: Int(room * 25.4 / 72)), at: nil,
            hints: [.narrower]))
      }
    }
  }
}

private func millimetres(_ length: Points) -> Int { Int((length * 25.4 / 72).rounded(.up)) }

extension Diagnostic.Message {
  fileprivate static func columnTooNarrow(_ figure: String, _ head: String, asked: Int, needed: Int) -> Self {
    Self(
      "column-too-narrow",
      fr:
        "\(figure) : « \(head) » ne se lit pas en \(asked) mm, il en faut \(needed) : la colonne est élargie",
      en: "\(figure): “\(head)” cannot be read in \(asked) mm, it needs \(needed): the column is made wider")
  }
  fileprivate static func columnsTooWide(_ figure: String, asked: Int, room: Int) -> Self {
    Self(
      "columns-too-wide",
      fr:
        "\(figure) : les largeurs demandées font \(asked) mm, et la place est de \(room) mm : elles sont toutes réduites",
      en:
        "\(figure): the widths asked for make \(asked) mm, and there is room for \(room) mm: all are reduced")
  }
}

extension Diagnostic.Hint {
  fileprivate static let narrower = Self(
    fr: "diminuez « width: » de quelques colonnes, ou laissez-le à « auto »",
    en: "make “width:” of some columns smaller, or leave it at “auto”")
}
