package import PodEngine
internal import PodShell
internal import Synchronization

/// What a lesson may use. Lessons come from strangers too: whatever they say must end soon.
package enum LessonLimits {
  /// The virtual time of a lesson, and of whatever is tried in it.
  package static let virtualTime = SimulatedDuration.hours(24 * 30)
  /// Objects of all kinds, events too, that the cluster of a lesson may hold.
  package static let objects = 2000
  /// Work that the setup or one solution of a lesson may cause, in published changes. Whoever types
  /// can stop what takes too long by Ctrl-C; nobody types these.
  package static let work = 10_000
  /// What a hundred simulated events (`Cluster.eventsBetweenQuestions`) count for.
  package static let workOfEvents = 20
  /// Work of all trials of a lesson in `lesson test`.
  package static let trialWork = 60_000
  /// Files of one lesson, and the lessons of one folder: see `LessonParser` and `LessonLibrary`.
  package static let files = 20
}

/// Counts what happens while a lesson's own commands run, and stops them when it is too much.
package final class WorkBudget: Sendable {
  private let left = Mutex<Int?>(nil)

  package init() {}

  /// Counts from now on; nil ends it.
  func limit(to amount: Int?) { left.withLock { $0 = amount } }

  /// Whether nothing is left.
  var isSpent: Bool { left.withLock { $0.map { $0 <= 0 } ?? false } }

  /// Takes some pieces; true when nothing was left.
  func take(_ amount: Int) -> Bool {
    left.withLock { left in
      guard let rest = left else { return false }
      left = rest - amount
      return rest <= 0
    }
  }

  /// A configuration whose sessions draw on the budget.
  func apply(to configuration: SessionConfiguration) -> SessionConfiguration {
    var limited = configuration
    let (isExhausted, isInterrupted) = (configuration.isExhausted, configuration.isInterrupted)
    limited.isExhausted = { self.take(LessonLimits.workOfEvents) || isExhausted() }
    limited.isInterrupted = { self.take(1) || isInterrupted() }
    return limited
  }
}

extension BrokenLesson {
  /// The same, said so that an author understands it: nobody has pressed Ctrl-C.
  func explained(by budget: WorkBudget) -> Self {
    guard error.name == "interrupted", budget.isSpent else { return self }
    let limit = "error: this makes more work than a lesson may cause by itself"
    let advice = "let less happen, or for less time"
    return Self(command: command, error: CommandError("limit", limit, suggestion: advice))
  }
}
