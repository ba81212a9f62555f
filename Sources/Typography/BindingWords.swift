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
  /// The same by the letters of each word, a byte for each: all of them are of Latin-1, and each word of a report is
  /// looked up.
  private var packed: [UInt128: Roles] = [:]

  init() {}

  init(_ lists: KeyValuePairs<Roles, [String]>) {
    for (role, words) in lists {
      for word in words { roles[word, default: []].insert(role) }
    }
    for (word, role) in roles {
      guard let key = Self.packed(word.unicodeScalars) else {
        preconditionFailure("“\(word)” has letters outside Latin-1 or is too long")
      }
      packed[key] = role
    }
  }

  /// The roles of a word; most have none.
  func roles(of word: some Collection<Unicode.Scalar>) -> Roles {
    if let key = Self.packed(word) { return packed[key] ?? [] }
    // Accents may stand after their letters, which a text compared as such does not mind.
    guard word.count <= 2 * Self.longest, word.contains(where: { (0x300...0x36F).contains($0.value) }) else {
      return []
    }
    return roles[String(String.UnicodeScalarView(word))] ?? []
  }

  private static let longest = 16

  private static func packed(_ word: some Collection<Unicode.Scalar>) -> UInt128? {
    guard (1...longest).contains(word.count) else { return nil }
    var key: UInt128 = 0
    for scalar in word {
      guard scalar.value < 0x100 else { return nil }
      key = key << 8 | UInt128(scalar.value)
    }
    return key
  }
}
