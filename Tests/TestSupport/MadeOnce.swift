import Synchronization

/// Values that several tests look at, each made the first time that one asks for it.
package final class MadeOnce<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private final class Entry: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private let entries = Mutex<[Key: Entry]>([:])
  private let make: @Sendable (Key) throws -> Value

  package init(_ make: @escaping @Sendable (Key) throws -> Value) { self.make = make }

  /// Only those wait for a value who ask for the same.
  package subscript(key: Key) -> Value {
    get throws {
      let entry = entries.withLock { entries in
        let entry = entries[key] ?? Entry()
        entries[key] = entry
        return entry
      }
      return try entry.value.withLock { value in
        if let value { return value }
        let new = try make(key)
        value = new
        return new
      }
    }
  }
}
