import Diagnostics

extension Table {
  /// The table with the types that its author declares.
  ///
  /// - **Errors**: a column that is not there; in a column declared as numbers, each cell that is neither a number
  ///   nor a missing mark.
  func declaring(_ types: [TypedColumn], into diagnostics: inout DiagnosticCollector) -> Table {
    var columns = columns
    for declared in types {
      guard let index = columnIndex(named: declared.name.value) else {
        diagnostics.report(
          .error(
            .unknownTypedColumn(declared.name.value, in: path), at: declared.name.place,
            hints: .suggestion(for: declared.name.value, among: columns.map(\.name))))
        continue
      }
      switch declared.type {
      case .text: columns[index] = Column(name: columns[index].name, type: .text)
      case .number:
        checkNumbers(inColumn: index, into: &diagnostics)
        if columns[index].type == .text { columns[index] = Column(name: columns[index].name, type: .number) }
      }
    }
    return retyped(columns)
  }

  private func checkNumbers(inColumn column: Int, into diagnostics: inout DiagnosticCollector) {
    let wrong = rows.filter {
      if case .notANumber = number(row: $0, column: column) { true } else { false }
    }
    let name = columns[column].name
    diagnostics.report(wrong) { row in
      .error(
        .notADeclaredNumber(text(row: row, column: column), name), at: place(row: row, column: column),
        hints: [.declareMark])
    } more: { count, row in
      .error(.moreNotNumbers(count, name), at: place(row: row, column: column))
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownTypedColumn(_ name: String, in path: String) -> Self {
    Self(
      "unknown-data-column", fr: "« \(path) » n’a pas de colonne « \(name) »",
      en: "“\(path)” has no column “\(name)”")
  }

  fileprivate static func notADeclaredNumber(_ text: String, _ column: String) -> Self {
    Self(
      "not-a-declared-number",
      fr: "« \(text) » n’est pas un nombre, alors que la colonne « \(column) » est déclarée comme telle",
      en: "“\(text)” is not a number, though the column “\(column)” is declared to be of numbers")
  }

  fileprivate static func moreNotNumbers(_ count: Int, _ column: String) -> Self {
    Self(
      "more-not-numbers",
      fr: count == 1
        ? "… et 1 autre cellule de « \(column) » n’est pas un nombre"
        : "… et \(count) autres cellules de « \(column) » ne sont pas des nombres",
      en: count == 1
        ? "… and 1 more cell of “\(column)” is not a number"
        : "… and \(count) more cells of “\(column)” are not numbers")
  }
}

extension Diagnostic.Hint {
  fileprivate static let declareMark = Self(
    fr: "si c’est une marque de valeur manquante, déclarez-la sous « missing: »",
    en: "if it marks a missing value, declare it under `missing:`")
}
