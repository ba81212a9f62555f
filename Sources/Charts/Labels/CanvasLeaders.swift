import DrawList

/// Values written beside the segment that has no room for them, with a thin stroke that leads there.
extension Canvas {
  /// What a row of bars grows by where values stand under it.
  static func leaderRoom(_ style: ChartStyle) -> Points { leader + 0.92 * style.value.size + 1 }

  private static let leader: Points = 4
  /// What is left free beside such a value, which would else be read as one with its neighbour.
  private static let apart: Points = 3

  /// Writes a value under its bar or beside its column, where that is free.
  ///
  /// - Returns: whether there was room.
  mutating func writeWithLeader(
    _ segment: Rect, _ datum: Chart.Datum, in frame: PlotFrame, as content: ChartPart.Content
  ) -> Bool {
    for words in forms(of: datum, in: frame) {
      let line = text.line(words, style.value)
      let width = line.width
      let places = frame.isHorizontal ? under(segment, width, frame) : beside(segment, width, frame)
      for (at, stroke) in places {
        let box = text.box(width: width, style.value, at: at)
        let apart = Rect(
          x: box.minX - Self.apart, y: box.minY, width: width + 2 * Self.apart, height: box.size.height)
        guard !crosses(stroke), !isTaken(apart),
          tryWriting(line, style.value, at: at, in: frame.limits, as: content)
        else { continue }
        shape([.line(from: stroke.from, to: stroke.to, width: 0.6, style.muted)])
        claim(Rect(from: stroke.from, to: stroke.to))
        return true
      }
    }
    return false
  }

  private typealias Place = (baseline: Point, stroke: (from: Point, to: Point))

  /// Under a bar, the label's middle as near the segment's as can be.
  private func under(_ segment: Rect, _ width: Points, _ frame: PlotFrame) -> [Place] {
    let top = segment.maxY + Self.leader
    let baseline = top + 0.7 * style.value.size
    return [0, 0.5, -0.5, 1, -1, 1.5, -1.5].map { step in
      let wish = segment.midX - width / 2 + step * (width + 4)
      // Not on the line that bars start from.
      let zero = frame.scale.zero
      let x = segment.midX >= zero ? max(wish, zero + 2) : min(wish, zero - 2 - width)
      let end = min(max(segment.midX, x + 1.5), x + width - 1.5)
      return (
        Point(x: x, y: baseline), (Point(x: segment.midX, y: segment.maxY + 0.5), Point(x: end, y: top - 0.5))
      )
    }
  }

  /// Right of a column, else left of it, between it and the next one.
  private func beside(_ segment: Rect, _ width: Points, _ frame: PlotFrame) -> [Place] {
    let room = frame.pitch - segment.size.width - 3
    guard width + Self.leader + 2 <= room else { return [] }
    let height = 0.92 * style.value.size
    let isAbove = segment.midY <= frame.scale.zero
    return [0, -0.5, 0.5, -1, 1, -1.5, 1.5].flatMap { step -> [Place] in
      let wish = segment.midY + step * text.leading
      // Not on the line that columns stand on.
      let middle =
        isAbove ? min(wish, frame.scale.zero - height / 2 - 1) : max(wish, frame.scale.zero + height / 2 + 1)
      let baseline = middle + text.middleToBaseline(style.value)
      return [
        (
          Point(x: segment.maxX + Self.leader + 2, y: baseline),
          (
            Point(x: segment.maxX + 0.5, y: segment.midY),
            Point(x: segment.maxX + Self.leader + 0.5, y: middle)
          )
        ),
        (
          Point(x: segment.minX - Self.leader - 2 - width, y: baseline),
          (
            Point(x: segment.minX - 0.5, y: segment.midY),
            Point(x: segment.minX - Self.leader - 0.5, y: middle)
          )
        ),
      ]
    }
  }

  private func crosses(_ stroke: (from: Point, to: Point)) -> Bool {
    isTaken(Rect(from: stroke.from, to: stroke.to))
  }
}

extension Rect {
  /// The least one that holds both points, thick enough to be in the way of others.
  fileprivate init(from first: Point, to second: Point) {
    let (x, y) = (min(first.x, second.x), min(first.y, second.y))
    self.init(
      x: x - 0.3, y: y - 0.3, width: abs(first.x - second.x) + 0.6, height: abs(first.y - second.y) + 0.6)
  }
}
