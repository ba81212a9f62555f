import CSQLite

/// What rows are looked up by: values that SQLite may find equal have equal keys.
///
/// Others may share a key, since SQLite compares again. Text that reads as a number has the key of that number:
/// whether `'1004'` equals 1004 depends on the affinities of both sides, which only SQLite knows.
struct LookupKey: Hashable {
  let hash: UInt64

  /// A decimal fraction counts to 24 bits: SQLite's own reading of one may differ in the last of its 53.
  init(_ number: Double) {
    let isInteger = number == number.rounded(.towardZero)
    // Adding 0 makes 0 of −0.
    self.init(hash: Self.mixed(isInteger ? (number + 0).bitPattern : UInt64(Float(number).bitPattern)))
  }

  init(_ bytes: UnsafeRawBufferPointer) {
    if let number = Self.number(in: bytes) {
      self.init(number)
    } else {
      // FNV-1a.
      self.init(
        hash: Self.mixed(bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }))
    }
  }

  /// The key of a value of SQLite's; `nil` for NULL, which equals nothing.
  init?(_ value: OpaquePointer?) {
    switch sqlite3_value_type(value) {
    case SQLITE_NULL: return nil
    case SQLITE_INTEGER, SQLITE_FLOAT: self.init(sqlite3_value_double(value))
    case SQLITE_TEXT:
      let text = sqlite3_value_text(value)
      self.init(UnsafeRawBufferPointer(start: text, count: Int(sqlite3_value_bytes(value))))
    default:
      let blob = sqlite3_value_blob(value)
      self.init(UnsafeRawBufferPointer(start: blob, count: Int(sqlite3_value_bytes(value))))
    }
  }

  /// The key of two values, one behind the other.
  func joined(with other: LookupKey) -> LookupKey { LookupKey(hash: Self.mixed(hash &* 31 &+ other.hash)) }

  private init(hash: UInt64) { self.hash = hash }

  /// Spreads all bits over the low ones.
  ///
  /// - **Source**: the finalizer of MurmurHash3, A. Appleby.
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ (hash >> 33)
  }

  /// The number that a text reads as, spaces around it left out; `nil` for other text.
  private static func number(in bytes: UnsafeRawBufferPointer) -> Double? {
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return nil }
    let bytes = UnsafeRawBufferPointer(rebasing: bytes[first...last])
    guard bytes.allSatisfy(isPartOfNumber) else { return nil }
    if bytes.count <= 15, bytes.allSatisfy(isDigit) {
      return Double(bytes.reduce(0 as Int64) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) })
    }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "0"..."9", "+", "-", ".", "e", "E": true
    default: false
    }
  }
}
