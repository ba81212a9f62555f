extension String {
  /// The text with stars for the passwords in it: those of addresses (`scheme://user:password@host`) and of
  /// connection texts (`password=…`). It stays as long as it was, so that places in it still hold.
  package var maskingPasswords: String {
    guard mayHavePassword else { return self }
    return replacing(/(:\/\/[^\s\/@:]*:)(\S+)@/) { "\($0.output.1)\(stars(for: $0.output.2))@" }
      .replacing(/password=([^\s&'"]+)/) { "password=\(stars(for: $0.output.1))" }
  }

  /// Whether an address or a connection text may stand in it.
  var mayHavePassword: Bool {
    utf8.contains(UInt8(ascii: "/")) && contains("://")
      || utf8.contains(UInt8(ascii: "=")) && contains("password=")
  }
}

private func stars(for secret: Substring) -> String {
  String(repeating: "*", count: secret.unicodeScalars.count)
}
