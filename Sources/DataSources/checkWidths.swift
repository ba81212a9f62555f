import Diagnostics

/// Checks that each row has as many cells as the header.
///
/// - Parameter misquoted: records with misplaced quotes, whose cells cannot be told apart.
/// - **Errors**: each uneven row, at its first cell too many or at the last cell it has.
func checkWidths(
  of records: CSVRecords, except misquoted: Set<Int>, in text: DataText, delimiter: Delimiter,
  into diagnostics: inout DiagnosticCollector
) {
  let expected = records.width(of: 0)
  let uneven = (1..<records.count).filter { records.width(of: $0) != expected && !misquoted.contains($0) }
  diagnostics.report(uneven) { record in
    let found = records.width(of: record)
    let place = cellPlace(record: record, column: min(expected, found - 1), in: records, text: text)
    return .error(.unevenRow(expected: expected, found: found), at: place, hints: [.quote(delimiter)])
  } more: { count, record in
    .error(.moreUnevenRows(count), at: cellPlace(record: record, column: 0, in: records, text: text))
  }
}

extension Diagnostic.Message {
  fileprivate static func unevenRow(expected: Int, found: Int) -> Self {
    Self(
      "uneven-row",
      fr: "cette ligne a \(found) \(found == 1 ? "cellule" : "cellules"), l’en-tête en a \(expected)",
      en: "this row has \(found) \(found == 1 ? "cell" : "cells"), the header has \(expected)")
  }

  fileprivate static func moreUnevenRows(_ count: Int) -> Self {
    Self(
      "more-uneven-rows",
      fr: count == 1
        ? "… et 1 autre ligne n’a pas le nombre de cellules de l’en-tête"
        : "… et \(count) autres lignes n’ont pas le nombre de cellules de l’en-tête",
      en: count == 1
        ? "… and 1 more row does not have as many cells as the header"
        : "… and \(count) more rows do not have as many cells as the header")
  }
}

extension Diagnostic.Hint {
  fileprivate static func quote(_ delimiter: Delimiter) -> Self {
    let french: String
    let english: String
    switch delimiter {
    case .semicolon: (french, english) = ("un « ; »", "a `;`")
    case .comma: (french, english) = ("une « , »", "a `,`")
    case .pipe: (french, english) = ("un « | »", "a `|`")
    case .tab: (french, english) = ("une tabulation", "a tab")
    }
    return Self(
      fr: "un texte qui contient \(french) ou un retour à la ligne doit être entre guillemets droits (\")",
      en: "a text that contains \(english) or a line break must stand in straight quotes (\")")
  }
}
