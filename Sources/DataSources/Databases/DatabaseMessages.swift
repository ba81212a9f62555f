import Diagnostics

/// What is said alike of a database in a file and on a server.
extension Diagnostic.Message {
  static var whichTable: Self {
    Self(
      "which-table", fr: "c’est une base de données : dites quelle table y est lue",
      en: "this is a database: say which table of it is read")
  }
  static func noSuchTable(_ name: String) -> Self {
    Self(
      "no-such-table", fr: "la base n’a pas de table « \(name) »", en: "the database has no table “\(name)”")
  }
  static func notReading(_ what: String) -> Self {
    Self(
      "query-not-reading", fr: "cette requête ferait plus que lire : \(what)",
      en: "this query would do more than read: \(what)")
  }
  static var queryTooLong: Self {
    Self("query-too-long", fr: "cette requête dure trop longtemps", en: "this query goes on for too long")
  }
  static func wrongQuery(_ reason: String) -> Self {
    Self("wrong-query", fr: "cette requête échoue : \(reason)", en: "this query fails: \(reason)")
  }
}

extension Diagnostic.Hint {
  static func tablesAre(_ names: [String]) -> Self {
    let listed = names.prefix(30).joined(separator: ", ") + (names.count > 30 ? ", …" : "")
    return names.isEmpty
      ? Self(fr: "la base n’a aucune table lisible", en: "the database has no table that can be read")
      : Self(fr: "« table: » peut être : \(listed)", en: "“table:” may be: \(listed)")
  }
  static let onlySelect = Self(
    fr: "une source se lit par un seul SELECT", en: "a source is read by a single SELECT")
  static let selectLess = Self(
    fr: "lisez moins de lignes, ou préparez-les dans une vue ou une table de la base",
    en: "read fewer rows, or prepare them in a view or a table of the database")
}
