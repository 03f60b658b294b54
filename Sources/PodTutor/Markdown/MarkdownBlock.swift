/// One block of a Markdown page: a plain value, without a trace of the library that found it.
package struct MarkdownBlock: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case heading(level: Int, text: String)
    case paragraph(String)
    /// A code block; `info` is what stands behind the opening fence.
    case code(info: String, literal: String)
    case html(String)
    /// The items with their bullets or numbers; deeper levels are indented.
    case list([String])
    case quote(String)
    case rule
  }

  package let content: Content
  /// The lines of the file that the block takes, fences included, counted from 1.
  package let lines: ClosedRange<Int>
  /// True for a code block inside a list or a quotation.
  package let isNested: Bool

  package init(_ content: Content, lines: ClosedRange<Int>, isNested: Bool = false) {
    (self.content, self.lines, self.isNested) = (content, lines, isNested)
  }
}

extension MarkdownBlock.Content {
  /// The words of the block.
  var texts: [String] {
    switch self {
    case .heading(_, let text), .paragraph(let text), .html(let text), .quote(let text): [text]
    case .code(let info, let literal): [info, literal]
    case .list(let items): items
    case .rule: []
    }
  }
}
