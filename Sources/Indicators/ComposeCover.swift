import Model
import Spec

/// Pictures, the cover and the imprint.
extension Composer {
  mutating func image(_ image: ImageBlock) -> PublishedImage {
    PublishedImage(
      file: image.file, alternative: image.alternative.map(set), title: image.title.map { plain($0) },
      source: image.source.map { ApparatusLine(label: wording.source, text: ended(plain($0))) },
      width: image.width)
  }

  func cover(_ cover: Cover) -> PublishedCover {
    PublishedCover(
      image: cover.image, alternative: cover.alternative.map(set), status: cover.status.map(set),
      text: cover.text.map(set))
  }

  func imprint(_ imprint: Imprint) -> PublishedImprint {
    PublishedImprint(
      title: wording.imprint,
      lines: imprint.lines.map { line in
        ApparatusLine(label: wording.text(line.key), text: line.key.isCode ? line.text : set(line.text))
      },
      place: imprint.place)
  }
}

extension ImprintKey {
  /// Whether its text is a code, in which a hyphen between numbers is no range.
  fileprivate var isCode: Bool { self == .issn || self == .isbn }
}

extension Wording {
  var imprint: String { pick("Mentions légales", "Imprint") }

  /// The label of a line; empty for one that needs none.
  func text(_ key: ImprintKey) -> String {
    switch key {
    case .publisher: pick("Éditeur", "Publisher")
    case .director: pick("Directeur ou directrice de la publication", "Publication director")
    case .editors: pick("Rédaction", "Written by")
    case .design: pick("Conception graphique", "Design")
    case .printer: pick("Impression", "Printed by")
    case .legalDeposit: pick("Dépôt légal", "Legal deposit")
    case .issn: "ISSN"
    case .isbn: "ISBN"
    case .licence: pick("Licence", "Licence")
    case .contact: pick("Contact", "Contact")
    case .note: ""
    }
  }
}
