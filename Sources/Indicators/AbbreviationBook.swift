import Model

/// What a report's abbreviations have come to while it is put into words: which are used, which are explained.
///
/// A class, since texts are set all over the composer, and each may use one.
final class AbbreviationBook {
  let abbreviations: [Abbreviation]
  let finder: AbbreviationFinder
  private(set) var used: Set<Int> = []
  private var explained: Set<Int> = []
  /// What is explained at a page's foot is not for those who read on.
  private var explainedInFootnotes: Set<Int> = []
  private var isInFootnote = false

  init(_ abbreviations: [Abbreviation]) {
    self.abbreviations = abbreviations
    finder = AbbreviationFinder(abbreviations.map(\.name))
  }

  var areAllUsed: Bool { used.count == abbreviations.count }

  func noteUses(in text: String) {
    guard !areAllUsed else { return }
    for found in finder.all(in: text) { used.insert(found.number) }
  }

  func isExplained(_ number: Int) -> Bool {
    explained.contains(number) || isInFootnote && explainedInFootnotes.contains(number)
  }

  func noteExplanation(of number: Int) {
    if isInFootnote { explainedInFootnotes.insert(number) } else { explained.insert(number) }
  }

  func inFootnote<Result>(_ body: () -> Result) -> Result {
    isInFootnote = true
    defer { isInFootnote = false }
    return body()
  }
}
