import Charts
import Diagnostics
import DrawList
import Indicators
import Model
import Typesetting

/// The page that a single figure is wanted on.
package struct FigureShape: Hashable, Sendable {
  /// The width of the page, margins included.
  package let width: Points
  /// Its height; `nil` for what the figure needs.
  package let height: Points?
  /// Without number, title and what stands under the figure.
  package let isBare: Bool
  /// Without a ground.
  package let isTransparent: Bool

  package init(width: Points, height: Points? = nil, isBare: Bool = false, isTransparent: Bool = false) {
    self.width = width
    self.height = height
    self.isBare = isBare
    self.isTransparent = isTransparent
  }
}

/// Lays a single figure out on a page of its own size, with a margin around it.
///
/// Where a height is given, the plot of columns and lines fills it. A figure that needs more is laid out on a larger page
/// of the same form, which whoever paints it makes as small as was asked: all of it stays, in smaller print.
package func layOut(
  _ figure: Figure, of publication: Publication, _ shape: FigureShape, with typesetter: Typesetter,
  created: String?,
  into diagnostics: inout DiagnosticCollector
) -> Document {
  let placed = FigurePlacing(figure: figure, publication: publication, shape: shape, typesetter: typesetter)
    .placed()
  for diagnostic in placed.diagnostics { diagnostics.report(diagnostic) }
  let whole = metadata(of: publication, created: created)
  let metadata = DocumentMetadata(
    title: figure.title, author: whole.author, subject: whole.title, language: whole.language,
    created: created)
  return Document(metadata: metadata, structure: placed.structure, pages: [placed.page], outline: [])
}

private struct FigurePlacing {
  let figure: Figure
  let publication: Publication
  let shape: FigureShape
  let typesetter: Typesetter

  private static let margin: Points = 12
  /// A plot that is lower than this shows nothing well.
  private static let leastPlot: Points = 90
  /// What of a figure's height is left at the least on the next larger page, where lines have more room: there is no need
  /// to lay out what would not fit all the same.
  private static let saving = 0.92
  private static let enlargements = [1, 1.15, 1.32, 1.52, 1.75, 2, 2.3, 2.65, 3, 3.5, 4]

  struct Placed {
    let page: Page
    let structure: StructureTree
    let diagnostics: [Diagnostic]
  }

  func placed() -> Placed {
    guard let height = shape.height else { return filled(width: shape.width, plotHeight: nil).placed(nil) }
    var least = 2 * Self.margin
    // Whether the height of a plot may change how high the figure is. Bars that lie have theirs by their number.
    var followsPlotHeight = false
    if case .chart(let published) = figure.content {
      let chart = Chart(published, theme: publication.theme)
      least += builder.leastHeight(of: figure, drawnAs: chart, isBare: shape.isBare)
      followsPlotHeight = chart.isUpright
    }
    for enlargement in Self.enlargements {
      let (width, wanted) = (shape.width * enlargement, height * enlargement)
      guard least <= wanted else { continue }
      if followsPlotHeight {
        let lowest = filled(width: width, plotHeight: Self.leastPlot)
        let (needed, spare) = (lowest.height, wanted - lowest.height)
        guard spare >= 0 else { continue }
        let fuller = filled(width: width, plotHeight: Self.leastPlot + spare)
        if fuller.height > wanted + 0.01 {
          // Of several rows of panels each takes its part.
          let shared = filled(
            width: width, plotHeight: Self.leastPlot + spare * spare / (fuller.height - needed))
          return (shared.height <= wanted + 0.01 ? shared : lowest).placed(wanted)
        }
        if fuller.height > needed { return fuller.placed(wanted) }
        // What has no plot that could be higher is left as it is.
      }
      let natural = filled(width: width, plotHeight: nil)
      if natural.height <= wanted + 0.01 { return stretched(natural, to: wanted).placed(wanted) }
      least = max(least, natural.height * Self.saving)
    }
    return filled(width: shape.width, plotHeight: nil).placed(nil)
  }

  /// A chart of lying bars whose rows are higher, until it fills the height; others as they are.
  private func stretched(_ natural: Filled, to height: Points) -> Filled {
    guard case .chart = figure.content, height > natural.height + 1 else { return natural }
    let twice = filled(width: natural.size.width, plotHeight: nil, rowStretch: 2)
    guard twice.height > natural.height + 1 else { return natural }
    let share = (height - natural.height) / (twice.height - natural.height)
    let filled = filled(
      width: natural.size.width, plotHeight: nil, rowStretch: min(Self.mostStretch, 1 + share))
    return filled.height <= height + 0.01 ? filled : natural
  }

  /// Bars that are higher look like columns.
  private static let mostStretch = 2.8

  /// A figure of some width, and the height that it needs.
  private struct Filled {
    let shape: FigureShape
    let size: Size
    let marks: [Mark]
    let structure: StructureTree
    let diagnostics: [Diagnostic]

    var height: Points { size.height }

    /// - Parameter height: that of the page, where it is not the figure's own.
    func placed(_ height: Points?) -> Placed {
      let size = Size(width: size.width, height: height ?? size.height)
      let ground = Mark(
        .artifact, [.rectangle(Rect(x: 0, y: 0, width: size.width, height: size.height), .white)])
      return Placed(
        page: Page(size: size, marks: (shape.isTransparent ? [] : [ground]) + marks), structure: structure,
        diagnostics: diagnostics)
    }
  }

  private var builder: FragmentBuilder {
    var builder = FragmentBuilder(publication: publication.withoutBody, typesetter: typesetter)
    builder.breaksFigures = false
    return builder
  }

  private func filled(width: Points, plotHeight: Points?, rowStretch: Double = 1) -> Filled {
    var builder = builder
    builder.rowStretch = rowStretch
    builder.plotHeight = plotHeight
    let fragments = builder.figure(
      figure, isBare: shape.isBare, in: StructureTree.root, width: width - 2 * Self.margin)
    let (used, marks) = stacked(fragments, at: Point(x: Self.margin, y: Self.margin))
    return Filled(
      shape: shape, size: Size(width: width, height: used + 2 * Self.margin), marks: marks,
      structure: builder.structure, diagnostics: builder.diagnostics.diagnostics)
  }
}

extension Publication {
  /// What figures are laid out by, without the report around them.
  fileprivate var withoutBody: Publication {
    var publication = self
    publication.body = []
    return publication
  }
}
