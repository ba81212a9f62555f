import DrawList

/// A drawn chart, in strips from top to bottom that a page may end between if it must.
package struct ChartDrawing: Hashable, Sendable {
  package struct Strip: Hashable, Sendable {
    package let height: Points
    /// From the strip's top-left corner, in painting order.
    package let parts: [ChartPart]

    package var items: [DrawItem] { parts.flatMap(\.items) }
  }

  /// The names of the series, where they do not stand in the bars; drawn again over bars on another page.
  package let legend: Strip?
  package let strips: [Strip]
  /// Whether columns were asked for but their labels left no room, so that bars were drawn.
  package var wasTurned = false

  package init(legend: Strip?, strips: [Strip], wasTurned: Bool = false) {
    self.legend = legend
    self.strips = strips
    self.wasTurned = wasTurned
  }

  package var height: Points { (legend?.height ?? 0) + strips.reduce(0) { $0 + $1.height } }

  /// The values, the names of categories and the remarks on them that had no room and are not written.
  package func unwritten(of chart: Chart) -> Unwritten {
    let written = Set(strips.flatMap(\.parts).map { Slot(panel: $0.panel, content: $0.content) })
    var found = Unwritten()
    found.remarks = chart.annotations.filter {
      !written.contains(Slot(panel: 0, content: .remark($0.category)))
    }
    for panel in chart.panels.indices {
      for category in chart.categories.indices {
        if !written.contains(Slot(panel: panel, content: .categoryName(category))) {
          found.names.append(.init(panel: panel, category: category))
        }
        for series in chart.series.indices
        where !written.contains(Slot(panel: panel, content: .value(category: category, series: series))) {
          found.values.append(.init(panel: panel, category: category, series: series))
        }
      }
    }
    return found
  }

  package struct Unwritten: Hashable, Sendable {
    package struct Name: Hashable, Sendable {
      package let panel: Int
      package let category: Int

      package init(panel: Int, category: Int) {
        self.panel = panel
        self.category = category
      }
    }

    package struct Value: Hashable, Sendable {
      package let panel: Int
      package let category: Int
      package let series: Int

      package init(panel: Int, category: Int, series: Int) {
        self.panel = panel
        self.category = category
        self.series = series
      }
    }

    package fileprivate(set) var names: [Name] = []
    package fileprivate(set) var values: [Value] = []
    package fileprivate(set) var remarks: [ChartAnnotation] = []
  }

  private struct Slot: Hashable {
    let panel: Int
    let content: ChartPart.Content
  }
}

/// Draw items with what they tell, so that a chart's words and numbers can be read as the table that they make up.
package struct ChartPart: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// Lines, samples, numbers of a scale: what is only there to be seen.
    case shape
    case panelTitle
    case seriesName(Int)
    /// What stands for a series in a panel, where its name stands in the legend of all.
    case seriesMark(Int)
    /// The heading that a category and those after it stand under.
    case groupName(Int)
    case categoryName(Int)
    /// What stands for a category whose name is not written, as the mark at its place on an axis.
    case categoryMark(Int)
    case value(category: Int, series: Int)
    /// What the author remarks on a category.
    case remark(Int)
    /// The bar, segment or point of a value.
    case bar(category: Int, series: Int)
  }

  package let content: Content
  package var panel = 0
  package var items: [DrawItem]

  package init(content: Content, items: [DrawItem]) {
    self.content = content
    self.items = items
  }

  func moved(by offset: Point) -> ChartPart {
    var part = self
    part.items = items.map { $0.moved(by: offset) }
    return part
  }

  func of(panel: Int) -> ChartPart {
    var part = self
    part.panel = panel
    return part
  }
}

extension ChartDrawing.Strip {
  /// The same with names that are only seen, since they stand in another strip too.
  var withoutNames: ChartDrawing.Strip {
    ChartDrawing.Strip(
      height: height,
      parts: parts.map { part in
        switch part.content {
        case .categoryName, .groupName: ChartPart(content: .shape, items: part.items)
        case .shape, .panelTitle, .seriesName, .seriesMark, .categoryMark, .value, .remark, .bar: part
        }
      })
  }

  func of(panel: Int) -> ChartDrawing.Strip {
    ChartDrawing.Strip(height: height, parts: parts.map { $0.of(panel: panel) })
  }
}
