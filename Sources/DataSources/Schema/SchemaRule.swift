import Diagnostics

/// A rule of a schema that a cell breaks.
enum SchemaRule: Hashable {
  case type(FieldType)
  case required
  case unique(first: Int)
  case primaryKey(first: Int)
  case keyMissing
  case foreignKey(String)
  case minimum(String)
  case maximum(String)
  case minLength(Int)
  case maxLength(Int)
  case pattern(String)
  case choice([String])

  /// The word of the standard.
  var name: String {
    switch self {
    case .type(let type): "type \(type.word)"
    case .required: "required"
    case .unique: "unique"
    case .primaryKey, .keyMissing: "primaryKey"
    case .foreignKey: "foreignKeys"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .minLength: "minLength"
    case .maxLength: "maxLength"
    case .pattern: "pattern"
    case .choice: "enum"
    }
  }

  /// What is wrong, behind the cell as subject.
  var words: Bilingual {
    switch self {
    case .type(let type): type.breach
    case .required:
      Bilingual(fr: "n’a pas de valeur, et il en faut une", en: "has no value, and one is required")
    case .unique(let first):
      Bilingual(fr: "est déjà à la ligne \(first)", en: "already stands on line \(first)")
    case .primaryKey(let first):
      Bilingual(fr: "est déjà la clé de la ligne \(first)", en: "is already the key of line \(first)")
    case .keyMissing: Bilingual(fr: "manque à la clé de la ligne", en: "is missing from the row's key")
    case .foreignKey(let resource):
      Bilingual(fr: "n’est pas dans « \(resource) »", en: "is not in “\(resource)”")
    case .minimum(let bound): Bilingual(fr: "est en dessous de \(bound)", en: "is below \(bound)")
    case .maximum(let bound): Bilingual(fr: "est au-dessus de \(bound)", en: "is above \(bound)")
    case .minLength(let length):
      Bilingual(fr: "a moins de \(length) caractères", en: "has fewer than \(length) characters")
    case .maxLength(let length):
      Bilingual(fr: "a plus de \(length) caractères", en: "has more than \(length) characters")
    case .pattern(let pattern):
      Bilingual(fr: "ne suit pas le motif \(pattern)", en: "does not follow the pattern \(pattern)")
    case .choice(let choices):
      Bilingual(
        fr: "n’est pas une des valeurs permises : \(list(choices))",
        en: "is not one of the values allowed: \(list(choices))")
    }
  }

  private func list(_ choices: [String]) -> String {
    choices.prefix(8).joined(separator: ", ") + (choices.count > 8 ? " …" : "")
  }

  func hints(for text: String) -> [Diagnostic.Hint] {
    switch self {
    case .type(.number(let form)) where form.decimalMark == "." && text.contains(","): return [.decimalChar]
    case .type(.number), .type(.integer): return text.contains(where: \.isNumber) ? [] : [.missingMark]
    case .choice(let choices): return .suggestion(for: text, among: choices)
    case .type, .required, .unique, .primaryKey, .keyMissing, .foreignKey, .minimum, .maximum, .minLength,
      .maxLength, .pattern:
      return []
    }
  }
}

extension FieldType {
  fileprivate var breach: Bilingual {
    switch self {
    case .any, .unchecked, .string(.plain), .string(.binary):
      Bilingual(fr: "n’est pas du texte", en: "is not text")
    case .string(.email): Bilingual(fr: "n’est pas une adresse électronique", en: "is not an e-mail address")
    case .string(.uri): Bilingual(fr: "n’est pas une adresse web", en: "is not an address on the web")
    case .string(.uuid): Bilingual(fr: "n’est pas un UUID", en: "is not a UUID")
    case .number: Bilingual(fr: "n’est pas un nombre", en: "is not a number")
    case .integer: Bilingual(fr: "n’est pas un nombre entier", en: "is not a whole number")
    case .boolean(let yes, let no):
      Bilingual(
        fr: "n’est ni oui (\(yes.first ?? "")) ni non (\(no.first ?? ""))",
        en: "is neither true (\(yes.first ?? "")) nor false (\(no.first ?? ""))")
    case .date(let pattern):
      Bilingual(fr: "n’est pas de la forme \(pattern.text)", en: "is not of the form \(pattern.text)")
    case .year: Bilingual(fr: "n’est pas une année", en: "is not a year")
    case .yearMonth: Bilingual(fr: "n’est pas un mois (2026-09)", en: "is not a month (2026-09)")
    }
  }
}

extension Diagnostic.Hint {
  fileprivate static let decimalChar = Self(
    fr: "si la virgule marque les décimales, ajoutez « \"decimalChar\": \",\" » au champ du schéma",
    en: "if the comma marks decimals, add `\"decimalChar\": \",\"` to the schema's field")
  fileprivate static let missingMark = Self(
    fr: "si c’est une marque de valeur manquante, ajoutez-la à « missingValues » du schéma ou à « missing: » "
      + "de la source",
    en: "if it marks a missing value, add it to the schema's “missingValues” or to the source's “missing:”")
}
