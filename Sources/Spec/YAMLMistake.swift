import Diagnostics
import Yams

/// What to tell an author about a text that is not YAML.
///
/// The parser's own words are for programmers. The mistakes that people make are few: each has a
/// sentence and a hint here, and the others keep the parser's words.
func diagnostic(for error: YamlError, in source: SourceText) -> Diagnostic {
  switch error {
  case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
    .composer(let context, let problem, let mark, _):
    if problem.contains("mapping values are not allowed"), let earlier = mistakeBefore(mark, in: source) {
      return earlier
    }
    let mistake = YAMLMistake(problem: problem, before: mark, in: source)
    let shown = mistake.isAtItsStart ? context?.mark ?? mark : mark
    let place = Place(in: source, line: shown.line, column: shown.column)
    return .error(mistake.message, at: place, hints: mistake.hints)
  case .duplicatedKeysInMapping(let duplicates, let context):
    return duplicateKey(duplicates.first ?? "", near: context.mark, in: source)
  case .reader(let problem, _, _, _):
    return forbiddenCharacter(in: source) ?? .error(.badYAML(problem), at: Place(wholeFile: source.path))
  case .writer(let problem), .emitter(let problem), .representer(let problem):
    return .error(.badYAML(problem), at: Place(wholeFile: source.path))
  case .no, .memory, .dataCouldNotBeDecoded:
    return .error(.badYAML("\(error)"), at: Place(wholeFile: source.path))
  }
}

/// The line before a key that the parser did not expect, if that is the one to mend: it lacks the space after its colon, or
/// stands left of its neighbours. The parser then takes both lines for one text.
private func mistakeBefore(_ mark: Mark, in source: SourceText) -> Diagnostic? {
  guard let line = source.line(mark.line), let number = lastWritten(before: mark.line, in: source),
    let previous = source.line(number)
  else { return nil }
  // A colon further on in the line is one within a text.
  let key = line.prefix(mark.column - 1).drop { $0 == " " || $0 == "-" }
  guard !key.isEmpty, key.allSatisfy({ isWordCharacter($0) || $0 == "-" }) else { return nil }
  let words = previous.drop { $0 == " " || $0 == "-" }
  let place = Place(in: source, line: number, column: previous.count - words.count + 1)
  if !words.contains(": "), let colon = words.firstIndex(of: ":"), colon < words.indices.last ?? colon,
    words[..<colon].allSatisfy({ isWordCharacter($0) || $0 == "-" })
  {
    return .error(.noSpace(String(words[..<colon])), at: place, hints: [.spaceAfterColon])
  }
  let indent = line.count - line.drop { $0 == " " }.count
  let outer = previous.count - previous.drop { $0 == " " }.count
  // Of two lines that differ, its other neighbour tells which one stands wrong.
  guard outer < indent, !words.hasSuffix(":"), let earlier = lastWritten(before: number, in: source),
    let neighbour = source.line(earlier),
    neighbour.count - neighbour.drop(while: { $0 == " " }).count == indent
  else { return nil }
  return .error(.badIndentation, at: place, hints: [.alignKeys])
}

private func lastWritten(before line: Int, in source: SourceText) -> Int? {
  (1..<max(1, line)).last { number in
    let words = source.line(number)?.drop { $0 == " " } ?? ""
    return !words.isEmpty && !words.hasPrefix("#")
  }
}

/// Points at the first control character, which editors do not show and YAML does not take.
private func forbiddenCharacter(in source: SourceText) -> Diagnostic? {
  for (index, line) in source.lines.enumerated() {
    let scalars = Array(line.unicodeScalars)
    let found = scalars.firstIndex {
      $0.properties.generalCategory == .control && $0 != "\t" && $0 != "\u{85}"
    }
    guard let found else { continue }
    let place = Place(in: source, line: index + 1, column: found + 1)
    return .error(.forbiddenCharacter(scalars[found]), at: place, hints: [.eraseIt])
  }
  return nil
}

