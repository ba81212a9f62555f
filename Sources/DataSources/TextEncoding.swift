/// How the bytes of a text file stand for characters.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"

  /// The encoding that an author names, in any of its usual spellings; `nil` for another word.
  ///
  /// - **Source**: WHATWG, *Encoding Standard*, “Names and labels”: files called Latin-1 are Windows-1252.
  package init?(written word: String) {
    switch word.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "windows-1252", "cp1252", "ansi", "latin1", "latin-1", "iso-8859-1": self = .windows1252
    default: return nil
    }
  }
}
