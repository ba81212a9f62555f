import Diagnostics
import DrawList
import Indicators
import Spec
import Typesetting

/// A picture with its title over it and its source under it, in one piece.
extension FragmentBuilder {
  mutating func image(_ image: PublishedImage, in parent: ElementID, width: Points) -> [Fragment] {
    guard let picture = pictures[image.file.value] else { return [] }
    let size = pictureSize(picture, width: width * image.width.share, in: width)
    checkResolution(of: picture, image, printedWidth: size.width)
    let division = structure.add(.division, in: parent)
    var parts: [Fragment] = []
    if let title = image.title {
      var fragment = block(
        of: StyledText(title, styles.figureTitle), style: styles.figureTitle,
        leading: theme.type.figureTitle.leading, width: width, owner: structure.add(.paragraph, in: division))
      fragment.spaceAfter = theme.spacing[.figureRule]
      parts.append(fragment)
    }
    let items = picture.items(in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    let owner: Mark.Owner =
      image.alternative.map { .element(structure.add(.figure, in: division, alternativeText: $0)) }
      ?? .artifact
    parts.append(Fragment(height: size.height, marks: [Mark(owner, items)]))
    if let source = image.source {
      var fragment = block(
        of: labelled(source, styles.apparatus, label: styles.apparatusLabel), style: styles.apparatus,
        leading: theme.type.apparatus.leading, width: width, owner: structure.add(.paragraph, in: division),
        setting: Self.smallPrint)
      fragment.spaceBefore = theme.spacing[.apparatusBefore]
      parts.append(fragment)
    }
    var fragment = Fragment(stacking: parts)
    fragment.spaceBefore = theme.spacing[.figureBefore]
    fragment.spaceAfter = theme.spacing[.figureAfter]
    return [fragment]
  }

  /// As wide as is asked for, unless it would then be taller than most of a page.
  private func pictureSize(_ picture: Picture, width: Points, in room: Points) -> Size {
    let tallest = theme.page.frame.size.height * 0.75
    let height = width / picture.proportion
    if height <= tallest { return Size(width: width, height: height) }
    return Size(width: tallest * picture.proportion, height: tallest)
  }

  /// Fewer pixels than this an inch are seen as steps, on paper.
  private static let leastResolution = 150.0

  mutating func checkResolution(of picture: Picture, _ image: PublishedImage, printedWidth: Points) {
    checkResolution(of: picture, named: image.file, printedWidth: printedWidth)
  }

  mutating func checkResolution(of picture: Picture, named file: Located<String>, printedWidth: Points) {
    guard case .raster(let raster) = picture, printedWidth > 0 else { return }
    let resolution = Double(raster.width) / (printedWidth / 72)
    guard resolution < Self.leastResolution else { return }
    let needed = Int((printedWidth / 72 * Self.leastResolution).rounded(.up))
    diagnostics.report(
      .warning(
        .coarsePicture(file.value, Int(resolution), width: raster.width, needed: needed), at: file.place,
        hints: [.finerPicture]))
  }
}

extension ImageWidth {
  /// Of the text's width.
  var share: Double {
    switch self {
    case .third: 1.0 / 3
    case .half: 0.5
    case .twoThirds: 2.0 / 3
    case .full: 1
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func coarsePicture(
    _ file: String, _ resolution: Int, width: Int, needed: Int
  ) -> Self {
    Self(
      "coarse-picture",
      fr:
        "« \(file) » n’aura que \(resolution) points par pouce sur le papier : \(width) pixels de large au lieu de \(needed)",
      en:
        "“\(file)” will have only \(resolution) dots an inch on paper: \(width) pixels across instead of \(needed)"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let finerPicture = Self(
    fr: "prenez l’image d’origine, plus grande, ou réduisez « width: »",
    en: "take the larger original, or make “width:” smaller")
}
