import DrawList
import HarfBuzz

/// How a run of text looks.
package struct TextStyle: Hashable, Sendable {
  package var family: String
  /// CSS weight, 100 to 900.
  package var weight: Int
  package var isItalic: Bool
  package var size: Points
  package var color: Color
  /// Figures of one width, for columns of numbers.
  package var hasTabularFigures: Bool
  /// Figures with heads and tails, where the font has them.
  package var hasOldStyleFigures = false
  /// Small capitals for small letters, where the font has them; they are never made from large ones.
  package var hasSmallCapitals = false
  /// Small raised letters, as in “1er”: the font's own, else its letters made smaller.
  package var isSuperior = false
  /// A BCP 47 tag; `zxx` for what is no language, such as code, whose words are left as they are.
  package var language: String

  package init(
    family: String, weight: Int = 400, isItalic: Bool = false, size: Points, color: Color,
    hasTabularFigures: Bool = false, language: String
  ) {
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
    self.size = size
    self.color = color
    self.hasTabularFigures = hasTabularFigures
    self.language = language
  }

  /// What tells most styles of a report apart: styles are looked up more often than there are styles.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(size)
    hasher.combine(weight)
    hasher.combine(isItalic)
  }

  package func weight(_ weight: Int) -> TextStyle {
    var style = self
    style.weight = weight
    return style
  }

  package func colored(_ color: Color) -> TextStyle {
    var style = self
    style.color = color
    return style
  }
}

/// A text in runs, each with its style.
package struct StyledText: Hashable, Sendable {
  package struct Run: Hashable, Sendable {
    package let text: String
    package let style: TextStyle
    /// Where the run leads, if it is a link.
    package let link: LinkTarget?

    package init(_ text: String, _ style: TextStyle, link: LinkTarget? = nil) {
      self.text = text
      self.style = style
      self.link = link
    }
  }

  package let runs: [Run]

  package init(_ runs: [Run]) { self.runs = runs }

  package init(_ text: String, _ style: TextStyle) { runs = [Run(text, style)] }

  package var plain: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }
}
