import Charts
import DrawList
import Indicators

/// A chart in the structure tree: a picture with its alternative text, then its data as a table.
///
/// The table is not drawn: the names and values that stand in the chart are its cells. So a listener gets each
/// number with its row's and column's names, nothing is printed twice, and what is read is what is seen.
struct ChartElements {
  private let picture: ElementID
  /// By series; empty where there is only one, whose name is not drawn.
  private let seriesNames: [ElementID]
  /// By category.
  private let categoryNames: [ElementID]
  /// By category, then by series.
  private let values: [[ElementID]]

  init(_ chart: PublishedChart, in parent: ElementID, _ structure: inout StructureTree) {
    let text = [chart.alternative, chart.conclusion].compactMap(\.self).joined(separator: ". ")
    picture = structure.add(.figure, in: parent, alternativeText: text)
    let table = structure.add(.table, in: parent)
    if chart.series.count > 1 {
      let row = structure.add(.tableRow, in: structure.add(.tableHead, in: table))
      _ = structure.add(.dataCell, in: row)  // over the categories
      seriesNames = chart.series.map { _ in structure.add(.headerCell(.column), in: row) }
    } else {
      seriesNames = []
    }
    let body = structure.add(.tableBody, in: table)
    var (names, values): ([ElementID], [[ElementID]]) = ([], [])
    for _ in chart.categories {
      let row = structure.add(.tableRow, in: body)
      names.append(structure.add(.headerCell(.row), in: row))
      values.append(chart.series.map { _ in structure.add(.dataCell, in: row) })
    }
    categoryNames = names
    self.values = values
  }

  /// A strip's shapes, then its words and numbers in reading order: these stand beside the shapes or over them.
  func marks(of strip: ChartDrawing.Strip) -> [Mark] {
    let shapes = strip.parts.filter { $0.content == .shape }.flatMap(\.items)
    let cells = strip.parts.filter { $0.content != .shape }.map { (element(for: $0.content), $0.items) }
    return [Mark(.element(picture), shapes)]
      + cells.sorted { $0.0.index < $1.0.index }.map { Mark(.element($0.0), $0.1) }
  }

  private func element(for content: ChartPart.Content) -> ElementID {
    switch content {
    case .shape: picture
    case .seriesName(let series): seriesNames[series]
    case .categoryName(let category): categoryNames[category]
    case .value(let category, let series): values[category][series]
    }
  }
}
