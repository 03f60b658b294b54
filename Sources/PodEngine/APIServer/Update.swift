extension APIServer {
  mutating func replace(
    _ object: APIValue, _ key: ObjectKey, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    let old = try stored(key)
    let version = object[path: "metadata", "resourceVersion"]?.stringValue ?? ""
    guard version.isEmpty || version == old.metadata.resourceVersion else { throw .conflict(key) }
    return try update(object, key, old, &context)
  }

  mutating func patch(
    _ key: ObjectKey, _ body: PatchBody, _ subresource: Subresource, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    let old = try stored(key)
    let patched =
      switch body {
      case .merge(let patch): Patch.merge(patch, into: old.tree)
      case .strategic(let patch):
        try Patch.strategic(patch, into: old.tree, resource: key.resource)
      case .json(let operations): try Patch.json(operations, on: old.tree)
      }
    switch subresource {
    case .none: return try update(patched, key, old, &context)
    case .status:
      return try updateStatus(
        key, patched["status"] ?? .emptyObject, uid: old.metadata.uid, &context)
    case .ephemeralContainers:
      return try updateEphemeralContainers(key, patched, old, &context)
    }
  }

  /// Of the object that is sent only `spec.ephemeralContainers` counts
  /// (`podEphemeralContainersStrategy` in pkg/registry/core/pod/strategy.go).
  private mutating func updateEphemeralContainers(
    _ key: ObjectKey, _ object: APIValue, _ old: StoredObject, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    let report = Schema.inspect(object, as: key.resource)
    if let refusal = report.badRequest(key.resource) { throw refusal }
    var tree = old.tree
    tree[path: "spec", "ephemeralContainers"] = object[path: "spec", "ephemeralContainers"]
    Defaulting.apply(to: &tree, resource: key.resource)
    let errors = Validation.validateEphemeralContainersUpdate(tree, old: old.tree)
    guard errors.isEmpty else { throw .invalid(key, errors) }
    if tree["spec"]?.sortedByKey != old.tree["spec"]?.sortedByKey,
      let generation = old.metadata.generation
    {
      tree[path: "metadata", "generation"] = .integer(generation + 1)
    }
    return try commit(tree, key, &context, warnings: Self.warnings(report))
  }

  /// The common way of every update of an object's wanted state; the status stays as it is.
  private mutating func update(
    _ object: APIValue, _ key: ObjectKey, _ old: StoredObject, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    let name = object[path: "metadata", "name"]?.stringValue ?? key.name
    guard name == key.name else {
      throw APIError(
        .badRequest,
        "the name of the object (\(name)) does not match the name on the URL (\(key.name))")
    }
    let report = Schema.inspect(object, as: key.resource)
    if let refusal = report.badRequest(key.resource) { throw refusal }
    var tree = object
    keepIdentity(&tree, old.tree)
    DisabledFields.drop(from: &tree, key.resource)
    if key.resource != .events, key.resource != .leases { tree["status"] = old.tree["status"] }
    Defaulting.apply(to: &tree, resource: key.resource)
    if key.resource == .services { ServiceAddresses.carryOver(&tree, from: old.tree) }
    let errors = Validation.validateUpdate(
      tree, old: old.tree, resource: key.resource, options: .server)
    guard errors.isEmpty else { throw .invalid(key, errors) }
    if key.resource == .services { serviceAddresses.allocate(&tree) }
    if tree["spec"]?.sortedByKey != old.tree["spec"]?.sortedByKey,
      let generation = old.metadata.generation
    {
      tree[path: "metadata", "generation"] = .integer(generation + 1)
    }
    if key.resource != .namespaces, isReleased(tree) { return erase(key, &context) }
    return try commit(tree, key, &context, warnings: Self.warnings(report))
  }

  /// What no update may change, whatever was sent.
  private func keepIdentity(_ tree: inout APIValue, _ old: APIValue) {
    for field in [
      "name", "namespace", "uid", "creationTimestamp", "resourceVersion", "generation",
      "deletionTimestamp", "deletionGracePeriodSeconds",
    ] { tree[path: "metadata", field] = old[path: "metadata", field] }
    tree["apiVersion"] = old["apiVersion"]
    tree["kind"] = old["kind"]
  }

  /// An object that is being deleted is gone as soon as nobody holds it any more.
  private func isReleased(_ tree: APIValue) -> Bool {
    guard tree[path: "metadata", "deletionTimestamp"] != nil,
      tree[path: "metadata", "finalizers"]?.arrayValue?.isEmpty ?? true
    else { return false }
    return tree[path: "metadata", "deletionGracePeriodSeconds"]?.intValue ?? 0 == 0
  }

  mutating func updateStatus(
    _ key: ObjectKey, _ status: APIValue, uid: String, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    let old = try stored(key)
    guard uid.isEmpty || old.metadata.uid == uid else { throw .conflict(key) }
    var tree = old.tree
    tree["status"] = status
    return try commit(tree, key, &context)
  }

  /// `BindingREST.assignPod` in pkg/registry/core/pod/storage: the node and the condition in one
  /// write.
  mutating func bind(
    _ key: ObjectKey, node: String, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    let old = try stored(key)
    guard case .pod(let pod) = old.typed else { throw .notFound(key) }
    guard !pod.isTerminating else {
      throw APIError(
        .conflict, "pod \(pod.metadata.name) is being deleted, cannot be assigned to a host")
    }
    guard pod.spec.nodeName.isEmpty else {
      throw APIError(
        .conflict,
        "pod \(pod.metadata.name) is already assigned to node \"\(pod.spec.nodeName)\"")
    }
    var status = pod.status
    status.set(PodCondition("PodScheduled", .true), at: context.now)
    var tree = old.tree
    tree[path: "spec", "nodeName"] = .string(node)
    tree["status"] = APIValue(encoding: status)
    return try commit(tree, key, &context)
  }
}
