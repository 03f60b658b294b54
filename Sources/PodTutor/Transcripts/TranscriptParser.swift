/// Reads a transcript of format v1.
package struct TranscriptParser: Sendable {
  private let source: SourceLines
  private let isIncomplete: IsIncomplete
  private var problems = Problems()
  private var directives = Directives()
  private var blocks: [TranscriptBlock] = []
  private var title = ""
  private var chapters: [TranscriptChapter] = []
  /// The files that were declared since the last block.
  private var files: [TextFile] = []

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
    parser.refuseTooManyCommands()
    guard parser.problems.errors.isEmpty else { throw SourceErrors(parser.problems.errors) }
    return Transcript(
      file: file.path, settings: settings ?? TranscriptSettings(), title: parser.title,
      blocks: parser.blocks, chapters: parser.chapters)
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
      if level == 2 {
        chapters.append(TranscriptChapter(title: text, line: block.lines.lowerBound))
      }
      refuseLooseDirectives(at: block.lines.lowerBound)
    case .paragraph, .list, .quote, .rule: refuseLooseDirectives(at: block.lines.lowerBound)
    }
  }

  private mutating func readCode(_ info: String, _ block: MarkdownBlock) {
    let words = info.split(separator: " ").map(String.init)
    if let file = words.first(where: { $0.hasPrefix("file=") }) {
      refuseLooseDirectives(at: block.lines.lowerBound)
      return readFile(String(file.dropFirst("file=".count)), block)
    }
    guard words.first == "console" else {
      return refuseLooseDirectives(at: block.lines.lowerBound)
    }
    if let fence = fence(block) { add(fence.body, at: block.lines.lowerBound) }
  }

  private mutating func fence(_ block: MarkdownBlock) -> Fence? {
    let source = source
    return problems.catching { () throws(SourceError) in try Fence(block, in: source) }
  }

  /// A fence with `file=NAME` is a file that the commands after it can read.
  private mutating func readFile(_ name: String, _ block: MarkdownBlock) {
    guard let fence = fence(block) else { return }
    let position = source.position(block.lines.lowerBound)
    let text = fence.body.map { source[$0] + "\n" }.joined()
    if !ScratchFiles.isInside(name) {
      problems.add(
        position, "`\(name)` is no name of a file of this page",
        advice: "Write file=NAME, or file=FOLDER/NAME below the folder of the page.")
    }
    files.append(TextFile(path: name, text: text))
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
    var block = TranscriptBlock(directives, steps ?? [], at: source.position(line))
    (block.files, block.end) = (files, lines.upperBound)
    blocks.append(block)
    (directives, files) = (Directives(), [])
  }

  private mutating func refuseTooManyCommands() {
    let steps = blocks.flatMap(\.steps)
    guard steps.count > TranscriptLimits.commands else { return }
    problems.add(
      steps[TranscriptLimits.commands].position,
      "\(steps.count) commands; \(TranscriptLimits.commands) is the limit of a page",
      advice: "Split it into several pages.")
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
