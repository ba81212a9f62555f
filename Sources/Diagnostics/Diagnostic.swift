/// One thing an author should know about a spec or its data: what is wrong, where, and what would mend it.
package struct Diagnostic: Hashable, Sendable {
  /// How much it matters: an error means nothing is written, a warning that something was put right or left out.
  package enum Severity: String, Hashable, Sendable { case error, warning }

  /// A sentence in the languages that Vigie speaks, and a stable code for programs.
  package struct Message: Hashable, Sendable {
    package let code: String
    package let text: Bilingual

    package init(_ code: String, fr french: String, en english: String) {
      self.code = code
      self.text = Bilingual(fr: french.maskingPasswords, en: english.maskingPasswords)
    }
  }

  /// What would mend it.
  package typealias Hint = Bilingual

  package let severity: Severity
  package let message: Message
  package let place: Place?
  package let hints: [Hint]

  package static func error(_ message: Message, at place: Place?, hints: [Hint] = []) -> Diagnostic {
    Diagnostic(severity: .error, message: message, place: place, hints: hints)
  }

  package static func warning(_ message: Message, at place: Place?, hints: [Hint] = []) -> Diagnostic {
    Diagnostic(severity: .warning, message: message, place: place, hints: hints)
  }
}

/// The language of messages, which need not be that of the report.
package enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"
}

/// A text in both languages of the messages.
package struct Bilingual: Hashable, Sendable {
  package let french: String
  package let english: String

  package init(fr french: String, en english: String) {
    self.french = french
    self.english = english
  }

  package func callAsFunction(_ language: MessageLanguage) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
