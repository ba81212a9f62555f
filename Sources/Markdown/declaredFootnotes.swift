/// The names of the notes that a text declares: `[^name]: …` at the start of a line.
///
/// cmark leaves out the notes that nothing calls and the second of two with one name; to tell its author of them,
/// they are looked for here.
package func declaredFootnotes(in text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).compactMap(footnoteName)
}

private func footnoteName(startingLine line: Substring) -> String? {
  let indent = line.prefix { $0 == " " }
  let rest = line.dropFirst(indent.count)
  guard indent.count <= 3, rest.hasPrefix("[^"), let end = rest.firstIndex(of: "]") else { return nil }
  let name = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
  guard !name.isEmpty, !name.contains(where: \.isWhitespace), rest[end...].hasPrefix("]:") else { return nil }
  return String(name)
}

/// The names between `[^` and `]` in a text, whatever they are there.
package func footnoteNames(in text: String) -> [String] {
  text.split(separator: "[^", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
    guard let end = rest.firstIndex(of: "]") else { return nil }
    let name = rest[..<end]
    return name.isEmpty || name.contains { $0.isWhitespace || $0 == "[" } ? nil : String(name)
  }
}
