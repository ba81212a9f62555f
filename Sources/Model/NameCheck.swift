import Diagnostics

extension Resolver {
  /// Warns of a name in which nothing can be read: it would head a column or a row that says nothing of itself.
  mutating func checkName(_ name: Located<String>) {
    guard !name.value.contains(where: { $0.isLetter || $0.isNumber || $0.isSymbol }) else { return }
    diagnostics.report(.warning(.blankHead, at: name.place, hints: [.nameHead]))
  }
}

extension Diagnostic.Message {
  fileprivate static var blankHead: Self {
    Self(
      "blank-head", fr: "ce nom est vide : une colonne ou une ligne de tableau n’aurait pas de titre",
      en: "this name is empty: a column or row of a table would have no head")
  }
}

extension Diagnostic.Hint {
  fileprivate static let nameHead = Self(
    fr: "écrivez ce que la colonne contient, ou retirez cette clé",
    en: "write what the column holds, or take this key away")
}
