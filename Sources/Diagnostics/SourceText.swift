/// The text of a file an author wrote, kept so that a diagnostic can show the line it speaks of.
///
/// A large data file is not kept whole: a text can hold any run of lines, numbered from `firstLine`.
package final class SourceText: Hashable, Sendable {
  package let path: String
  package let firstLine: Int
  package let lines: [String]

  package init(path: String, text: String, firstLine: Int = 1) {
    self.path = path
    self.firstLine = firstLine
    self.lines = Self.lines(of: text)
  }

  /// A line ends with a line feed, a carriage return, or both.
  private static func lines(of text: String) -> [String] {
    let utf8 = text.utf8
    guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return [text] }
    var lines: [String] = []
    var start = utf8.startIndex
    var index = start
    while index < utf8.endIndex {
      let next = utf8.index(after: index)
      if utf8[index] == 0x0A || utf8[index] == 0x0D {
        lines.append(String(text[start..<index]))
        start =
          utf8[index] == 0x0D && next < utf8.endIndex && utf8[next] == 0x0A ? utf8.index(after: next) : next
        index = start
      } else {
        index = next
      }
    }
    return lines + [String(text[start...])]
  }

  private init(path: String, firstLine: Int, lines: [String]) {
    self.path = path
    self.firstLine = firstLine
    self.lines = lines
  }

  /// The text as it may be shown, each sign of a password a star.
  package func maskingPasswords() -> SourceText {
    lines.contains(where: \.mayHavePassword)
      ? SourceText(path: path, firstLine: firstLine, lines: lines.map(\.maskingPasswords)) : self
  }

  /// The text of a line, or `nil` where this text does not hold it.
  package func line(_ number: Int) -> String? {
    let index = number - firstLine
    return lines.indices.contains(index) ? lines[index] : nil
  }

  package static func == (a: SourceText, b: SourceText) -> Bool {
    a === b || (a.path == b.path && a.lines == b.lines)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// Where something stands in a file: a line and a column from 1, and how many characters it takes.
package struct Place: Hashable, Sendable {
  package let source: SourceText
  package let line: Int
  package let column: Int
  package let length: Int
  /// Of a spreadsheet: what people call the cell, `Feuil1!C7`. The line is the sheet's row then.
  package let cell: String?

  package init(in source: SourceText, line: Int, column: Int, length: Int = 1, cell: String? = nil) {
    self.source = source
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.cell = cell
  }

  /// The place of a whole file that has no line to show (missing, empty, unreadable).
  package init(wholeFile path: String) {
    self.init(in: SourceText(path: path, text: "", firstLine: 0), line: 0, column: 0)
  }

  package var path: String { source.path }
}

extension Place: Comparable {
  package static func < (a: Place, b: Place) -> Bool {
    (a.path, a.line, a.column) < (b.path, b.line, b.column)
  }
}

/// A value an author wrote, with its place.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  package let value: Value
  package let place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  package func map<Other: Hashable & Sendable>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: place)
  }
}
