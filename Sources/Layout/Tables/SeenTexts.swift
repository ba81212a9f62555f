/// Texts that have come by, so that each is measured once. Of a long column of codes only the first are remembered: to
/// measure a late one twice costs less room than to remember them all.
struct SeenTexts {
  private var texts: Set<String> = []

  private static let most = 8_192

  /// Notes a text.
  ///
  /// - Returns: whether it is new, or may be.
  mutating func add(_ text: String) -> Bool {
    if texts.count < Self.most { return texts.insert(text).inserted }
    return !texts.contains(text)
  }
}
