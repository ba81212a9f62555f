/// What a link is called, for those who jump from link to link and hear nothing else.
///
/// - **Source**: WCAG 2.1, success criterion 2.4.4, and RGAA 4.1, criterion 6.1.
enum LinkText {
  /// Whether a link's words say nothing of where it leads.
  static func isVague(_ text: String, address: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return words.isEmpty || vague.contains(words) || isAddress(text) || text == address
  }

  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.")
  }

  private static let vague: Set<String> = [
    "ici", "là", "cliquer ici", "cliquez ici", "voir", "voir ici", "lien", "le lien", "ce lien", "page",
    "cette page", "site", "ce site", "suite", "la suite", "lire la suite", "lire", "plus", "en savoir plus",
    "plus d infos", "plus d informations", "télécharger", "document", "ce document", "pdf", "source",
    "here", "click here", "click", "link", "this link", "this page", "this", "more", "read more",
    "learn more", "see", "see here", "download", "this document",
  ]
}

extension [Inline] {
  /// The words as they stand in the spec, a figure as a word.
  var words: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .reference(let reference): reference.text
      case .emphasis(let inside), .strong(let inside), .link(let inside, _): inside.words
      case .lineBreak: " "
      case .footnote: ""
      }
    }.joined()
  }
}
