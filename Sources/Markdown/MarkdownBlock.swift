/// A block of a Markdown text: CommonMark, chapters 4 and 5, and the footnotes of GitHub.
package struct MarkdownBlock: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case paragraph([MarkdownInline])
    /// A heading; levels run from 1 to 6.
    case heading(level: Int, [MarkdownInline])
    case list(MarkdownList)
    case quote([MarkdownBlock])
    case code(String)
    case rule
    case html(String)
    /// A note. Those that marks call stand after all other blocks, in the order of their first marks.
    case footnote([MarkdownBlock])
  }

  /// The line of the text on which it begins, from 1.
  package let line: Int
  package let kind: Kind

  package init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }
}

/// A list and the blocks of each of its items.
package struct MarkdownList: Hashable, Sendable {
  package let isOrdered: Bool
  /// The number of the first item; 1 in a list without numbers.
  package let start: Int
  /// Whether no empty line parts the items, so that they stand close.
  package let isTight: Bool
  package let items: [[MarkdownBlock]]

  package init(isOrdered: Bool, start: Int, isTight: Bool, items: [[MarkdownBlock]]) {
    self.isOrdered = isOrdered
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A part of a paragraph: CommonMark, chapter 6.
package enum MarkdownInline: Hashable, Sendable {
  /// Text as it is to be read, entities and escapes resolved. Two of them never stand side by side.
  case text(String)
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  case link([MarkdownInline], address: String)
  case code(String)
  /// A line end that the author insists on.
  case lineBreak
  /// A line end of the source, which reads as a space.
  case softBreak
  case image(alt: [MarkdownInline], address: String)
  case html(String)
  /// The mark of a note, by the note's number among those of the text, from 1.
  case footnoteMark(Int)
}
