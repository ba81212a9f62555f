import Typography

/// Gives texts their final signs and spaces, and notes which abbreviations they use.
///
/// Short ones are kept: charts and tables print the same values and names many times.
final class TextSetter {
  private let profile: TypographicProfile
  private let abbreviations: AbbreviationBook
  private var known: [String: String] = [:]

  init(profile: TypographicProfile, abbreviations: AbbreviationBook) {
    self.profile = profile
    self.abbreviations = abbreviations
  }

  /// Longer texts are sentences, which seldom come again.
  private static let longest = 40
  /// How many are kept: a table of a hundred thousand rows prints as many values.
  private static let most = 4096

  func set(_ text: String) -> String {
    let isShort = text.utf8.count <= Self.longest
    if isShort, let known = known[text] { return known }
    let set = typeset(text, profile)
    abbreviations.noteUses(in: set)
    if isShort, known.count < Self.most { known[text] = set }
    return set
  }
}
