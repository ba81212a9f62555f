import Diagnostics

/// What merged cells below the header give the cells that they cover.
///
/// - **Errors**: each merged cell with a value that covers others, unless the author says what they stand for.
func checkMerges(
  of body: SheetBody, declared: MergedCells?, into diagnostics: inout DiagnosticCollector
) -> [CellName: SheetCell] {
  let sheet = body.rows.sheet
  guard !sheet.merges.isEmpty else { return [:] }
  let numbers = body.indices.map(body.rows.line)
  guard let firstNumber = numbers.min(), let lastNumber = numbers.max() else { return [:] }
  let region = CellRange(rows: firstNumber...lastNumber, columns: body.columns)
  let known = Set(numbers)
  /// A tall merge may cover more than there is, a sheet may have more merges than rows.
  func rows(coveredBy merge: CellRange) -> [Int] {
    merge.rows.count < numbers.count
      ? merge.rows.filter(known.contains) : numbers.filter(merge.rows.contains)
  }
  let rowsByNumber = Dictionary((0..<sheet.rowCount).map { (sheet.number(ofRow: $0), $0) }) { first, _ in
    first
  }

  var covered: [CellName: SheetCell] = [:]
  var wrong: [CellRange] = []
  for merge in sheet.merges where merge.overlaps(region) {
    let row = rowsByNumber[merge.rows.lowerBound]
    guard let value = row.flatMap({ sheet.cell(inRow: $0, column: merge.columns.lowerBound) }) else {
      continue
    }
    let shared = merge.columns.clamped(to: region.columns)
    let names = rows(coveredBy: merge).lazy.flatMap { row in
      shared.lazy.map { CellName(row: row, column: $0) }
    }.filter { $0 != merge.first }
    if names.isEmpty { continue }
    switch declared {
    case nil: wrong.append(merge)
    case .repeat: for name in names { covered[name] = value }
    case .first: for name in names { covered[name] = .value(.empty) }
    }
  }
  report(wrong, in: body, into: &diagnostics)
  return covered
}

private func report(
  _ merges: [CellRange], in body: SheetBody, into diagnostics: inout DiagnosticCollector
) {
  func place(of merge: CellRange) -> Place {
    let row = (0..<body.rows.count).first { merge.rows.contains(body.rows.line(of: $0)) } ?? 0
    return body.rows.place(row, max(0, merge.columns.lowerBound - body.columns.lowerBound))
  }
  let lastOfHeader = body.rows.line(of: min(body.rows.headerRows, body.rows.count) - 1)
  diagnostics.report(merges) { merge in
    let isHeader = merge.rows.lowerBound <= lastOfHeader
    return .error(
      .merged(merge), at: place(of: merge), hints: isHeader ? [.moreHeaderRows] : [.unmerge, .excludeMerged])
  } more: { count, merge in
    .error(.moreMerged(count), at: place(of: merge))
  }
}

extension Diagnostic.Message {
  fileprivate static func merged(_ range: CellRange) -> Self {
    Self(
      "merged-cells", fr: "\(range) est une cellule fusionnée : à quelles lignes et colonnes va sa valeur ?",
      en: "\(range) is a merged cell: which rows and columns does its value go to?")
  }
  fileprivate static func moreMerged(_ count: Int) -> Self {
    Self(
      "more-merged-cells",
      fr: count == 1 ? "… et 1 autre cellule fusionnée" : "… et \(count) autres cellules fusionnées",
      en: count == 1 ? "… and 1 more merged cell" : "… and \(count) more merged cells")
  }
}

extension Diagnostic.Hint {
  fileprivate static let unmerge = Self(
    fr: "défusionnez-la, ou déclarez « merged: repeat » (sa valeur vaut pour toutes) ou « merged: first » "
      + "(pour la première, les autres manquent)",
    en:
      "unmerge it, or declare `merged: repeat` (all have its value) or `merged: first` (the first has it, the "
      + "others are missing)")
  fileprivate static let excludeMerged = Self(
    fr: "si c’est un titre ou une note, laissez-la dehors avec « range: », par exemple « range: A4:H30 »",
    en: "if it is a title or a note, leave it out with `range:`, such as `range: A4:H30`")
  fileprivate static let moreHeaderRows = Self(
    fr: "l’en-tête paraît tenir sur plusieurs lignes : déclarez « header-rows: 2 »",
    en: "the header seems to take several rows: declare `header-rows: 2`")
}
