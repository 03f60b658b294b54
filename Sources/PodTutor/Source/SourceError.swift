/// A place in a text file; line and column are counted from 1, columns in characters.
package struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let column: Int

  package init(_ file: String, _ line: Int, _ column: Int = 1) {
    (self.file, self.line, self.column) = (file, line, column)
  }

  package var description: String { "\(file):\(line):\(column)" }
}

/// Something wrong in a lesson, a pack or a transcript: where, what, and what to do about it.
package struct SourceError: Error, Hashable, Sendable, CustomStringConvertible {
  package let position: SourcePosition
  package let message: String
  package let advice: String

  package init(_ position: SourcePosition, _ message: String, advice: String) {
    (self.position, self.message, self.advice) = (position, message, advice)
  }

  package var description: String {
    "\(position): error: \(message)\n  \(advice)".withVisibleControls
  }
}

/// Everything that is wrong in a file, in the order of its lines; never empty.
package struct SourceErrors: Error, Hashable, Sendable, CustomStringConvertible {
  package let errors: [SourceError]

  package init(_ errors: [SourceError]) {
    self.errors = errors.sorted {
      ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
    }
  }

  package var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// A file by its path and text. Whoever has the right to read files makes these.
package struct TextFile: Hashable, Sendable {
  package let path: String
  package let text: String

  package init(path: String, text: String) { (self.path, self.text) = (path, text) }
}
