extension Located<String> {
  /// The place of a part of the text, if the file has the text's lines as they are; else that of the whole.
  ///
  /// A text that YAML folds or fills in is not in the file as it is read.
  ///
  /// - Parameter offset: Unicode scalars from the text's start.
  package func place(at offset: Int) -> Place {
    var (line, from, rest) = (place.line, place.column - 1, offset)
    for part in value.split(separator: "\n", omittingEmptySubsequences: false) {
      let length = part.unicodeScalars.count
      if !part.isEmpty {
        guard let start = find(part, line: &line, from: from) else { return place }
        if rest <= length {
          return Place(in: place.source, line: line, column: start + min(rest, length - 1) + 1)
        }
        (line, from) = (line + 1, 0)
      }
      rest -= length + 1
      if rest < 0 { return place }
    }
    return place
  }

  /// Where a line of the text stands: the file's line is gone on to, the scalars before it are returned.
  private func find(_ part: Substring, line: inout Int, from: Int) -> Int? {
    var from = from
    while let text = place.source.line(line) {
      let scalars = String.UnicodeScalarView(text.unicodeScalars.dropFirst(from))
      if let range = String(scalars).range(ofScalars: part) { return from + range }
      (line, from) = (line + 1, 0)
    }
    return nil
  }
}

extension String {
  /// How many scalars stand before a part of the text.
  fileprivate func range(ofScalars part: Substring) -> Int? {
    firstRange(of: part).map { self[..<$0.lowerBound].unicodeScalars.count }
  }
}
