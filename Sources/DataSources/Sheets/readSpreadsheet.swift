import Diagnostics
import XML
import Zip

/// Reads a sheet of a spreadsheet into a table.
///
/// - **Errors**: a file that cannot be opened; a sheet or range that is not there; what is wrong with cells.
func readSpreadsheet(
  _ bytes: [UInt8], path: String, options: TableOptions, into diagnostics: inout DiagnosticCollector
) -> Table? {
  do {
    let (file, format) = try openSheetFile(bytes, asked: options.sheet?.value)
    let workbook = file.workbook
    guard let choice = chooseSheet(of: workbook, options: options, path: path, into: &diagnostics) else {
      return nil
    }
    let sheet = try file.sheet(choice.sheet)
    return makeTable(
      of: sheet, in: choice.range, options: options, path: path, format: format, sheets: workbook.sheets,
      into: &diagnostics)
  } catch {
    diagnostics.report(.error(error.message, at: Place(wholeFile: path), hints: [error.hint]))
    return nil
  }
}

extension SheetFileError {
  fileprivate var message: Diagnostic.Message {
    switch self {
    case .encrypted, .archive(.encrypted): .passwordProtected
    case .notASpreadsheet: .notASpreadsheet
    case .binaryWorkbook: .binaryWorkbook
    case .noSheets: .noSheets
    case .tooManyCells: .tooManyCells
    case .archive(.tooLarge(let part)): .tooLarge(part)
    case .archive(.notAnArchive), .archive(.inconsistent): .cutShort
    case .archive(.noSuchEntry(let part)): .noPart(part)
    case .archive(.damaged(let part)): .damagedPart(part)
    case .document(.malformed(let line), let part): .malformed(part, line: line)
    case .document(.hasDocumentType, let part): .hasDocumentType(part)
    }
  }

  fileprivate var hint: Diagnostic.Hint {
    switch self {
    case .encrypted, .archive(.encrypted): .removePassword
    case .notASpreadsheet, .binaryWorkbook, .noSheets: .saveAsXLSX
    case .tooManyCells: .saveAsCSV
    case .archive(.tooLarge), .document(.hasDocumentType, part: _): .saveAnew
    case .archive(.notAnArchive), .archive(.inconsistent): .copyAgain
    case .archive(.noSuchEntry), .archive(.damaged), .document(.malformed, part: _): .saveAnew
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let notASpreadsheet = Self(
    "not-a-spreadsheet", fr: "ce fichier n’est ni un classeur XLSX ni un classeur ODS",
    en: "this file is neither an XLSX nor an ODS workbook")
  fileprivate static let binaryWorkbook = Self(
    "not-a-spreadsheet", fr: "ce classeur est au format binaire .xlsb, qui ne se lit pas",
    en: "this workbook is in the binary form .xlsb, which is not read")
  fileprivate static let noSheets = Self(
    "no-sheets", fr: "ce classeur n’a aucune feuille de cellules", en: "this workbook has no sheet with cells"
  )
  fileprivate static let tooManyCells = Self(
    "too-many-cells", fr: "cette feuille a plus de \(Sheet.cellLimit) cellules remplies",
    en: "this sheet has more than \(Sheet.cellLimit) filled cells")
  fileprivate static func tooLarge(_ part: String) -> Self {
    Self(
      "damaged-workbook", fr: "« \(part) », dans ce classeur, est démesuré une fois décompressé",
      en: "“\(part)” in this workbook is enormous once unpacked")
  }
  fileprivate static let cutShort = Self(
    "damaged-workbook", fr: "ce classeur est incomplet ou abîmé : il ne se décompresse pas",
    en: "this workbook is incomplete or damaged: it cannot be unpacked")
  fileprivate static func noPart(_ part: String) -> Self {
    Self(
      "damaged-workbook", fr: "il manque « \(part) » dans ce classeur",
      en: "“\(part)” is missing from this workbook")
  }
  fileprivate static func damagedPart(_ part: String) -> Self {
    Self(
      "damaged-workbook", fr: "« \(part) », dans ce classeur, est abîmé",
      en: "“\(part)” in this workbook is damaged")
  }
  fileprivate static func malformed(_ part: String, line: Int) -> Self {
    Self(
      "damaged-workbook", fr: "« \(part) », dans ce classeur, n’est pas du XML bien formé (ligne \(line))",
      en: "“\(part)” in this workbook is not well-formed XML (line \(line))")
  }
  fileprivate static func hasDocumentType(_ part: String) -> Self {
    Self(
      "damaged-workbook",
      fr: "« \(part) », dans ce classeur, déclare un type de document, ce qu’aucun tableur ne fait",
      en: "“\(part)” in this workbook declares a document type, which no spreadsheet program does")
  }
}

extension Diagnostic.Hint {
  fileprivate static let saveAnew = Self(
    fr: "ouvrez-le dans LibreOffice ou Excel et enregistrez-le de nouveau",
    en: "open it in LibreOffice or Excel and save it again")
  fileprivate static let saveAsCSV = Self(
    fr: "enregistrez la feuille au format CSV, ou n’y gardez que ce qui sert",
    en: "save the sheet as CSV, or keep only what is needed in it")
}
