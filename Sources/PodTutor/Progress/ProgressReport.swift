internal import PodShell

/// Who has done what: `podlab lesson report`.
package struct ProgressReport: Sendable {
  private let learners: [(name: String, book: ProgressBook)]
  private let library: LessonLibrary

  /// `name` is where a book comes from: a file, or "" for this learner.
  package init(_ learners: [(name: String, book: ProgressBook)], library: LessonLibrary) {
    (self.learners, self.library) = (learners, library)
  }

  package var text: String {
    learners.map { learner in
      (learner.name.isEmpty ? "" : "\(learner.name.withVisibleControls)\n")
        + library.lessons.map { lesson in
          "  \(lesson.id): \(learner.book.doneCount(lesson)) of \(lesson.checkedCount)"
            + "\(openSteps(lesson, learner.book))\n"
        }.joined()
    }.joined()
  }

  private func openSteps(_ lesson: Lesson, _ book: ProgressBook) -> String {
    let open = lesson.steps.filter { $0.isChecked && book.state(of: $0.id, in: lesson.id) == nil }
    guard !open.isEmpty, open.count < lesson.checkedCount else { return "" }
    return ", open: " + open.map(\.id).joined(separator: ", ")
  }

  /// One JSON object a learner.
  package var json: String {
    learners.map { learner in
      JSONText.object([
        ("version", .number(1)), ("learner", .text(learner.name)), ("pack", .text(library.pack.id)),
        ("lessons", .list(library.lessons.map { json($0, learner.book) })),
      ]) + "\n"
    }.joined()
  }

  private func json(_ lesson: Lesson, _ book: ProgressBook) -> JSONText.Value {
    let steps = lesson.steps.filter(\.isChecked).map { step -> JSONText.Value in
      let entry = book.entry(of: step.id, in: lesson.id)
      return .object([
        ("id", .text(step.id)), ("title", .text(step.title)),
        ("status", .text(entry?.state.rawValue ?? "open")), ("hints", .number(entry?.hints ?? 0)),
      ])
    }
    let status = book.isFinished(lesson) ? "done" : book.doneCount(lesson) > 0 ? "begun" : "open"
    return .object([
      ("id", .text(lesson.id)), ("title", .text(lesson.title)), ("status", .text(status)),
      ("done", .number(book.doneCount(lesson))), ("of", .number(lesson.checkedCount)),
      ("steps", .list(steps)),
    ])
  }
}
