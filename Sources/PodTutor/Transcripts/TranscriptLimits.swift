package import PodEngine
internal import PodShell
internal import Synchronization

/// What a page may ask for. Whoever runs a page of somebody else must not have to read it first:
/// these are the limits that README names, and every one has an error of its own.
package enum TranscriptLimits {
  /// Commands in one page.
  package static let commands = 500
  /// Lines of output of one command.
  package static let outputLines = 2000
  /// How far a page may move the clock.
  package static let clock = SimulatedDuration.hours(24)
  /// Objects in the cluster; those that every cluster has from its start count too.
  package static let objects = 1000
  /// Bytes in the files that a page declares or writes.
  package static let fileBytes = 1_048_576
  /// How often a page is asked whether it goes on: once for each hundred simulated events
  /// (`Cluster.eventsBetweenQuestions`). So a page ends also where processes turn in circles, and
  /// ends at the same place on every machine.
  package static let questions = 1500

  /// A configuration that keeps a page within them.
  static func apply(to configuration: SessionConfiguration, _ meter: WorkMeter)
    -> SessionConfiguration
  {
    var limited = configuration
    limited.limits = SessionLimits(clock: clock, objects: objects)
    limited.isExhausted = { meter.isExhausted() }
    return limited
  }
}

/// Counts the work of one page. Shared by the copies of its session, so that `undo` gives nothing
/// back.
final class WorkMeter: Sendable {
  private let questions = Atomic<Int>(0)

  /// Counts one question.
  func isExhausted() -> Bool {
    questions.add(1, ordering: .relaxed).newValue > TranscriptLimits.questions
  }

  var wasExhausted: Bool { questions.load(ordering: .relaxed) > TranscriptLimits.questions }
}
