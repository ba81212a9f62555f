/// The code page that Western European editions of Windows and Excel write.
///
/// - **Source**: Unicode, Inc., *CP1252.TXT*. Five bytes stand for nothing there.
enum Windows1252 {
  /// The scalars of 0x80–0x9F; 0 where there is none. Other bytes are the scalar of the same number.
  private static let highControls: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The scalar that a byte stands for, or `nil` for 0x81, 0x8D, 0x8F, 0x90 and 0x9D.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let number = highControls[Int(byte) - 0x80]
    return number == 0 ? nil : Unicode.Scalar(number)
  }

  /// The same text in UTF-8, with U+FFFD where a byte stands for nothing.
  static func utf8(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text.append(contentsOf: UTF8.encode(scalar(byte) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
      }
    }
    return text
  }
}
