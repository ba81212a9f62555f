/// Checks bytes against the well-formed sequences of UTF-8.
///
/// - **Source**: *The Unicode Standard*, table 3-7.
enum UTF8Validation {
  /// The offsets, in order, of bytes that no well-formed sequence holds.
  static func badOffsets(in bytes: [UInt8], from start: Int) -> [Int] {
    var offsets: [Int] = []
    var offset = start
    while offset < bytes.count {
      offset = bytes.passingASCII(from: offset)
      guard offset < bytes.count else { break }
      if bytes[offset] < 0x80 {
        offset += 1
      } else if let length = sequenceLength(in: bytes, at: offset) {
        offset += length
      } else {
        offsets.append(offset)
        offset += 1
      }
    }
    return offsets
  }

  /// The length of the well-formed sequence of two to four bytes at an offset, or `nil` if there is none.
  private static func sequenceLength(in bytes: [UInt8], at offset: Int) -> Int? {
    let lead = bytes[offset]
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard offset + length <= bytes.count, secondBytes(after: lead).contains(bytes[offset + 1]) else {
      return nil
    }
    for index in (offset + 2)..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 {
      return nil
    }
    return length
  }

  /// The second byte is narrower after some first bytes: no overlong form, no surrogate, nothing over U+10FFFF.
  private static func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}

extension [UInt8] {
  /// The offset from which on eight bytes in a row are no longer ASCII: most texts are nearly nothing else.
  fileprivate func passingASCII(from start: Int) -> Int {
    withUnsafeBytes { bytes in
      var offset = start
      while offset + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        offset += 8
      }
      return offset
    }
  }
}
