import DrawList

/// An SVG file as it is written, byte after byte: a text made of each attribute would cost more than the attribute.
struct SVGText {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(16_384) }

  /// Markup, which is written as it is.
  mutating func add(_ markup: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  mutating func add(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func add(_ markup: [UInt8]) { bytes += markup }

  /// A length with at most two decimals, without exponent, whatever the locale.
  mutating func add(_ length: Points) {
    precondition(length.magnitude < 1e9, "lengths on a page are finite and short")
    var hundredths = Int((length * 100).rounded())
    if hundredths < 0 {
      bytes.append(UInt8(ascii: "-"))
      hundredths.negate()
    }
    add(hundredths / 100)
    let (tenths, rest) = (hundredths % 100 / 10, hundredths % 10)
    guard tenths > 0 || rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(tenths))
    if rest > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest)) }
  }

  /// - Precondition: `number` is not negative.
  mutating func add(_ number: Int) {
    if number >= 10 { add(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  mutating func add(_ point: Point) {
    add(point.x)
    add(",")
    add(point.y)
  }

  mutating func add(_ color: Color) {
    bytes.append(UInt8(ascii: "#"))
    add(hexadecimal: color.red)
    add(hexadecimal: color.green)
    add(hexadecimal: color.blue)
  }

  private mutating func add(hexadecimal channel: UInt8) {
    add(digit: channel >> 4)
    add(digit: channel & 15)
  }

  private mutating func add(digit: UInt8) {
    bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }

  /// A text for an element or a quoted attribute.
  ///
  /// - Parameter softHyphensShown: whether a soft hyphen is the hyphen that a line ends with.
  mutating func add(escaping text: String, softHyphensShown: Bool = false) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard Self.isPlain(utf8) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if isPlain { return }
    for scalar in text.unicodeScalars {
      appendXML(softHyphensShown && scalar == "\u{AD}" ? "-" : scalar, to: &bytes)
    }
  }

  /// Whether a text stands in XML as it is, and has no soft hyphen; most do.
  private static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case ..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
      // What ends a soft hyphen, and what starts the last signs of the first plane.
      case 0xAD, 0xEF: false
      default: true
      }
    }
  }

  /// - Parameter opening: the attribute's name with what stands before its value: ` x="`.
  mutating func attribute(_ opening: StaticString, _ length: Points) {
    add(opening)
    add(length)
    bytes.append(Self.quote)
  }

  mutating func attribute(_ opening: StaticString, _ color: Color) {
    add(opening)
    add(color)
    bytes.append(Self.quote)
  }

  mutating func attribute(_ opening: StaticString, escaping text: String) {
    add(opening)
    add(escaping: text)
    bytes.append(Self.quote)
  }

  private static let quote = UInt8(ascii: "\"")
}
