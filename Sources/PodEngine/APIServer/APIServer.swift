/// The only writer of the cluster. Commands, controllers and kubelets all pass through the same
/// admission, defaulting and validation, and get the same refusals (staging/src/k8s.io/apiserver,
/// pkg/registry).
package struct APIServer: Sendable {
  package internal(set) var store = ObjectStore()
  /// Every change that was published, in order; `get -w` and `--trace` read it.
  package private(set) var watchLog = AppendLog<WatchEvent>()
  var identities: RandomSource
  var recorder = EventRecorder()
  var serviceAddresses = ServiceAddresses()

  init(seed: UInt64) { identities = RandomSource(seed: seed, name: "kube-apiserver") }

  /// Who asks, when, and because of what.
  struct Context {
    let now: SimulatedTime
    let actor: Actor
    let cause: TimelineID?
    var timeline: Timeline
  }

  /// Carries out a request, or refuses it without having changed anything.
  mutating func perform(
    _ request: APIRequest, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    switch request {
    case .create(let object, let resource, let namespace):
      return try create(object, resource, namespace, &context)
    case .replace(let object, let key): return try replace(object, key, &context)
    case .patch(let key, let body, let subresource):
      return try patch(key, body, subresource, &context)
    case .updateStatus(let key, let status, let uid):
      return try updateStatus(key, status, uid: uid, &context)
    case .delete(let key, let options): return try delete(key, options, &context)
    case .evict(let key, let options): return try evict(key, options, &context)
    case .bind(let key, let node): return try bind(key, node: node, &context)
    }
  }

  /// Writes an object and publishes the change. Writing what is there already changes nothing, as
  /// in etcd3's store.
  mutating func commit(
    _ tree: APIValue, _ key: ObjectKey, _ context: inout Context, warnings: [String] = []
  ) throws(APIError) -> APIResponse {
    let old = store[key]
    if let old, old.tree == tree {
      return APIResponse(object: tree, key: key, changed: false, warnings: warnings)
    }
    let stored: StoredObject
    do {
      stored = try store.write(tree, key)
    } catch {
      throw APIError(.badRequest, "\(key.resource.kind) \"\(key.name)\" cannot be read: \(error)")
    }
    publish(old == nil ? .added : .modified, key, stored.tree, previous: old?.tree, &context)
    return APIResponse(object: stored.tree, key: key, changed: true, warnings: warnings)
  }

  /// Removes an object for good and publishes that.
  mutating func erase(_ key: ObjectKey, _ context: inout Context) -> APIResponse {
    let previous = store[key]?.tree ?? .emptyObject
    store.remove(key)
    // A watch sends what was there with the revision of its removal (`transform` in
    // staging/src/k8s.io/apiserver/pkg/storage/etcd3/watcher.go).
    var last = previous
    last[path: "metadata", "resourceVersion"] = .string(String(store.resourceVersion))
    publish(.deleted, key, last, previous: previous, &context)
    return APIResponse(object: previous, key: key, changed: true, warnings: [])
  }

  private mutating func publish(
    _ change: WatchEvent.Change, _ key: ObjectKey, _ object: APIValue, previous: APIValue?,
    _ context: inout Context
  ) {
    let uid = object[path: "metadata", "uid"]?.stringValue ?? ""
    // Leases are renewed every few seconds and explain nothing.
    let id =
      key.resource == .leases
      ? TimelineID(0)
      : context.timeline.add(
        .change(change, key, uid: uid), by: context.actor, cause: context.cause, at: context.now)
    watchLog.append(
      WatchEvent(
        time: context.now, change: change, key: key, object: object, previous: previous, cause: id))
  }

  func stored(_ key: ObjectKey) throws(APIError) -> StoredObject {
    guard let object = store[key] else { throw .notFound(key) }
    return object
  }
}
