/// Reads a JSON document with the place of each value, which Foundation's readers do not tell.
///
/// Whole numbers of more than 15 digits are identifiers, which a `Double` would change: they are kept as text.
///
/// - **Source**: RFC 8259. Bytes are UTF-8.
struct JSONReader {
  /// Where a text stops being JSON.
  struct Mistake: Error {
    enum Reason { case unexpected, unclosed, badNumber, badEscape, tooDeep, moreBehind }
    let reason: Reason
    let offset: Int
  }

  private static let deepest = 200

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var depth = 0

  static func read(_ bytes: [UInt8], from start: Int) throws(Mistake) -> JSONNode {
    let result: Result<JSONNode, Mistake> = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(bytes: buffer, position: start)
      do throws(Mistake) { return .success(try reader.document()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private mutating func document() throws(Mistake) -> JSONNode {
    let node = try node()
    passSpaces()
    guard position == bytes.count else { throw mistake(.moreBehind) }
    return node
  }

  private mutating func node() throws(Mistake) -> JSONNode {
    passSpaces()
    let start = position
    let value: JSONValue
    switch peek {
    case UInt8(ascii: "{"): value = .object(try members())
    case UInt8(ascii: "["): value = .list(try items())
    case ASCII.quote: value = .text(try string())
    case UInt8(ascii: "t"): value = try word("true", .boolean(true))
    case UInt8(ascii: "f"): value = try word("false", .boolean(false))
    case UInt8(ascii: "n"): value = try word("null", .null)
    case .some(let byte) where byte == ASCII.minus || ASCII.isDigit(byte): value = try number()
    case nil: throw mistake(.unclosed)
    default: throw mistake(.unexpected)
    }
    return JSONNode(value: value, range: start..<position)
  }

  private mutating func members() throws(Mistake) -> [JSONMember] {
    try enter()
    var members: [JSONMember] = []
    if pass("}") { return members }
    repeat {
      passSpaces()
      let start = position
      guard peek == ASCII.quote else { throw mistake(peek == nil ? .unclosed : .unexpected) }
      let key = try string()
      let range = start..<position
      guard pass(":") else { throw mistake(.unexpected) }
      members.append(JSONMember(key: key, keyRange: range, node: try node()))
    } while pass(",")
    guard pass("}") else { throw mistake(peek == nil ? .unclosed : .unexpected) }
    depth -= 1
    return members
  }

  private mutating func items() throws(Mistake) -> [JSONNode] {
    try enter()
    var items: [JSONNode] = []
    if pass("]") { return items }
    repeat { items.append(try node()) } while pass(",")
    guard pass("]") else { throw mistake(peek == nil ? .unclosed : .unexpected) }
    depth -= 1
    return items
  }

  /// Passes the bracket that opens a list or an object.
  private mutating func enter() throws(Mistake) {
    position += 1
    depth += 1
    guard depth <= Self.deepest else { throw mistake(.tooDeep) }
    passSpaces()
    // One that is closed at once is left again.
    if peek == UInt8(ascii: "}") || peek == UInt8(ascii: "]") { depth -= 1 }
  }

  // MARK: Scalars

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Mistake) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard peek == word.utf8Start[index] else { throw mistake(.unexpected) }
      position += 1
    }
    return value
  }

  private mutating func number() throws(Mistake) -> JSONValue {
    let start = position
    if peek == ASCII.minus { position += 1 }
    let first = position
    let digits = passDigits()
    guard digits > 0, digits == 1 || bytes[first] != ASCII.zero else { throw mistake(.badNumber) }
    var isWhole = true
    if peek == ASCII.point {
      isWhole = false
      position += 1
      guard passDigits() > 0 else { throw mistake(.badNumber) }
    }
    if let sign = peek, sign | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if peek == ASCII.minus || peek == ASCII.plus { position += 1 }
      guard passDigits() > 0 else { throw mistake(.badNumber) }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, digits > 15 { return .text(text) }
    guard let number = Double(text), number.isFinite else { throw mistake(.badNumber) }
    return .number(number)
  }

  private mutating func passDigits() -> Int {
    let start = position
    while let byte = peek, ASCII.isDigit(byte) { position += 1 }
    return position - start
  }

  private mutating func string() throws(Mistake) -> String {
    let opening = position
    position += 1
    let start = position
    while let byte = peek, byte != ASCII.quote, byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
    if peek == ASCII.quote {
      defer { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    var text = Array(bytes[start..<position])
    while let byte = peek {
      if byte == ASCII.quote {
        position += 1
        return String(decoding: text, as: UTF8.self)
      }
      // A line break in a text shows a quote that was forgotten.
      guard byte >= 0x20 else { throw Mistake(reason: .unclosed, offset: opening) }
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: try escape())
      } else {
        text.append(byte)
        position += 1
      }
    }
    throw Mistake(reason: .unclosed, offset: opening)
  }

  private mutating func escape() throws(Mistake) -> [UInt8] {
    position += 1
    guard let sign = peek else { throw mistake(.unclosed) }
    position += 1
    switch sign {
    case UInt8(ascii: "n"): return [ASCII.lineFeed]
    case UInt8(ascii: "r"): return [ASCII.carriageReturn]
    case UInt8(ascii: "t"): return [ASCII.tab]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case ASCII.quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): return [sign]
    case UInt8(ascii: "u"): return Array(String(try escapedScalar()).utf8)
    default: throw Mistake(reason: .badEscape, offset: position - 2)
    }
  }

  /// The scalar of `\u20ac`, or of two surrogates; half a pair is U+FFFD.
  private mutating func escapedScalar() throws(Mistake) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let rest = bytes[position...].prefix(2)
    guard unit < 0xDC00, rest.elementsEqual([UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
      return "\u{FFFD}"
    }
    position += 2
    let low = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(low) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Mistake) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw mistake(.badEscape) }
    position += 4
    return unit
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func passSpaces() {
    while let byte = peek, byte == ASCII.space || byte == ASCII.tab || ASCII.isLineBreak(byte) {
      position += 1
    }
  }

  private mutating func pass(_ sign: Unicode.Scalar) -> Bool {
    passSpaces()
    guard let byte = peek, byte == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private func mistake(_ reason: Mistake.Reason) -> Mistake { Mistake(reason: reason, offset: position) }
}
