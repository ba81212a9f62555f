import DrawList
import QPDF

/// Adds a page's links: ISO 32000-1, 12.5.6.5, 12.6.4.7 and 12.3.2.2.
func addLinks(
  _ numbers: Range<Int>, of content: StructureContent, to page: borrowing PDFObject, in file: PDFFile,
  height: Points
) {
  page.remove("Annots")
  guard !numbers.isEmpty else { return }
  let annotations = file.newArray()
  for number in numbers {
    let link = content.links[number]
    let key = content.isTagged ? content.owners.count + number : nil
    let annotation = file.add(annotation(for: link, key: key, height: height))
    switch link.target {
    case .address(let address):
      annotation.set("A", ["S": .name("URI"), "URI": .bytes(percentEncoded(address))])
    case .destination(let name):
      guard let destination = content.destinations[name] else {
        preconditionFailure("a link within a document leads to a place in it")
      }
      annotation.set("Dest", array(for: destination, in: file))
    }
    annotations.append(annotation)
  }
  page.set("Annots", annotations)
}

private func annotation(for link: StructureContent.Link, key: Int?, height: Points) -> PDFValue {
  let area = link.area
  var entries: [(key: String, value: PDFValue)] = [
    ("Type", .name("Annot")),
    ("Subtype", .name("Link")),
    // PDF measures from the bottom of the page.
    ("Rect", [.real(area.minX), .real(height - area.maxY), .real(area.maxX), .real(height - area.minY)]),
    ("Border", [.integer(0), .integer(0), .integer(0)]),
    ("F", .integer(4)),  // printed
    ("Contents", .text(description(of: link))),
  ]
  if let key { entries.append(("StructParent", .integer(key))) }
  return .dictionary(entries)
}

/// A place that links lead to: a page, from 0, and how far from its foot.
struct LinkDestination {
  let page: Int
  let fromFoot: Points
}

/// The top of what is there is brought to the top of the window, at the reader's own magnification.
private func array(for destination: LinkDestination, in file: PDFFile) -> PDFObject {
  let array = file.newArray()
  array.append(file.page(destination.page))
  array.append(file.direct(.name("XYZ")))
  array.append(file.direct(.integer(0)))
  array.append(file.direct(.real(destination.fromFoot)))
  array.append(file.direct(.integer(0)))
  return array
}

/// The linked words, then where they lead outside of the document, unless they say it themselves.
private func description(of link: StructureContent.Link) -> String {
  switch link.target {
  case .destination: link.text
  case .address(let address):
    link.text.isEmpty || address.contains(link.text) ? address : "\(link.text) (\(address))"
  }
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
