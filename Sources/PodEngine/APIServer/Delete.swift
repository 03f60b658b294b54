extension APIServer {
  mutating func delete(
    _ key: ObjectKey, _ options: DeleteOptions, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    let object = try stored(key)
    if key.resource == .namespaces, Self.immortalNamespaces.contains(key.name) {
      throw APIError(
        .forbidden, "namespaces \"\(key.name)\" is forbidden: this namespace may not be deleted")
    }
    if let uid = options.uid, uid != object.metadata.uid {
      throw APIError(
        .conflict,
        "Operation cannot be fulfilled on \(key.resource.qualifiedPlural) \"\(key.name)\": "
          + "Precondition failed: UID in precondition: \(uid), UID in object meta: "
          + object.metadata.uid)
    }
    if key.resource == .namespaces { return try deleteNamespace(object.tree, key, &context) }
    let tree = Self.holding(object.tree, options.propagation)
    guard key.resource == .pods else { return try deleteAtOnce(tree, key, &context) }
    return try deletePod(tree, key, options, &context)
  }

  /// The admission plugin NamespaceLifecycle protects them.
  private static let immortalNamespaces = ["default", "kube-system", "kube-public"]

  /// Foreground and orphan deletion are finalizers that the garbage collector takes off when its
  /// work is done.
  private static func holding(
    _ tree: APIValue, _ propagation: DeleteOptions.Propagation
  ) -> APIValue {
    let finalizer: String
    switch propagation {
    case .background: return tree
    case .foreground: finalizer = "foregroundDeletion"
    case .orphan: finalizer = "orphan"
    }
    var tree = tree
    let others = tree[path: "metadata", "finalizers"]?.arrayValue ?? []
    if !others.contains(.string(finalizer)) {
      tree[path: "metadata", "finalizers"] = .array(others + [.string(finalizer)])
    }
    return tree
  }

  private mutating func deleteAtOnce(
    _ tree: APIValue, _ key: ObjectKey, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    guard Self.isHeld(tree) else { return erase(key, &context) }
    return try commit(Self.markedAsDeleting(tree, at: context.now), key, &context)
  }

  /// What is held by finalizers and knows no grace (`markAsDeleting` in
  /// pkg/registry/generic/registry/store.go).
  private static func markedAsDeleting(_ tree: APIValue, at now: SimulatedTime) -> APIValue {
    var tree = tree
    if tree[path: "metadata", "deletionTimestamp"] == nil {
      tree[path: "metadata", "deletionTimestamp"] = .string(now.timestamp)
      if let generation = tree[path: "metadata", "generation"]?.intValue {
        tree[path: "metadata", "generation"] = .integer(generation + 1)
      }
    }
    tree[path: "metadata", "deletionGracePeriodSeconds"] = 0
    return tree
  }

  /// A namespace ends in two steps (pkg/registry/core/namespace/storage): it is marked, and goes when
  /// the namespace controller has emptied it.
  private mutating func deleteNamespace(
    _ tree: APIValue, _ key: ObjectKey, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    var tree = tree
    if tree[path: "metadata", "deletionTimestamp"] != nil {
      guard store.keys(inNamespace: key.name).isEmpty else {
        return try commit(tree, key, &context)
      }
      return erase(key, &context)
    }
    tree[path: "metadata", "deletionTimestamp"] = .string(context.now.timestamp)
    tree[path: "status", "phase"] = "Terminating"
    return try commit(tree, key, &context)
  }

  static func isHeld(_ tree: APIValue) -> Bool {
    !(tree[path: "metadata", "finalizers"]?.arrayValue ?? []).isEmpty
  }

  private mutating func deletePod(
    _ tree: APIValue, _ key: ObjectKey, _ options: DeleteOptions, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    switch PodDeletion.step(tree, requested: options.gracePeriodSeconds, at: context.now) {
    case .erase: return erase(key, &context)
    case .keep(let marked): return try commit(marked, key, &context)
    // Finalizers cannot be asked for any more.
    case .wait: return try commit(stored(key).tree, key, &context)
    }
  }

  /// pkg/registry/core/pod/storage/eviction.go. There are no PodDisruptionBudgets in podlab, so
  /// nothing stands in the way.
  mutating func evict(
    _ key: ObjectKey, _ options: DeleteOptions, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    guard case .pod(let pod) = try stored(key).typed else { throw .notFound(key) }
    // `addConditionAndDeletePod`: also where the Pod has ended, or is on its way out already.
    var status = pod.status
    status.set(
      PodCondition(
        "DisruptionTarget", .true, reason: "EvictionByEvictionAPI",
        message: "Eviction API: evicting"), at: context.now)
    _ = try updateStatus(key, APIValue(encoding: status), uid: pod.metadata.uid, &context)
    return try delete(key, options, &context)
  }
}
