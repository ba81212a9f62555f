import Foundation
import Indicators
import Model
import Render
import Spec

extension Pipeline {
  /// What the PDF of a report, or of some of its figures, claims and carries.
  ///
  /// - Parameter figures: whose data may be attached.
  mutating func pdfSettings(
    of publication: Publication, figures: [Figure], isWhole: Bool
  ) throws -> PDFSettings {
    let output = publication.output
    let archival: PDFSettings.Archival? =
      switch output.archival {
      case .a2a: .a2a
      case .a3a: .a3a
      case nil: nil
      }
    var attachments: [PDFAttachment] = []
    for file in output.attached {
      switch file {
      case .data: attachments += figures.map(\.attachment)
      case .spec where isWhole: attachments.append(try specAttachment(publication.language))
      case .provenance where isWhole: attachments.append(try provenanceAttachment(publication.language))
      case .spec, .provenance: break
      }
    }
    return PDFSettings(
      isTagged: output.isTagged, isUA1: output.isUA1, archival: archival,
      colorProfile: archival == nil ? nil : try fonts.colorProfile(), attachments: attachments)
  }

  private func specAttachment(_ language: ReportLanguage) throws -> PDFAttachment {
    let description =
      switch language {
      case .french: "La spécification dont ce document est fait"
      case .english: "The spec that this document is made from"
      }
    return PDFAttachment(
      name: "report.yml", mediaType: "application/yaml", description: description, relationship: .source,
      bytes: try location.read())
  }

  private mutating func provenanceAttachment(_ language: ReportLanguage) throws -> PDFAttachment {
    let description =
      switch language {
      case .french: "D’où vient chaque nombre"
      case .english: "Where each number comes from"
      }
    return PDFAttachment(
      name: "provenance.json", mediaType: "application/json", description: description,
      relationship: .supplement, bytes: try provenanceJSON())
  }
}

extension Figure {
  fileprivate var attachment: PDFAttachment {
    PDFAttachment(
      name: id + ".csv", mediaType: "text/csv", description: "\(label) \(title)", relationship: .data,
      bytes: csv(of: self))
  }
}
