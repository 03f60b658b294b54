/// One word of a command after quotes and backslashes were resolved.
package struct Word: Hashable, Sendable {
  package var text: String
  /// Where it begins in the typed text.
  package let position: TextPosition
  /// Where it begins, in UTF-8 bytes.
  package let offset: Int

  package init(_ text: String, at position: TextPosition = TextPosition(), offset: Int = 0) {
    (self.text, self.position, self.offset) = (text, position, offset)
  }
}

/// The lines that were written in place of a file: `<<YAML` up to a line that says `YAML`.
package struct Heredoc: Hashable, Sendable {
  package let delimiter: String
  /// The lines as written, with their line ends. Nothing is expanded in them, quoted delimiter or
  /// not.
  package let body: String
  /// Where the first line of the body stands in the typed text.
  package let position: TextPosition
}

/// One command of a typed text.
package struct SimpleCommand: Hashable, Sendable {
  package var words: [Word]
  package var heredoc: Heredoc?
  /// What its output passes through, one after the other: `| grep web | head -1`.
  package var filters: [[Word]] = []
  /// Where its output goes instead of the screen.
  package var target: Redirection?
  /// How it hangs on the command before it.
  package let joint: Joint

  package enum Joint: Hashable, Sendable {
    /// First, or after `;` or a line end.
    case always
    /// After `&&`: only when the one before succeeded.
    case afterSuccess
    /// After `||`: only when the one before failed.
    case afterFailure
  }

  /// `> FILE`, `>> FILE`
  package struct Redirection: Hashable, Sendable {
    package let file: Word
    package let isAppending: Bool
  }

  package init(words: [Word], heredoc: Heredoc? = nil, joint: Joint = .always) {
    (self.words, self.heredoc, self.joint) = (words, heredoc, joint)
  }
}

extension SimpleCommand {
  /// The first line of the command.
  var line: String { words.map { $0.text.quotedAsWord }.joined(separator: " ") }

  /// The command as it can be typed again, without what its output passes through.
  var text: String {
    guard let heredoc else { return line }
    var delimiter = "END"
    let lines = heredoc.body.split(separator: "\n").map(String.init)
    while lines.contains(delimiter) { delimiter += "_" }
    let body =
      heredoc.body.isEmpty || heredoc.body.hasSuffix("\n") ? heredoc.body : heredoc.body + "\n"
    return "\(line) <<'\(delimiter)'\n\(body)\(delimiter)"
  }
}

extension String {
  /// In quotes where a word of a command needs them.
  fileprivate var quotedAsWord: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "_-./:=,@%+".unicodeScalars.contains(scalar)
      }
    return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}

/// Why a text cannot be read as commands.
package enum WordsError: Error, Hashable, Sendable {
  /// It goes on in the next line.
  case incomplete(Continuation, TextPosition)
  /// A shell operator that podlab's commands do not have.
  case unsupportedOperator(String, TextPosition)
  /// Nothing stands where a command is needed: `&& get pods`.
  case missingCommand(String, TextPosition)
  /// `>` without a word.
  case missingFile(String, TextPosition)
  /// `<<` without a word.
  case missingDelimiter(TextPosition)
}
