/// A zip archive of entries that are not compressed, made by hand so that a test can also make a wrong one.
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
    let offset = UInt32(bytes.count)
    var form: [UInt8] = []
    form.append(UInt16(20), UInt16(isEncrypted ? 1 : 0), UInt16(0), UInt16(0), UInt16(0))
    form.append(checksum ?? crc32(content), UInt32(content.count), size ?? UInt32(content.count))
    form.append(UInt16(name.utf8.count), UInt16(0))
    bytes.append(UInt32(0x0403_4B50))
    bytes += form + Array(name.utf8) + content
    directory.append(UInt32(0x0201_4B50))
    directory.append(UInt16(0))
    directory += form
    directory.append(UInt16(0), UInt16(0), UInt16(0))
    directory.append(UInt32(0), offset)
    directory += Array(name.utf8)
    count += 1
  }

  package mutating func finish() {
    let start = UInt32(bytes.count)
    bytes += directory
    bytes.append(UInt32(0x0605_4B50))
    bytes.append(UInt16(0), UInt16(0), count, count)
    bytes.append(UInt32(directory.count), start)
    bytes.append(UInt16(0))
  }
}

/// - **Source**: ISO 3309; the polynomial 0x04C11DB7, bits reversed.
private func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(UInt32.max) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? (rest >> 1) ^ 0xEDB8_8320 : rest >> 1 }
  }
}

extension [UInt8] {
  /// Adds numbers, least byte first.
  fileprivate mutating func append<Number: FixedWidthInteger>(_ numbers: Number...) {
    for number in numbers {
      for index in 0..<(number.bitWidth / 8) { append(UInt8(truncatingIfNeeded: number >> (index * 8))) }
    }
  }
}
