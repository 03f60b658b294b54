import OrderedCollections

@testable import PodEngine

/// The objects that a controller sees, and what it did to them.
struct NodeWorld {
  var store = ObjectStore()
  var now = 0
  var settings = ClusterSettings()
  private(set) var done: [Deed] = []
  private(set) var records: [EventRecord] = []
  /// What controllers put off, in the order in which they did.
  private(set) var later: [(milliseconds: Int, event: ClusterEvent)] = []

  /// A request that a controller made about an object.
  struct Deed {
    let milliseconds: Int
    let key: ObjectKey
    let action: String
    let object: APIValue
  }

  var view: ClusterView {
    ClusterView(now: SimulatedTime(milliseconds: now), objects: store, settings: settings)
  }

  var actions: APIValue { .array(done.map { .string($0.action) }) }

  mutating func put(_ resource: Resource, _ tree: APIValue) throws {
    let name = tree[path: "metadata", "name"]?.stringValue ?? ""
    let namespace = tree[path: "metadata", "namespace"]?.stringValue ?? ""
    _ = try store.write(tree, ObjectKey(resource, namespace: namespace, name: name))
  }

  /// A Pod of a case, with what every Pod has.
  @discardableResult
  mutating func put(pod: APIValue) throws -> ObjectKey {
    let tree = Self.pod(pod)
    try put(.pods, tree)
    let metadata = tree["metadata"] ?? .emptyObject
    return ObjectKey(
      .pods, namespace: metadata["namespace"]?.stringValue ?? "",
      name: metadata["name"]?.stringValue ?? "")
  }

  static func pod(_ pod: APIValue) -> APIValue {
    var tree = pod
    if tree["metadata"] == nil { tree["metadata"] = .emptyObject }
    for (key, value) in [("name", "pod"), ("namespace", "default"), ("uid", "uid")]
    where tree[path: "metadata", key] == nil {
      tree[path: "metadata", key] = .string(value)
    }
    if let order = tree[path: "metadata", "creationOrder"]?.intValue {
      tree[path: "metadata", "creationOrder"] = nil
      let time = SimulatedTime(milliseconds: order * 1000)
      tree[path: "metadata", "creationTimestamp"] = .string(time.timestamp)
    }
    if tree[path: "metadata", "deletionTimestamp"] == "set" {
      tree[path: "metadata", "deletionTimestamp"] = .string(SimulatedTime.start.timestamp)
    }
    return tree
  }

  mutating func putNode(
    _ name: String, taints: APIValue = [],
    conditions: APIValue = [["type": "Ready", "status": "True"]],
    spec: APIValue = .emptyObject
  ) throws {
    var spec = spec
    if taints.arrayValue?.isEmpty == false { spec["taints"] = taints }
    try put(
      .nodes,
      [
        "metadata": ["name": .string(name), "uid": .string("uid-\(name)")], "spec": spec,
        "status": ["conditions": conditions],
      ])
  }

  /// Notes what a controller wants, and does to the objects what it wants done.
  mutating func carryOut(_ effects: [Effect]) throws {
    for effect in effects {
      switch effect {
      case .request(let request, _): try carryOut(request)
      case .slowStart(let requests, _, for: _): for request in requests { try carryOut(request) }
      case .record(let record): records.append(record)
      case .schedule(let event, let time): later.append((time.milliseconds, event))
      case .note: break
      }
    }
  }

  private mutating func carryOut(_ request: APIRequest) throws {
    switch request {
    case .updateStatus(let key, let status, _):
      guard var tree = store[key]?.tree else { return }
      tree["status"] = status
      note("patch", key, tree)
      _ = try store.write(tree, key)
    case .patch(let key, .merge(let patch), _):
      guard let tree = store[key]?.tree else { return }
      let patched = Patch.merge(patch, into: tree)
      note("patch", key, patched)
      _ = try store.write(patched, key)
    case .delete(let key, let options):
      note(options.gracePeriodSeconds == 0 ? "forceDelete" : "delete", key, .null)
      store.remove(key)
    case .create, .replace, .patch, .evict, .bind:
      throw UnknownQuestion("a request of another kind")
    }
  }

  private mutating func note(_ action: String, _ key: ObjectKey, _ object: APIValue) {
    done.append(Deed(milliseconds: now, key: key, action: action, object: object))
  }

  /// The next thing that was put off and is due by a time; moves the clock there.
  mutating func next(through milliseconds: Int) -> ClusterEvent? {
    let due = later.indices.filter { later[$0].milliseconds <= milliseconds }
    guard
      let index = due.min(by: { (later[$0].milliseconds, $0) < (later[$1].milliseconds, $1) })
    else { return nil }
    now = max(now, later[index].milliseconds)
    return later.remove(at: index).event
  }

  /// The status of the last object that was written.
  func lastStatus(of resource: Resource = .pods) -> APIValue {
    done.last { $0.key.resource == resource && $0.object["status"] != nil }?.object["status"]
      ?? .null
  }

  /// The condition of a Pod that was written last.
  func lastCondition(_ type: String) -> APIValue {
    lastStatus()["conditions"]?.arrayValue?.first { $0["type"]?.stringValue == type } ?? .null
  }
}

extension EventRecord {
  var answer: APIValue {
    ["type": .string(type.rawValue), "reason": .string(reason), "message": .string(message)]
  }
}
