/// The digits of a written number, and the nearest `Double` to it.
struct DecimalDigits {
  let isNegative: Bool
  private(set) var integerCount = 0
  /// The power of ten that is written behind the digits.
  var exponent = 0

  private var significand: UInt64 = 0
  private var fractionCount = 0
  /// All digits, kept only once the significand cannot hold the next one.
  private var spilled: [UInt8] = []

  init(isNegative: Bool) { self.isNegative = isNegative }

  mutating func appendInteger(_ digit: UInt8) {
    append(digit)
    integerCount += 1
  }

  mutating func appendFraction(_ digit: UInt8) {
    append(digit)
    fractionCount += 1
  }

  private mutating func append(_ digit: UInt8) {
    if spilled.isEmpty, significand < Self.exactLimit / 10 {
      significand = significand * 10 + UInt64(digit)
    } else {
      if spilled.isEmpty { spilled = Array(String(significand).utf8) }
      spilled.append(digit + ASCII.zero)
    }
  }

  /// The value, correctly rounded; `nil` beyond what a `Double` holds.
  ///
  /// - **Source**: W. D. Clinger, *How to Read Floating Point Numbers Accurately* (1990): one division or
  ///   multiplication of two exact doubles rounds once. Other numbers take the slower way through text.
  var value: Double? {
    let scale = exponent - fractionCount
    let magnitude: Double
    if spilled.isEmpty, abs(scale) < Self.exactPowers.count {
      let power = Self.exactPowers[abs(scale)]
      magnitude = scale < 0 ? Double(significand) / power : Double(significand) * power
    } else {
      let digits = spilled.isEmpty ? String(significand) : String(decoding: spilled, as: UTF8.self)
      guard let parsed = Double("\(digits)e\(scale)"), parsed.isFinite else { return nil }
      magnitude = parsed
    }
    return isNegative ? -magnitude : magnitude
  }

  /// Every integer up to here is a `Double`.
  private static let exactLimit: UInt64 = 1 << 53

  /// The powers of ten that are exact as a `Double`.
  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19,
    1e20, 1e21, 1e22,
  ]
}
