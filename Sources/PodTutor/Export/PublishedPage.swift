internal import PodEngine
internal import PodShell

/// A page that was run and is as documented: what every export is made of. A page that is not true
/// is not published.
package struct PublishedPage: Sendable {
  /// A command with its output as a terminal shows it.
  struct Step: Sendable {
    let command: String
    let start: SimulatedTime
    let end: SimulatedTime
    let lines: [OutputLine]
  }

  struct Block: Sendable {
    let source: TranscriptBlock
    let steps: [Step]
  }

  let text: String
  package let transcript: Transcript
  private(set) var blocks: [Block]
  /// The one chapter that is shown; nil for the whole page.
  package private(set) var chapter: TranscriptChapter?

  /// Runs the page. Throws where it is malformed, or prints something else than it documents.
  package init(
    _ page: TextFile, beside: FilesOfPage = .none
  ) throws(SourceErrors) {
    text = page.text
    transcript = try TranscriptVerifier.parse(page)
    let execution = TranscriptVerifier.execute(transcript, beside: beside)
    let steps = TranscriptVerifier.compare(transcript, with: execution).steps
    if let wrong = steps.first(where: { !$0.isFine }) {
      throw SourceErrors([
        SourceError(
          wrong.step.position, "the page is not true, so it is not published: \(wrong.summary)",
          advice: "podlab transcript verify \(page.path.quotedForShell) shows the difference.")
      ])
    }
    blocks = zip(transcript.blocks, execution.results).map { block, results in
      Block(
        source: block,
        steps: zip(block.steps, results).map { step, result in
          let asDocumented = block.skipReason != nil || block.allowsElisions
          return Step(
            command: step.command, start: result.start, end: result.end,
            lines: asDocumented
              ? step.output.map { OutputLine([TerminalText($0)]) } : result.lines)
        })
    }
  }

  /// The page, or one chapter of it; throws also where it has no such chapter.
  package init(
    _ page: TextFile, anchor: String?, beside: FilesOfPage = .none
  ) throws(SourceErrors) {
    let whole = try PublishedPage(page, beside: beside)
    guard let anchor else {
      self = whole
      return
    }
    guard let part = whole.chapter(anchor) else {
      let names = whole.transcript.chapters.map(\.anchor).joined(separator: ", ")
      throw SourceErrors([
        SourceError(
          SourcePosition(page.path, 1), "the page has no chapter `\(anchor)` with a session",
          advice: names.isEmpty ? "A chapter is a heading `## …`." : "Its chapters: \(names).")
      ])
    }
    self = part
  }

  /// The same page with one chapter only; nil where it has none of that name, or no command in it.
  package func chapter(_ anchor: String) -> PublishedPage? {
    let chapters = transcript.chapters
    guard let index = chapters.firstIndex(where: { $0.anchor == anchor }) else { return nil }
    let end = chapters.indices.contains(index + 1) ? chapters[index + 1].line : Int.max
    var page = self
    page.chapter = chapters[index]
    page.blocks = blocks.filter {
      (chapters[index].line..<end).contains($0.source.position.line)
    }
    return page.visibleBlocks.isEmpty ? nil : page
  }

  var visibleBlocks: [Block] { blocks.filter { !$0.source.isHidden } }

  /// The title of the page, or of the chapter that is shown.
  var title: String { chapter?.title ?? transcript.title }

  /// The session as plain text, without the prose: what a picture of it says in words.
  var sessionText: String {
    visibleBlocks.flatMap(\.steps).flatMap { step in
      step.commandLines.map { $0.map(\.text).joined() } + step.lines.map(\.text)
    }.joined(separator: "\n")
  }
}

extension PublishedPage.Step {
  /// The command with its prompts, a row for each of its lines.
  var commandLines: [[TerminalText]] {
    command.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      let prompt = $0 == 0 ? ConsoleParser.prompt : ConsoleParser.continuationPrompt
      return [TerminalText(prompt, .prompt), TerminalText(" " + $1)]
    }
  }
}
