/// What no report's text needs.
package enum MarkdownError: Error, Hashable {
  /// Lists, quotes and emphasis stand in each other more than `deepestNesting` deep.
  case tooDeep
}

/// How deep parts of a text may stand in each other; those who walk the tree may recurse so far.
package let deepestNesting = 60

/// Reads a Markdown text. Every text is valid: what has no meaning in Markdown is text.
///
/// - **Source**: cmark-gfm, the reference of CommonMark with GitHub's footnotes. Quotes and dashes stay as typed.
package func parseMarkdown(_ text: String) throws(MarkdownError) -> [MarkdownBlock] {
  let document = MarkdownDocument(text)
  guard document.depth <= deepestNesting else { throw .tooDeep }
  return document.blocks()
}

extension MarkdownDocument {
  /// The document as plain values, which outlive it.
  borrowing func blocks() -> [MarkdownBlock] {
    root.children.map(MarkdownBlock.init)
  }
}

extension MarkdownBlock {
  fileprivate init(_ node: MarkdownNode) {
    line = node.line
    kind =
      switch node.type {
      case .paragraph: .paragraph(node.children.map(MarkdownInline.init))
      case .heading: .heading(level: node.headingLevel, node.children.map(MarkdownInline.init))
      case .quote: .quote(node.children.map(MarkdownBlock.init))
      case .list: .list(MarkdownList(node))
      case .code: .code(node.literal)
      case .rule: .rule
      case .html: .html(node.literal)
      case .footnote: .footnote(node.children.map(MarkdownBlock.init))
      case let type: preconditionFailure("cmark puts no \(type) among blocks")
      }
  }
}

extension MarkdownList {
  fileprivate init(_ node: MarkdownNode) {
    isOrdered = node.isOrderedList
    start = isOrdered ? node.listStart : 1
    isTight = node.isTightList
    items = node.children.map { item in item.children.map(MarkdownBlock.init) }
  }
}

extension MarkdownInline {
  fileprivate init(_ node: MarkdownNode) {
    self =
      switch node.type {
      case .text: .text(node.literal)
      case .emphasis: .emphasis(node.children.map(MarkdownInline.init))
      case .strong: .strong(node.children.map(MarkdownInline.init))
      case .link: .link(node.children.map(MarkdownInline.init), address: node.address)
      case .inlineCode: .code(node.literal)
      case .lineBreak: .lineBreak
      case .softBreak: .softBreak
      case .image: .image(alt: node.children.map(MarkdownInline.init), address: node.address)
      case .inlineHTML: .html(node.literal)
      // In a mark that a note answers, cmark puts the note's number in the place of its name.
      case .footnoteMark: .footnoteMark(Int(node.literal) ?? 0)
      case let type: preconditionFailure("cmark puts no \(type) in a paragraph")
      }
  }
}
