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
}

/// A paragraph or a list.
package indirect enum TextBlock: Hashable, Sendable {
  case paragraph([Inline])
  /// `start` is the first number of a numbered list, `nil` for bullets.
  case list(start: Int?, items: [[TextBlock]])
}

/// A place in a text where a figure goes.
package struct Reference: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case value(ID<Indicator>, ID<Population>?, ValueForm)
    case field(ID<Indicator>, IndicatorField)
    case comparison(ID<Comparison>, ID<Indicator>, reference: ID<Population>, ComparisonForm)
  }

  package let kind: Kind
  package let text: String
  package let place: Place
}

/// How a value is written in a sentence.
package enum ValueForm: String, Hashable, Sendable, CaseIterable {
  /// With its unit: “87 %”, “1 514 quartiers”.
  case full
  /// The number alone: “1 514”.
  case number
  /// A small whole number in letters: “quatre”.
  case words
}

/// What can be told of an indicator besides its value.
package enum IndicatorField: String, Hashable, Sendable, CaseIterable {
  case label, universe, period, source
}

/// How a comparison is written in a sentence.
package enum ComparisonForm: String, Hashable, Sendable, CaseIterable {
  /// “soit 4 points de moins”.
  case sentence
  /// “−4 points”.
  case gap
  /// “4 points”, whichever way.
  case size
}
