/// Puts the right spaces and signs into a text, whatever was typed: none are doubled, none missing.
///
/// - Parameter text: what an author wrote, or the engine made; doing it twice changes nothing.
package func typeset(_ text: String, _ profile: TypographicProfile) -> String {
  // Codes and numbers, of which tables are full: every rule is about a sign or a space.
  if text.utf8.allSatisfy(isPlain) || isNumber(text) { return text }
  return typeset([text], profile).joined()
}

private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"):
    true
  default: false
  }
}

/// Whether a text is a number as it is printed: digits, with one sign that is no digit between two of them at a time, and
/// perhaps a minus before them.
private func isNumber(_ text: String) -> Bool {
  var isAfterDigit = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case "0"..."9": isAfterDigit = true
    case "\u{202F}", ",", ".":
      guard isAfterDigit else { return false }
      isAfterDigit = false
    case "\u{2212}":
      guard scalar == text.unicodeScalars.first else { return false }
    default: return false
    }
  }
  return isAfterDigit
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
