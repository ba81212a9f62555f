import Diagnostics
import Yams

/// Reads pictures, covers and imprints.
extension SpecReader {
  enum ImageKey: String, SpecKey { case file, alternative, title, source, width, decorative }
  enum CoverKey: String, SpecKey { case image, alternative, status, text }
  enum ImprintReportKey: String, SpecKey {
    case publisher, director, editors, design, printer
    case legalDeposit = "legal-deposit"
    case issn, isbn, licence, contact, note, on
  }

  mutating func image(_ node: Node, at place: Place) -> ImageSpec? {
    let what = Bilingual(fr: "image", en: "image")
    guard let keys = mapping(node, of: what, owner: place, as: ImageKey.self) else { return nil }
    let file = requiredText(.file, in: keys)
    let alternative = text(keys[.alternative])
    let title = template(keys[.title])
    let source = template(keys[.source])
    let width = choice(keys[.width], ImageWidth.self)
    let isDecorative = choice(keys[.decorative], YesNo.self)
    guard let file else { return nil }
    return ImageSpec(
      place: place, file: file, alternative: alternative, title: title, source: source, width: width,
      isDecorative: isDecorative)
  }

  /// A cover; `yes` by itself for one with what the report says anyway.
  mutating func cover(_ node: Node?) -> CoverSpec? {
    guard let node, !isEmpty(node) else { return nil }
    if node.scalar != nil {
      switch choice(node, YesNo.self)?.value {
      case .yes:
        return CoverSpec(place: place(of: node), image: nil, alternative: nil, status: nil, text: nil)
      case .no, nil: return nil
      }
    }
    let what = Bilingual(fr: "couverture", en: "cover")
    guard let keys = mapping(node, of: what, as: CoverKey.self) else { return nil }
    return CoverSpec(
      place: place(of: node), image: text(keys[.image]), alternative: text(keys[.alternative]),
      status: text(keys[.status]), text: text(keys[.text]))
  }

  mutating func imprint(_ node: Node?) -> ImprintSpec? {
    guard let node, !isEmpty(node) else { return nil }
    let what = Bilingual(fr: "mentions légales", en: "imprint")
    guard let keys = mapping(node, of: what, as: ImprintReportKey.self) else { return nil }
    let lines = ImprintKey.allCases.compactMap { key in
      ImprintReportKey(rawValue: key.rawValue).flatMap { text(keys[$0]) }.map {
        ImprintSpec.ImprintLine(key: key, text: $0)
      }
    }
    return ImprintSpec(
      place: place(of: node), lines: lines, on: choice(keys[.on], ImprintPlace.self))
  }
}