/// Points at the second of two equal keys, which the parser does not name.
private func duplicateKey(_ key: String, near mark: Mark, in source: SourceText) -> Diagnostic {
  var indent: Int?
  for number in mark.line...max(mark.line, source.lines.count) {
    guard let line = source.line(number) else { continue }
    let content = line.drop { $0 == " " || $0 == "-" }
    guard content.hasPrefix("\(key):") else { continue }
    let column = line.count - content.count
    if indent == column {
      let place = Place(in: source, line: number, column: column + 1, length: key.unicodeScalars.count)
      return .error(.duplicateKey(key), at: place)
    }
    indent = indent ?? column
  }
  let place = Place(in: source, line: mark.line, column: mark.column, length: key.unicodeScalars.count)
  return .error(.duplicateKey(key), at: place)
}

private struct YAMLMistake {
  let message: Diagnostic.Message
  let hints: [Diagnostic.Hint]
  /// Whether to show where the thing begins that the parser could not end.
  let isAtItsStart: Bool

  init(problem: String, before mark: Mark, in source: SourceText) {
    let line = source.line(mark.line)?.unicodeScalars.map(Character.init) ?? []
    let next = line.dropFirst(mark.column - 1).first
    let previous = line.prefix(mark.column - 1).last { $0 != " " }
    let followsClosing = next != nil && previous.map { "]}\"'".contains($0) } ?? false
    let isJustAfterQuote = line.prefix(mark.column - 1).last.map { "\"'".contains($0) } ?? false
    (message, hints, isAtItsStart) =
      if problem.contains("cannot start any token"), let next, "%@`".contains(next) {
        (.badStart(next), [.quoteIt], false)
      } else if problem.contains("cannot start any token") || problem.contains("found a tab character") {
        (.tab, [.spacesOnly], false)
      } else if problem.contains("mapping values are not allowed") {
        (.colonInText, [.quoteIt, .checkIndentation], false)
      } else if problem.contains("expected ',' or"), next == "[", previous.map(isWordCharacter) ?? false {
        (.unquotedReference, [.quoteReferences, .quoteWhole], false)
      } else if problem.contains("expected"), followsClosing {
        (.textAfterEnd, [isJustAfterQuote ? .innerQuotes : .quoteWhole], false)
      } else if problem.contains("expected ',' or") {
        (.unclosedFlow, [.closeIt], true)
      } else if problem.contains("could not find expected ':'") {
        (.badIndentation, [.checkIndentation], true)
      } else if problem.contains("expected key") || problem.contains("expected '-' indicator") {
        (.badIndentation, [.checkIndentation], false)
      } else if problem.contains("unexpected end of stream") {
        (.unclosedQuote, [.closeIt], true)
      } else if problem.contains("unknown escape") {
        (.badEscape, [.backslash], false)
      } else if problem.contains("undefined alias") || problem.contains("alphabetic or numeric") {
        (.badAlias, [.quoteIt], false)
      } else if problem.contains("another document") {
        (.anotherDocument, [], false)
      } else if problem.contains("nesting level") {
        (.tooDeep, [], false)
      } else {
        (.badYAML(problem), [], false)
      }
  }
}

