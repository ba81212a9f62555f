import Diagnostics

/// A JSON file: its value, and the places of its parts.
struct JSONDocument {
  let text: DataText
  let root: JSONNode

  /// - **Errors**: bytes that are not UTF-8, a text that is not JSON, each at its line and column; `nil` then.
  init?(_ bytes: [UInt8], path: String, into diagnostics: inout DiagnosticCollector) {
    guard let decoded = decodeText(bytes, path: path, declared: .utf8, into: &diagnostics) else { return nil }
    text = decoded.text
    do throws(JSONReader.Mistake) {
      root = try JSONReader.read(text.bytes, from: text.start)
    } catch {
      let place = text.place(at: error.offset..<(error.offset + 1))
      diagnostics.report(.error(.notJSON(error.reason), at: place, hints: [.checkCommas]))
      return nil
    }
  }

  func place(of node: JSONNode) -> Place { text.place(at: node.range) }

  func place(of member: JSONMember) -> Place { text.place(at: member.keyRange) }

  /// The line on which a part starts.
  func line(of node: JSONNode) -> Int { text.line(at: node.range.lowerBound) }
}

extension DataText {
  func line(at offset: Int) -> Int { firstLine + lineBreaks(in: start..<max(start, offset)) }

  /// The place of a range whose line is not known.
  func place(at range: Range<Int>) -> Place {
    let range = range.clamped(to: 0..<bytes.count)
    return place(of: range, line: line(at: range.lowerBound))
  }
}

extension Diagnostic.Message {
  fileprivate static func notJSON(_ reason: JSONReader.Mistake.Reason) -> Self {
    let (french, english) =
      switch reason {
      case .unexpected: ("ce signe n’est pas attendu ici", "this sign is not expected here")
      case .unclosed: ("la fin manque", "the end is missing")
      case .badNumber: ("ce nombre est mal écrit", "this number is badly written")
      case .badEscape: ("« \\ » n’a pas ce sens", "“\\” has no such meaning")
      case .tooDeep: ("trop de parenthèses l’une dans l’autre", "too many brackets in one another")
      case .moreBehind: ("quelque chose suit la fin", "something follows the end")
      }
    return Self(
      "not-json", fr: "ce fichier n’est pas du JSON bien formé : \(french)",
      en: "this file is not well-formed JSON: \(english)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let checkCommas = Self(
    fr: "une virgule ou un guillemet en trop ou manquant en est souvent la cause",
    en: "a comma or a quote too many or too few is often the cause")
}
