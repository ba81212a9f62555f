import Diagnostics

/// Reads the bytes of a data file as text.
///
/// What the author declares holds. Else a byte order mark or well-formed UTF-8 means UTF-8, and all else is
/// Windows-1252: accented French in that code page is practically never well-formed UTF-8 by chance.
///
/// - **Errors**: a NUL byte (not a text, or UTF-16); a byte that has no meaning in the encoding, located; `nil` then.
/// - **Warnings**: a declaration of Windows-1252 for what is UTF-8 by all appearances.
func decodeText(
  _ bytes: [UInt8], path: String, declared: TextEncoding?, into diagnostics: inout DiagnosticCollector
) -> (text: DataText, encoding: TextEncoding)? {
  guard !bytes.contains(0) else {
    diagnostics.report(.error(.notText, at: Place(wholeFile: path), hints: [.saveAsUTF8]))
    return nil
  }
  let hasMark = bytes.starts(with: byteOrderMark)
  let start = hasMark ? byteOrderMark.count : 0
  let notUTF8 = UTF8Validation.badOffsets(in: bytes, from: start)
  let encoding = declared ?? (hasMark || notUTF8.isEmpty ? .utf8 : .windows1252)
  func place(of offset: Int) -> Place { bytePlace(at: offset, in: bytes, path: path, encoding: encoding) }

  switch encoding {
  case .utf8:
    if let first = notUTF8.first {
      let message = Diagnostic.Message.badByte(bytes[first], encoding, others: notUTF8.count - 1)
      diagnostics.report(.error(message, at: place(of: first), hints: [.saveAsUTF8OrDeclare]))
      return nil
    }
    return (DataText(path: path, bytes: bytes, start: start), encoding)
  case .windows1252:
    let undefined = bytes.indices.filter { Windows1252.scalar(bytes[$0]) == nil }
    if let first = undefined.first {
      let message = Diagnostic.Message.badByte(bytes[first], encoding, others: undefined.count - 1)
      diagnostics.report(.error(message, at: place(of: first), hints: [.saveAsUTF8]))
      return nil
    }
    if notUTF8.isEmpty, let accent = bytes.firstIndex(where: { $0 >= 0x80 }) {
      diagnostics.report(.warning(.looksLikeUTF8, at: place(of: accent), hints: [.declareUTF8]))
    }
    return (DataText(path: path, bytes: Windows1252.utf8(bytes)), encoding)
  }
}

/// U+FEFF in UTF-8, which some programs put before a text.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// The place of a byte in a file that cannot be read as text as a whole.
private func bytePlace(at offset: Int, in bytes: [UInt8], path: String, encoding: TextEncoding) -> Place {
  let hasMark = encoding == .utf8 && bytes.starts(with: byteOrderMark)
  let lineStart = max(bytes.lineStart(before: offset), hasMark ? byteOrderMark.count : 0)
  func readable(_ range: Range<Int>) -> String {
    switch encoding {
    case .utf8: String(decoding: bytes[range], as: UTF8.self)
    case .windows1252: String(decoding: Windows1252.utf8(bytes[range]), as: UTF8.self)
    }
  }
  let line = 1 + bytes.lineBreaks(in: 0..<offset)
  let text = readable(lineStart..<bytes.lineEnd(from: offset))
  return Place(
    in: SourceText(path: path, text: text, firstLine: line), line: line,
    column: 1 + readable(lineStart..<offset).unicodeScalars.count)
}

extension Diagnostic.Message {
  fileprivate static let notText = Self(
    "not-text", fr: "ce fichier n’est pas un fichier de texte", en: "this file is not a text file")

  fileprivate static func badByte(_ byte: UInt8, _ encoding: TextEncoding, others: Int) -> Self {
    let digits = String(byte, radix: 16, uppercase: true)
    let hex = "0x" + (digits.count < 2 ? "0" : "") + digits
    let count =
      others == 0
      ? Bilingual(fr: "", en: "")
      : Bilingual(
        fr: " (et \(others) \(others == 1 ? "autre" : "autres") plus loin)",
        en: " (and \(others) more further on)")
    return Self(
      "bad-byte", fr: "l’octet \(hex) n’a pas de sens en \(encoding.rawValue)\(count.french)",
      en: "byte \(hex) has no meaning in \(encoding.rawValue)\(count.english)")
  }

  fileprivate static let looksLikeUTF8 = Self(
    "looks-like-utf-8", fr: "ce fichier est déclaré en windows-1252, mais paraît être en utf-8",
    en: "this file is declared as windows-1252, but looks like utf-8")
}

extension Diagnostic.Hint {
  fileprivate static let saveAsUTF8 = Self(
    fr: "enregistrez le fichier au format « CSV UTF-8 »", en: "save the file as “CSV UTF-8”")
  fileprivate static let saveAsUTF8OrDeclare = Self(
    fr: "enregistrez le fichier en UTF-8, ou déclarez « encoding: windows-1252 »",
    en: "save the file as UTF-8, or declare `encoding: windows-1252`")
  fileprivate static let declareUTF8 = Self(
    fr: "déclarez « encoding: utf-8 »", en: "declare `encoding: utf-8`")
}
