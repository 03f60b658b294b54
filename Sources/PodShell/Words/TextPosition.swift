/// A place in a text; lines and columns count from 1, columns in characters.
package struct TextPosition: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let line: Int
  package let column: Int

  package init(line: Int = 1, column: Int = 1) { (self.line, self.column) = (line, column) }

  /// `3:14`
  package var description: String { "\(line):\(column)" }

  package static func < (left: Self, right: Self) -> Bool {
    left.line == right.line ? left.column < right.column : left.line < right.line
  }
}
