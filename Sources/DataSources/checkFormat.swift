import Diagnostics
import SQLite

/// The format in which a file is to be read: the declared one, that of its name, or else what its bytes look like.
///
/// - **Errors**: bytes that are of another format, or of one that is not read; the result is `nil` then. What a
///   database's name promises, SQLite checks.
func checkFormat(
  of bytes: [UInt8], path: String, declared: DataFormat?, into diagnostics: inout DiagnosticCollector
) -> DataFormat? {
  let expected = declared ?? DataFormat.named(by: path)
  let place = Place(wholeFile: path)
  func fail(_ message: Diagnostic.Message, _ hint: Diagnostic.Hint) -> DataFormat? {
    diagnostics.report(.error(message, at: place, hints: [hint]))
    return nil
  }
  if expected == .sqlite { return .sqlite }
  switch FileSignature(of: bytes) {
  case .database:
    guard let declared else { return .sqlite }
    return fail(.databaseNot(declared), .isDatabase)
  case .encryptedDocument: return fail(.passwordProtected, .removePassword)
  case .compoundDocument: return fail(.oldSpreadsheet, .saveAsXLSX)
  case .archive:
    guard let expected else { return .xlsx }
    return expected.isSpreadsheet
      ? expected : fail(.spreadsheetNotText(expected), .isSpreadsheet(isDeclared: declared != nil))
  case .markup:
    guard expected?.isSpreadsheet ?? true else { return expected }
    return fail(.markupNotSpreadsheet, .saveAsXLSX)
  case .json:
    return expected.map { $0.isSpreadsheet ? fail(.textNotSpreadsheet, .isText("json")) : $0 } ?? .json
  case .text:
    return expected.map { $0.isSpreadsheet ? fail(.textNotSpreadsheet, .isText("csv")) : $0 } ?? .csv
  case .nothing:
    guard expected?.isSpreadsheet ?? false else { return expected ?? .csv }
    return fail(.emptyFile, .copyAgain)
  }
}

/// What the first bytes of a file tell of it.
enum FileSignature: Hashable {
  /// A SQLite database.
  case database
  /// A ZIP archive.
  case archive
  /// A file of the Office of before 2007.
  case compoundDocument
  /// One that holds an encrypted newer document.
  case encryptedDocument
  /// A web page or XML: what some programs write as `.xls`.
  case markup
  case json, text, nothing

  /// - **Source**: PKWARE, *APPNOTE*, section 4.3; Microsoft, *MS-CFB*, section 2.2, and *MS-OFFCRYPTO*, section 2.3.4.4.
  init(of bytes: [UInt8]) {
    if bytes.isEmpty {
      self = .nothing
    } else if bytes.starts(with: Database.fileMark) {
      self = .database
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .archive
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      let name: [UInt8] = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
      self = bytes.firstRange(of: name) == nil ? .compoundDocument : .encryptedDocument
    } else {
      self = Self.kind(ofText: bytes)
    }
  }

  private static func kind(ofText bytes: [UInt8]) -> FileSignature {
    let text = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
    let content = text.drop { $0 == ASCII.space || $0 == ASCII.tab || ASCII.isLineBreak($0) }
    if content.first == UInt8(ascii: "{") || content.first == UInt8(ascii: "[") { return .json }
    let start = String(decoding: content.prefix(9), as: UTF8.self).lowercased()
    return ["<html", "<!doctype", "<?xml", "<table"].contains(where: start.hasPrefix) ? .markup : .text
  }
}

extension Diagnostic.Message {
  static let passwordProtected = Self(
    "password-protected", fr: "ce classeur est protégé par un mot de passe",
    en: "this workbook is protected by a password")
  fileprivate static let oldSpreadsheet = Self(
    "old-spreadsheet", fr: "ce fichier est un classeur .xls d’avant 2007, qui ne se lit pas",
    en: "this file is an .xls workbook from before 2007, which is not read")
  fileprivate static let markupNotSpreadsheet = Self(
    "not-a-spreadsheet", fr: "ce fichier est une page web ou du XML, et non un classeur XLSX ou ODS",
    en: "this file is a web page or XML, not an XLSX or ODS workbook")
  fileprivate static let textNotSpreadsheet = Self(
    "not-a-spreadsheet", fr: "ce fichier est du texte, et non un classeur",
    en: "this file is text, not a workbook")
  fileprivate static func spreadsheetNotText(_ format: DataFormat) -> Self {
    let name = format.rawValue.uppercased()
    return Self(
      "spreadsheet-not-text", fr: "ce fichier est un classeur (ou une archive ZIP), et non du \(name)",
      en: "this file is a workbook (or a ZIP archive), not \(name)")
  }
  fileprivate static func databaseNot(_ format: DataFormat) -> Self {
    let name = format.rawValue.uppercased()
    return Self(
      "database-not-file", fr: "ce fichier est une base SQLite, et non du \(name)",
      en: "this file is a SQLite database, not \(name)")
  }
  fileprivate static let emptyFile = Self("empty-table", fr: "ce fichier est vide", en: "this file is empty")
}

extension Diagnostic.Hint {
  static let removePassword = Self(
    fr: "ouvrez-le dans le tableur et enregistrez-le sans mot de passe",
    en: "open it in the spreadsheet program and save it without a password")
  static let saveAsXLSX = Self(
    fr: "ouvrez-le dans LibreOffice ou Excel et enregistrez-le au format .xlsx ou .ods",
    en: "open it in LibreOffice or Excel and save it as .xlsx or .ods")
  static let copyAgain = Self(
    fr: "copiez ou téléchargez-le de nouveau", en: "copy or download it again")
  fileprivate static let isDatabase = Self(
    fr: "déclarez « format: sqlite », et « table: » ou « query: »",
    en: "declare `format: sqlite`, and `table:` or `query:`")
  fileprivate static func isText(_ format: String) -> Self {
    Self(
      fr: "déclarez « format: \(format) », ou donnez-lui un nom en .\(format)",
      en: "declare `format: \(format)`, or give it a name that ends in .\(format)")
  }
  fileprivate static func isSpreadsheet(isDeclared: Bool) -> Self {
    isDeclared
      ? Self(
        fr: "déclarez « format: xlsx » ou « format: ods »", en: "declare `format: xlsx` or `format: ods`")
      : Self(
        fr: "donnez-lui un nom en .xlsx ou .ods, ou déclarez son « format: »",
        en: "give it a name that ends in .xlsx or .ods, or declare its `format:`")
  }
}
