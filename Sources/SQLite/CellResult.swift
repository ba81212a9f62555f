import CSQLite

/// Takes the value of one cell. Nothing said is NULL; of several things said, the last holds.
package struct CellResult: ~Copyable {
  /// Who asks: SQLite for the value, or a lookup for what it is found by.
  enum Receiver {
    case sqlite(OpaquePointer)
    case lookup(UnsafeMutablePointer<LookupKey?>)
  }

  private let receiver: Receiver

  init(for receiver: Receiver) { self.receiver = receiver }

  package borrowing func null() {
    switch receiver {
    case .sqlite(let context): sqlite3_result_null(context)
    case .lookup(let key): key.pointee = nil
    }
  }

  /// Not a number is NULL.
  package borrowing func number(_ value: Double) {
    switch receiver {
    case .sqlite(let context): sqlite3_result_double(context, value)
    case .lookup(let key): key.pointee = value.isNaN ? nil : LookupKey(value)
    }
  }

  package borrowing func integer(_ value: Int64) {
    switch receiver {
    case .sqlite(let context): sqlite3_result_int64(context, value)
    case .lookup(let key): key.pointee = LookupKey(Double(value))
    }
  }

  /// UTF-8, which SQLite copies.
  package borrowing func text(_ bytes: UnsafeRawBufferPointer) {
    switch receiver {
    case .sqlite(let context):
      sqlite3_result_text64(
        context, bytes.assumingMemoryBound(to: CChar.self).baseAddress ?? noCharacters,
        UInt64(bytes.count), csqlite_transient, UInt8(SQLITE_UTF8))
    case .lookup(let key): key.pointee = LookupKey(bytes)
    }
  }

  package borrowing func text(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { text($0) } }

  package borrowing func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text(UnsafeRawBufferPointer($0)) }
  }

  package borrowing func value(_ value: SQLiteValue) {
    switch value {
    case .null: null()
    case .integer(let value): integer(value)
    case .number(let value): number(value)
    case .text(let value): text(value)
    case .bytes(let bytes):
      switch receiver {
      case .sqlite(let context):
        sqlite3_result_blob64(context, bytes, UInt64(bytes.count), csqlite_transient)
      case .lookup(let key): key.pointee = bytes.withUnsafeBytes { LookupKey($0) }
      }
    }
  }
}

/// SQLite takes a null pointer for NULL, which an empty text is not.
nonisolated(unsafe) let noCharacters: UnsafePointer<CChar> = {
  let empty = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  empty.initialize(to: 0)
  return UnsafePointer(empty)
}()
