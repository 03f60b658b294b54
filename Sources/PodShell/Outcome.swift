/// What a command did and said, as data.
package struct Outcome: Sendable {
  /// What was printed, in order; every text ends with a newline unless the command's output does
  /// not.
  package var output: [OutputChunk] = []
  /// What went wrong; nil when the command succeeded.
  package var error: CommandError?
  /// What the program, not the session, has to do next.
  package var request: ProgramRequest = .none

  package init() {}

  package var standardOutput: String { text(of: .standardOutput) }
  package var standardError: String { text(of: .standardError) }

  private func text(of stream: OutputChunk.Stream) -> String {
    output.filter { $0.stream == stream }.map(\.text).joined()
  }
}

/// A piece of output. The text is safe to print: control characters were made visible.
package struct OutputChunk: Hashable, Sendable {
  package enum Stream: Hashable, Sendable { case standardOutput, standardError }
  package let stream: Stream
  package let text: String

  package init(_ stream: Stream, _ text: String) { (self.stream, self.text) = (stream, text) }
}

/// A failed command. Its text is already in the outcome's output.
package struct CommandError: Error, Hashable, Sendable {
  /// Stable: `not-found`, `unknown-command`, `invalid`, `usage`, …
  package let name: String
  /// kubectl's own bytes, without a newline at the end.
  package let message: String
  /// What to do next, one line; shown at a terminal only.
  package let suggestion: String?
  /// 1 a command failed, 2 usage, 3 a lesson check failed.
  package let exitCode: Int
  /// Which part of the typed text is meant; its beginning where nothing better is known.
  package var position: TextPosition?
  /// Where in a manifest the mistake stands, one `FILE:LINE:COLUMN: what to do` a line.
  package var manifestPlaces: String?

  package init(
    _ name: String, _ message: String, suggestion: String? = nil, exitCode: Int = 1,
    position: TextPosition? = nil
  ) {
    (self.name, self.message, self.suggestion) = (name, message, suggestion)
    (self.exitCode, self.position) = (exitCode, position)
  }
}

/// What a command asks of the program around the session.
package enum ProgramRequest: Hashable, Sendable {
  case none
  /// `exit`, `exit 3`.
  case exit(Int)
  /// `edit`: let somebody change a text, then type the command that goes with it.
  case edit(EditRequest)
  /// `get -w`, `logs -f`: call `Session.follow` again and again until Ctrl-C.
  case follow
  /// A command of the tutor or the recorder (`lesson …`, `next`, `hint`, `record …`): its words.
  case tutor([String])
}

extension ProgramRequest {
  /// Whether a script has nothing to do in its place: an editor was opened, or the tutor asked.
  var isForProgram: Bool {
    switch self {
    case .edit, .tutor: true
    case .none, .exit, .follow: false
    }
  }
}

/// Why a text goes on in the next line.
package enum Continuation: Hashable, Sendable {
  case heredoc(delimiter: String)
  case quote(Character)
  case backslash
}

/// What Tab can offer.
package struct Completions: Hashable, Sendable {
  /// A list that is longer than a few screens helps nobody.
  package static let limit = 500

  /// Where the text to be replaced begins (a UTF-8 offset); it ends at the cursor.
  package let replacing: Int
  package let candidates: [Completion]

  package init(replacing: Int, candidates: [Completion]) {
    (self.replacing, self.candidates) = (replacing, candidates)
  }
}

/// One offer: the whole word, and what it is (`Running  node-1`).
package struct Completion: Hashable, Sendable {
  package let word: String
  package let description: String

  package init(_ word: String, _ description: String = "") {
    (self.word, self.description) = (word, description)
  }
}
