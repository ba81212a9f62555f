import DrawList
import QPDF

/// Adds a page's links: ISO 32000-1, 12.5.6.5 and 12.6.4.7.
func addLinks(
  _ numbers: Range<Int>, of content: StructureContent, to page: borrowing PDFObject, in file: PDFFile,
  height: Points
) {
  page.remove("Annots")
  guard !numbers.isEmpty else { return }
  let annotations = file.newArray()
  for number in numbers {
    let link = content.links[number]
    let key = content.owners.count + number
    annotations.append(file.add(annotation(for: link, key: key, height: height)))
  }
  page.set("Annots", annotations)
}

private func annotation(for link: StructureContent.Link, key: Int, height: Points) -> PDFValue {
  let area = link.area
  return [
    "Type": .name("Annot"),
    "Subtype": .name("Link"),
    // PDF measures from the bottom of the page.
    "Rect": [.real(area.minX), .real(height - area.maxY), .real(area.maxX), .real(height - area.minY)],
    "Border": [.integer(0), .integer(0), .integer(0)],
    "F": .integer(4),  // printed
    "Contents": .text(description(of: link)),
    "StructParent": .integer(key),
    "A": ["S": .name("URI"), "URI": .bytes(percentEncoded(link.address))],
  ]
}

/// The linked words, then where they lead, unless they say it themselves.
private func description(of link: StructureContent.Link) -> String {
  link.text.isEmpty || link.address.contains(link.text) ? link.address : "\(link.text) (\(link.address))"
}

/// An address in the signs that RFC 3986 allows, 2.1 to 2.3. What is encoded already stays as it is.
private func percentEncoded(_ address: String) -> [UInt8] {
  let digits = Array("0123456789ABCDEF".utf8)
  return address.utf8.flatMap { byte in
    isAllowed(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}

private func isAllowed(_ byte: UInt8) -> Bool {
  switch UnicodeScalar(byte) {
  case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "%": true
  case ":", "/", "?", "#", "[", "]", "@", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=": true
  default: false
  }
}
