import Diagnostics
import Model
import Spec

/// What the spec says of a file, in this stage's words.
func tableOptions(of file: DataFile, into diagnostics: inout DiagnosticCollector) -> TableOptions {
  var options = TableOptions(
    delimiter: word(file.delimiter, Delimiter.init(written:), known: [";", ",", "tab", "|"], &diagnostics),
    encoding: word(
      file.encoding, TextEncoding.init(written:), known: TextEncoding.allCases.map(\.rawValue), &diagnostics),
    decimalMark: word(
      file.decimalMark, DecimalMark.init(written:), known: DecimalMark.allCases.map(\.rawValue), &diagnostics),
    headerLine: file.headerLine, headerRows: file.headerRows,
    jsonPath: path(file.rows, into: &diagnostics), sheet: file.sheet, range: file.range,
    merged: word(
      file.merged, MergedCells.init(rawValue:), known: MergedCells.allCases.map(\.rawValue), &diagnostics),
    types: types(file.types, into: &diagnostics), marks: marks(file.missing, into: &diagnostics),
    selection: file.selection)
  options.pads = file.notes.pads.map { PaddedColumn($0.column, to: $0.length) }
  return options
}

/// What the spec says of a server's rows.
func tableOptions(of data: ServerData, into diagnostics: inout DiagnosticCollector) -> TableOptions {
  TableOptions(
    decimalMark: word(
      data.decimalMark, DecimalMark.init(written:), known: DecimalMark.allCases.map(\.rawValue), &diagnostics),
    types: types(data.types, into: &diagnostics), marks: marks(data.missing, into: &diagnostics),
    selection: data.selection)
}

private func marks(
  _ declared: [DeclaredMark], into diagnostics: inout DiagnosticCollector
) -> MissingMarks {
  var marks: [String: MissingKind] = [:]
  for mark in declared {
    let kind = word(
      mark.kind, MissingKind.init(written:), known: MissingKind.allCases.map(\.word), &diagnostics)
    marks[mark.mark.value] = kind
  }
  return .french.declaring(marks)
}

private func types(
  _ declared: [DeclaredType], into diagnostics: inout DiagnosticCollector
) -> [TypedColumn] {
  declared.compactMap { type in
    word(
      type.type, TypedColumn.DeclaredType.init(rawValue:),
      known: TypedColumn.DeclaredType.allCases.map(\.rawValue), &diagnostics
    ).map { TypedColumn(type.column, is: $0) }
  }
}

private func path(
  _ text: Located<String>?, into diagnostics: inout DiagnosticCollector
) -> Located<JSONPath>? {
  guard let text else { return nil }
  if let path = JSONPath(written: text.value) { return Located(path, at: text.place) }
  diagnostics.report(.error(.notAPath(text.value), at: text.place))
  return nil
}

func word<Choice>(
  _ word: Located<String>?, _ choice: (String) -> Choice?, known: [String],
  _ diagnostics: inout DiagnosticCollector
) -> Choice? {
  guard let word else { return nil }
  if let choice = choice(word.value) { return choice }
  diagnostics.report(
    .error(.unknownWord(word.value), at: word.place, hints: .suggestion(for: word.value, among: known)))
  return nil
}

extension Diagnostic.Message {
  fileprivate static func notAPath(_ text: String) -> Self {
    Self(
      "not-a-path", fr: "« \(text) » n’est pas un chemin dans un JSON", en: "“\(text)” is not a path in JSON")
  }
  fileprivate static func unknownWord(_ word: String) -> Self {
    Self("unknown-word", fr: "mot inconnu « \(word) »", en: "unknown word “\(word)”")
  }
}
