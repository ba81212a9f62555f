/// Short texts that have their final signs and spaces: charts and tables print the same values and names many times.
///
/// A class, since texts are set all over the composer.
final class SetLabels {
  private var texts: [String: String] = [:]

  /// Longer texts are sentences, which seldom come again.
  private static let longest = 40
  /// How many are kept: a table of a hundred thousand rows prints as many values.
  private static let most = 4096

  subscript(text: String) -> String? {
    get { text.utf8.count <= Self.longest ? texts[text] : nil }
    set {
      guard text.utf8.count <= Self.longest, texts.count < Self.most else { return }
      texts[text] = newValue
    }
  }
}
