/// A column of a query's rows.
package struct ResultColumn: Hashable, Sendable {
  /// What a column's values are, as far as it matters to a reader of their text.
  package indirect enum Kind: Hashable, Sendable {
    case number
    case truth
    /// Text filled up with spaces, which mean nothing.
    case padded
    case bytes
    case list(of: Kind)
    /// Texts, dates, and all that is best read as the server writes it.
    case text
  }

  package let name: String
  package let kind: Kind
}

extension ResultColumn.Kind {
  /// - Parameter typeNumber: the `oid` of a row of `pg_type`, which for the built-in types never changes:
  ///   PostgreSQL 15, `src/include/catalog/pg_type.dat`.
  init(typeNumber: UInt32) {
    switch typeNumber {
    case 20, 21, 23, 26, 700, 701, 1700: self = .number
    case 16: self = .truth
    case 1042: self = .padded
    case 17: self = .bytes
    case 1005, 1007, 1016, 1021, 1022, 1231: self = .list(of: .number)
    case 1000: self = .list(of: .truth)
    case 1014: self = .list(of: .padded)
    case 1001: self = .list(of: .bytes)
    case 1003, 1009, 1015, 1115, 1182, 1185, 2951: self = .list(of: .text)
    default: self = .text
    }
  }
}

/// The items of a list as the server writes it, lists in lists laid out one after the other; `nil` for NULL.
///
/// - **Source**: PostgreSQL 15, 8.15.6, “Array Input and Output Syntax”: `{a,"b \"c\"",NULL}`.
package func items(ofList text: String) -> [String?] {
  // Bounds other than 1 are written before: `[0:1]={a,b}`.
  let body = text.firstIndex(of: "{").map { text[$0...] } ?? text[...]
  var items: [String?] = []
  var (item, isQuoted, isEscaped, wasQuoted) = ("", false, false, false)
  func close() {
    if wasQuoted || !item.isEmpty { items.append(!wasQuoted && item == "NULL" ? nil : item) }
    (item, wasQuoted) = ("", false)
  }
  for character in body {
    switch character {
    case _ where isEscaped:
      item.append(character)
      isEscaped = false
    case "\\": isEscaped = true
    case "\"":
      isQuoted.toggle()
      wasQuoted = true
    case "{" where !isQuoted: break
    case ",", "}":
      if isQuoted { item.append(character) } else { close() }
    default: item.append(character)
    }
  }
  return items
}
