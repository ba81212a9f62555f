extension Table {
  /// The table as text: its form, its columns, then a row a line.
  package var listing: String {
    let form = "table \(path) \(written)decimal mark \(numbers.decimalMark.rawValue)"
    let heads = columns.map { "column \($0.name) \($0.type.rawValue)" }
    let body = rows.map { row in
      "row \(fileRow(row)) "
        + columns.indices.map { printed(cell(row: row, column: $0)) }.joined(separator: " | ")
    }
    return ([form] + heads + body).joined(separator: "\n") + "\n"
  }

  private var written: String {
    guard let dialect else { return "" }
    return "delimiter \(dialect.delimiter.rawValue) encoding \(dialect.encoding.rawValue) "
  }

  private func printed(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): "“\(text)”"
    case .number(let number): "\(number)"
    case .missing(let kind): "(\(kind.rawValue))"
    }
  }
}
