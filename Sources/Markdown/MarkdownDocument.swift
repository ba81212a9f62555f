import CMarkdown

/// The owner of a cmark tree, whose nodes live as long as it does.
struct MarkdownDocument: ~Copyable {
  let root: MarkdownNode

  init(_ text: String) {
    var text = text
    let pointer = text.withUTF8 { utf8 in
      let count = utf8.count
      return utf8.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, count, CMARK_OPT_FOOTNOTES)
      }
    }
    guard let pointer else { preconditionFailure("cmark gives a document for any text") }
    root = MarkdownNode(pointer: pointer)
  }

  /// How deep nodes stand in each other, found without recursion.
  var depth: Int {
    guard let iterator = cmark_iter_new(root.pointer) else { return 0 }
    defer { cmark_iter_free(iterator) }
    var (depth, deepest) = (0, 0)
    while true {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_ENTER where !cmark_iter_get_node(iterator).isLeaf: depth += 1
      case CMARK_EVENT_EXIT: depth -= 1
      case CMARK_EVENT_DONE: return deepest
      default: break  // a leaf, which is entered and never left
      }
      deepest = max(deepest, depth)
    }
  }

  deinit { cmark_node_free(root.pointer) }
}

/// A node of a cmark tree, read through typed properties.
struct MarkdownNode {
  fileprivate let pointer: OpaquePointer

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  /// From 1.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  var literal: String { cmark_node_get_literal(pointer).map(String.init(cString:)) ?? "" }
  var address: String { cmark_node_get_url(pointer).map(String.init(cString:)) ?? "" }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }

  var children: [MarkdownNode] {
    var children: [MarkdownNode] = []
    var next: OpaquePointer? = cmark_node_first_child(pointer)
    while let child = next {
      children.append(MarkdownNode(pointer: child))
      next = cmark_node_next(child)
    }
    return children
  }
}

/// cmark's names, in our words.
extension cmark_node_type {
  static var paragraph: Self { CMARK_NODE_PARAGRAPH }
  static var heading: Self { CMARK_NODE_HEADING }
  static var quote: Self { CMARK_NODE_BLOCK_QUOTE }
  static var list: Self { CMARK_NODE_LIST }
  static var code: Self { CMARK_NODE_CODE_BLOCK }
  static var rule: Self { CMARK_NODE_THEMATIC_BREAK }
  static var html: Self { CMARK_NODE_HTML_BLOCK }
  static var footnote: Self { CMARK_NODE_FOOTNOTE_DEFINITION }
  static var text: Self { CMARK_NODE_TEXT }
  static var emphasis: Self { CMARK_NODE_EMPH }
  static var strong: Self { CMARK_NODE_STRONG }
  static var link: Self { CMARK_NODE_LINK }
  static var inlineCode: Self { CMARK_NODE_CODE }
  static var lineBreak: Self { CMARK_NODE_LINEBREAK }
  static var softBreak: Self { CMARK_NODE_SOFTBREAK }
  static var image: Self { CMARK_NODE_IMAGE }
  static var inlineHTML: Self { CMARK_NODE_HTML_INLINE }
  static var footnoteMark: Self { CMARK_NODE_FOOTNOTE_REFERENCE }
}

extension OpaquePointer? {
  /// Whether cmark's iterator enters a node without leaving it: it then can hold no other.
  fileprivate var isLeaf: Bool {
    switch cmark_node_get_type(self) {
    case .html, .rule, .code, .text, .softBreak, .lineBreak, .inlineCode, .inlineHTML: true
    default: false
    }
  }
}
