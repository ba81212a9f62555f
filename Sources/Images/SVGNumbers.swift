import DrawList
import Foundation

/// Reads numbers and letters one after the other, as path data and transforms have them: SVG 1.1, 8.3.9.
struct SVGNumbers {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private mutating func skipSeparators() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D, 0x2C].contains(bytes[position]) { position += 1 }
  }

  var isAtEnd: Bool {
    mutating get {
      skipSeparators()
      return position >= bytes.count
    }
  }

  /// A letter that stands next, if one does.
  mutating func letter() -> UInt8? {
    skipSeparators()
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    guard (65...90).contains(byte) || (97...122).contains(byte) else { return nil }
    position += 1
    return byte
  }

  /// A flag of an arc, which needs no separator after it.
  mutating func flag() -> Bool? {
    skipSeparators()
    guard position < bytes.count, bytes[position] == 48 || bytes[position] == 49 else { return nil }
    position += 1
    return bytes[position - 1] == 49
  }

  mutating func number() -> Double? {
    skipSeparators()
    let start = position
    func isDigit(_ index: Int) -> Bool { index < bytes.count && (48...57).contains(bytes[index]) }
    if position < bytes.count, bytes[position] == 43 || bytes[position] == 45 { position += 1 }
    while isDigit(position) { position += 1 }
    if position < bytes.count, bytes[position] == 46 {
      position += 1
      while isDigit(position) { position += 1 }
    }
    if position < bytes.count, bytes[position] == 101 || bytes[position] == 69 {
      let sign =
        position + 1 < bytes.count && (bytes[position + 1] == 43 || bytes[position + 1] == 45) ? 1 : 0
      if isDigit(position + 1 + sign) {
        position += 1 + sign
        while isDigit(position) { position += 1 }
      }
    }
    guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)),
      number.magnitude < 1e7
    else {
      position = start
      return nil
    }
    return number
  }

  mutating func point() -> Point? {
    guard let x = number(), let y = number() else { return nil }
    return Point(x: x, y: y)
  }
}

/// A `transform` attribute: SVG 1.1, 7.6.
func svgTransform(_ text: String) -> AffineMap? {
  var map = AffineMap.identity
  for call in text.split(separator: ")") {
    let parts = call.split(separator: "(", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let name = parts[0].filter(\.isLetter)
    var reader = SVGNumbers(String(parts[1]))
    var numbers: [Double] = []
    while let number = reader.number() { numbers.append(number) }
    guard let next = svgTransform(name, numbers) else { return nil }
    map = map.after(next)
  }
  return map
}

private func svgTransform(_ name: String, _ n: [Double]) -> AffineMap? {
  func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
  switch (name, n.count) {
  case ("matrix", 6): return AffineMap(xx: n[0], yx: n[1], xy: n[2], yy: n[3], x0: n[4], y0: n[5])
  case ("translate", 1): return AffineMap(xx: 1, yx: 0, xy: 0, yy: 1, x0: n[0], y0: 0)
  case ("translate", 2): return AffineMap(xx: 1, yx: 0, xy: 0, yy: 1, x0: n[0], y0: n[1])
  case ("scale", 1): return AffineMap(xx: n[0], yx: 0, xy: 0, yy: n[0], x0: 0, y0: 0)
  case ("scale", 2): return AffineMap(xx: n[0], yx: 0, xy: 0, yy: n[1], x0: 0, y0: 0)
  case ("rotate", 1), ("rotate", 3):
    let (c, s) = (cos(radians(n[0])), sin(radians(n[0])))
    let turn = AffineMap(xx: c, yx: s, xy: -s, yy: c, x0: 0, y0: 0)
    guard n.count == 3 else { return turn }
    let there = AffineMap(xx: 1, yx: 0, xy: 0, yy: 1, x0: n[1], y0: n[2])
    let back = AffineMap(xx: 1, yx: 0, xy: 0, yy: 1, x0: -n[1], y0: -n[2])
    return there.after(turn).after(back)
  case ("skewX", 1): return AffineMap(xx: 1, yx: 0, xy: tan(radians(n[0])), yy: 1, x0: 0, y0: 0)
  case ("skewY", 1): return AffineMap(xx: 1, yx: tan(radians(n[0])), xy: 0, yy: 1, x0: 0, y0: 0)
  default: return nil
  }
}
