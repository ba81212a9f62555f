import DrawList
import HarfBuzz
import UnicodeText

/// Puts what stands on a line in its places.
struct LineSetter {
  let passage: MeasuredPassage
  let text: StyledText
  let width: Points
  let setting: ParagraphSetting
  var startsAtRight = false

  /// A part of a line that is drawn as it was shaped.
  private struct Item {
    let piece: TextPiece
    let shaped: ShapedText
  }

  /// What spaces and letters of a line get besides their widths.
  private struct Fit {
    /// Of a space's width.
    var spaces = 0.0
    /// Of a letter's size, after each letter.
    var letters = 0.0
  }

  func line(from start: BreakSpot, to end: BreakSpot) -> Line {
    let items = items(from: start, to: end)
    let natural = natural(items)
    let rightHang = setting.alignment == .justified ? end.rightHang : 0
    let fit = fit(
      natural, missing: width + start.leftHang + rightHang - natural.width, isLast: end.kind == .end)
    var pen = LinePen(start: -start.leftHang)
    let places = visualOrder(of: items)
    for index in places {
      let item = items[index]
      let style = passage.styles[item.piece.style]
      var spacing = LinePen.Spacing(
        letters: fit.letters * style.size,
        space: item.piece.kind == .word ? 0 : fit.spaces * item.shaped.width)
      for (number, run) in item.shaped.runs.enumerated() {
        spacing.isLast = index == places.last && number == item.shaped.runs.count - 1
        pen.draw(run, of: index, style: style, source: item.piece.source, spacing: spacing)
      }
    }
    let set = pen.line(of: text, tail: end.kind == .hyphen)
    let spare = max(0, width - set.width)
    switch setting.alignment {
    case .centred: return set.moved(by: spare / 2)
    case .justified, .ragged: return startsAtRight ? set.moved(by: spare) : set
    case .placed: return set
    }
  }

  private func items(from start: BreakSpot, to end: BreakSpot) -> [Item] {
    guard end.endPiece >= start.startPiece else { return [] }
    return (start.startPiece...end.endPiece).map { index in
      let piece = passage.passage.pieces[index]
      let offset = index == start.startPiece ? start.startOffset : 0
      let isWhole = offset == 0 && (index < end.endPiece || isWhole(end))
      let shaped =
        isWhole
        ? passage.shaped[index] : passage.shape(passage.text(of: index, from: offset, to: end), piece)
      return Item(piece: piece, shaped: shaped)
    }
  }

  private func isWhole(_ end: BreakSpot) -> Bool {
    end.kind != .hyphen && end.endOffset == passage.passage.pieces[end.endPiece].text.utf8.count
  }

  /// Which item stands where, from left to right.
  private func visualOrder(of items: [Item]) -> [Int] {
    guard items.contains(where: { $0.piece.level > 0 }) else { return Array(items.indices) }
    return Bidirectionality.visualOrder(of: items.map(\.piece.level))
  }

  private func natural(_ items: [Item]) -> Extent {
    var extent = Extent()
    for item in items { extent.add(item.shaped, of: item.piece, size: passage.styles[item.piece.style].size) }
    // Nothing follows the last letter.
    if let last = items.last { extent.letters -= passage.styles[last.piece.style].size }
    return extent
  }

  private func fit(_ line: Extent, missing: Points, isLast: Bool) -> Fit {
    guard setting.alignment == .justified, missing < 0 || !isLast else { return Fit() }
    let give = setting.give
    let letters = max(0, line.letters)
    if missing < 0 {
      let room = line.spaces * give.spaceShrink + letters * give.letterShrink
      let share = room > 0 ? min(1, -missing / room) : 0
      return Fit(spaces: -share * give.spaceShrink, letters: -share * give.letterShrink)
    }
    let room = line.spaces * give.spaceStretch + letters * give.letterStretch
    let share = room > 0 ? min(1, missing / room) : 0
    let rest = missing - share * letters * give.letterStretch
    return Fit(spaces: line.spaces > 0 ? rest / line.spaces : 0, letters: share * give.letterStretch)
  }
}

/// Draws runs one after the other; neighbours that look alike become one run, which is what painting is
/// fastest with.
private struct LinePen {
  struct Spacing {
    /// What follows each letter.
    let letters: Points
    /// What a space gets besides.
    let space: Points
    /// Whether nothing follows the run.
    var isLast = false
  }

  private struct Stroke {
    let style: TextStyle
    let source: Int
    let font: FontReference
    let size: Points
    let isRightToLeft: Bool
    let x: Points
    /// The first of its items in the order of reading.
    var item: Int
    var text: String
    var glyphs: [Glyph]
    var clusters: [GlyphCluster]
    var width: Points
    let letterSpacing: Points
    var wordSpacing: Points

