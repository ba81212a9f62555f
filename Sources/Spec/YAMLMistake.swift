import Diagnostics
import Yams

/// What to tell an author about a text that is not YAML.
///
/// The parser's own words are for programmers. The mistakes that people make are few: each has a
/// sentence and a hint here, and the others keep the parser's words.
func diagnostic(for error: YamlError, in source: SourceText) -> Diagnostic {
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    let place = Place(in: source, line: mark.line, column: mark.column)
    let mistake = YAMLMistake(problem: problem, line: source.line(mark.line) ?? "")
    return .error(mistake.message, at: place, hints: mistake.hints)
  case .duplicatedKeysInMapping(let duplicates, let context):
    return duplicateKey(duplicates.first ?? "", near: context.mark, in: source)
  case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
    return .error(.badYAML(problem), at: Place(wholeFile: source.path))
  case .no, .memory, .dataCouldNotBeDecoded:
    return .error(.badYAML("\(error)"), at: Place(wholeFile: source.path))
  }
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
  return .error(.duplicateKey(key), at: Place(in: source, line: mark.line, column: mark.column))
}

private struct YAMLMistake {
  let message: Diagnostic.Message
  let hints: [Diagnostic.Hint]

  init(problem: String, line: String) {
    if problem.contains("cannot start any token"), line.contains("\t") {
      message = .tab
      hints = [.spacesOnly]
    } else if problem.contains("mapping values are not allowed") {
      message = .colonInText
      hints = [.quoteIt, .checkIndentation]
    } else if problem.contains("expected ',' or ']'") || problem.contains("expected ',' or '}'") {
      message = .unclosedFlow
      hints = line.contains("[") && line.contains("]") ? [.quoteReferences] : [.closeIt]
    } else if problem.contains("expected key") || problem.contains("expected '-' indicator")
      || problem.contains("could not find expected ':'")
    {
      message = .badIndentation
      hints = [.checkIndentation]
    } else if problem.contains("unexpected end of stream") {
      message = .unclosedQuote
      hints = [.closeIt]
    } else if problem.contains("undefined alias") || problem.contains("alphabetic or numeric") {
      message = .badAlias
      hints = [.quoteIt]
    } else {
      message = .badYAML(problem)
      hints = []
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
  fileprivate static var unclosedQuote: Self {
    Self(
      "unclosed-quote", fr: "un guillemet ou un crochet ouvert n’est pas refermé",
      en: "a quote or bracket is not closed")
  }
  fileprivate static var badAlias: Self {
    Self(
      "bad-alias", fr: "« * » et « & » ont un sens particulier en YAML",
      en: "“*” and “&” have a meaning of their own in YAML")
  }
}

extension Diagnostic.Hint {
  fileprivate static let spacesOnly = Self(
    fr: "remplacez les tabulations par des espaces", en: "replace tabs by spaces")
  fileprivate static let quoteIt = Self(
    fr: "mettez le texte entre guillemets droits : \"…\"", en: "put the text between straight quotes: \"…\"")
  fileprivate static let checkIndentation = Self(
    fr: "vérifiez le retrait (les espaces en début de ligne) et le « : » après la clé",
    en: "check the indentation (spaces at the line's start) and the “:” after the key")
  fileprivate static let quoteReferences = Self(
    fr:
      "entre crochets, mettez « indicateur[population] » entre guillemets, ou écrivez une référence par ligne",
    en: "inside brackets, quote \"indicator[population]\", or write one reference a line")
  fileprivate static let closeIt = Self(
    fr: "refermez ce qui est ouvert", en: "close what is open")
}
