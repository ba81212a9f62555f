import DrawList
import QPDF

/// States that colours are sRGB: ISO 32000-1, 14.11.5, as PDF/A wants it.
func setOutputIntent(of file: PDFFile, _ profile: [UInt8]) {
  let stream = file.addStream(profile, [("N", .integer(3))])
  let intent = file.add([
    "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"),
    "OutputConditionIdentifier": .text("sRGB IEC61966-2.1"), "Info": .text("sRGB IEC61966-2.1"),
  ])
  intent.set("DestOutputProfile", stream)
  let intents = file.newArray()
  intents.append(intent)
  file.catalog.set("OutputIntents", intents)
}

/// Attaches files to the document as a whole: ISO 32000-1, 7.11.4, and ISO 19005-3, annex E.
///
/// - Parameter date: what the files state as the moment of their making.
func attach(_ attachments: [PDFAttachment], to file: PDFFile, made date: PDFDate?) {
  guard !attachments.isEmpty else { return }
  let names = file.newArray()
  let associated = file.newArray()
  for attachment in attachments.sorted(by: { $0.name < $1.name }) {
    let specification = specification(of: attachment, in: file, made: date)
    names.append(file.direct(.text(attachment.name)))
    names.append(specification)
    associated.append(specification)
  }
  let tree = file.direct([:])
  tree.set("Names", names)
  let trees = file.direct([:])
  trees.set("EmbeddedFiles", tree)
  file.catalog.set("Names", trees)
  file.catalog.set("AF", associated)
}

private func specification(
  of attachment: PDFAttachment, in file: PDFFile, made date: PDFDate?
) -> PDFObject {
  var parameters: [(key: String, value: PDFValue)] = [("Size", .integer(attachment.bytes.count))]
  if let date { parameters.append(("ModDate", .bytes(Array(date.text.utf8)))) }
  let stream = file.addStream(
    attachment.bytes,
    [
      ("Type", .name("EmbeddedFile")), ("Subtype", .name(attachment.mediaType)),
      ("Params", .dictionary(parameters)),
    ])
  let embedded = file.direct([:])
  embedded.set("F", stream)
  embedded.set("UF", stream)
  let specification = file.add([
    "Type": .name("Filespec"), "F": .text(attachment.name), "UF": .text(attachment.name),
    "Desc": .text(attachment.description), "AFRelationship": .name(attachment.relationship.rawValue),
  ])
  specification.set("EF", embedded)
  return specification
}
