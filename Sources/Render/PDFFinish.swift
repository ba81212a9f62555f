import DrawList
import QPDF

/// Adds what Cairo cannot state: the language, how to open the document, its links.
///
/// Cairo has links too, but reads their places by the process's locale and fails on a quote in an address.
func finish(_ bytes: [UInt8], of document: Document, made date: PDFDate?) throws(QPDFError) -> [UInt8] {
  let file = try PDFFile(bytes)
  let catalog = file.catalog
  catalog.set("Lang", .bytes(Array(document.metadata.language.utf8)))
  catalog.set("ViewerPreferences", ["DisplayDocTitle": .boolean(true)])
  if !document.outline.isEmpty { catalog.set("PageMode", .name("UseOutlines")) }
  file.setInformation("CreationDate", date?.text)

  for (index, page) in document.pages.enumerated() {
    let annotations = page.linkAnnotations
    if !annotations.isEmpty { file.page(index).set("Annots", .array(annotations)) }
  }
  return try file.write()
}

extension Page {
  fileprivate var linkAnnotations: [PDFValue] {
    marks.flatMap(\.items).compactMap { item in
      guard case .link(let area, .address(let address)) = item else { return nil }
      return linkAnnotation(over: area, to: address)
    }
  }

  /// A web link: ISO 32000-1, 12.5.6.5 and 12.6.4.7.
  private func linkAnnotation(over area: Rect, to address: String) -> PDFValue {
    [
      "Type": .name("Annot"),
      "Subtype": .name("Link"),
      // PDF measures from the bottom of the page.
      "Rect": [
        .real(area.minX), .real(size.height - area.maxY), .real(area.maxX), .real(size.height - area.minY),
      ],
      "Border": [.integer(0), .integer(0), .integer(0)],
      "F": .integer(4),  // printed
      "Contents": .text(address),
      "A": ["S": .name("URI"), "URI": .bytes(percentEncoded(address))],
    ]
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
