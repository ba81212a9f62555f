import Diagnostics

extension Table {
  /// The table with the types and lengths of codes that its author declares.
  ///
  /// - **Errors**: a column that is not there; in a column declared as numbers, each cell that is neither a number
  ///   nor a missing mark.
  func declaring(_ options: TableOptions, into diagnostics: inout DiagnosticCollector) -> Table {
    var columns = columns
    var pads = [Int](repeating: 0, count: columns.count)
    for pad in options.pads {
      guard let index = declaredColumn(pad.name, into: &diagnostics) else { continue }
      pads[index] = pad.length
      columns[index] = Column(name: columns[index].name, type: .text)
    }
    for declared in options.types {
      guard let index = declaredColumn(declared.name, into: &diagnostics) else { continue }
      switch declared.type {
      case .text: columns[index] = Column(name: columns[index].name, type: .text)
      case .number:
        checkNumbers(inColumn: index, into: &diagnostics)
        if columns[index].type == .text { columns[index] = Column(name: columns[index].name, type: .number) }
      }
    }
    return retyped(columns, padded: pads)
  }

  /// The index of a column that an author names, or a report that there is none.
  func declaredColumn(_ name: Located<String>, into diagnostics: inout DiagnosticCollector) -> Int? {
    if let index = columnIndex(named: name.value) { return index }
    diagnostics.report(
      .error(
        .unknownTypedColumn(name.value, in: path), at: name.place,
        hints: .suggestion(for: name.value, among: columns.map(\.name))))
    return nil
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
