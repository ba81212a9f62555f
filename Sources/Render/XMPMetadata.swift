import DrawList

/// What a document says of itself, as an XMP packet: ISO 16684-1.
///
/// PDF/A wants properties that its own schemas do not have to be described, so that of PDF/UA is: ISO 19005-2,
/// 6.6.2.3.
func xmpMetadata(of document: DocumentMetadata, _ settings: PDFSettings) -> [UInt8] {
  var properties = [
    "<dc:format>application/pdf</dc:format>",
    "<dc:title>\(alternatives(document.title))</dc:title>",
    "<dc:language><rdf:Bag><rdf:li>\(xml(document.language))</rdf:li></rdf:Bag></dc:language>",
    "<xmp:CreatorTool>Vigie</xmp:CreatorTool>",
  ]
  if let author = document.author {
    properties.append("<dc:creator><rdf:Seq><rdf:li>\(xml(author))</rdf:li></rdf:Seq></dc:creator>")
  }
  if let subject = document.subject {
    properties.append("<dc:description>\(alternatives(subject))</dc:description>")
  }
  if let created = document.created {
    properties.append("<xmp:CreateDate>\(xml(created))</xmp:CreateDate>")
  }
  if settings.isUA1 { properties.append("<pdfuaid:part>1</pdfuaid:part>") }
  if let part = settings.archival?.part {
    properties.append("<pdfaid:part>\(part)</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>")
    if settings.isUA1 { properties.append(extensionSchema) }
  }
  return Array((opening + properties.joined(separator: "\n") + closing).utf8)
}

extension PDFSettings.Archival {
  fileprivate var part: Int {
    switch self {
    case .a2a: 2
    case .a3a: 3
    }
  }
}

private func alternatives(_ text: String) -> String {
  "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(xml(text))</rdf:li></rdf:Alt>"
}

private let opening = """
  <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
  <x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
   xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:xmp="http://ns.adobe.com/xap/1.0/"
   xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
   xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
   xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
   xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
   xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">

  """

private let closing = """

  </rdf:Description>
  </rdf:RDF>
  </x:xmpmeta>
  <?xpacket end="r"?>
  """

private let extensionSchema = """
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
  <pdfaProperty:name>part</pdfaProperty:name>
  <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
  <pdfaProperty:category>internal</pdfaProperty:category>
  <pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
  """
