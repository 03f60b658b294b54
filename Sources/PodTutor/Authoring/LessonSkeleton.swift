/// The file of a new lesson: `podlab lesson new ID`.
package enum LessonSkeleton {
  /// True for what may name a lesson.
  package static func isID(_ text: String) -> Bool { isIdentifier(text) }

  /// `first-pod` becomes `First pod`.
  static func title(_ id: String) -> String {
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  static func head(_ id: String, seed: UInt64 = 1) -> String {
    """
    ---
    podlab: 1
    id: \(id)
    title: \(title(id))
    summary: "WRITE: one sentence about what is learned."
    minutes: 5
    level: beginner
    requires: []
    teaches: []
    seed: \(seed)
    kubernetes: "1.33"
    ---

    # \(title(id))

    WRITE: say in two or three sentences what this is about.

    """
  }

  /// A lesson of one step that works; only the words are still to be written.
  package static func text(_ id: String) -> String {
    head(id) + """

      ## Make a Pod

      WRITE: say what to do. The Pod is named `web`.

      ```podlab check make
      expect pod/web exists   else "WRITE: what helps whoever has not made it."
      ```

      <details><summary>Hint 1</summary>
      <!-- when: pod/web absent -->

      WRITE: say where to look, without giving the command away.
      </details>

      <details><summary>Solution</summary>

      ```podlab solution
      create pod web --image=nginx
      ```
      </details>

      ```podlab wrong another-name
      create pod wbe --image=nginx
      => pod/web does not exist
      ```

      WRITE: say what this has proved.

      ## What do you think?

      ```podlab quiz think
      ? WRITE: ask what a beginner gets wrong.
      ( ) WRITE: the usual misconception.
          WRITE: why it is wrong.
      (x) WRITE: what is true.
          WRITE: why it is right.
      ```

      """
  }
}
