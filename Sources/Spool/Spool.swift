/// Bytes on their way from what makes them to what takes them: in memory while they are few, in a file without a name
/// once they are many.
package struct Spool: Sendable {
  private enum Store: Sendable {
    case memory([UInt8])
    case file(NamelessFile)
  }

  private var store = Store.memory([])
  /// How many bytes are kept in memory.
  private let most: Int

  package init(keepingInMemory most: Int) { self.most = most }

  /// Bytes that are all there.
  package init(_ bytes: [UInt8]) {
    store = .memory(bytes)
    most = .max
  }

  /// Bytes that are in a file.
  package init(_ file: NamelessFile) {
    store = .file(file)
    most = 0
  }

  package mutating func append(_ added: UnsafeRawBufferPointer) throws(SpoolError) {
    switch store {
    case .file(let file): try file.append(added)
    case .memory(var bytes):
      store = .memory([])
      bytes.append(contentsOf: added)
      guard bytes.count > most else {
        store = .memory(bytes)
        return
      }
      let file = try NamelessFile()
      try file.append(bytes)
      store = .file(file)
    }
  }

  package func count() throws(SpoolError) -> Int {
    switch store {
    case .memory(let bytes): bytes.count
    case .file(let file): try file.count()
    }
  }

  /// The file that they are in; `nil` where they are in memory.
  package var file: NamelessFile? {
    switch store {
    case .memory: nil
    case .file(let file): file
    }
  }

  /// All of them in memory.
  package consuming func bytes() throws -> [UInt8] {
    switch store {
    case .memory(let bytes): return bytes
    case .file(let file):
      var bytes: [UInt8] = []
      bytes.reserveCapacity(try file.count())
      try file.forEachPart { bytes.append(contentsOf: $0) }
      return bytes
    }
  }

  /// Gives all of them, a part after the other.
  package func forEachPart(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch store {
    case .memory(let bytes): try bytes.withUnsafeBytes(body)
    case .file(let file): try file.forEachPart(body)
    }
  }
}
