import OrderedCollections

@testable import PodEngine

/// Short ways to make objects for the tests of scheduler and controllers.
enum Things {
  static func pod(
    _ name: String = "web", labels: APIValue = [:], spec: APIValue = [:], status: APIValue = [:],
    metadata: APIValue = [:]
  ) throws -> Pod {
    try podTree(name, labels: labels, spec: spec, status: status, metadata: metadata).decoded()
  }

  static func podTree(
    _ name: String = "web", labels: APIValue = [:], spec: APIValue = [:], status: APIValue = [:],
    metadata: APIValue = [:]
  ) -> APIValue {
    var tree: APIValue = [
      "metadata": [
        "name": .string(name), "namespace": "default", "uid": .string("uid-\(name)"),
        "creationTimestamp": "2026-01-01T00:00:00Z",
      ]
    ]
    for (key, value) in metadata.objectValue ?? [:] { tree[path: "metadata", key] = value }
    tree[path: "metadata", "labels"] = labels
    tree["spec"] = spec
    tree["status"] = status
    return tree
  }

  static func node(
    _ name: String = "node-1", labels: APIValue = [:], spec: APIValue = [:],
    allocatable: APIValue = ["cpu": "2", "memory": "4Gi", "pods": "110"]
  ) throws -> Node {
    try nodeTree(name, labels: labels, spec: spec, allocatable: allocatable).decoded()
  }

  static func nodeTree(
    _ name: String = "node-1", labels: APIValue = [:], spec: APIValue = [:],
    conditions: APIValue = [["type": "Ready", "status": "True"]],
    allocatable: APIValue = ["cpu": "2", "memory": "4Gi", "pods": "110"]
  ) -> APIValue {
    var labels = labels
    labels["kubernetes.io/hostname"] = .string(name)
    return [
      "metadata": [
        "name": .string(name), "uid": .string("uid-\(name)"), "labels": labels,
        "creationTimestamp": "2026-01-01T00:00:00Z",
      ],
      "spec": spec,
      "status": ["allocatable": allocatable, "capacity": allocatable, "conditions": conditions],
    ]
  }

  /// A container that asks for resources.
  static func container(_ name: String = "app", _ requests: APIValue = [:]) -> APIValue {
    ["name": .string(name), "image": "busybox", "resources": ["requests": requests]]
  }

  static func store(_ objects: [(Resource, APIValue)]) throws -> ObjectStore {
    var store = ObjectStore()
    for (resource, tree) in objects {
      let metadata = tree["metadata"]
      let key = ObjectKey(
        resource, namespace: metadata?["namespace"]?.stringValue ?? "",
        name: metadata?["name"]?.stringValue ?? "")
      _ = try store.write(tree, key)
    }
    return store
  }

  static func view(
    _ store: ObjectStore, at seconds: Int = 0, settings: ClusterSettings = ClusterSettings()
  ) -> ClusterView {
    ClusterView(
      now: SimulatedTime(milliseconds: seconds * 1000), objects: store, settings: settings)
  }
}

/// Hides a tree from Swift Testing, which writes arguments that are `Encodable` as JSON; our trees
/// know our own encoder alone.
struct Tree: Sendable, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
  let value: APIValue

  init(dictionaryLiteral elements: (String, APIValue)...) {
    value = .object(APIObject(elements, uniquingKeysWith: { _, last in last }))
  }

  init(arrayLiteral elements: APIValue...) { value = .array(elements) }
}

extension [Effect] {
  /// `Reason: message` of the events among the effects.
  var events: [String] {
    compactMap {
      if case .record(let record) = $0 { "\(record.reason): \(record.message)" } else { nil }
    }
  }

  /// What is asked of the API server, in a few words.
  var requests: [String] {
    compactMap { effect in
      guard case .request(let request, _) = effect else { return nil }
      switch request {
      case .create(_, let resource, _): return "create \(resource.plural)"
      case .replace(_, let key): return "replace \(key.name)"
      case .patch(let key, _, _): return "patch \(key.name)"
      case .updateStatus(let key, _, _): return "status \(key.name)"
      case .delete(let key, let options):
        return options.gracePeriodSeconds == 0 ? "force \(key.name)" : "delete \(key.name)"
      case .evict(let key, _): return "evict \(key.name)"
      case .bind(let key, let node): return "bind \(key.name) \(node)"
      }
    }
  }

  func status(of name: String) -> APIValue? {
    for case .request(.updateStatus(let key, let status, _), _) in self where key.name == name {
      return status
    }
    return nil
  }

  /// When something is to be done.
  var seconds: [Int] {
    compactMap { if case .schedule(_, let time) = $0 { time.milliseconds / 1000 } else { nil } }
  }
}
