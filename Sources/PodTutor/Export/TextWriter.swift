internal import PodShell

/// Writes a page as plain text: prose of 76 columns, sessions as they are.
enum TextWriter {
  static func text(_ page: PublishedPage) -> String {
    var parts: [String] = []
    let blocks = Dictionary(
      page.blocks.map { ($0.source.position.line, $0) }, uniquingKeysWith: { first, _ in first })
    for block in MarkdownReader.blocks(of: page.text) {
      switch block.content {
      case .heading(let level, let text):
        let line = level == 1 ? "=" : level == 2 ? "-" : ""
        let rule = String(repeating: line, count: text.count)
        parts.append(rule.isEmpty ? text : "\(text)\n\(rule)")
      case .html: break
      case .code:
        if let session = blocks[block.lines.lowerBound] {
          parts.append(text(of: session))
        } else {
          parts.append(Prose.text([block]).trimmedEnd)
        }
      case .paragraph, .list, .quote, .rule: parts.append(Prose.text([block]).trimmedEnd)
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func text(of block: PublishedPage.Block) -> String {
    block.steps.flatMap { step in
      step.commandLines.map { $0.map(\.text).joined() } + step.lines.map(\.text)
    }.map { "    \($0)" }.joined(separator: "\n")
  }
}
