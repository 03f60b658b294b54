/// What `podlab lesson test` found.
package struct LintReport: Sendable {
  package struct LintedLesson: Sendable {
    package let file: String
    package let stepCount: Int
    /// How many assertions were judged; a test that judges nothing proves nothing.
    package let assertionCount: Int
    package let problems: [SourceError]
  }

  package struct LintedTranslation: Sendable {
    package let file: String
    /// How many parts were compared with the source.
    package let partCount: Int
    package let problems: [SourceError]
  }

  package let lessons: [LintedLesson]
  package let translations: [LintedTranslation]
  /// What is wrong outside of the lessons that could be read: broken files, a wrong pack.
  package let problems: [SourceError]

  package var assertionCount: Int { lessons.map(\.assertionCount).reduce(0, +) }
  package var problemCount: Int {
    problems.count + lessons.map(\.problems.count).reduce(0, +)
      + translations.map(\.problems.count).reduce(0, +)
  }

  /// 0 all is well, 1 a lesson does not work, 2 a file cannot be read or there is nothing to test.
  package var exitCode: Int {
    if lessons.isEmpty || assertionCount == 0 || !problems.isEmpty { return 2 }
    return problemCount == 0 ? 0 : 1
  }

  /// The report for people.
  package var text: String {
    let broken = problems.map { "\($0)\n" }.joined()
    guard !lessons.isEmpty else {
      return broken + "error: no lesson to test\n  Name a folder that holds lessons (*.md).\n"
    }
    let nothing = assertionCount == 0 ? "error: not one assertion was evaluated\n" : ""
    return broken + lessons.map(\.text).joined() + translations.map(\.text).joined() + nothing
      + "\(counted(lessons.count, "lesson")), \(counted(lessons.map(\.stepCount).reduce(0, +), "step")), "
      + "\(counted(assertionCount, "assertion")) evaluated, \(counted(problemCount, "problem"))\n"
  }

  /// One JSON object a line: for every problem, then for every lesson.
  package var json: String {
    (problems + lessons.flatMap(\.problems) + translations.flatMap(\.problems)).map {
      JSONText.object([
        ("file", .text($0.position.file)), ("line", .number($0.position.line)),
        ("column", .number($0.position.column)), ("message", .text($0.message)),
        ("advice", .text($0.advice)),
      ]) + "\n"
    }.joined()
      + lessons.map {
        JSONText.object([
          ("file", .text($0.file)), ("steps", .number($0.stepCount)),
          ("assertions", .number($0.assertionCount)), ("problems", .number($0.problems.count)),
        ]) + "\n"
      }.joined()
  }
}

extension LintReport.LintedLesson {
  fileprivate var text: String {
    problems.isEmpty
      ? "ok  \(file.withVisibleControls)  \(counted(stepCount, "step")), \(counted(assertionCount, "assertion"))\n"
      : problems.map { "\($0)\n" }.joined()
  }
}

extension LintReport.LintedTranslation {
  fileprivate var text: String {
    problems.isEmpty
      ? "ok  \(file.withVisibleControls)  \(counted(partCount, "part"))\n"
      : problems.map { "\($0)\n" }.joined()
  }
}

/// `1 step`, `2 steps`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
