/// A run of bytes in a file of at most 4 GiB: half the size of a `Range<Int>`, and there is one for each cell.
struct ByteRange: Hashable, Sendable {
  private let start: UInt32
  private let end: UInt32

  /// The greatest file size that offsets can reach, in bytes.
  static let limit = Int(UInt32.max)

  init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var isEmpty: Bool { start == end }
}
