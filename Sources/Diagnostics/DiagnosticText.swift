extension Diagnostic {
  /// The diagnostic as people read it on a terminal, in the form of `docs/command-line.md`.
  ///
  /// - Parameter colored: whether ANSI colours may be used.
  package func text(in language: MessageLanguage, colored: Bool) -> String {
    let ink = Ink(colored: colored)
    let severityWord =
      switch severity {
      case .error: Bilingual(fr: "erreur", en: "error")
      case .warning: Bilingual(fr: "attention", en: "warning")
      }
    var lines = [
      ink.severity(severityWord(language) + ":", severity) + " " + ink.strong(message.text(language))
    ]
    if let place { lines += placeLines(place, ink: ink) }
    let hintWord = Bilingual(fr: "aide", en: "help")(language)
    lines += hints.map { "  " + ink.faint("\(hintWord):") + " " + $0(language) }
    return lines.joined(separator: "\n")
  }

  private func placeLines(_ place: Place, ink: Ink) -> [String] {
    guard place.line > 0 else { return ["  " + place.path] }
    let heading = "  \(place.path):" + (place.cell.map { " \($0)" } ?? "\(place.line):\(place.column)")
    guard let line = place.source.line(place.line) else { return [heading] }
    let excerpt = Excerpt(of: line, column: place.column, length: place.length)
    let number = String(repeating: " ", count: max(0, 5 - String(place.line).count)) + String(place.line)
    let gutter = String(repeating: " ", count: number.count)
    let underline = String(repeating: "^", count: excerpt.length)
    return [
      heading,
      ink.faint("\(number) │") + " " + excerpt.text,
      ink.faint("\(gutter) │") + " " + excerpt.indent + ink.severity(underline, severity),
    ]
  }
}

/// The part of a line that a diagnostic shows: whole if short, a window around the place if long.
private struct Excerpt {
  static let width = 100
  let text: String
  let indent: String
  let length: Int

  init(of line: String, column: Int, length: Int) {
    // Columns count Unicode scalars, as YAML readers do; the window keeps counting so. A terminal would obey
    // control characters.
    let scalars = line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    let start = min(max(0, column - 1), scalars.count)
    let windowStart = scalars.count <= Self.width ? 0 : max(0, start - Self.width / 2)
    let windowEnd = min(scalars.count, windowStart + Self.width)
    let lead = windowStart > 0 ? "…" : ""
    let trail = windowEnd < scalars.count ? "…" : ""
    text = lead + String(scalars: scalars[windowStart..<windowEnd]) + trail
    indent = String(repeating: " ", count: (lead + String(scalars: scalars[windowStart..<start])).count)
    let end = min(windowEnd, start + length)
    self.length = max(1, String(scalars: scalars[min(start, end)..<end]).count)
  }
}

extension String {
  fileprivate init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

/// ANSI colours, or none.
private struct Ink {
  let colored: Bool

  func severity(_ text: String, _ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: paint(text, "31;1")
    case .warning: paint(text, "33;1")
    }
  }
  func strong(_ text: String) -> String { paint(text, "1") }
  func faint(_ text: String) -> String { paint(text, "2") }

  private func paint(_ text: String, _ code: String) -> String {
    colored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
