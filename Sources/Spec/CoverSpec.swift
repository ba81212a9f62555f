import Diagnostics

/// A picture in the body.
package struct ImageSpec: Hashable, Sendable {
  package let place: Place
  /// From the spec's folder: PNG, JPEG or SVG.
  package let file: Located<String>
  /// What stands for it where it cannot be seen.
  package let alternative: Located<String>?
  package let title: TextTemplate?
  package let source: TextTemplate?
  package let width: Located<ImageWidth>?
  /// Whether it says nothing, and a listener is told nothing of it.
  package let isDecorative: Located<YesNo>?
}

/// How much of the text's width a picture takes.
package enum ImageWidth: String, Hashable, Sendable, CaseIterable {
  case third, half, full
  case twoThirds = "two-thirds"
}

/// The page before the first.
package struct CoverSpec: Hashable, Sendable {
  package let place: Place
  package let image: Located<String>?
  package let alternative: Located<String>?
  /// How far the report has come: “provisoire”.
  package let status: Located<String>?
  package let text: Located<String>?
}

/// Who answers for the report, and under which numbers it is deposited.
package struct ImprintSpec: Hashable, Sendable {
  package let place: Place
  package let lines: [ImprintLine]
  package let on: Located<ImprintPlace>?

  package struct ImprintLine: Hashable, Sendable {
    package let key: ImprintKey
    package let text: Located<String>
  }
}

/// Where the imprint stands.
package enum ImprintPlace: String, Hashable, Sendable, CaseIterable {
  case backCover = "back-cover"
  case lastPage = "last-page"
}

/// A line of the imprint, in the order of printing.
package enum ImprintKey: String, Hashable, Sendable, CaseIterable {
  case publisher, director, editors, design, printer
  case legalDeposit = "legal-deposit"
  case issn, isbn, licence, contact, note
}
