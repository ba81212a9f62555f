/// A PDF object written out in full: ISO 32000-1, 7.3. It holds no reference to another.
package indirect enum PDFValue: Sendable {
  case boolean(Bool)
  case integer(Int)
  /// A number to a thousandth.
  case real(Double)
  case name(String)
  /// Text for people.
  case text(String)
  /// A string whose bytes mean something else, such as an address.
  case bytes([UInt8])
  case array([PDFValue])
  case dictionary([(key: String, value: PDFValue)])
}

extension PDFValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: PDFValue...) { self = .array(elements) }

  package init(dictionaryLiteral elements: (String, PDFValue)...) {
    self = .dictionary(elements.map { (key: $0.0, value: $0.1) })
  }
}

extension PDFValue {
  /// The object in PDF's syntax.
  package var source: String {
    switch self {
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .integer(let number): String(number)
    case .real(let number): Self.source(ofReal: number)
    case .name(let name): Self.source(ofName: name)
    case .text(let text): Self.source(ofText: text)
    case .bytes(let bytes): Self.source(ofBytes: bytes)
    case .array(let values): "[ " + values.map { $0.source + " " }.joined() + "]"
    case .dictionary(let entries):
      "<< " + entries.map { Self.source(ofName: $0.key) + " " + $0.value.source + " " }.joined() + ">>"
    }
  }

  private static func source(ofReal number: Double) -> String {
    precondition(number.magnitude < 1e9, "lengths on a page are finite and short")
    let rounded = (number * 1000).rounded() / 1000
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  /// Bytes other than letters, digits and a few signs are written as `#` and two digits: 7.3.5.
  private static func source(ofName name: String) -> String {
    let signs = name.utf8.map { byte in
      isPlain(byte) ? String(UnicodeScalar(byte)) : "#" + hexadecimal(byte)
    }
    return "/" + signs.joined()
  }

  /// UTF-16, the byte order mark first: 7.9.2.2.
  private static func source(ofText text: String) -> String {
    source(ofBytes: ([0xFEFF] + text.utf16).flatMap { unit in [UInt8(unit >> 8), UInt8(unit & 0xFF)] })
  }

  private static func source(ofBytes bytes: [UInt8]) -> String {
    "<" + bytes.map(hexadecimal).joined() + ">"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "+": true
    default: false
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }
}
