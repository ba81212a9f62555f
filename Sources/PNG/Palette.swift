/// At most 256 colours for those of a picture, which then takes a byte a pixel.
///
/// Letters and edges of one picture have some thousand shades. The most frequent colours, fills among them, stay what they
/// are; a rarer shade may become one that is so near that nobody sees a difference.
struct Palette {
  /// 0x00RRGGBB.
  private(set) var colors: [UInt32] = []
  /// Which of the palette's colours each of the picture's becomes.
  private(set) var indices: [UInt8]

  private static let most = 256
  /// How many of the most frequent colours are kept whatever is near them.
  private static let kept = 64
  /// How far a channel may move. A step of 4 of 255 is under what is seen beside each other in an edge of one pixel.
  private static let tolerances = [0, 2, 4]

  /// - Returns: `nil` where so few colours would show.
  init?(of runs: PixelRuns) {
    // Ties in the order of appearance, so that the same picture gives the same bytes.
    let order = runs.colors.indices.sorted { a, b in
      runs.counts[a] != runs.counts[b] ? runs.counts[a] > runs.counts[b] : a < b
    }
    indices = [UInt8](repeating: 0, count: runs.colors.count)
    for tolerance in Self.tolerances where tolerance > 0 || order.count <= Self.most {
      if choose(from: runs.colors, in: order, tolerance: tolerance) { return }
    }
    return nil
  }

  private mutating func choose(from all: [UInt32], in order: [Int], tolerance: Int) -> Bool {
    colors.removeAll(keepingCapacity: true)
    for (rank, index) in order.enumerated() {
      let color = all[index]
      let near =
        rank < Self.kept || tolerance == 0
        ? nil : colors.firstIndex { isNear(color, $0, tolerance: tolerance) }
      if near == nil {
        guard colors.count < Self.most else { return false }
        colors.append(color)
      }
      indices[index] = UInt8(near ?? colors.count - 1)
    }
    return true
  }

  private func isNear(_ a: UInt32, _ b: UInt32, tolerance: Int) -> Bool {
    func distance(_ shift: UInt32) -> Int { abs(Int(a >> shift & 0xFF) - Int(b >> shift & 0xFF)) }
    return distance(0) <= tolerance && distance(8) <= tolerance && distance(16) <= tolerance
  }
}
