import Model
import Spec

/// Everything that will be printed, in words and numbers, with no place on a page yet.
///
/// Its texts have their final signs and spaces.
package struct Publication: Hashable, Sendable {
  package let title: String
  package let subtitle: String?
  /// What stands above the title: who publishes.
  package let publisher: String?
  package let author: String?
  package let period: String?
  package let date: Period?
  package let dateText: String?
  package let language: ReportLanguage
  package let output: PDFOutput
  package let typography: TypographyRules
  /// Names that are never hyphenated.
  package let wholeNames: [String]
  package let theme: Theme
  /// How pages before the first section are numbered.
  package var frontMatter = FrontMatter.arabic
  package var body: [PublishedBlock]
  /// The abbreviations that are used, in the order of the language.
  package var glossary: [GlossaryEntry] = []
  package var cover: PublishedCover?
  package var imprint: PublishedImprint?
  /// The pictures of the report, once they are read.
  package var pictures = Pictures()
}

extension Publication {
  package var wording: Wording { Wording(language: language, typography: typography) }
}

package indirect enum PublishedBlock: Hashable, Sendable {
  case section(PublishedSection, body: [PublishedBlock])
  case text([PublishedText])
  case callout(PublishedCallout)
  case image(PublishedImage)
  case keyFigures([PublishedKeyFigure])
  case figure(Figure)
  case card(PublishedCard)
  /// How many columns, and how many of them each block takes.
  case grid(columns: Int, spans: [Int], [PublishedBlock])
  case arranged(Arrangement, [PublishedBlock])
  case directory(title: String, DirectoryKind)
  case pageBreak
  case sources(title: String, [SourceEntry], methods: [RichText])
  /// The list of the publication's abbreviations.
  case glossary(title: String)
}

/// A heading, and where what stands under it goes.
package struct PublishedSection: Hashable, Sendable {
  /// The place that links lead to.
  package let id: String
  /// “2.1”, “Annexe A”; `nil` where headings are not numbered.
  package let number: String?
  package let title: String
  package let start: SectionStart?
  /// The sheet that it stands on, where that is not the report's.
  package let sheet: SheetChoice?
  package let columns: Int

  /// “2.1 Titre”, for lists and running matter.
  package var heading: String { [number, title].compactMap(\.self).joined(separator: "\u{2002}") }
}

/// A heading that a text has of its own.
package struct PublishedHeading: Hashable, Sendable {
  /// The place that links lead to.
  package let id: String
  /// How many levels it stands under the section's heading: 1 or more.
  package let depth: Int
  /// `nil` where headings of its level are not numbered.
  package let number: String?
  package let title: String
}

/// A paragraph, a heading, a list or a quotation, its figures filled in.
package indirect enum PublishedText: Hashable, Sendable {
  case paragraph(RichText)
  case heading(PublishedHeading)
  case list(start: Int?, items: [[PublishedText]])
  case quote([PublishedText])
}

/// A text in pieces, each with its style.
package struct RichText: Hashable, Sendable {
  /// Where words lead.
  package enum Link: Hashable, Sendable {
    case address(String)
    /// A figure of the report, by its name.
    case figure(String)
  }

  package struct Piece: Hashable, Sendable {
    package var text: String
    package var isEmphasized: Bool
    package var isStrong: Bool
    package var isCode: Bool
    package var isInSmallCapitals = false
    package var link: Link?
    /// A BCP 47 tag, where the piece is in another language than the publication.
    package var language: String?
    package var role: Role?

    /// What a piece is, besides words of its sentence.
    package enum Role: Hashable, Sendable {
      /// The mark of a note; the piece's text is its number.
      case footnoteMark(PublishedFootnote)
      /// An abbreviation, and what it stands for.
      case abbreviation(meaning: String)
      /// A sign, and the word that stands for it where it cannot be seen.
      case icon(word: String)
      /// Holds the number of the page on which a figure is, in the place of its one U+FFFC: layout puts it there.
      case pageOfFigure(String)
    }

    package init(
      text: String, isEmphasized: Bool = false, isStrong: Bool = false, isCode: Bool = false,
      link: Link? = nil, role: Role? = nil
    ) {
      self.text = text
      self.isEmphasized = isEmphasized
      self.isStrong = isStrong
      self.isCode = isCode
      self.link = link
      self.role = role
    }
  }

  package var pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }

  package init(_ text: String) { pieces = [Piece(text: text)] }

  package var plain: String { pieces.map(\.text).joined() }
}

/// An abbreviation and what it stands for.
package struct GlossaryEntry: Hashable, Sendable {
  package let name: String
  package let meaning: String
}

/// A note, as a mark of it calls it.
package struct PublishedFootnote: Hashable, Sendable {
  /// Counts the notes in the order of their first marks, from 1.
  package let number: Int
  /// What the note says, at its first mark; `nil` at those that come after.
  package let texts: [PublishedText]?
}

/// A text set apart in a box.
package struct PublishedCallout: Hashable, Sendable {
  /// What it is for: “Attention”.
  package let word: String
  package let title: String?
  package let texts: [PublishedText]
}

package struct PublishedKeyFigure: Hashable, Sendable {
  package let value: String
  package let label: String
  package let detail: String?
}

/// A chart or table with what a published figure needs around it.
package struct Figure: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case chart(PublishedChart)
    case table(PublishedTable)
  }

  package let id: String
  package let label: String
  package let title: String
  package let subtitle: String?
  package let content: Content
  package let apparatus: [ApparatusLine]

  package init(
    id: String, label: String, title: String, subtitle: String?, content: Content,
    apparatus: [ApparatusLine]
  ) {
    self.id = id
    self.label = label
    self.title = title
    self.subtitle = subtitle
    self.content = content
    self.apparatus = apparatus
  }
}

/// All that is known of an indicator.
package struct PublishedCard: Hashable, Sendable {
  package let title: String
  package let subtitle: String?
  package let definition: String?
  /// Its values by population and period; `nil` where none are published.
  package let values: PublishedTable?
  /// What is declared of it, a line each.
  package let lines: [ApparatusLine]
}

/// A line under a figure: “Lecture : …”.
package struct ApparatusLine: Hashable, Sendable {
  package let label: String
  package let text: String

  package init(label: String, text: String) {
    self.label = label
    self.text = text
  }
}

/// What the annex says of a source.
package struct SourceEntry: Hashable, Sendable {
  package let title: String
  package let lines: [ApparatusLine]
  package let method: RichText?
  package let link: String?
}
