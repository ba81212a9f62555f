import Diagnostics
import Foundation
import Model
import Typography

/// Abbreviations: explained where they are first used in running text, listed where the author wants.
extension Composer {
  /// A paragraph in which abbreviations met for the first time are followed by what they stand for, in parentheses:
  /// “les QPV (quartiers prioritaires de la politique de la ville)”. So the sentence around needs no change, whatever
  /// its articles and elisions. Those met again carry their meaning for listeners.
  mutating func explained(_ text: RichText) -> RichText {
    guard !report.abbreviations.isEmpty else { return text }
    var pieces: [RichText.Piece] = []
    for (index, piece) in text.pieces.enumerated() {
      guard piece.role == nil, !piece.isCode, piece.link == nil else {
        pieces.append(piece)
        continue
      }
      let before = pieces.map(\.text).joined()
      let after = text.pieces[(index + 1)...].map(\.text).joined()
      pieces += explained(piece, before: before, after: after)
    }
    return RichText(pieces: pieces)
  }

  private mutating func explained(
    _ piece: RichText.Piece, before: String, after: String
  ) -> [RichText.Piece] {
    let text = piece.text
    var pieces: [RichText.Piece] = []
    var start = text.startIndex
    func add(upTo end: String.Index) {
      if start < end { pieces.append(piece.with(String(text[start..<end]))) }
      start = end
    }
    for found in abbreviations.finder.all(in: text) {
      let abbreviation = report.abbreviations[found.number]
      let context = AbbreviationContext(
        before: before + text[..<found.range.lowerBound], after: text[found.range.upperBound...] + after)
      if abbreviations.isExplained(found.number) {
        add(upTo: found.range.lowerBound)
        var one = piece.with(String(text[found.range]))
        one.role = .abbreviation(meaning: typeset(abbreviation.meaning, profile))
        pieces.append(one)
        start = found.range.upperBound
      } else if context.isPartOfCompound {
        continue
      } else {
        abbreviations.noteExplanation(of: found.number)
        if context.explains(abbreviation) { continue }
        add(upTo: found.range.upperBound)
        var meaning = piece.with(explanation(of: abbreviation, context, written: String(text[found.range])))
        // Bold that the abbreviation alone has is not its meaning's.
        if found.range == text.startIndex..<text.endIndex { meaning.isStrong = false }
        pieces.append(meaning)
      }
    }
    add(upTo: text.endIndex)
    return pieces
  }

  private func explanation(
    of abbreviation: Abbreviation, _ context: AbbreviationContext, written: String
  ) -> String {
    let isPlural = written != abbreviation.name || PluralBefore(report.head.language).holds(context.before)
    let meaning = typeset(
      isPlural ? abbreviation.plural ?? abbreviation.meaning : abbreviation.meaning, profile)
    return context.isInParentheses ? " [\(meaning)]" : " (\(meaning))"
  }

  // MARK: The glossary

  /// The abbreviations used, in the order of a dictionary of the language; those that are not are told.
  mutating func glossary() -> [GlossaryEntry] {
    for (number, abbreviation) in report.abbreviations.enumerated()
    where !abbreviations.used.contains(number) {
      diagnostics.report(
        .warning(.notUsed(abbreviation.name), at: abbreviation.place, hints: [.asDeclared]))
    }
    let used = report.abbreviations.enumerated().filter { abbreviations.used.contains($0.offset) }
    let locale = Locale(identifier: report.head.language.rawValue)
    return used.map(\.element).sorted { first, second in
      let order = first.name.compare(
        second.name, options: [.caseInsensitive, .diacriticInsensitive], locale: locale)
      return order == .orderedSame ? first.name < second.name : order == .orderedAscending
    }.map { GlossaryEntry(name: $0.name, meaning: capitalized(typeset($0.meaning, profile))) }
  }
}

/// What stands around an abbreviation.
private struct AbbreviationContext {
  let before: String
  let after: String

  /// Whether a hyphen binds it to a word after it: “QPV-test”.
  var isPartOfCompound: Bool { after.first == "-" && after.dropFirst().first?.isLetter ?? false }

  var isInParentheses: Bool {
    var depth = 0
    for character in before {
      if character == "(" { depth += 1 } else if character == ")" { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  /// Whether the author explains it: “quartiers … (QPV)”, or “QPV (quartiers …)”.
  func explains(_ abbreviation: Abbreviation) -> Bool {
    if before.hasSuffix("("), after.hasPrefix(")") { return true }
    let rest = after.drop { $0.isWhitespace }
    guard rest.first == "(" else { return false }
    let said = rest.dropFirst().lowercased()
    return [abbreviation.meaning, abbreviation.plural].compactMap(\.self).contains { meaning in
      said.hasPrefix(meaning.prefix { $0.isLetter }.lowercased())
    }
  }
}

extension RichText.Piece {
  fileprivate func with(_ text: String) -> RichText.Piece {
    var piece = self
    piece.text = text
    return piece
  }
}

extension Diagnostic.Message {
  fileprivate static func notUsed(_ name: String) -> Self {
    Self(
      "abbreviation-not-used", fr: "l’abréviation « \(name) » n’est employée nulle part",
      en: "the abbreviation “\(name)” is used nowhere")
  }
}

extension Diagnostic.Hint {
  fileprivate static let asDeclared = Self(
    fr: "supprimez-la, ou écrivez-la dans les textes avec les mêmes majuscules",
    en: "delete it, or write it in texts with the same capitals")
}
