/// What a PDF claims to be and carries, beside its pages.
package struct PDFSettings: Hashable, Sendable {
  /// A level of PDF/A: ISO 19005-2 and -3, conformance level A.
  package enum Archival: Hashable, Sendable {
    case a2a
    /// As 2a, but other files may be attached.
    case a3a
  }

  /// Whether it has a structure tree: without one a screen reader has only the letters of its pages.
  package let isTagged: Bool
  /// Whether it claims PDF/UA-1 (ISO 14289-1). Every tagged PDF is tagged in that way, whether it claims it or not.
  package let isUA1: Bool
  package let archival: Archival?
  /// The ICC profile of sRGB, which PDF/A wants: without it, what colours mean is left to the reader.
  package let colorProfile: [UInt8]?
  package let attachments: [PDFAttachment]

  package init(
    isTagged: Bool = true, isUA1: Bool = true, archival: Archival? = nil, colorProfile: [UInt8]? = nil,
    attachments: [PDFAttachment] = []
  ) {
    precondition(isTagged || !(isUA1 || archival != nil), "what has no tags conforms to nothing")
    self.isTagged = isTagged
    self.isUA1 = isUA1
    self.archival = archival
    self.colorProfile = colorProfile
    self.attachments = attachments
  }
}

/// A file that a PDF carries.
package struct PDFAttachment: Hashable, Sendable {
  /// What it is to the document: ISO 19005-3, table E.1.
  package enum Relationship: String, Hashable, Sendable {
    case data = "Data"
    case source = "Source"
    case supplement = "Supplement"
  }

  package let name: String
  package let mediaType: String
  package let description: String
  package let relationship: Relationship
  package let bytes: [UInt8]

  package init(
    name: String, mediaType: String, description: String, relationship: Relationship, bytes: [UInt8]
  ) {
    self.name = name
    self.mediaType = mediaType
    self.description = description
    self.relationship = relationship
    self.bytes = bytes
  }
}