    /// Adds what is drawn next.
    mutating func append(_ run: ShapedRun, _ spacing: Spacing) {
      let isSpaced = spacing.letters != 0 || spacing.space != 0
      if !isSpaced {
        if width == 0 {
          glyphs = run.glyphs
        } else {
          for glyph in run.glyphs { glyphs.append(glyph.moved(by: width)) }
        }
        width += run.width
      } else {
        var shift = width
        var glyph = 0
        let count = run.clusters.count
        let each = spacing.letters + (count == 0 ? 0 : spacing.space / Double(count))
        for cluster in run.isRightToLeft ? run.clusters.reversed() : run.clusters {
          for _ in 0..<cluster.glyphCount {
            glyphs.append(run.glyphs[glyph].moved(by: shift))
            glyph += 1
          }
          shift += each
        }
        width = shift + run.width
        if spacing.isLast { width -= spacing.letters }
        if spacing.space != 0 { wordSpacing = each - spacing.letters }
      }
      if isRightToLeft {
        text = run.text + text
        clusters = run.clusters + clusters
      } else {
        text += run.text
        // The first keeps what the shaper holds: a copy for each cell of a long table would be many.
        if clusters.isEmpty { clusters = run.clusters } else { clusters += run.clusters }
      }
    }
  }

  private let start: Points
  private var x: Points
  private var strokes: [Stroke] = []

  init(start: Points) {
    self.start = start
    x = start
  }

  mutating func draw(_ run: ShapedRun, of item: Int, style: TextStyle, source: Int, spacing: Spacing) {
    guard !run.text.isEmpty else { return }
    if !goesOn(with: run, of: source) {
      strokes.append(
        Stroke(
          style: style, source: source, font: run.font, size: run.size, isRightToLeft: run.isRightToLeft,
          x: x, item: item, text: "", glyphs: [], clusters: [], width: 0, letterSpacing: spacing.letters,
          wordSpacing: 0))
    }
    let index = strokes.count - 1
    strokes[index].item = min(strokes[index].item, item)
    strokes[index].append(run, spacing)
    x = strokes[index].x + strokes[index].width
  }

  /// Whether a run looks like what was drawn last.
  private func goesOn(with run: ShapedRun, of source: Int) -> Bool {
    guard let last = strokes.indices.last else { return false }
    return strokes[last].source == source && strokes[last].font == run.font && strokes[last].size == run.size
      && strokes[last].isRightToLeft == run.isRightToLeft
  }

  /// - Parameter tail: whether the line ends with a hyphen that its text does not have: it stands there as a soft
  ///   hyphen, so that words can be put together again.
  func line(of text: StyledText, tail: Bool) -> Line {
    // Pieces come in the order of reading, wherever they stand: of one word in several fonts, from right to left if it reads so.
    func order(_ stroke: (offset: Int, element: Stroke)) -> (Int, Int) {
      (stroke.element.item, stroke.element.isRightToLeft ? -stroke.offset : stroke.offset)
    }
    var strokes = strokes.enumerated().sorted { order($0) < order($1) }.map(\.element)
    if tail, let last = strokes.indices.last, strokes[last].text.hasSuffix("-"),
      let cluster = strokes[last].clusters.last, cluster.utf8Count == 1
    {
      strokes[last].text = strokes[last].text.dropLast() + "\u{AD}"
      strokes[last].clusters[strokes[last].clusters.count - 1] = GlyphCluster(
        utf8Count: 2, glyphCount: cluster.glyphCount)
    }
    let pieces = strokes.map { stroke in
      Line.Piece(
        run: GlyphRun(
          text: stroke.text, font: stroke.font, size: stroke.size, color: stroke.style.color,
          origin: Point(x: stroke.x, y: 0), width: stroke.width, glyphs: stroke.glyphs,
          clusters: stroke.clusters, isRightToLeft: stroke.isRightToLeft,
          spacing: GlyphRun.Spacing(letters: stroke.letterSpacing, words: stroke.wordSpacing)),
        source: stroke.source, link: text.runs[stroke.source].link)
    }
    return Line(pieces: pieces, width: x - start)
  }
}

extension Glyph {
  fileprivate func moved(by distance: Points) -> Glyph { Glyph(id: id, x: x + distance, y: y) }
}

extension Line {
  fileprivate func moved(by distance: Points) -> Line {
    Line(
      pieces: pieces.map { piece in
        Piece(run: piece.run.moved(by: Point(x: distance, y: 0)), source: piece.source, link: piece.link)
      }, width: width)
  }
}
