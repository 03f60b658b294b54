package import PodEngine
package import PodShell

/// What has happened since a step began: the cluster then, the cluster now, and every published
/// change between.
package struct StepHistory: Sendable {
  package let start: Cluster
  package let now: Cluster
  /// From where on `once` counts: what somebody did between the end of one step and the beginning
  /// of the next one is done.
  package var acts: Cluster
  /// Quizzes that have been answered right.
  package var rightQuizzes: [String] = []
  /// What earlier steps remembered.
  package var memories: StringMap<String> = [:]

  /// The language in which facts are stated.
  package var language = Language.english
  /// Does everything again with another seed; nil where nobody can.
  package var replay: (@Sendable (_ seed: UInt64) -> Cluster)?

  package init(from start: Cluster, to now: Cluster) {
    (self.start, self.now, acts) = (start, now, start)
  }

  var texts: FactTexts { .of(language) }

  /// Whether the present follows from the start: after an `undo` beyond it, or a new seed, it does
  /// not.
  package var isContinuous: Bool { now.continues(start) }

  func world(_ cluster: Cluster, _ resources: [Resource]) -> World {
    var world = World(cluster, resources, rightQuizzes: rightQuizzes, memories: memories)
    world.texts = texts
    return world
  }

  /// Calls the body with the world after every change of the kinds since the step began, or since
  /// an earlier state, until it answers false.
  func forEachMoment(
    of resources: [Resource], since earlier: Cluster? = nil, _ body: (World) -> Bool
  ) {
    let start = earlier ?? start
    var world = world(start, resources)
    world.forgetCluster()
    for change in now.watchLog.elements(from: start.watchLog.count)
    where resources.contains(change.key.resource) {
      world.apply(change)
      guard body(world) else { return }
    }
  }
}

extension Cluster {
  /// Whether this cluster is a later state of another one.
  func continues(_ earlier: Cluster) -> Bool {
    guard seed == earlier.seed, now >= earlier.now, watchLog.count >= earlier.watchLog.count else {
      return false
    }
    guard let last = earlier.watchLog.last, let same = watchLog[earlier.watchLog.count - 1] else {
      return true
    }
    return last.key == same.key && last.time == same.time && last.object == same.object
  }
}
