/// Which steps a learner has done. Kept by the ids of lessons and steps, so that new words and a
/// new order lose nothing.
package struct ProgressBook: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let lesson: String
    package let step: String
    package var state: StepState
    package var hints: Int
  }

  package enum StepState: String, Hashable, Sendable, CaseIterable {
    case passed
    /// Passed, but the solution was looked at before.
    case passedWithSolution = "passed-with-solution"
    case skipped

    /// A later, better result replaces an earlier one.
    fileprivate var rank: Int {
      switch self {
      case .skipped: 0
      case .passedWithSolution: 1
      case .passed: 2
      }
    }
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package func state(of step: String, in lesson: String) -> StepState? {
    entries.first { $0.lesson == lesson && $0.step == step }?.state
  }

  package func entry(of step: String, in lesson: String) -> Entry? {
    entries.first { $0.lesson == lesson && $0.step == step }
  }

  package mutating func enter(_ state: StepState, _ step: String, in lesson: String, hints: Int) {
    let new = Entry(lesson: lesson, step: step, state: state, hints: hints)
    guard let index = entries.firstIndex(where: { $0.lesson == lesson && $0.step == step }) else {
      return entries.append(new)
    }
    if state.rank >= entries[index].state.rank { entries[index] = new }
  }

  /// Takes over what another book knows better.
  package mutating func merge(_ other: ProgressBook) {
    for entry in other.entries {
      enter(entry.state, entry.step, in: entry.lesson, hints: entry.hints)
    }
  }

  /// Forgets a lesson; without an id everything.
  package mutating func forget(_ lesson: String?) {
    entries.removeAll { lesson == nil || $0.lesson == lesson }
  }

  /// Whether every step that can be done has been done or skipped.
  package func isFinished(_ lesson: Lesson) -> Bool { doneCount(lesson) == lesson.checkedCount }

  package func doneCount(_ lesson: Lesson) -> Int {
    lesson.steps.count { $0.isChecked && state(of: $0.id, in: lesson.id) != nil }
  }
}

extension Lesson {
  /// How many steps can be done, as against only read.
  package var checkedCount: Int { steps.count(where: \.isChecked) }
}

// The file `progress`: a heading, then one line a step: `first-pod create passed hints=1`.
extension ProgressBook {
  package static let fileName = "progress"
  /// After so many lines that make no sense the file is something else.
  private static let maximumProblems = 20
  private static let heading = "podlab progress 1"

  package var text: String {
    ([Self.heading]
      + entries.map { "\($0.lesson) \($0.step) \($0.state.rawValue) hints=\($0.hints)" })
      .map { $0 + "\n" }.joined()
  }

  /// Reads what can be read, and says which lines cannot.
  package static func read(_ text: String, of name: String = fileName) -> (
    book: ProgressBook, problems: [String]
  ) {
    var book = ProgressBook()
    var problems: [String] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard problems.count < Self.maximumProblems else { break }
      if index == 0, line == heading { continue }
      if index > 0, let entry = entry(line) {
        book.enter(entry.state, entry.step, in: entry.lesson, hints: entry.hints)
      } else {
        problems.append(
          "\(name):\(index + 1): `\(line.prefix(60).withVisibleControls)` "
            + (index == 0 ? "is no heading of progress" : "is no line of progress"))
      }
    }
    return (book, problems)
  }

  private static func entry(_ line: String) -> Entry? {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 4, isIdentifier(words[0]), isIdentifier(words[1]),
      let state = StepState(rawValue: words[2]), words[3].hasPrefix("hints="),
      let hints = Int(words[3].dropFirst("hints=".count)), hints >= 0
    else { return nil }
    return Entry(lesson: words[0], step: words[1], state: state, hints: hints)
  }
}
