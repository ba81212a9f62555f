import DrawList

/// How the lines of a text are broken and set.
package struct ParagraphSetting: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable {
    /// Both edges straight; the last line as long as it comes.
    case justified
    /// The left edge straight.
    case ragged
    case centred
    /// Each line from nought on: whoever asked for it places it, also one that is read from right to left.
    case placed
  }

  package enum Breaking: Hashable, Sendable {
    /// Each line filled as far as it goes, one after the other: for labels and cells, a few words long.
    case firstFit
    /// The lines of least total demerits, all chosen together.
    case totalFit(TotalFitRules)
  }

  package enum Hyphenation: Hashable, Sendable {
    /// Only where a word is wider than a line.
    case toSaveWords
    /// Also where lines without hyphens would be too loose.
    case whereLinesAreLoose
  }

  package var alignment: Alignment
  package var breaking: Breaking
  package var hyphenation: Hyphenation
  /// How spaces and letters of a justified line may give.
  package var give: LineGive
  /// Whether signs at a line's ends stand partly in the margin, so that the edge looks straight.
  package var hangsPunctuation: Bool

  package init(
    alignment: Alignment, breaking: Breaking, hyphenation: Hyphenation = .toSaveWords,
    give: LineGive = LineGive(),
    hangsPunctuation: Bool = false
  ) {
    self.alignment = alignment
    self.breaking = breaking
    self.hyphenation = hyphenation
    self.give = give
    self.hangsPunctuation = hangsPunctuation
  }

  /// For labels, heads and cells.
  package static let label = ParagraphSetting(alignment: .ragged, breaking: .firstFit)
  /// For labels that are placed line by line, as in charts.
  package static let placedLabel = ParagraphSetting(alignment: .placed, breaking: .firstFit)
  /// For titles: ragged lines as even as they can be, without hyphens.
  package static let title = ParagraphSetting(alignment: .ragged, breaking: .totalFit(.ragged))
  /// For running text with a straight right edge.
  package static let justified = ParagraphSetting(
    alignment: .justified, breaking: .totalFit(.justified), hyphenation: .whereLinesAreLoose,
    hangsPunctuation: true)
  /// For running text with a ragged right edge.
  package static let ragged = ParagraphSetting(
    alignment: .ragged, breaking: .totalFit(.ragged), hyphenation: .whereLinesAreLoose,
    hangsPunctuation: true)
}

/// How far the spaces and letters of a justified line may give before the line looks bad.
package struct LineGive: Hashable, Sendable {
  /// How much wider a space may be, as a fraction of its width. Past this the line is loose.
  package var spaceStretch = 0.5
  /// How much narrower, at the most. TeX takes a third, of spaces that are wider than those of many text fonts.
  package var spaceShrink = 0.2
  /// How far letters may be set apart, as a fraction of their size.
  package var letterStretch = 0.008
  /// How far they may be closed up.
  package var letterShrink = 0.004

  package init() {}

  package init(
    spaceStretch: Double, spaceShrink: Double, letterStretch: Double, letterShrink: Double
  ) {
    self.spaceStretch = spaceStretch
    self.spaceShrink = spaceShrink
    self.letterStretch = letterStretch
    self.letterShrink = letterShrink
  }

  /// As plain TeX has it for a font that does not say: spaces alone give.
  package static let tex = LineGive(
    spaceStretch: 1.0 / 2, spaceShrink: 1.0 / 3, letterStretch: 0, letterShrink: 0)
}

/// What makes lines bad, and how bad lines may be.
///
/// - **Source**: D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, *Software: Practice and
///   Experience* 11, 1981. The values for justified text are those of plain TeX.
package struct TotalFitRules: Hashable, Sendable {
  /// Added to each line's badness, so that fewer lines are better.
  package var linePenalty = 10.0
  package var hyphenPenalty = 50.0
  /// For lines that end with a hyphen one after the other.
  package var consecutiveHyphens = 10_000.0
  /// For a hyphen at the end of the last line but one.
  package var hyphenBeforeLastLine = 5_000.0
  /// For a tight line beside a loose one.
  package var contrast = 10_000.0
  /// The badness that lines may have without hyphens.
  package var toleranceWithoutHyphens = 100.0
  /// The badness that lines may have with hyphens.
  package var tolerance = 200.0
  /// What each line may be short of in the last pass, in ems, as if it were white space that costs nothing.
  package var emergencyStretch = 3.0
  /// How far a ragged line may be short for a badness of 100, in ems; `nil` where spaces fill the line.
  package var raggedness: Double?
  /// The stretch of the loosest line, 1 being what spaces give well, past which a justified text is set ragged: no
  /// line is filled by holes.
  package var loosestLine = 5.0
  /// A last line of less, in ems, looks like a word left over.
  package var shortLastLine = 0.0
  /// What a last line of no length would cost; a longer one costs less, in proportion.
  package var lastLineTooShort = 15_000.0

  package init() {}

  package static let justified: TotalFitRules = {
    var rules = TotalFitRules()
    rules.shortLastLine = 8
    return rules
  }()
  package static let ragged: TotalFitRules = {
    var rules = TotalFitRules()
    rules.raggedness = 3
    rules.hyphenPenalty = 100
    rules.contrast = 0
    // A line may be seven ems short before a word is parted for it.
    rules.toleranceWithoutHyphens = 1300
    rules.tolerance = 1300
    rules.shortLastLine = 8
    return rules
  }()
}
