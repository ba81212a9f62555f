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
  private static let enlargements = [1, 1.15, 1.32, 1.52, 1.75, 2, 2.3, 2.65, 3, 3.5, 4]

  struct Placed {
    let page: Page
    let structure: StructureTree
    let diagnostics: [Diagnostic]
  }

  func placed() -> Placed {
    guard let height = shape.height else { return placed(width: shape.width, height: nil, plotHeight: nil) }
    for enlargement in Self.enlargements {
      let (width, wanted) = (shape.width * enlargement, height * enlargement)
      let needed = placed(width: width, height: nil, plotHeight: Self.leastPlot).page.size.height
      guard needed <= wanted else { continue }
      let fuller = placed(width: width, height: nil, plotHeight: Self.leastPlot + wanted - needed).page.size
        .height
      // What has no plot that could be higher is left as it is.
      let plot = fuller > needed ? Self.leastPlot + wanted - needed : nil
      let natural = plot == nil ? placed(width: width, height: nil, plotHeight: nil).page.size.height : wanted
      guard natural <= wanted + 0.01 else { continue }
      return placed(width: width, height: wanted, plotHeight: plot)
    }
    return placed(width: shape.width, height: nil, plotHeight: nil)
  }

  private func placed(width: Points, height: Points?, plotHeight: Points?) -> Placed {
    var builder = FragmentBuilder(publication: publication, typesetter: typesetter)
    builder.plotHeight = plotHeight
    let fragments = builder.figure(
      figure, isBare: shape.isBare, in: StructureTree.root, width: width - 2 * Self.margin)
    let (used, marks) = stacked(fragments)
    let size = Size(width: width, height: height ?? used + 2 * Self.margin)
    let ground = Mark(
      .artifact, [.rectangle(Rect(x: 0, y: 0, width: size.width, height: size.height), .white)])
    let moved = marks.map { $0.moved(by: Point(x: Self.margin, y: Self.margin)) }
    return Placed(
      page: Page(size: size, marks: (shape.isTransparent ? [] : [ground]) + moved),
      structure: builder.structure,
      diagnostics: builder.diagnostics.diagnostics)
  }
}
