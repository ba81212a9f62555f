/// A JPEG by its segments: ITU-T T.81, annex B.
package struct JPEGSegments {
  /// The file without what only cameras and editors need, such as the place where a photograph was taken.
  package private(set) var stripped: [UInt8] = []
  /// How the picture is turned, from 1 to 8 as Exif says: 1 for not at all.
  package private(set) var orientation = 1

  /// - Returns: `nil` if the bytes do not make up segments.
  package init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    stripped = [0xFF, 0xD8]
    stripped.reserveCapacity(bytes.count)
    var position = 2
    while position + 4 <= bytes.count {
      guard bytes[position] == 0xFF else { return nil }
      let marker = bytes[position + 1]
      if marker == 0xFF {  // Any marker may have fill bytes before it.
        position += 1
        continue
      }
      let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
      guard length >= 2, position + 2 + length <= bytes.count else { return nil }
      let segment = bytes[position..<position + 2 + length]
      if marker == Self.scan {
        stripped += bytes[position...]
        return
      }
      if marker == Self.exif, let found = exifOrientation(Array(segment.dropFirst(4))) { orientation = found }
      if !Self.isDropped(marker) { stripped += segment }
      position += 2 + length
    }
    return nil
  }

  private static let exif: UInt8 = 0xE1
  private static let scan: UInt8 = 0xDA

  /// Application segments and comments; JFIF's (E0) and Adobe's (EE) say how colours are meant.
  private static func isDropped(_ marker: UInt8) -> Bool {
    (0xE1...0xED).contains(marker) || marker == 0xEF || marker == 0xFE
  }
}

/// The orientation that an Exif segment states: CIPA DC-008, 4.6.4, tag 274.
private func exifOrientation(_ segment: [UInt8]) -> Int? {
  guard segment.starts(with: Array("Exif".utf8) + [0, 0]) else { return nil }
  let tiff = Array(segment.dropFirst(6))
  let isLittle = tiff.starts(with: Array("II".utf8))
  guard isLittle || tiff.starts(with: Array("MM".utf8)) else { return nil }
  func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, offset + count <= tiff.count else { return nil }
    let bytes = tiff[offset..<offset + count]
    return (isLittle ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
  }
  guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2) else {
    return nil
  }
  for entry in 0..<count {
    let start = directory + 2 + 12 * entry
    guard let tag = number(at: start, bytes: 2) else { return nil }
    guard tag == 274, let value = number(at: start + 8, bytes: 2), (1...8).contains(value) else { continue }
    return value
  }
  return nil
}
