/// Reads a transcript of format v1.
package struct TranscriptParser: Sendable {
  private let source: SourceLines
  private let isIncomplete: IsIncomplete
  private var problems = Problems()
  private var directives = Directives()
  private var blocks: [TranscriptBlock] = []
  private var title = ""

  private init(_ source: SourceLines, _ isIncomplete: @escaping IsIncomplete) {
    (self.source, self.isIncomplete) = (source, isIncomplete)
  }

  /// Throws everything that is wrong in the file.
  package static func parse(
    _ file: TextFile, isIncomplete: @escaping IsIncomplete
  ) throws(SourceErrors) -> Transcript {
    let source: SourceLines
    do { source = try SourceLines(file) } catch { throw SourceErrors([error]) }
    var parser = Self(source, isIncomplete)
    let settings = parser.problems.catching { () throws(SourceError) in
      try TranscriptHeader.settings(of: source)
    }
    for block in MarkdownReader.blocks(of: source.text) { parser.read(block) }
    parser.refuseLooseDirectives(at: source.lines.count)
    guard parser.problems.errors.isEmpty else { throw SourceErrors(parser.problems.errors) }
    return Transcript(
      file: file.path, settings: settings ?? TranscriptSettings(), title: parser.title,
      blocks: parser.blocks)
  }

  private mutating func read(_ block: MarkdownBlock) {
    switch block.content {
    case .html:
      let source = source
      var directives = directives
      problems.catching { () throws(SourceError) in try directives.read(block.lines, of: source) }
      self.directives = directives
      if let lines = directives.hiddenLines { addHidden(lines) }
    case .code(let info, _): readCode(info, block)
    case .heading(let level, let text):
      if level == 1, title.isEmpty { title = text }
      refuseLooseDirectives(at: block.lines.lowerBound)
    case .paragraph, .list, .quote, .rule: refuseLooseDirectives(at: block.lines.lowerBound)
    }
  }

  private mutating func readCode(_ info: String, _ block: MarkdownBlock) {
    guard info.split(separator: " ").first == "console" else {
      return refuseLooseDirectives(at: block.lines.lowerBound)
    }
    let source = source
    let fence = problems.catching { () throws(SourceError) in try Fence(block, in: source) }
    if let fence { add(fence.body, at: block.lines.lowerBound) }
  }

  private mutating func addHidden(_ lines: Range<Int>) {
    add(lines, at: lines.lowerBound - 1)
    if var last = blocks.popLast() {
      last.isHidden = true
      blocks.append(last)
    }
  }

  private mutating func add(_ lines: Range<Int>, at line: Int) {
    let (source, isIncomplete) = (source, isIncomplete)
    let steps = problems.catching { () throws(SourceError) in
      try ConsoleParser.steps(in: lines, of: source, isIncomplete: isIncomplete)
    }
    if let steps, steps.isEmpty {
      problems.add(
        source.position(line), "the session has no command",
        advice: "Write a line `\(ConsoleParser.prompt) COMMAND`, or remove it.")
    }
    blocks.append(TranscriptBlock(directives, steps ?? [], at: source.position(line)))
    directives = Directives()
  }

  /// A directive must stand directly before its fence, or its author believes in something that
  /// does not happen.
  private mutating func refuseLooseDirectives(at line: Int) {
    if let position = directives.position {
      problems.add(
        position, "no `console` fence follows the directive",
        advice: "Put it directly before the fence that it speaks of.")
    }
    directives = Directives()
  }
}

extension TranscriptBlock {
  init(_ directives: Directives, _ steps: [TranscriptStep], at position: SourcePosition) {
    self.init(position: position, steps: steps)
    startsAfresh = directives.startsAfresh
    allowsElisions = directives.allowsElisions
    skipReason = directives.skipReason
    expectedError = directives.expectedError
    expectLine = directives.expectLine
  }
}
