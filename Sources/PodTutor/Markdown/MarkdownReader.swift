internal import CCMark

/// Reads Markdown with cmark, the reference implementation of CommonMark. This file and
/// `MarkdownHTML.swift` are the only ones that touch its C API.
///
/// The walk uses cmark's iterator, not recursion, so that deep nesting cannot exhaust the stack.
package enum MarkdownReader {
  /// The blocks of a page in order. Every text is Markdown, so this cannot fail.
  package static func blocks(of text: String) -> [MarkdownBlock] {
    var text = text
    return text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        guard
          let document = unsafe cmark_parse_document(
            characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
        else { return [] }
        defer { unsafe cmark_node_free(document) }
        guard let iterator = unsafe cmark_iter_new(document) else { return [] }
        defer { unsafe cmark_iter_free(iterator) }
        return unsafe collect(iterator)
      }
    }
  }

  /// A text of one paragraph without the marks of emphasis, as it stands elsewhere in a page; a
  /// text that would be something else (`1. …`) stays as it is.
  static func words(of text: String) -> String {
    let blocks = blocks(of: text)
    guard blocks.count == 1, case .paragraph(let words) = blocks[0].content else { return text }
    return words
  }

  private static func collect(_ iterator: OpaquePointer) -> [MarkdownBlock] {
    var builder = MarkdownBuilder()
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return builder.blocks }
      guard let node = unsafe cmark_iter_get_node(iterator) else { return builder.blocks }
      let kind = unsafe MarkdownNode(node)
      if event == CMARK_EVENT_ENTER { builder.enter(kind) } else { builder.leave(kind) }
    }
  }
}

/// What the builder needs to know of a node, copied out of cmark's memory.
struct MarkdownNode: Sendable {
  enum Kind: Sendable {
    case document, quote, list, item, code, html, paragraph, heading, rule
    case text, softBreak, lineBreak, inlineCode, other
  }

  let kind: Kind
  var literal = ""
  var info = ""
  var level = 0
  /// The number of the first item of a numbered list; nil for bullets.
  var firstNumber: Int?
  let lines: ClosedRange<Int>

  init(_ node: OpaquePointer) {
    kind = unsafe Self.kind(of: node)
    if let text = unsafe cmark_node_get_literal(node) { literal = unsafe String(cString: text) }
    if kind == .code, let text = unsafe cmark_node_get_fence_info(node) {
      info = unsafe String(cString: text)
    }
    if kind == .heading { level = Int(unsafe cmark_node_get_heading_level(node)) }
    if kind == .list, unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
      firstNumber = Int(unsafe cmark_node_get_list_start(node))
    }
    let first = max(1, Int(unsafe cmark_node_get_start_line(node)))
    lines = first...max(first, Int(unsafe cmark_node_get_end_line(node)))
  }

  private static func kind(of node: OpaquePointer) -> Kind {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .inlineCode
    default: .other
    }
  }
}
