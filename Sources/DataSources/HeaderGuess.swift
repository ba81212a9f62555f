import Diagnostics

/// The lines that seem to name the columns, where the first one does not.
struct HeaderGuess: Hashable {
  /// Its first line, from 1.
  let line: Int
  let rows: Int
}

/// Looks for the header among the next rows, if the first one does not look like one.
///
/// The first does not if it starts like a title and has at most half as many names as most rows have cells. A
/// later one does if it is as wide as most and all its cells are filled, differ, and are words or years. Two do
/// together if that is true of their names joined; a row with numbers has to follow.
func laterHeader(in rows: some RawRows) -> HeaderGuess? {
  let looked = 0..<min(rows.count, 30)
  guard let typicalWidth = mostFrequent(looked.map { rows.width(of: $0) }), typicalWidth > 1 else {
    return nil
  }
  let first = rows.names(in: 0)
  guard first.first != "", first.count(where: { !$0.isEmpty }) * 2 <= typicalWidth else { return nil }
  for row in looked.dropFirst() {
    let names = rows.names(in: row)
    guard names.count == typicalWidth, rows.isWords(row) else { continue }
    if areNames(names) { return HeaderGuess(line: rows.line(of: row), rows: 1) }
    guard names.count(where: { !$0.isEmpty }) > 1, row + 2 < rows.count, rows.isWords(row + 1),
      !rows.isWords(row + 2)
    else { continue }
    let joined = joinedNames([names, rows.names(in: row + 1)], continuing: rows.continuesNames)
    if joined.count == typicalWidth, areNames(joined) {
      return HeaderGuess(line: rows.line(of: row), rows: 2)
    }
  }
  return nil
}

private func areNames(_ names: [String]) -> Bool { !names.contains("") && Set(names).count == names.count }

extension RawRows {
  /// Whether no cell of a row is a number, save for years, which head columns as words do.
  fileprivate func isWords(_ row: Int) -> Bool {
    (0..<width(of: row)).allSatisfy { !isNumber(row, $0) || isYear(text(row, $0).trimmingSpaces()) }
  }

  private func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && (Int(text).map { (1900...2100).contains($0) } ?? false)
  }
}
