import Diagnostics
import DrawList
import Indicators
import Model
import Spec
import Typesetting

/// A table that stands on a page in landscape, since it was too wide for the one it was on.
struct TurnedTable {
  let figure: String
  let label: String
  /// How much too wide it was.
  let excess: Points
  /// In what size of type it has room there, where that is not the usual one.
  let size: Points?
}

/// Tables too wide for their page in the smallest type, but not for the same page in landscape.
extension FragmentBuilder {
  /// A figure where its author put it, or on a page in landscape with nothing else before and after it.
  mutating func placedFigure(_ figure: Figure, in parent: ElementID, width: Points) -> [Fragment] {
    guard let (turned, excess) = turnedPage(for: figure, width: width) else {
      return self.figure(figure, in: parent, width: width)
    }
    turnedTables.append(
      TurnedTable(
        figure: figure.id, label: figure.label, excess: excess,
        size: knownDesign.flatMap { smallSize(of: [$0]) }))
    isTurning = true
    defer { isTurning = false }
    var fragments = fragments(on: turned) { builder, width in
      builder.figure(figure, in: parent, width: width)
    }
    fragments[0].bringsHeading = true
    return fragments
  }

  private mutating func turnedPage(for figure: Figure, width: Points) -> (PageGeometry, excess: Points)? {
    guard isInFlow, case .table(let table) = figure.content, table.mayTurn, !table.columns.isEmpty else {
      return nil
    }
    let turned = page.on(SheetChoice(format: nil, orientation: .landscape))
    guard turned.frame.size.width > width else { return nil }
    let upright = design(of: table, width: width)
    knownDesign = upright
    guard !upright.fits else { return nil }
    let landscape = design(of: table, width: turned.frame.size.width)
    guard landscape.fits else { return nil }
    knownDesign = landscape
    return (turned, upright.excess)
  }

  func design(of table: PublishedTable, width: Points) -> TableDesign {
    TableDesign(of: table, width: width, styles: styles, wording: wording, typesetter: typesetter)
  }

  /// The design of a table that is about to be set, made before if it was asked where the table has room.
  mutating func takeDesign(of table: PublishedTable, width: Points) -> TableDesign {
    defer { knownDesign = nil }
    return knownDesign ?? design(of: table, width: width)
  }
}

/// Puts headings on the sheet of what they stand over, where that got one of its own.
func bringHeadings(along fragments: inout [Fragment]) {
  for index in fragments.indices where fragments[index].bringsHeading {
    var before = index
    while before > 0, fragments[before - 1].keepsWithNext, fragments[before - 1].columns == nil {
      before -= 1
      fragments[before].sheet = fragments[index].sheet
    }
  }
}

extension TurnedTable {
  /// - Parameter numbers: of the pages, counted from 1, as all warnings count them.
  func warning(_ numbers: PageNumbers) -> Diagnostic {
    .warning(
      .tableTurned(
        label, page: numbers[figure], millimetres: Int((excess * 25.4 / 72).rounded(.up)), size: told(size)),
      at: nil, hints: [.refuseTurning])
  }
}

extension Diagnostic.Message {
  fileprivate static func tableTurned(
    _ figure: String, page: String, millimetres: Int, size: Bilingual
  ) -> Self {
    Self(
      "table-turned",
      fr:
        "page \(page) : \(figure) est trop large de \(millimetres) mm, même en petits caractères : le tableau est mis sur une page en paysage\(size.french)",
      en:
        "page \(page): \(figure) is \(millimetres) mm too wide even in small type: the table stands on a page in landscape\(size.english)"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let refuseTurning = Self(
    fr:
      "pour rester en portrait, montrez moins de colonnes, ou écrivez « too-wide: split » pour le couper en parties",
    en: "to stay upright, show fewer columns, or write “too-wide: split” to cut it into parts")
}
