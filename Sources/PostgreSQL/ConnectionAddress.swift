import CPostgreSQL

/// Where a server is, and who connects: `postgresql://user:password@host:port/database`.
///
/// Its password is never told.
package struct ConnectionAddress: Sendable {
  let text: String
  let password: String?

  /// - **Errors**: another form, and signs in a password that would make a host or a path of a part of it.
  package init(_ text: String) throws(PostgreSQLError) {
    guard let start = ["postgres://", "postgresql://"].first(where: text.hasPrefix) else {
      throw PostgreSQLError(.notAnAddress, "postgresql://user@host/database")
    }
    let parts = text.dropFirst(start.count).split(separator: "@", omittingEmptySubsequences: false)
    if parts.count > 1 {
      guard parts.count == 2, !parts[0].contains(where: { "/?#".contains($0) }) else {
        throw PostgreSQLError(.notAnAddress, "@ → %40, / → %2F, ? → %3F, # → %23")
      }
    }
    guard let options = ConnectionOptions(text) else {
      throw PostgreSQLError(.notAnAddress, "postgresql://user@host/database")
    }
    self.text = text
    password = options["password"]
  }
}

/// The options of a connection, as libpq reads them.
struct ConnectionOptions {
  private var values: [String: String] = [:]

  /// Those of an address; `nil` if it is none.
  init?(_ address: String) {
    guard let options = PQconninfoParse(address, nil) else { return nil }
    read(options)
  }

  /// Those of the process's environment and service file.
  init() {
    if let options = PQconndefaults() { read(options) }
  }

  subscript(name: String) -> String? { values[name] }

  private mutating func read(_ options: UnsafeMutablePointer<PQconninfoOption>) {
    var option = options
    while let name = option.pointee.keyword {
      if let value = option.pointee.val { values[String(cString: name)] = String(cString: value) }
      option += 1
    }
    PQconninfoFree(options)
  }
}
