extension Table {
  /// What a report should declare of a file: lines of YAML for its source.
  ///
  /// Only what the cells cannot tell for sure: which they are in a workbook, where the header is, numbers that are codes, zeros that were lost,
  /// marks of missing values that are no producer's habit.
  func toDeclare(_ surveys: [ColumnSurvey], rowsPath: String?) -> [String] {
    var lines: [String] = []
    if let sheet {
      if sheet.isToBeNamed { lines.append("sheet: \(yaml(sheet.name))") }
      if let range = sheet.range { lines.append("range: \(range)") }
    }
    if let line = headerLine, line > 1 { lines.append("header-line: \(line)") }
    if headerRows > 1 { lines.append("header-rows: \(headerRows)") }
    if let rowsPath { lines.append("path: \(rowsPath)") }
    let pads = surveys.compactMap { survey in survey.lostZeros.map { (survey.name, String($0)) } }
    let types = surveys.filter { $0.isCodeOfNumbers && $0.lostZeros == nil }.map { ($0.name, "text") }
    lines += mapping("pad", pads) + mapping("types", types)
    var marks: [(String, String)] = []
    for mark in surveys.flatMap(\.likelyMarks) where !marks.contains(where: { $0.0 == mark }) {
      marks.append((mark, MissingKind.notAvailable.word))
    }
    return lines + mapping("missing", marks)
  }

  private func mapping(_ key: String, _ pairs: [(String, String)]) -> [String] {
    guard !pairs.isEmpty else { return [] }
    return ["\(key): { " + pairs.map { "\(yaml($0)): \($1)" }.joined(separator: ", ") + " }"]
  }
}

/// A text as YAML has it: between quotes unless it is made of words.
private func yaml(_ text: String) -> String {
  let isPlain = text.wholeMatch(of: /\p{L}[\p{L}\p{N} _\-]*/) != nil && text.last != " "
  if isPlain { return text }
  return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

extension ColumnSurvey {
  /// Whether a column of numbers seems to hold codes: its name says so, or all have one length and none is small.
  fileprivate var isCodeOfNumbers: Bool {
    guard type == .number, areCodes, numbers > 2 else { return false }
    return isCalledCode || (codeLengths.count == 1 && codeLengths.contains { $0 >= 9 })
  }

  /// How many characters the codes had, if some of them seem to have lost a zero.
  ///
  /// - **Source**: Insee's geographic codes: communes have five characters, departments two or three.
  fileprivate var lostZeros: Int? {
    guard type != .empty, areCodes, isCalledCode, codeLengths == [4, 5] else { return nil }
    return 5
  }

  /// Texts that stand in the way of a column of numbers, or a number that no value is near.
  fileprivate var likelyMarks: [String] {
    if type == .text, !hasMoreWords, !isCalledCode, numbers > 3 * words.reduce(0, { $0 + $1.count }) {
      return words.filter(isLikelyMark).map(\.text)
    }
    let nines = "\(abs(smallest))".prefix { $0 == "9" }.count
    if type == .number, smallest <= -99, secondSmallest >= 0, nines >= 2 {
      return [GridCell.number(smallest).text]
    }
    return []
  }

  /// A mark stands there several times, or is a word without capitals.
  private func isLikelyMark(_ word: (text: String, count: Int)) -> Bool {
    MissingMarks.french.kind(of: word.text) == nil && !word.text.contains(where: \.isNumber)
      && (word.count > 1 || !word.text.contains { $0.isUppercase || $0.isWhitespace })
  }

  private var isCalledCode: Bool {
    let words = name.lowercased().split { !$0.isLetter }
    return words.contains { Self.codeWords.contains(String($0)) }
  }

  private static let codeWords: Set<String> = [
    "code", "codgeo", "codegeo", "siren", "siret", "insee", "cog", "iris", "postal", "epci", "finess",
  ]
}
