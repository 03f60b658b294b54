import OrderedCollections
import PodEngine

/// A cluster for tests, with the questions that tests ask.
struct Laboratory {
  var cluster: Cluster

  init(nodes: Int = 1, seed: UInt64 = 1) throws {
    cluster = Cluster(nodeCount: nodes, seed: seed)
    for number in 1...nodes {
      for image in ["busybox:1.35", "podlab/web:1.0"] {
        try cluster.inject(.loadImage(reference: image, node: "node-\(number)"))
      }
    }
  }

  /// Creates a Pod with one container `app` that runs a script in busybox; the trees are merged
  /// into the container and the spec.
  mutating func run(
    _ name: String = "web", _ script: String, container: APIValue = .emptyObject,
    spec: APIValue = .emptyObject
  ) throws {
    var main: APIValue = [
      "name": "app", "image": "busybox:1.35", "command": ["sh", "-c", .string(script)],
    ]
    for (key, value) in container.objectValue ?? [:] { main[key] = value }
    var whole: APIValue = ["containers": [main]]
    for (key, value) in spec.objectValue ?? [:] { whole[key] = value }
    _ = try cluster.request(
      .create(
        ["metadata": ["name": .string(name)], "spec": whole], .pods, namespace: "default"))
  }

  mutating func delete(_ name: String = "web", graceSeconds: Int? = nil) throws {
    _ = try cluster.request(
      .delete(key(name), DeleteOptions(gracePeriodSeconds: graceSeconds)))
  }

  func key(_ name: String) -> ObjectKey { ObjectKey(.pods, namespace: "default", name: name) }

  func pod(_ name: String = "web") -> Pod? { cluster.objects.pod(key(name)) }

  /// Milliseconds at which a Pod's status was published with some property, first or every time.
  func times(of name: String = "web", where holds: (Pod) -> Bool) -> [Int] {
    cluster.watchLog.elements(from: 0).compactMap { change in
      guard change.key == key(name), change.change != .deleted,
        let pod: Pod = try? change.object.decoded(), holds(pod)
      else { return nil }
      return change.time.milliseconds
    }
  }

  /// When the restart count first reached 0, 1, 2, … in milliseconds.
  func restartTimes(of name: String = "web") -> [Int] {
    var result: [Int] = []
    while true {
      let next = result.count
      let reached = times(of: name) {
        $0.status.containerStatuses.first.map {
          $0.restartCount == next && $0.state.waiting?.reason != "ContainerCreating"
        } ?? false
      }
      guard let first = reached.first else { return result }
      result.append(first)
    }
  }

  /// Milliseconds at which events with a reason were written, each count on its own.
  func eventTimes(_ reason: String) -> [Int] {
    cluster.watchLog.elements(from: 0).filter {
      $0.key.resource == .events && $0.change != .deleted
        && $0.object["reason"]?.stringValue == reason
    }.map(\.time.milliseconds)
  }

  func messages(_ reason: String) -> [String] {
    cluster.objects.list(.events).compactMap {
      $0.tree["reason"]?.stringValue == reason ? $0.tree["message"]?.stringValue : nil
    }
  }

  /// Milliseconds at which the object was gone.
  func goneAt(_ name: String = "web") -> Int? {
    cluster.watchLog.elements(from: 0).last { $0.key == key(name) && $0.change == .deleted }?
      .time.milliseconds
  }
}
