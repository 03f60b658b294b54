/// All objects of the cluster, in key order: what etcd is to Kubernetes.
package struct ObjectStore: Sendable {
  private var objects = OrderedTable<ObjectKey, StoredObject>()
  private var podIndex = PodIndex()
  /// Goes up with every change.
  package private(set) var resourceVersion = 0

  package init() {}

  package subscript(key: ObjectKey) -> StoredObject? { objects[key] }

  /// Writes an object under the next resource version and returns it.
  mutating func write(_ tree: APIValue, _ key: ObjectKey) throws -> StoredObject {
    var tree = tree
    tree[path: "metadata", "resourceVersion"] = .string(String(resourceVersion + 1))
    let stored = try StoredObject(tree, key.resource)
    resourceVersion += 1
    index(key, stored, from: objects[key])
    objects[key] = stored
    return stored
  }

  /// Puts an object there exactly as it was saved, with the resource version that it has.
  mutating func restore(_ object: StoredObject, _ key: ObjectKey) {
    index(key, object, from: objects[key])
    objects[key] = object
    resourceVersion = max(resourceVersion, Int(object.metadata.resourceVersion) ?? 0)
  }

  /// Removes an object; a removal is a change and takes a resource version too.
  mutating func remove(_ key: ObjectKey) {
    guard let old = objects[key] else { return }
    resourceVersion += 1
    index(key, nil, from: old)
    objects[key] = nil
  }

  private mutating func index(_ key: ObjectKey, _ new: StoredObject?, from old: StoredObject?) {
    guard key.resource == .pods else { return }
    podIndex.update(key, from: old?.pod, to: new?.pod)
  }

  /// The objects of a resource in key order, of one namespace or of all.
  package func list(_ resource: Resource, namespace: String? = nil) -> [StoredObject] {
    let first = ObjectKey(resource, namespace: namespace ?? "", name: "")
    var found: [StoredObject] = []
    for (key, object) in objects.entries(from: first) {
      guard key.resource == resource, namespace == nil || key.namespace == namespace
      else { break }
      found.append(object)
    }
    return found
  }

  /// The first objects whose names begin with a text, in the order of their names.
  package func list(
    _ resource: Resource, namespace: String, namePrefix: String, limit: Int
  ) -> [StoredObject] {
    var found: [StoredObject] = []
    let first = ObjectKey(resource, namespace: namespace, name: namePrefix)
    for (key, object) in objects.entries(from: first) {
      guard found.count < limit, key.resource == resource, key.namespace == namespace,
        key.name.hasPrefix(namePrefix)
      else { break }
      found.append(object)
    }
    return found
  }

  /// Everything that a namespace holds, in key order.
  package func keys(inNamespace namespace: String) -> [ObjectKey] {
    Resource.allCases.filter(\.isNamespaced).sorted().flatMap { resource in
      list(resource, namespace: namespace).map {
        ObjectKey(resource, namespace: namespace, name: $0.metadata.name)
      }
    }
  }

  package func pod(_ namespace: String, _ name: String) -> Pod? {
    pod(ObjectKey(.pods, namespace: namespace, name: name))
  }

  package func pod(_ key: ObjectKey) -> Pod? {
    guard case .pod(let pod)? = objects[key]?.typed else { return nil }
    return pod
  }

  package func node(_ name: String) -> Node? {
    guard case .node(let node)? = objects[ObjectKey(.nodes, name: name)]?.typed else { return nil }
    return node
  }

  package var pods: [Pod] {
    list(.pods).compactMap { if case .pod(let pod) = $0.typed { pod } else { nil } }
  }

  package func pods(inNamespace namespace: String) -> [Pod] {
    list(.pods, namespace: namespace).compactMap {
      if case .pod(let pod) = $0.typed { pod } else { nil }
    }
  }

  /// The Pods that are bound to a node.
  package func pods(onNode node: String) -> [Pod] {
    podIndex.pods(on: .node(node)).compactMap { pod($0) }
  }

  /// The Pods that name a controller, whichever UID they know of it, in key order; an empty kind and
  /// name stand for none.
  package func pods(inNamespace namespace: String, ofController kind: String, _ name: String)
    -> [Pod]
  {
    podIndex.pods(on: .controller(namespace: namespace, kind: kind, name: name))
      .compactMap { pod($0) }
  }

  /// The same Pods, counted.
  package func tally(inNamespace namespace: String, ofController kind: String, _ name: String)
    -> PodTally
  {
    podIndex.tally(of: .controller(namespace: namespace, kind: kind, name: name))
  }

  /// How many Pods there are.
  package var podCount: Int { podIndex.count }

  package var nodes: [Node] {
    list(.nodes).compactMap { if case .node(let node) = $0.typed { node } else { nil } }
  }

  package var replicaSets: [ReplicaSet] {
    list(.replicaSets).compactMap { if case .replicaSet(let set) = $0.typed { set } else { nil } }
  }

  package var deployments: [Deployment] {
    list(.deployments).compactMap { if case .deployment(let it) = $0.typed { it } else { nil } }
  }

  package var jobs: [Job] {
    list(.jobs).compactMap { if case .job(let job) = $0.typed { job } else { nil } }
  }

  package var priorityClasses: [PriorityClass] {
    list(.priorityClasses).compactMap {
      if case .priorityClass(let it) = $0.typed { it } else { nil }
    }
  }

  package var services: [Service] {
    list(.services).compactMap { if case .service(let it) = $0.typed { it } else { nil } }
  }
}
