internal import OrderedCollections
package import PodEngine

/// The objects of some kinds at one moment, which is what a claim is judged by.
package struct World: Sendable {
  package private(set) var time: SimulatedTime
  private var objects = OrderedTable<ObjectKey, APIValue>()
  /// What was answered to quizzes; they are no objects.
  let rightQuizzes: [String]
  /// The whole cluster, for what the API server does not keep; nil for moments that are past.
  private(set) var cluster: Cluster?
  /// The language of the facts.
  var texts = FactTexts.english
  /// What `remember` lines stored.
  var memories: StringMap<String>

  /// The world as a cluster shows it, of the kinds that matter.
  init(
    _ cluster: Cluster, _ resources: [Resource], rightQuizzes: [String] = [],
    memories: StringMap<String> = [:]
  ) {
    time = cluster.now
    self.cluster = cluster
    (self.rightQuizzes, self.memories) = (rightQuizzes, memories)
    for resource in resources {
      for object in cluster.objects.list(resource) {
        let metadata = object.metadata
        objects[ObjectKey(resource, namespace: metadata.namespace, name: metadata.name)] =
          object.tree
      }
    }
  }

  subscript(key: ObjectKey) -> APIValue? { objects[key] }

  func list(_ resource: Resource, namespace: String? = nil) -> [(key: ObjectKey, value: APIValue)] {
    let first = ObjectKey(resource, namespace: namespace ?? "", name: "")
    var found: [(key: ObjectKey, value: APIValue)] = []
    for (key, value) in objects.entries(from: first) {
      guard key.resource == resource,
        namespace == nil || !resource.isNamespaced || key.namespace == namespace
      else { break }
      found.append((key, value))
    }
    return found
  }

  /// What follows is played from the changes that the API server published.
  mutating func forgetCluster() { cluster = nil }

  /// Lets time pass in which nothing changes.
  mutating func wait(until moment: SimulatedTime) { time = max(time, moment) }

  /// Lets a published change happen.
  mutating func apply(_ change: WatchEvent) {
    time = change.time
    switch change.change {
    case .added, .modified: objects[change.key] = change.object
    case .deleted: objects[change.key] = nil
    }
  }
}
