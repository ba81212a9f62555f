import DrawList

/// Fills lines one after the other.
struct LineFiller {
  private let text: StyledText
  private let width: Points
  private let shaper: any TextShaper
  private(set) var lines: [Line] = []
  private(set) var cutWords: [String] = []

  /// What stands on the line so far, ready to be drawn.
  private var written: [(shaped: ShapedText, source: Int)] = []
  private var writtenWidth: Points = 0
  /// Spaces that are drawn only if something follows them on the line.
  private var pending: [(shaped: ShapedText, source: Int)] = []
  private var pendingWidth: Points { pending.reduce(0) { $0 + $1.shaped.width } }

  /// Sums of widths may exceed a width that they fill exactly by what rounding leaves.
  private static let tolerance: Points = 0.001

  init(text: StyledText, width: Points, shaper: any TextShaper) {
    self.text = text
    self.width = width
    self.shaper = shaper
  }

  mutating func add(_ unit: BreakUnit) {
    let shaped = unit.parts.map { (shaped: shape($0.word, $0.source), source: $0.source) }
    let unitWidth = zip(shaped, unit.parts).enumerated().reduce(0) { sum, entry in
      let (index, (one, part)) = entry
      let isLast = index == unit.parts.count - 1
      return sum + one.shaped.width + (isLast ? 0 : shape(part.spaces, part.source).width)
    }
    if !written.isEmpty, writtenWidth + pendingWidth + unitWidth > width + Self.tolerance { endLine() }
    let isTooWide = unitWidth > width + Self.tolerance
    if isTooWide, !cutWords.contains(unit.word) { cutWords.append(unit.word) }
    for (one, part) in zip(shaped, unit.parts) {
      if isTooWide {
        cut(part)
      } else {
        write(one.shaped, one.source)
      }
      // A line never starts with spaces.
      guard !written.isEmpty, !part.spaces.isEmpty else { continue }
      pending.append((shape(part.spaces, part.source), part.source))
    }
    if unit.endsLine { endLine() }
  }

  /// Ends the last line; a text always has at least one, be it empty.
  mutating func endText() {
    if !written.isEmpty || lines.isEmpty { endLine() }
  }

  private func shape(_ text: String, _ source: Int) -> ShapedText {
    shaper.shape(text, self.text.runs[source].style)
  }

  private mutating func write(_ shaped: ShapedText, _ source: Int) {
    guard !shaped.text.isEmpty else { return }
    for space in pending { written.append(space) }
    writtenWidth += pendingWidth + shaped.width
    pending = []
    written.append((shaped, source))
  }

  /// Writes a word that no line can hold, as much on each line as fits and never less than a character.
  private mutating func cut(_ part: BreakUnit.Part) {
    var rest = Array(part.word)
    while !rest.isEmpty {
      var count = largestFit(of: rest, part.source)
      if count == 0 && !written.isEmpty {
        endLine()
        count = largestFit(of: rest, part.source)
      }
      count = max(1, count)
      write(shape(String(rest[..<count]), part.source), part.source)
      rest.removeFirst(count)
      if !rest.isEmpty { endLine() }
    }
  }

  /// How many of the first characters fit on what is left of the line.
  private func largestFit(of characters: [Character], _ source: Int) -> Int {
    let room = width - writtenWidth - pendingWidth + Self.tolerance
    // No letter that takes room is narrower than a tenth of its size: most of a very long word need not be tried.
    let most = Int(room / (0.1 * text.runs[source].style.size)) + 2
    var (fits, fails) = (0, min(characters.count, max(1, most)) + 1)
    while fails - fits > 1 {
      let middle = (fits + fails) / 2
      if shape(String(characters[..<middle]), source).width <= room { fits = middle } else { fails = middle }
    }
    return fits
  }

  private mutating func endLine() {
    var pieces: [Line.Piece] = []
    var x: Points = 0
    var start = 0
    while start < written.count {
      let source = written[start].source
      var end = start
      while end < written.count, written[end].source == source { end += 1 }
      let run = joined(written[start..<end].map(\.shaped), at: x, style: text.runs[source].style)
      pieces.append(Line.Piece(run: run, source: source, link: text.runs[source].link))
      x += run.width
      start = end
    }
    lines.append(Line(pieces: pieces, width: x))
    written = []
    writtenWidth = 0
    pending = []
  }

  /// Shaped words of one style as one run, which is what painting is fastest with.
  private func joined(_ words: [ShapedText], at start: Points, style: TextStyle) -> GlyphRun {
    var glyphs: [Glyph] = []
    var clusters: [GlyphCluster] = []
    var x: Points = 0
    for word in words {
      glyphs += word.glyphs.map { Glyph(id: $0.id, x: $0.x + x, y: $0.y) }
      clusters += word.clusters
      x += word.width
    }
    return GlyphRun(
      text: words.map(\.text).joined(), font: words[0].font, size: style.size, color: style.color,
      origin: Point(x: start, y: 0), width: x, glyphs: glyphs, clusters: clusters)
  }
}
