/// Texts that have been set, to be had again: charts and tables measure a label before they draw it, a report says the
/// same words many times, and one with contents is laid out twice.
struct SetTexts {
  /// How a text was set.
  enum Shape: Hashable {
    case oneLine
    case lines(LineWidths, ParagraphSetting)

    /// What tells most shapes apart.
    func hash(into hasher: inout Hasher) {
      switch self {
      case .oneLine: hasher.combine(0)
      case .lines(let widths, _): hasher.combine(widths.usual)
      }
    }
  }

  private struct Key: Hashable {
    let text: StyledText
    let shape: Shape

    /// Bytes as they are: Swift would first bring letters with accents to one form. Texts that differ in nothing else are
    /// set twice, that is all.
    func hash(into hasher: inout Hasher) {
      for run in text.runs {
        var words = run.text
        words.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      }
      hasher.combine(text.runs.first?.style)
      hasher.combine(shape)
    }
  }

  /// In bytes of text. The glyphs of a generation take some fifty times as many.
  private var texts = Generations<Key, [Line]>(room: 128_000)

  /// The lines of a text, set now if they are not at hand.
  mutating func lines(of text: StyledText, _ shape: Shape, set: () -> [Line]) -> [Line] {
    texts.value(
      for: Key(text: text, shape: shape), size: text.runs.reduce(64) { $0 + $1.text.utf8.count }, make: set)
  }
}
