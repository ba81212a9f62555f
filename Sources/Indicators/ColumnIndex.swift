import DataSources

/// Which rows of a table read as what in one column, without the spaces around, which nobody sees in a
/// spreadsheet.
struct ColumnIndex {
  private let rowsByText: [String: [Int]]
  private let textByRow: [String]
  /// The texts of the column, each once, in the order of the file; the first few hundred.
  let texts: [String]

  private static let enough = 200

  init(of table: Table, column: Int) {
    var rowsByText: [String: [Int]] = [:]
    var textByRow: [String] = []
    var texts: [String] = []
    for row in table.rows {
      let text = table.text(row: row, column: column).trimmed
      textByRow.append(text)
      if rowsByText[text] == nil && texts.count < Self.enough { texts.append(text) }
      rowsByText[text, default: []].append(row)
    }
    self.rowsByText = rowsByText
    self.textByRow = textByRow
    self.texts = texts
  }

  func rows(reading text: String) -> [Int] { rowsByText[text] ?? [] }

  func rows(reading text: String, among rows: [Int]) -> [Int] { rows.filter { textByRow[$0] == text } }

  /// The texts of some rows, each once.
  func texts(of rows: [Int]) -> [String] { distinct(rows.prefix(Self.enough).map { textByRow[$0] }) }
}

extension String {
  fileprivate var trimmed: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    return String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
