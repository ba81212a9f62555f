import Diagnostics
import Yams

/// Reads what a report's PDF has to be.
extension SpecReader {
  enum OutputKey: String, SpecKey { case pdf, attach, tags }

  mutating func output(_ node: Node) -> OutputSpec? {
    let what = Bilingual(fr: "output", en: "output")
    guard let keys = mapping(node, of: what, as: OutputKey.self) else { return nil }
    let standards = items(keys[.pdf]).compactMap { choice($0, PDFStandard.self) }
    let files = items(keys[.attach]).compactMap { choice($0, AttachedFile.self) }
    let tags = choice(keys[.tags], YesNo.self)
    return OutputSpec(
      standards: keys[.pdf] == nil ? nil : standards, attached: keys[.attach] == nil ? nil : files, tags: tags
    )
  }
}
