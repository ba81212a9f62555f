import Diagnostics
import Spec

/// What a report's PDF conforms to and carries.
package struct PDFOutput: Hashable, Sendable {
  /// A level of PDF/A.
  package enum Archival: Hashable, Sendable { case a2a, a3a }

  /// Whether it tells what each thing on a page is: without that it conforms to nothing.
  package let isTagged: Bool
  package let isUA1: Bool
  package let archival: Archival?
  /// In the order of the language's words.
  package let attached: [AttachedFile]

  /// Accessible, archivable, and with what it was made from.
  package static let usual = PDFOutput(isTagged: true, isUA1: true, archival: .a3a, attached: [.data, .spec])

  /// For working documents: it claims nothing and carries nothing.
  package static let untagged = PDFOutput(isTagged: false, isUA1: false, archival: nil, attached: [])
}

extension Resolver {
  mutating func output() -> PDFOutput {
    let standards = spec.output?.standards
    let files = spec.output?.attached
    let isTagged = spec.output?.tags?.value != .no
    if !isTagged, let place = spec.output?.tags?.place, !(standards ?? []).isEmpty {
      diagnostics.report(.error(.untagged, at: place, hints: [.keepTags]))
    }
    let archival = archival(standards ?? (isTagged ? nil : []))
    if archival != .a3a, let file = files?.first {
      diagnostics.report(.error(.cannotAttach, at: file.place, hints: [.askForA3a]))
    }
    let attached = files?.map(\.value) ?? (archival == .a3a ? PDFOutput.usual.attached : [])
    return PDFOutput(
      isTagged: isTagged, isUA1: standards?.contains { $0.value == .ua1 } ?? isTagged, archival: archival,
      attached: AttachedFile.allCases.filter(attached.contains))
  }

  private mutating func archival(_ standards: [Located<PDFStandard>]?) -> PDFOutput.Archival? {
    guard let standards else { return PDFOutput.usual.archival }
    var archival: PDFOutput.Archival?
    for standard in standards {
      let level: PDFOutput.Archival
      switch standard.value {
      case .ua1: continue
      case .a2a: level = .a2a
      case .a3a: level = .a3a
      }
      if let archival, archival != level {
        diagnostics.report(.error(.twoLevels, at: standard.place, hints: [.keepOne]))
      }
      archival = level
    }
    return archival
  }
}

extension Diagnostic.Message {
  fileprivate static var twoLevels: Self {
    Self(
      "two-archive-levels", fr: "un PDF est « a-2a » ou « a-3a », pas les deux",
      en: "a PDF is “a-2a” or “a-3a”, not both")
  }
  fileprivate static var untagged: Self {
    Self(
      "untagged",
      fr: "un PDF sans balises n’est ni accessible ni archivable : il n’est rien de ce que dit « pdf »",
      en: "a PDF without tags is neither accessible nor for archives: it is nothing of what “pdf” says")
  }
  fileprivate static var cannotAttach: Self {
    Self(
      "cannot-attach", fr: "seul un PDF « a-3a » porte des fichiers joints",
      en: "only an “a-3a” PDF carries other files")
  }
}

extension Diagnostic.Hint {
  fileprivate static let keepOne = Self(
    fr: "gardez « a-3a » pour joindre les données, « a-2a » pour une archive qui refuse les fichiers joints",
    en: "keep “a-3a” to attach the data, “a-2a” for an archive that takes no attached files")
  fileprivate static let keepTags = Self(
    fr: "retirez « tags: no », ou videz « pdf » pour un document de travail",
    en: "take “tags: no” away, or empty “pdf” for a working document")
  fileprivate static let askForA3a = Self(
    fr: "écrivez « pdf: [ua-1, a-3a] », ou retirez « attach »",
    en: "write “pdf: [ua-1, a-3a]”, or take “attach” away")
}
