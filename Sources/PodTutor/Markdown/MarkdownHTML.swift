internal import CCMark
internal import Glibc

/// One block of a page as HTML.
struct MarkdownHTML: Sendable {
  enum Kind: Hashable, Sendable {
    case heading(level: Int)
    case code(info: String)
    /// Comments, and whatever else of HTML somebody wrote; it is not passed on.
    case html
    case other
  }

  let kind: Kind
  /// The lines of the file that the block takes.
  let lines: ClosedRange<Int>
  /// Safe: cmark leaves out raw HTML and addresses that could run something.
  let html: String
}

extension MarkdownReader {
  /// The blocks of a page as HTML, in order.
  static func htmlBlocks(of text: String) -> [MarkdownHTML] {
    var text = text
    return text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        guard
          let document = unsafe cmark_parse_document(
            characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
        else { return [] }
        defer { unsafe cmark_node_free(document) }
        var blocks: [MarkdownHTML] = []
        var next = unsafe cmark_node_first_child(document)
        while let node = unsafe next {
          unsafe blocks.append(html(of: node))
          unsafe next = cmark_node_next(node)
        }
        return blocks
      }
    }
  }

  private static func html(of node: OpaquePointer) -> MarkdownHTML {
    let details = unsafe MarkdownNode(node)
    var html = ""
    if let rendered = unsafe cmark_render_html(node, CMARK_OPT_DEFAULT) {
      html = unsafe String(cString: rendered)
      unsafe free(rendered)
    }
    let kind: MarkdownHTML.Kind
    var lines = details.lines
    switch details.kind {
    case .heading: kind = .heading(level: details.level)
    case .code: kind = .code(info: details.info)
    case .html:
      kind = .html
      // See `MarkdownBuilder`: the count of cmark 0.30 may be one too small.
      let first = lines.lowerBound
      lines = first...first + details.literal.trimmedEnd.count { $0 == "\n" }
    case .document, .quote, .list, .item, .paragraph, .rule, .text, .softBreak, .lineBreak,
      .inlineCode, .other:
      kind = .other
    }
    return MarkdownHTML(kind: kind, lines: lines, html: html)
  }
}
