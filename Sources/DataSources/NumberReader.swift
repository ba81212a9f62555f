/// A number as a cell writes it.
struct WrittenNumber: Hashable {
  /// `99 %` is 99.
  let value: Double
  let isPercent: Bool
}

/// Reads numbers in the bytes of a text.
///
/// - **Shape**: `[+|-|−] digits [decimal mark, digits] [e, sign, digits] [%]`, spaces around it. Digits before
///   the decimal mark may stand in groups of three behind one to three: `5 500 000`. A group mark other than a
///   space, as in `1,234.5`, counts only where it cannot be the decimal mark, or where `format` says so. An
///   exponent needs its sign, as programs write it (`1e-05`): `1E5` is a code.
/// - **Errors**: `nil` for anything else, and for codes: leading zeros (`01004`), more than 15 digits before the
///   decimal mark, which a `Double` could not hold exactly.
struct NumberReader {
  private let bytes: [UInt8]
  private let format: NumberFormat
  private var position = 0
  private var end = 0

  init(_ text: DataText, format: NumberFormat) { self.init(text.bytes, format: format) }

  init(_ bytes: [UInt8], format: NumberFormat) {
    self.bytes = bytes
    self.format = format
  }

  /// Reads all the bytes as one number.
  mutating func readAll() -> WrittenNumber? { read(0..<bytes.count) }

  mutating func read(_ range: Range<Int>) -> WrittenNumber? {
    (position, end) = (range.lowerBound, range.upperBound)
    passSpaces()
    let isNegative = readSign()
    passSpaces()
    var digits = DecimalDigits(isNegative: isNegative)
    guard readInteger(into: &digits), readFraction(into: &digits), readExponent(into: &digits) else {
      return nil
    }
    passSpaces()
    let isPercent = pass(ASCII.percent)
    passSpaces()
    guard position == end, let value = digits.value else { return nil }
    return WrittenNumber(value: value, isPercent: isPercent)
  }

  private func byte(at offset: Int) -> UInt8? { offset < end ? bytes[offset] : nil }

  private func isDigit(at offset: Int) -> Bool { offset < end && ASCII.isDigit(bytes[offset]) }

  private mutating func pass(_ expected: UInt8) -> Bool {
    guard byte(at: position) == expected else { return false }
    position += 1
    return true
  }

  private mutating func passSpaces() {
    while let length = spaceLength(at: position) { position += length }
  }

  /// The length of U+0020, tab, U+00A0, U+2009 or U+202F in UTF-8.
  private func spaceLength(at offset: Int) -> Int? {
    guard let lead = byte(at: offset) else { return nil }
    switch lead {
    case ASCII.space, ASCII.tab: return 1
    case 0xC2: return byte(at: offset + 1) == 0xA0 ? 2 : nil
    case 0xE2:
      guard byte(at: offset + 1) == 0x80, let last = byte(at: offset + 2) else { return nil }
      return last == 0x89 || last == 0xAF ? 3 : nil
    default: return nil
    }
  }

  /// Passes a sign, if there is one, and says whether it is a minus: U+002D or U+2212.
  private mutating func readSign() -> Bool {
    if pass(ASCII.plus) { return false }
    if pass(ASCII.minus) { return true }
    guard byte(at: position) == 0xE2, byte(at: position + 1) == 0x88, byte(at: position + 2) == 0x92
    else { return false }
    position += 3
    return true
  }

  /// Reads the digits before the decimal mark; `false` if they are a code, or their groups say nothing sure.
  private mutating func readInteger(into digits: inout DecimalDigits) -> Bool {
    let start = position
    let startsWithZero = byte(at: position) == ASCII.zero
    readDigits { digits.appendInteger($0) }
    var groups = 0
    var usesOtherMark = false
    if (1...3).contains(position - start), let length = groupMarkLength(at: position) {
      usesOtherMark = byte(at: position) == format.decimalMark.other.byte
      let mark = bytes[position..<(position + length)]
      while bytes[position..<end].starts(with: mark), groupFollows(at: position + length) {
        position += length
        readDigits { digits.appendInteger($0) }
        groups += 1
      }
    }
    if usesOtherMark, groups == 1, !format.groupsWithOtherMark, byte(at: position) != format.decimalMark.byte
    {
      return false
    }
    return digits.integerCount <= 15 && !(startsWithZero && digits.integerCount > 1)
  }

  private func groupMarkLength(at offset: Int) -> Int? {
    byte(at: offset) == format.decimalMark.other.byte ? 1 : spaceLength(at: offset)
  }

  /// Whether exactly three digits stand at an offset.
  private func groupFollows(at offset: Int) -> Bool {
    isDigit(at: offset) && isDigit(at: offset + 1) && isDigit(at: offset + 2) && !isDigit(at: offset + 3)
  }

  private mutating func readFraction(into digits: inout DecimalDigits) -> Bool {
    guard pass(format.decimalMark.byte) else { return digits.integerCount > 0 }
    let start = position
    readDigits { digits.appendFraction($0) }
    return position > start
  }

  /// Reads an exponent, if a sign shows that it is one.
  private mutating func readExponent(into digits: inout DecimalDigits) -> Bool {
    guard pass(UInt8(ascii: "e")) || pass(UInt8(ascii: "E")) else { return true }
    let isNegative = pass(ASCII.minus)
    guard isNegative || pass(ASCII.plus) else { return false }
    let start = position
    var exponent = 0
    readDigits { exponent = min(exponent * 10 + Int($0), 9999) }
    digits.exponent = isNegative ? -exponent : exponent
    return position > start
  }

  private mutating func readDigits(_ use: (UInt8) -> Void) {
    while isDigit(at: position) {
      use(bytes[position] - ASCII.zero)
      position += 1
    }
  }
}
