/// A zip archive made by hand, so that a test can also make a wrong one. Entries are not compressed, but for zeros.
///
/// - **Source**: PKWARE, *APPNOTE*, sections 4.3.7, 4.3.12 and 4.3.16.
package struct StoredArchive {
  package private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  package init() {}

  package init(_ entries: [(name: String, text: String)]) {
    for entry in entries { add(entry.name, entry.text) }
    finish()
  }

  /// - Parameters:
  ///   - checksum: what the archive says it is, if that is not the truth.
  ///   - size: what the archive says the entry unpacks to, if that is not the truth.
  package mutating func add(
    _ name: String, _ text: String, checksum: UInt32? = nil, size: UInt32? = nil, isEncrypted: Bool = false
  ) {
    let content = Array(text.utf8)
    add(
      name, packed: content, method: 0, checksum: checksum ?? crc32(content),
      size: size ?? UInt32(content.count), isEncrypted: isEncrypted)
  }

  /// Adds an entry of zeros, a thousand for each byte that it takes: what is made to fill a memory.
  package mutating func addZeros(_ name: String, thousands: Int) {
    var bits = DeflatedBits()
    bits.append(0b1, 1)  // the last block
    bits.append(0b01, 2)  // with the fixed codes
    bits.appendCode(0b0011_0000, 8)  // a zero
    let copies = thousands * 1000 / 258
    for _ in 0..<copies {
      bits.appendCode(0b1100_0101, 8)  // 258 bytes more
      bits.appendCode(0, 5)  // as the byte before
    }
    bits.appendCode(0, 7)  // the end
    let size = 1 + copies * 258
    add(
      name, packed: bits.bytes, method: 8, checksum: crc32([UInt8](repeating: 0, count: size)),
      size: UInt32(size), isEncrypted: false)
  }

  private mutating func add(
    _ name: String, packed content: [UInt8], method: UInt16, checksum: UInt32, size: UInt32, isEncrypted: Bool
  ) {
    let offset = UInt32(bytes.count)
    var form: [UInt8] = []
    form.appendNumbers(UInt16(20), UInt16(isEncrypted ? 1 : 0), method, UInt16(0), UInt16(0))
    form.appendNumbers(checksum, UInt32(content.count), size)
    form.appendNumbers(UInt16(name.utf8.count), UInt16(0))
    bytes.appendNumbers(UInt32(0x0403_4B50))
    bytes += form + Array(name.utf8) + content
    directory.appendNumbers(UInt32(0x0201_4B50))
    directory.appendNumbers(UInt16(0))
    directory += form
    directory.appendNumbers(UInt16(0), UInt16(0), UInt16(0))
    directory.appendNumbers(UInt32(0), offset)
    directory += Array(name.utf8)
    count += 1
  }

  package mutating func finish() {
    let start = UInt32(bytes.count)
    bytes += directory
    bytes.appendNumbers(UInt32(0x0605_4B50))
    bytes.appendNumbers(UInt16(0), UInt16(0), count, count)
    bytes.appendNumbers(UInt32(directory.count), start)
    bytes.appendNumbers(UInt16(0))
  }
}

/// Bits in the order in which a packed entry has them: RFC 1951, section 3.1.1.
private struct DeflatedBits {
  private(set) var bytes: [UInt8] = []
  private var count = 0

  /// Adds a number, its least bit first.
  mutating func append(_ number: UInt16, _ width: Int) {
    for bit in 0..<width {
      if count % 8 == 0 { bytes.append(0) }
      bytes[count / 8] |= UInt8(number >> bit & 1) << (count % 8)
      count += 1
    }
  }

  /// Adds a code, its greatest bit first.
  mutating func appendCode(_ code: UInt16, _ width: Int) {
    for bit in (0..<width).reversed() { append(code >> bit & 1, 1) }
  }
}

/// - **Source**: ISO 3309; the polynomial 0x04C11DB7, bits reversed.
private func crc32(_ bytes: [UInt8]) -> UInt32 {
  var sum = UInt32.max
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}

extension [UInt8] {
  /// Adds numbers with all their bytes, least byte first.
  fileprivate mutating func appendNumbers<Number: FixedWidthInteger>(_ numbers: Number...) {
    for number in numbers {
      for index in 0..<(number.bitWidth / 8) { append(UInt8(truncatingIfNeeded: number >> (index * 8))) }
    }
  }
}
