package import PodEngine

/// How far a session may go. A person at the prompt may go anywhere; a page or a lesson from a
/// stranger may not fill the memory or run for days.
package struct SessionLimits: Hashable, Sendable {
  /// How far the clock may go, from its start; nil without a limit.
  package var clock: SimulatedDuration?
  /// How many objects the cluster may hold; nil without a limit.
  package var objects: Int?

  package init(clock: SimulatedDuration? = nil, objects: Int? = nil) {
    (self.clock, self.objects) = (clock, objects)
  }

  /// Throws where a time lies beyond the limit.
  func check(_ time: SimulatedTime) throws(CommandError) {
    guard let clock, time > .start + clock else { return }
    throw CommandError(
      "limit", "error: the clock goes no further than \(GoDuration.text(clock)) here",
      suggestion: "move it in smaller steps, or begin anew")
  }

  /// Throws where there are too many objects.
  package func check(objects: Int) throws(CommandError) {
    guard isBroken(objects: objects), let limit = self.objects else { return }
    throw CommandError(
      "limit", "error: the cluster holds no more than \(limit) objects here",
      suggestion: "delete some, or ask for fewer")
  }

  func isBroken(objects: Int) -> Bool { self.objects.map { objects > $0 } ?? false }

  /// How many objects there are; 0 where nobody wants to know.
  package func countedObjects(of cluster: Cluster) -> Int {
    guard objects != nil else { return 0 }
    return Resource.allCases.reduce(0) { $0 + cluster.objects.list($1).count }
  }
}

extension WatchEvent.Change {
  /// By how many objects the cluster grew.
  var addedObjects: Int {
    switch self {
    case .added: 1
    case .modified: 0
    case .deleted: -1
    }
  }
}
