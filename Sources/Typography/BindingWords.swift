/// Words from which no line is parted, and what each stays with.
struct BindingWords: Hashable, Sendable {
  /// What a word stays with; one word may have several roles, as “articles” has.
  struct Roles: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// A unit stays with the number before it.
    static let unit = Roles(rawValue: 1)
    /// “n°” stays with the number or name after it.
    static let any = Roles(rawValue: 2)
    /// “figure” stays with a number after it, but not with a word.
    static let numbered = Roles(rawValue: 4)
    /// A number after it is a code, in which a hyphen stays what it is.
    static let code = Roles(rawValue: 8)
    /// It joins the two ends of a range, as “18 à 59”.
    static let range = Roles(rawValue: 16)
    /// A month stays with the day before and the year after it.
    static let month = Roles(rawValue: 32)
  }

  private var roles: [String: Roles] = [:]
  private var longest = 0

  init() {}

  init(_ lists: KeyValuePairs<Roles, [String]>) {
    for (role, words) in lists {
      for word in words { roles[word, default: []].insert(role) }
    }
    longest = roles.keys.map(\.unicodeScalars.count).max() ?? 0
  }

  /// The roles of a word; most have none.
  ///
  /// - Parameter length: in scalars. What is longer than all words here is not made into a text.
  func roles(length: Int, of word: () -> String) -> Roles {
    guard (1...max(1, longest)).contains(length), let roles = roles[word()] else { return [] }
    return roles
  }
}
