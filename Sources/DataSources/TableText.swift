extension Table {
  /// The table as text: its form, its columns, then a row a line.
  package var listing: String {
    let form =
      "table \(path) delimiter \(dialect.delimiter.rawValue) encoding \(dialect.encoding.rawValue) "
      + "decimal mark \(dialect.numbers.decimalMark.rawValue)"
    let heads = columns.map { "column \($0.name) \($0.type.rawValue)" }
    let body = rows.map { row in
      "row \(line(ofRow: row)) "
        + columns.indices.map { printed(cell(row: row, column: $0)) }.joined(separator: " | ")
    }
    return ([form] + heads + body).joined(separator: "\n") + "\n"
  }

  private func printed(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): "“\(text)”"
    case .number(let number): "\(number)"
    case .missing(let kind): "(\(kind.rawValue))"
    }
  }
}
