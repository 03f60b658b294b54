/// What an HTML comment before a fence says of it: `<!-- podlab: expect error=unknown-command -->`.
struct Directives: Sendable {
  var startsAfresh = false
  var allowsElisions = false
  var skipReason: String?
  var expectedError: String?
  var expectLine: Int?
  /// The lines of a hidden session, when the comment holds one.
  var hiddenLines: Range<Int>?
  var position: SourcePosition?

  /// Reads the comments of one block of HTML; other HTML, and comments of other people, say
  /// nothing.
  mutating func read(_ lines: ClosedRange<Int>, of source: SourceLines) throws(SourceError) {
    var line = lines.lowerBound
    while line <= lines.upperBound {
      let text = source[line].trimmed
      if text.hasPrefix("<!-- podlab:") {
        line = try readComment(text, line, lines, source)
      }
      line += 1
    }
  }

  /// Reads a comment that begins in a line and returns the line in which it ends.
  private mutating func readComment(
    _ text: String, _ line: Int, _ lines: ClosedRange<Int>, _ source: SourceLines
  ) throws(SourceError) -> Int {
    position = source.position(line)
    let body = String(text.dropFirst("<!-- podlab:".count)).trimmed
    if body == "hidden" {
      guard
        let end = (line + 1..<lines.upperBound + 1).first(where: { source[$0].trimmed == "-->" })
      else {
        throw SourceError(
          source.position(line), "the hidden session has no end",
          advice: "Close it with a line `-->`, without an empty line before it.")
      }
      hiddenLines = line + 1..<end
      return end
    }
    guard body.hasSuffix("-->") else {
      throw SourceError(
        source.position(line), "the comment does not end in its line",
        advice: "Write `<!-- podlab: … -->` in one line; only `hidden` takes several.")
    }
    try apply(String(body.dropLast(3)).trimmed, source.position(line))
    return line
  }

  private mutating func apply(_ body: String, _ position: SourcePosition) throws(SourceError) {
    let words = body.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1].trimmed : ""
    switch words.first ?? "" {
    case "reset" where rest.isEmpty: startsAfresh = true
    case "elide" where rest.isEmpty: allowsElisions = true
    case "expect" where rest.hasPrefix("error=") && rest.count > 6:
      expectedError = String(rest.dropFirst("error=".count))
      expectLine = position.line
    case "skip" where rest.hasPrefix("reason=\"") && rest.hasSuffix("\"") && rest.count > 9:
      skipReason = String(rest.dropFirst("reason=\"".count).dropLast())
    default:
      throw SourceError(
        position, "`\(body)` is no directive",
        advice: "They are: expect error=NAME, reset, elide, skip reason=\"…\", hidden.")
    }
  }
}

extension StringProtocol {
  /// Without spaces at both ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first == " " || text.first == "\n" { text.removeFirst() }
    while text.last == " " || text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
