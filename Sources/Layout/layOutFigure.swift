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
/// Where a height is given, the plot of columns and lines fills it, as do rows of lying bars up to a point. A figure that
/// needs more is laid out on a larger page of the same form, which whoever paints it makes as small as was asked: all of
/// it stays, in smaller print.
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
  /// What of a figure's height is left at the least on the next larger page, where lines have more room: there is no need
  /// to lay out what would not fit all the same.
  private static let saving = 0.92
  private static let enlargements = [1, 1.15, 1.32, 1.52, 1.75, 2, 2.3, 2.65, 3, 3.5, 4]

  struct Placed {
    let page: Page
    let structure: StructureTree
    var diagnostics: [Diagnostic]

    /// With a warning where the figure's letters are so much smaller than usual that they are hard to read.
    func told(_ figure: Figure, shrunkBy factor: Double) -> Placed {
      guard factor >= FigurePlacing.smallPrint else { return self }
      var placed = self
      let percent = Int((100 / factor).rounded())
      placed.diagnostics.append(
        .warning(.smallPrint(figure.title, percent), at: nil, hints: [.tallerSize]))
      return placed
    }
  }

  /// Letters of 8.5 points are 4.9 then.
  private static let smallPrint = 1.75

  func placed() -> Placed {
    let builder = builder
    guard let height = shape.height else {
      return filled(builder, width: shape.width, height: nil).placed(nil)
    }
    var least = 2 * Self.margin
    if case .chart(let published) = figure.content {
      let chart = Chart(published, theme: publication.theme)
      least += builder.leastHeight(of: figure, drawnAs: chart, isBare: shape.isBare)
    }
    for enlargement in Self.enlargements {
      let (width, wanted) = (shape.width * enlargement, height * enlargement)
      guard least <= wanted else { continue }
      let filled = filled(builder, width: width, height: wanted)
      if filled.height <= wanted + 0.01 { return filled.placed(wanted).told(figure, shrunkBy: enlargement) }
      least = max(least, filled.height * Self.saving)
    }
    let whole = filled(builder, width: shape.width, height: nil)
    return whole.placed(nil).told(figure, shrunkBy: whole.height / height)
  }

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

  /// - Parameter height: what its chart is to fill; `nil` for what it needs.
  private func filled(_ empty: FragmentBuilder, width: Points, height: Points?) -> Filled {
    var builder = empty
    builder.figureHeight = height.map { $0 - 2 * Self.margin }
    let fragments = builder.figure(
      figure, isBare: shape.isBare, in: StructureTree.root, width: width - 2 * Self.margin)
    let (used, marks) = stacked(fragments, at: Point(x: Self.margin, y: Self.margin))
    return Filled(
      shape: shape, size: Size(width: width, height: used + 2 * Self.margin), marks: marks,
      structure: builder.structure, diagnostics: builder.diagnostics.diagnostics)
  }
}

extension Diagnostic.Message {
  fileprivate static func smallPrint(_ title: String, _ percent: Int) -> Self {
    Self(
      "small-print",
      fr: "« \(title) » est réduite à \(percent) % pour tenir dans ce format : ses lettres sont petites",
      en: "“\(title)” is drawn at \(percent)% of its size to fit: its letters are small")
  }
}

extension Diagnostic.Hint {
  fileprivate static let tallerSize = Self(
    fr: "prenez un format plus haut, ou montrez moins de lignes",
    en: "take a taller size, or show fewer rows")
}

extension Publication {
  /// What figures are laid out by, without the report around them.
  fileprivate var withoutBody: Publication {
    var publication = self
    publication.body = []
    return publication
  }
}
