/// Markdown as plain text of a width: what a terminal, a pipe and a screen reader show alike.
package enum Prose {
  /// Narrow enough for everybody; 60 columns are enough for every text of ours.
  package static let standardWidth = 76

  package static func text(_ blocks: [MarkdownBlock], width: Int = standardWidth) -> String {
    blocks.map { lines(of: $0, width: width).map { $0 + "\n" }.joined() }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func lines(of block: MarkdownBlock, width: Int) -> [String] {
    switch block.content {
    case .heading(_, let text), .paragraph(let text): wrap(text, width: width)
    case .code(_, let literal):
      literal.trimmedEnd.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "    \($0)" }
    case .html: []
    case .list(let items): items.flatMap { item(String($0), width: width) }
    case .quote(let text): wrap(text, width: width - 2).map { "| \($0)" }
    case .rule: [""]
    }
  }

  /// An item with its later lines below its first word.
  private static func item(_ text: String, width: Int) -> [String] {
    let indent = text.prefix { $0 == " " }.count
    let bullet = text.dropFirst(indent).prefix { $0 != " " }.count + 1
    let margin = String(repeating: " ", count: indent + bullet)
    let lines = wrap(String(text.dropFirst(indent + bullet)), width: width - margin.count)
    return lines.enumerated().map { index, line in
      (index == 0 ? String(text.prefix(indent + bullet)) : margin) + line
    }
  }

  /// Breaks a text between words, and between Chinese characters; a longer word stands alone, and
  /// `code` is never broken.
  package static func wrap(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines: [String] = []
      var (line, columns) = ("", 0)
      for word in WordSplitter.words(of: paragraph) {
        let space = word.isAfterSpace && !line.isEmpty ? 1 : 0
        if !line.isEmpty, columns + space + word.width > width {
          lines.append(line)
          (line, columns) = (word.text, word.width)
        } else {
          line += (space == 1 ? " " : "") + word.text
          columns += space + word.width
        }
      }
      return lines + [line]
    }
  }
}

extension StringProtocol {
  /// Without line ends at the end.
  var trimmedEnd: String {
    var text = Substring(self)
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
