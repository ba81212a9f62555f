/// PDF objects being written out, byte after byte: ISO 32000-1, 7.3.
struct ObjectText {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ number: Int) {
    precondition(number >= 0, "numbers of objects and pieces count from 0")
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  /// A reference to the object with a number.
  mutating func appendReference(_ number: Int) {
    append(number)
    append(" 0 R")
  }
}
