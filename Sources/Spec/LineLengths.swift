import Diagnostics

/// How many characters the lines of a text have. The one asked for last is kept: the nodes of a line come one after the
/// other.
final class LineLengths {
  private let source: SourceText
  private var last: (line: Int, length: Int)?

  init(of source: SourceText) { self.source = source }

  /// In Unicode scalars, as YAML counts columns; `nil` for a line that the text does not have.
  func length(of line: Int) -> Int? {
    if let last, last.line == line { return last.length }
    guard let length = source.line(line)?.unicodeScalars.count else { return nil }
    last = (line, length)
    return length
  }
}
