import Foundation

/// The pixels of a flat picture as runs of one colour, in the rows that differ from the row above.
///
/// Charts and text have few colours and long runs: what is done once a run, not once a pixel, is quick.
struct PixelRuns {
  struct Run {
    /// Which of `colors`.
    let color: UInt16
    let length: UInt16
  }

  struct Row {
    let runs: Range<Int>
    /// How many rows are like this one, itself among them.
    var count: Int
  }

  /// 0x00RRGGBB, in the order in which they come.
  private(set) var colors: [UInt32] = []
  /// How many pixels have each colour, a row that is like the one above not counted.
  private(set) var counts: [Int] = []
  private(set) var runs: [Run] = []
  private(set) var rows: [Row] = []

  private static let mostColors = 4096

  /// - Returns: `nil` where the picture is not flat, as a photograph: too many colours, or runs as short as pixels.
  init?(_ pixels: UnsafeRawBufferPointer, width: Int, height: Int, stride: Int) {
    guard width > 0, width <= UInt16.max, let start = pixels.baseAddress else { return nil }
    let mostRuns = max(1024, width * height / 4)
    var known = ColorTable(most: Self.mostColors)
    for y in 0..<height {
      let row = start + y * stride
      if y > 0, memcmp(row, row - stride, width * 4) == 0 {
        rows[rows.count - 1].count += 1
        continue
      }
      let first = runs.count
      let line = UnsafeBufferPointer(start: row.assumingMemoryBound(to: UInt32.self), count: width)
      guard append(line, &known), runs.count <= mostRuns else { return nil }
      rows.append(Row(runs: first..<runs.count, count: 1))
    }
  }

  private mutating func append(_ line: UnsafeBufferPointer<UInt32>, _ known: inout ColorTable) -> Bool {
    var x = 0
    while x < line.count {
      let pixel = line[x]
      let start = x
      repeat { x += 1 } while x < line.count && line[x] == pixel
      let color = pixel & 0xFF_FFFF
      guard let index = known.index(of: color) else { return false }
      if index == colors.count {
        colors.append(color)
        counts.append(0)
      }
      counts[index] += x - start
      runs.append(Run(color: UInt16(index), length: UInt16(x - start)))
    }
    return true
  }
}

/// Numbers colours from 0 on in the order in which they are asked for: open addressing, never more than half full.
private struct ColorTable {
  private let most: Int
  private let shift: UInt32
  /// A colour and its number, with a bit that marks what is taken.
  private var slots: [UInt64]
  private var count = 0

  /// - Parameter most: a power of two.
  init(most: Int) {
    self.most = most
    slots = [UInt64](repeating: 0, count: most * 2)
    shift = UInt32(32 - (most * 2).trailingZeroBitCount)
  }

  /// - Returns: `nil` once there are too many colours.
  mutating func index(of color: UInt32) -> Int? {
    let wanted = 1 << 24 | UInt64(color)
    // Fibonacci hashing: D. E. Knuth, The Art of Computer Programming 3, 6.4.
    var slot = Int((color &* 0x9E37_79B1) >> shift)
    while slots[slot] != 0 {
      if slots[slot] & 0x1FF_FFFF == wanted { return Int(slots[slot] >> 32) }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard count < most else { return nil }
    slots[slot] = UInt64(count) << 32 | wanted
    count += 1
    return count - 1
  }
}
