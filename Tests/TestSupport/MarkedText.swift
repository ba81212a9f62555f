/// A text whose places are marked by 1️⃣, 2️⃣, 3️⃣ in front of what stands there.
package struct MarkedText {
  /// The text without its marks.
  package let text: String
  /// Where the marks stood, both from 1; columns count Unicode scalars.
  package let positions: [(line: Int, column: Int)]

  package init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var positions: [(line: Int, column: Int)] = []
    var (line, column) = (1, 1)
    let scalars = Array(marked.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalars[index...].dropFirst().starts(with: ["\u{FE0F}", "\u{20E3}"]) {
        positions.append((line, column))
        index += 3
        continue
      }
      text.append(scalar)
      let startsPair = scalar == "\r" && scalars[index...].dropFirst().first == "\n"
      if scalar == "\n" || (scalar == "\r" && !startsPair) {
        (line, column) = (line + 1, 1)
      } else {
        column += 1
      }
      index += 1
    }
    self.text = String(text)
    self.positions = positions
  }

  /// The places of the marks, as `line:column`.
  package var places: [String] { positions.map { "\($0.line):\($0.column)" } }
}
