/// Puts the right spaces and signs into a text, whatever was typed: none are doubled, none missing.
///
/// - Parameter text: what an author wrote, or the engine made; doing it twice changes nothing.
package func typeset(_ text: String, _ profile: TypographicProfile) -> String {
  typeset([text], profile).joined()
}

/// The same for a sentence that stands in several pieces (words in bold, links).
///
/// - Returns: as many pieces as were given, since what styles them stays.
package func typeset(_ pieces: [String], _ profile: TypographicProfile) -> [String] {
  var pass = TypographicPass(pieces: pieces, profile: profile)
  pass.curlApostrophes()
  pass.curlQuotes()
  pass.joinDots()
  pass.joinSpaces()
  pass.joinRanges()
  pass.spaceSigns()
  pass.bindNumbers()
  return pass.pieces
}
