package import PodEngine
package import PodShell

/// A session whose commands become the draft of a lesson: `podlab lesson record ID`.
///
/// `section TITLE` begins a step; what is typed before the first one is the setup. Commands that fail
/// are left out, and `undo` takes the last one back.
package struct LessonRecorder: Sendable {
  package private(set) var session: Session
  private let id: String
  private var setup: [String] = []
  private var steps: [Step] = []

  struct Step: Sendable {
    let title: String
    let start: Session
    var commands: [String] = []
    var end: Session
  }

  package init(_ id: String, configuration: SessionConfiguration) {
    self.id = id
    session = Session(configuration: configuration)
  }

  /// Every change that the API server has published.
  package var changes: AppendLog<WatchEvent> { session.cluster.watchLog }

  package mutating func submit(_ command: String) -> Outcome {
    if command.hasPrefix("section "), !command.dropFirst(8).trimmed.isEmpty {
      let title = command.dropFirst(8).trimmed.withVisibleControls
      steps.append(Step(title: title, start: session, end: session))
      var outcome = Outcome()
      outcome.say("Step \(steps.count): \(title)")
      return outcome
    }
    let before = session.record.changes.count
    let outcome = session.submit(command)
    let hasChanged = session.record.changes.count != before
    if outcome.error == nil, outcome.request.problemInLessons == nil {
      note(command.trimmed, hasChanged)
    }
    return outcome
  }

  /// See `Session.follow(isOver:)`.
  package mutating func follow(isOver: Bool) -> Outcome? {
    let outcome = session.follow(isOver: isOver)
    if isOver, let change = session.record.changes.last?.command, change.hasPrefix("advance ") {
      note(change, true)
    }
    return outcome
  }

  private mutating func note(_ command: String, _ hasChanged: Bool) {
    guard !command.isEmpty else { return }
    let isUndo = command == "undo" || command.hasPrefix("undo ")
    guard var step = steps.popLast() else {
      if isUndo { _ = setup.popLast() } else if hasChanged { setup.append(command) }
      return
    }
    if isUndo { _ = step.commands.popLast() } else { step.commands.append(command) }
    step.end = session
    steps.append(step)
  }

  /// The file. What only an author knows is marked WRITE.
  package var draft: String {
    let seed = session.configuration.seed
    var text = LessonSkeleton.head(id, seed: seed)
    if session.configuration.nodeCount != 3 {
      text = text.replacing(
        "seed: \(seed)\n", with: "seed: \(seed)\nnodes: \(session.configuration.nodeCount)\n")
    }
    if !setup.isEmpty { text += "\n```podlab setup\n\(setup.joined(separator: "\n"))\n```\n" }
    var ids: [String] = []
    for (index, step) in steps.enumerated() where !step.commands.isEmpty {
      var id = slug(step.title)
      if !isIdentifier(id) || ids.contains(id) { id = "step-\(index + 1)" }
      ids.append(id)
      text += self.text(of: step, id)
    }
    return text
  }

  private func text(of step: Step, _ id: String) -> String {
    let derived = CheckDerivation(from: step.start, to: step.end, step.commands).lines()
    let names = derived.names.map { "`\($0)`" }.joined(separator: ", ")
    let told = names.isEmpty ? "" : " Name in it: \(names)."
    return """

      ## \(step.title)

      WRITE: say what to do.\(told)

      ```podlab check \(id)
      \(derived.lines.joined(separator: "\n"))
      ```

      <details><summary>Solution</summary>

      ```podlab solution
      \(step.commands.joined(separator: "\n"))
      ```
      </details>

      WRITE: say what this has proved.

      """
  }
}
