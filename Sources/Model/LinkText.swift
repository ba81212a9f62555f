/// What a link is called, for those who jump from link to link and hear nothing else.
///
/// - **Source**: WCAG 2.1, success criterion 2.4.4, and RGAA 4.1, criterion 6.1.
enum LinkText {
  /// Whether a link's words say nothing of where it leads.
  static func isVague(_ text: String, address: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return words.isEmpty || vague.contains(words) || isAddress(text) || text == address
  }

  /// What is wrong with where a link leads; `nil` for an address that a reader of the PDF can open anywhere.
  static func fault(inAddress address: String) -> AddressFault? {
    let trimmed = address.filter { !$0.isWhitespace }
    if trimmed.isEmpty { return .empty }
    if trimmed.hasPrefix("#") { return .withinDocument }
    let scheme = trimmed.prefix { $0 != ":" }
    if scheme.count == trimmed.count || scheme.contains(where: { "/?.".contains($0) }) { return .noScheme }
    switch scheme.lowercased() {
    case "http", "https":
      let host = trimmed.dropFirst(scheme.count).drop { ":/".contains($0) }
      return host.isEmpty ? .empty : nil
    default: return trimmed.count == scheme.count + 1 ? .empty : nil
    }
  }

  enum AddressFault: Hashable {
    case empty
    /// A place in the document, of which only figures have one.
    case withinDocument
    /// A file beside the report, or an address typed without its start.
    case noScheme
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
      case .emphasis(let inside), .strong(let inside), .link(let inside, _), .passage(let inside, _, _):
        inside.words
      case .lineBreak: " "
      case .footnote: ""
      }
    }.joined()
  }
}
