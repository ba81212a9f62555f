import Charts
import DrawList
import Indicators

/// A chart in the structure tree: a picture with its alternative text, then its data as a table, one for each panel.
///
/// The tables are not drawn: the names and values that stand in the chart are their cells. So a listener gets each
/// number with its row's and column's names, nothing is printed twice, and what is read is what is seen. A value that had
/// no room is told by the shape that stands for it.
struct ChartElements {
  private let picture: ElementID
  private let panels: [PanelElements]
  private let chart: PublishedChart
  /// What stands between a name and its value.
  private let colon: String

  /// A panel's title and table.
  private struct PanelElements {
    var title: ElementID?
    /// By series; empty where there is only one, whose name is not drawn.
    var seriesNames: [ElementID] = []
    /// By category.
    var categoryNames: [ElementID] = []
    /// By category, then by series.
    var values: [[ElementID]] = []
    /// What stands for names and values that are not written.
    var stands: [ChartPart.Content: ElementID] = [:]
  }

  init(
    _ chart: PublishedChart, unwritten: ChartDrawing.Unwritten, colon: String, in parent: ElementID,
    _ structure: inout StructureTree
  ) {
    self.chart = chart
    self.colon = colon
    let text = [chart.alternative, chart.conclusion].compactMap(\.self).joined(separator: ". ")
    picture = structure.add(.figure, in: parent, alternativeText: text)
    panels = chart.panels.indices.map { panel in
      Self.elements(of: panel, in: chart, unwritten, parent, &structure)
    }
  }

  private static func elements(
    of panel: Int, in chart: PublishedChart, _ unwritten: ChartDrawing.Unwritten, _ parent: ElementID,
    _ structure: inout StructureTree
  ) -> PanelElements {
    var made = PanelElements()
    if chart.panels[panel].title != nil { made.title = structure.add(.paragraph, in: parent) }
    let table = structure.add(.table, in: parent)
    if chart.series.count > 1 {
      let row = structure.add(.tableRow, in: structure.add(.tableHead, in: table))
      _ = structure.add(.dataCell, in: row)  // over the categories
      for (index, series) in chart.series.enumerated() {
        let head = structure.add(.headerCell(.column), in: row)
        made.seriesNames.append(head)
        guard panel > 0 else { continue }
        made.stands[.seriesMark(index)] = structure.add(.span(text: series.name), in: head)
      }
    }
    let names = Set(unwritten.names)
    let values = Set(unwritten.values)
    let body = structure.add(.tableBody, in: table)
    for (category, item) in chart.categories.enumerated() {
      let row = structure.add(.tableRow, in: body)
      let head = structure.add(.headerCell(.row), in: row)
      made.categoryNames.append(head)
      if names.contains(.init(panel: panel, category: category)) {
        made.stands[.categoryMark(category)] = structure.add(.span(text: item.label), in: head)
      }
      made.values.append(
        chart.series.indices.map { series in
          let cell = structure.add(.dataCell, in: row)
          if values.contains(.init(panel: panel, category: category, series: series)) {
            made.stands[.bar(category: category, series: series)] = structure.add(
              .span(text: chart.panels[panel].bars[series][category].label), in: cell)
          }
          return cell
        })
    }
    return made
  }

  /// A strip's shapes in painting order, then its words and numbers in reading order: these stand beside the shapes or
  /// over them.
  func marks(of strip: ChartDrawing.Strip) -> [Mark] {
    var shapes: [Mark] = []
    var cells: [(element: ElementID, items: [DrawItem])] = []
    for part in strip.parts where !part.items.isEmpty {
      guard let cell = cell(for: part) else {
        add(part, to: &shapes)
        continue
      }
      cells.append((cell, part.items))
    }
    return shapes
      + cells.sorted { $0.element.index < $1.element.index }.map { Mark(.element($0.element), $0.items) }
  }

  /// Shapes that follow one another are one mark, but a bar's are its own, which says what it stands for.
  private func add(_ part: ChartPart, to shapes: inout [Mark]) {
    let owner = Mark.Owner.element(panels[part.panel].stands[part.content] ?? picture)
    let label = label(of: part)
    if label == nil, let last = shapes.last, last.owner == owner, last.label == nil {
      shapes[shapes.count - 1].items += part.items
    } else {
      shapes.append(Mark(owner, part.items, label: label))
    }
  }

  /// The element that a part's words are the content of; `nil` for a shape.
  private func cell(for part: ChartPart) -> ElementID? {
    let panel = panels[part.panel]
    switch part.content {
    case .shape, .bar, .categoryMark, .seriesMark, .remark: return nil
    case .panelTitle: return panel.title
    case .seriesName(let series): return series < panel.seriesNames.count ? panel.seriesNames[series] : nil
    case .groupName(let category), .categoryName(let category): return panel.categoryNames[category]
    case .value(let category, let series): return panel.values[category][series]
    }
  }

  /// “Internet, QPV : 79 %”, for a bar in a picture on a web page.
  private func label(of part: ChartPart) -> String? {
    guard case .bar(let category, let series) = part.content else { return nil }
    let name = chart.series.count > 1 ? chart.series[series].name : ""
    let parts = [chart.panels[part.panel].title ?? "", chart.categories[category].label, name].filter {
      !$0.isEmpty
    }
    return parts.joined(separator: ", ") + colon + chart.panels[part.panel].bars[series][category].label
  }
}
