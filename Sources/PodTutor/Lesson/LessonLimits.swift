package import PodEngine
internal import Synchronization

/// What a lesson may use. Lessons come from strangers too: whatever they say must end soon.
package enum LessonLimits {
  /// The virtual time of a lesson, and of whatever is tried in it.
  package static let virtualTime = SimulatedDuration.hours(24 * 30)
  /// Objects of all kinds that a lesson may hold at the start of a step.
  package static let objects = 2000
  /// Changes that the commands of a lesson may cause before somebody types.
  package static let changes = 200_000
  /// Changes that all trials of a lesson in `lesson test` may cause.
  package static let trialChanges = 2_000_000
  /// Files of one lesson, and the lessons of one folder: see `LessonParser` and `LessonLibrary`.
  package static let files = 20
}

/// Counts what happens while a lesson's own commands run, and stops them when it is too much.
final class WorkBudget: Sendable {
  private let left = Mutex<Int?>(nil)

  /// Counts from now on; nil ends it.
  func limit(to amount: Int?) { left.withLock { $0 = amount } }

  /// Takes one piece; true when nothing is left.
  func isSpent() -> Bool {
    left.withLock { left in
      guard let amount = left else { return false }
      left = amount - 1
      return amount <= 0
    }
  }
}

extension Cluster {
  /// All objects of all kinds.
  var objectCount: Int { Resource.allCases.map { objects.list($0).count }.reduce(0, +) }
}
