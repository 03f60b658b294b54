/// A fenced code block in its file, where the lines of its body can be named and replaced.
struct Fence: Sendable {
  let info: [String]
  /// The lines between the fences.
  let body: Range<Int>

  /// Throws where the block cannot be trusted: indented, inside a list, or without an end.
  init(_ block: MarkdownBlock, in source: SourceLines) throws(SourceError) {
    guard case .code(let info, _) = block.content else {
      throw SourceError(
        source.position(block.lines.lowerBound), "a code fence is wanted", advice: "Add ``` lines.")
    }
    self.info = info.split(separator: " ").map(String.init)
    let (first, last) = (block.lines.lowerBound, block.lines.upperBound)
    let opening = source[first].prefix { $0 == "`" || $0 == "~" }
    guard !block.isNested, !opening.isEmpty else {
      throw SourceError(
        source.position(first), "the fence is indented or stands in a list",
        advice: "Begin its first line at the left margin.")
    }
    let closing = source[last].trimmed
    guard last > first, closing.hasPrefix(opening), closing.allSatisfy({ $0 == opening.first })
    else {
      throw SourceError(
        source.position(first), "the fence has no end", advice: "Close it with `\(opening)`.")
    }
    body = first + 1..<last
  }
}
