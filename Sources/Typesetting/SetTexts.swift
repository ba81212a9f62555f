/// Texts that have been set, to be had again: charts and tables measure a label before they draw it, a report says the
/// same words many times, and one with contents is laid out twice.
///
/// Texts are kept in two generations. When the younger one is full, the elder goes, with what nobody has asked for
/// since: memory does not grow with the report.
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
  }

  /// How many bytes of text a generation has. Its glyphs take some fifty times as many.
  private static let room = 128_000

  private var young: [Key: [Line]] = [:]
  private var old: [Key: [Line]] = [:]
  private var used = 0

  /// The lines of a text, set now if they are not at hand.
  mutating func lines(of text: StyledText, _ shape: Shape, set: () -> [Line]) -> [Line] {
    let key = Key(text: text, shape: shape)
    if let lines = young[key] { return lines }
    let lines = old[key] ?? set()
    if used > Self.room {
      (old, young, used) = (young, [:], 0)
    }
    young[key] = lines
    used += text.runs.reduce(64) { $0 + $1.text.utf8.count }
    return lines
  }
}
