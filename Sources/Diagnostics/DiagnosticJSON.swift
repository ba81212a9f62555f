import Foundation

extension Diagnostic {
  /// The diagnostic as one line of JSON, with the fields of the text form.
  package func json(in language: MessageLanguage) throws -> String {
    let shown = place.flatMap { $0.line > 0 ? $0 : nil }
    let line = JSONLine(
      type: "diagnostic", severity: severity.rawValue, code: message.code, message: message.text(language),
      file: place?.path, line: shown?.line, column: shown?.column, length: shown?.length,
      cell: shown?.cell, excerpt: shown.flatMap { $0.source.line($0.line) }, hints: hints.map { $0(language) }
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(line), as: UTF8.self)
  }

  private struct JSONLine: Encodable {
    let type: String
    let severity: String
    let code: String
    let message: String
    let file: String?
    let line: Int?
    let column: Int?
    let length: Int?
    let cell: String?
    let excerpt: String?
    let hints: [String]
  }
}
