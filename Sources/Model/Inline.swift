import Diagnostics

/// A piece of a sentence.
package indirect enum Inline: Hashable, Sendable {
  case text(String)
  case reference(Reference)
  case emphasis([Inline])
  case strong([Inline])
  case link([Inline], address: String)
  case code(String)
  case lineBreak
  /// Words in another language or in small capitals.
  case passage([Inline], language: String?, isInSmallCapitals: Bool)
  /// The mark of a note.
  case footnote(Footnote)
}

/// A note, which is printed at the foot of the page that bears its first mark.
package struct Footnote: Hashable, Sendable, Identifiable {
  /// Counts the report's notes, in the order in which they are written; what is printed is counted by marks.
  package let id: Int
  package let text: [TextBlock]
}

/// A paragraph, a heading, a list or a quotation.
package indirect enum TextBlock: Hashable, Sendable {
  /// A heading within a text, by how many levels it stands under the section's: 1 or more.
  case heading(depth: Int, [Inline])
  case paragraph([Inline])
  /// `start` is the first number of a numbered list, `nil` for bullets.
  case list(start: Int?, items: [[TextBlock]])
  case quote([TextBlock])
}

/// A place in a text where a number goes, or the number of a chart or table.
package struct Reference: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case value(ID<Indicator>, Viewpoint, ValueForm)
    case field(ID<Indicator>, IndicatorField)
    case comparison(ID<Comparison>, ID<Indicator>, ComparisonReference, ComparisonForm)
    case figure(NumberedFigure, FigureForm)
    case icon(Icon)
  }

  package let kind: Kind
  package let text: String
  package let place: Place
}

/// A chart or table by its name and its number.
package struct NumberedFigure: Hashable, Sendable {
  package let id: String
  package let number: Int
}

/// How a chart or table is referred to in a sentence.
package enum FigureForm: String, Hashable, Sendable, CaseIterable {
  /// “figure 3”.
  case full
  /// “3”, after a word of the author's.
  case number
  /// “page 5”.
  case page
  /// “figure 3, page 5”.
  case withPage = "with-page"
}

/// A sign in a sentence, told from the others by its form and not by its colour.
package enum Icon: String, Hashable, Sendable, CaseIterable {
  case yes, no
  case planned, ongoing, done, late, stopped
  case up, down, steady
  case warning, info, target
}

/// How a value is written in a sentence.
package enum ValueForm: String, Hashable, Sendable, CaseIterable {
  /// With its unit: “87 %”, “1 514 quartiers”.
  case full
  /// The number alone: “1 514”.
  case number
  /// A small whole number in letters: “quatre”.
  case words
  /// Rounded to two digits that count, with how the rounding went: “près de 1 500 quartiers”.
  case about
  /// The interval that it lies in: “entre 85 % et 89 %”.
  case interval
}

/// What can be told of an indicator besides its value.
package enum IndicatorField: String, Hashable, Sendable, CaseIterable {
  case label, universe, period, source, definition, target
  case targetDate = "target-date"
}

/// How a comparison is written in a sentence.
package enum ComparisonForm: String, Hashable, Sendable, CaseIterable {
  /// “soit 4 points de moins”.
  case sentence
  /// “−4 points”.
  case gap
  /// “4 points”, whichever way.
  case size
  /// A sentence by itself: “En 2019, dans les quartiers, 75 % …, contre 89 % …, soit 14 points de moins.”
  case statement
  /// What it comes to, in a word: “favorable”.
  case status
  /// The interval that the difference lies in: “entre 2 et 6 points”.
  case interval
  /// Among peers: “3e sur 20”, “premier quart”, the median.
  case rank, quartile, median
  /// To the target: “1,5 point par an”.
  case pace
}
