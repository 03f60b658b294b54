/// How the tutor writes. Words always carry the meaning; marks are an addition.
package struct TutorStyle: Hashable, Sendable {
  /// Whether a `✓` may stand before the words; off for `--plain`, pipes and screen readers.
  package var marks: Bool
  /// Columns of prose.
  package var width: Int
  /// Whether the short word of praise after a step is said.
  package var praise: Bool

  /// Whether errors are wrapped as prose is; off where a program reads them and looks for whole sentences.
  package var wrapsErrors: Bool

  package init(
    marks: Bool = false, width: Int = Prose.standardWidth, praise: Bool = true,
    wrapsErrors: Bool = true
  ) {
    (self.marks, self.width, self.praise) = (marks, max(20, width), praise)
    self.wrapsErrors = wrapsErrors
  }
}
