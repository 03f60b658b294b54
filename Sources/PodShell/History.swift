package import PodEngine

/// The way back and forth: the clusters as they were before each command that changed something.
package struct History: Sendable {
  /// How many commands can be undone; the oldest are forgotten first.
  package static let limit = 1000

  /// One command, with the cluster on the other side of it.
  package struct Step: Sendable {
    package let command: String
    package let cluster: Cluster
  }

  /// What can be undone, oldest first; each with the cluster before the command.
  package private(set) var past: [Step] = []
  /// What can be redone, next last; each with the cluster after the command.
  package private(set) var undone: [Step] = []

  package init() {}

  /// Enters a command; what was undone before it cannot be redone any more.
  package mutating func enter(_ command: String, before cluster: Cluster) {
    undone = []
    past.append(Step(command: command, cluster: cluster))
    if past.count > Self.limit { past.removeFirst(past.count - Self.limit) }
  }

  /// Goes back over one command and returns it; nil when there is none.
  mutating func undo(_ cluster: inout Cluster) -> String? {
    guard let step = past.popLast() else { return nil }
    undone.append(Step(command: step.command, cluster: cluster))
    cluster = step.cluster
    return step.command
  }

  /// Goes forward over one undone command and returns it; nil when there is none.
  mutating func redo(_ cluster: inout Cluster) -> String? {
    guard let step = undone.popLast() else { return nil }
    past.append(Step(command: step.command, cluster: cluster))
    cluster = step.cluster
    return step.command
  }
}
