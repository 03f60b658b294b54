/// A transcript of format v1: a Markdown page whose `console` fences can be run again.
package struct Transcript: Sendable {
  package let file: String
  package let settings: TranscriptSettings
  /// The first heading.
  package let title: String
  package let blocks: [TranscriptBlock]
  /// The chapters: headings of the second level with their lines.
  package let chapters: [TranscriptChapter]

  package var steps: [TranscriptStep] { blocks.flatMap(\.steps) }
}

/// A chapter of a page.
package struct TranscriptChapter: Hashable, Sendable {
  package let title: String
  /// The line of the heading.
  package let line: Int

  /// Its name in an address, as GitHub forms it: `## The plug is pulled` is `#the-plug-is-pulled`.
  package var anchor: String {
    let kept = title.lowercased().filter {
      $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_"
    }
    return kept.replacing(" ", with: "-")
  }
}

/// What the first line of a transcript pins down.
package struct TranscriptSettings: Hashable, Sendable {
  package var seed: UInt64 = 1
  package var nodes = 3
  /// The size of the terminal that exports imitate.
  package var columns = 80
  package var rows = 24
}

/// The commands of one fence, or of one hidden comment.
package struct TranscriptBlock: Sendable {
  package var position: SourcePosition
  package var steps: [TranscriptStep]
  /// The line behind the block.
  package var end = 0
  /// The files that the page has declared since the block before.
  package var files: [TextFile] = []
  package var isHidden = false
  /// A fresh cluster stands before the first command.
  package var startsAfresh = false
  /// `...` stands for any lines and `[..]` for any characters of the output.
  package var allowsElisions = false
  /// Why the block is not run; nil when it is.
  package var skipReason: String?
  /// The name of the error with which the last command must fail.
  package var expectedError: String?
  /// The line of the directive that says so.
  package var expectLine: Int?
}

/// One command with the output that the page documents.
package struct TranscriptStep: Hashable, Sendable {
  package let command: String
  package let position: SourcePosition
  package let output: [String]
  /// The lines of the file that hold the output; empty, but at the right place, when there is none.
  package let outputLines: Range<Int>
}

/// Finds out whether a text is the beginning of a longer command.
package typealias IsIncomplete = @Sendable (String) -> Bool
