import PodTutor

/// A small lesson that is in order; tests break it in one place.
let soundLesson = """
  ---
  podlab: 1
  id: small
  title: Small
  summary: One step.
  minutes: 1
  ---

  # Small

  Hello.

  ## Make it

  Make a Pod named web.

  ```podlab check make
  expect pod/web exists else "Make it."
  ```

  <details><summary>Hint 1</summary>
  <!-- when: pod/web absent -->

  Try it.
  </details>

  <details><summary>Solution</summary>

  ```podlab solution
  create pod web --image=nginx
  ```
  </details>

  ```podlab wrong name
  create pod wob --image=nginx
  => pod/web does not exist
  ```

  That was it.

  ## Think

  ```podlab quiz think
  ? Was it hard?
  ( ) Yes.
      It was one line.
  (x) No.
      It was one line.
  ```

  """

/// The grammar of commands as far as reading needs it: a heredoc goes on until its delimiter.
let heredocIsIncomplete: IsIncomplete = { text in
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  guard let mark = lines.first?.firstRange(of: "<<") else { return false }
  return lines.count < 2 || lines.last != lines[0][mark.upperBound...]
}

func parseLesson(_ text: String, path: String = "small.md") throws -> Lesson {
  try LessonParser.parse(TextFile(path: path, text: text), isIncomplete: heredocIsIncomplete)
}