extension Diagnostic.Message {
  fileprivate static func badYAML(_ problem: String) -> Self {
    Self(
      "bad-yaml", fr: "le YAML ne se lit pas ici : \(problem)", en: "the YAML cannot be read here: \(problem)"
    )
  }
  fileprivate static func duplicateKey(_ key: String) -> Self {
    Self("duplicate-key", fr: "« \(key) » est écrit deux fois", en: "“\(key)” is written twice")
  }
  fileprivate static var tab: Self {
    Self("tab", fr: "une tabulation ne peut pas servir de retrait", en: "a tab cannot indent")
  }
  fileprivate static var colonInText: Self {
    Self(
      "colon-in-text", fr: "ce « : » n’est pas à sa place", en: "this “:” is out of place")
  }
  fileprivate static func badStart(_ sign: Character) -> Self {
    Self(
      "bad-start", fr: "un texte ne peut pas commencer par « \(sign) »",
      en: "a text cannot start with “\(sign)”")
  }
  fileprivate static var unquotedReference: Self {
    Self(
      "unquoted-reference", fr: "entre crochets ou accolades, une référence doit être entre guillemets",
      en: "inside brackets or braces a reference must be quoted")
  }
  fileprivate static var textAfterEnd: Self {
    Self(
      "text-after-end", fr: "rien ne peut suivre ce qui vient d’être refermé",
      en: "nothing can follow what has just been closed")
  }
  fileprivate static var unclosedFlow: Self {
    Self(
      "unclosed-flow", fr: "la liste ou l’accolade ouverte ici ne se ferme pas comme attendu",
      en: "the list or brace opened here does not close as expected")
  }
  fileprivate static var badIndentation: Self {
    Self(
      "bad-indentation", fr: "cette ligne ne s’accorde pas avec celles qui la précèdent",
      en: "this line does not fit those before it")
  }
  fileprivate static func noSpace(_ key: String) -> Self {
    Self(
      "no-space", fr: "il manque une espace après « \(key): »", en: "a space is missing after “\(key):”")
  }
  fileprivate static var unclosedQuote: Self {
    Self(
      "unclosed-quote", fr: "le guillemet ouvert ici n’est pas refermé",
      en: "the quote opened here is not closed")
  }
  fileprivate static var badEscape: Self {
    Self(
      "bad-escape", fr: "entre guillemets doubles, « \\ » a un sens particulier",
      en: "between double quotes “\\” has a meaning of its own")
  }
  fileprivate static var anotherDocument: Self {
    Self(
      "another-document", fr: "« --- » commence une seconde spécification : un fichier n’en contient qu’une",
      en: "“---” starts a second spec: a file holds one only")
  }
  fileprivate static var tooDeep: Self {
    Self("too-deep", fr: "trop de listes les unes dans les autres", en: "too many lists inside each other")
  }
  fileprivate static func forbiddenCharacter(_ scalar: Unicode.Scalar) -> Self {
    let code = "U+" + String(scalar.value + 0x10000, radix: 16, uppercase: true).suffix(4)
    return Self(
      "forbidden-character", fr: "un caractère invisible (\(code)) ne peut pas figurer ici",
      en: "an invisible character (\(code)) cannot stand here")
  }
  fileprivate static var badAlias: Self {
    Self(
      "bad-alias", fr: "« * » et « & » ont un sens particulier en YAML",
      en: "“*” and “&” have a meaning of their own in YAML")
  }
}

extension Diagnostic.Hint {
  fileprivate static let spaceAfterColon = Self(
    fr: "écrivez la clé, « : », une espace, puis la valeur", en: "write the key, “:”, a space, then the value"
  )
  fileprivate static let alignKeys = Self(
    fr: "alignez-la sur les lignes voisines : les clés d’un même bloc commencent à la même colonne",
    en: "align it with its neighbours: the keys of a block start in one column")
  fileprivate static let innerQuotes = Self(
    fr:
      "une apostrophe ou un guillemet dans le texte le referme : prenez ’ et « », ou doublez-les entre guillemets simples",
    en:
      "an apostrophe or quote within the text closes it: take ’ and “ ”, or double them between single quotes"
  )
  fileprivate static let spacesOnly = Self(
    fr: "remplacez les tabulations par des espaces", en: "replace tabs by spaces")
  fileprivate static let quoteIt = Self(
    fr: "mettez le texte entre guillemets droits : \"…\"", en: "put the text between straight quotes: \"…\"")
  fileprivate static let checkIndentation = Self(
    fr: "vérifiez le retrait (les espaces en début de ligne) et le « : » après la clé",
    en: "check the indentation (spaces at the line's start) and the “:” after the key")
  fileprivate static let quoteReferences = Self(
    fr: "écrivez \"indicateur[population]\", avec les guillemets, ou une référence par ligne",
    en: "write \"indicator[population]\", quotes included, or one reference a line")
  fileprivate static let quoteWhole = Self(
    fr: "un texte se met tout entier entre guillemets droits : \"…\"",
    en: "quote a text from its first letter to its last: \"…\"")
  fileprivate static let backslash = Self(
    fr: "doublez-le : « \\\\ », ou mettez le texte entre guillemets simples",
    en: "double it: “\\\\”, or put the text between single quotes")
  fileprivate static let eraseIt = Self(
    fr: "effacez-le ; il vient souvent d’un copier-coller", en: "erase it; it often comes from a copied text")
  fileprivate static let closeIt = Self(
    fr: "refermez ce qui est ouvert", en: "close what is open")
}
