extension APIServer {
  mutating func create(
    _ object: APIValue, _ resource: Resource, _ namespace: String, _ context: inout Context
  ) throws(APIError) -> APIResponse {
    let report = Schema.inspect(object, as: resource)
    if let refusal = report.badRequest(resource) { throw refusal }
    var tree = object
    let key = try identify(&tree, resource, namespace)
    if store[key] != nil { throw .alreadyExists(key) }
    tree[path: "metadata", "uid"] = .string(identities.nextUID())
    tree[path: "metadata", "creationTimestamp"] = .string(context.now.timestamp)
    prepareForCreate(&tree, resource)
    var warnings = PodWarnings.warnings(of: tree, resource)
    DisabledFields.drop(from: &tree, resource)
    Defaulting.apply(to: &tree, resource: resource)
    if resource == .pods {
      let accounts = store
      warnings += try Admission.admitPod(
        &tree, serviceAccountSuffix: identities.nextNameSuffix(),
        accounts: {
          accounts[ObjectKey(.serviceAccounts, namespace: key.namespace, name: $0)]?.tree
        }, classes: store.priorityClasses)
    }
    if resource == .priorityClasses {
      try PriorityAdmission.admit(newClass: tree, besides: store.priorityClasses)
    }
    let errors = Validation.validateCreate(tree, resource: resource, options: .server)
    guard errors.isEmpty else { throw .invalid(key, errors) }
    if resource == .services {
      let errors = AddressFamilies.errors(tree)
      guard errors.isEmpty else { throw .invalid(key, errors) }
      serviceAddresses.allocate(&tree)
    }
    return try commit(tree, key, &context, warnings: warnings + Self.warnings(report))
  }

  /// Each valid field that podlab does not simulate is named once.
  static func warnings(_ report: SchemaReport) -> [String] {
    report.notSimulated.map { "podlab does not simulate \($0)" }
  }

  /// Settles the name and the namespace of a new object.
  private mutating func identify(
    _ tree: inout APIValue, _ resource: Resource, _ namespace: String
  ) throws(APIError) -> ObjectKey {
    tree["apiVersion"] = .string(resource.apiVersion)
    tree["kind"] = .string(resource.kind)
    var name = tree[path: "metadata", "name"]?.stringValue ?? ""
    if name.isEmpty, let prefix = tree[path: "metadata", "generateName"]?.stringValue,
      !prefix.isEmpty
    {
      name = prefix + identities.nextNameSuffix()
      tree[path: "metadata", "name"] = .string(name)
    }
    guard resource.isNamespaced else { return ObjectKey(resource, name: name) }
    let written = tree[path: "metadata", "namespace"]?.stringValue ?? ""
    guard written.isEmpty || written == namespace else {
      throw APIError(
        .badRequest,
        "the namespace of the provided object does not match the namespace sent on the request")
    }
    guard let home = store[ObjectKey(.namespaces, name: namespace)] else {
      throw .notFound(ObjectKey(.namespaces, name: namespace))
    }
    guard home.metadata.deletionTimestamp == nil else {
      throw APIError(
        .forbidden,
        "\(resource.qualifiedPlural) \"\(name)\" is forbidden: unable to create new content in "
          + "namespace \(namespace) because it is being terminated")
    }
    tree[path: "metadata", "namespace"] = .string(namespace)
    return ObjectKey(resource, namespace: namespace, name: name)
  }

  /// What the registry's strategies reset before anything else (`PrepareForCreate`): nobody creates
  /// a status.
  private func prepareForCreate(_ tree: inout APIValue, _ resource: Resource) {
    switch resource {
    case .replicaSets, .deployments:
      tree["status"] = resource == .replicaSets ? ["replicas": 0] : .emptyObject
      tree[path: "metadata", "generation"] = 1
    case .namespaces:
      tree["status"] = ["phase": "Active"]
      tree[path: "spec", "finalizers"] = ["kubernetes"]
    case .services: tree["status"] = ["loadBalancer": .emptyObject]
    case .jobs:
      tree["status"] = .emptyObject
      tree[path: "metadata", "generation"] = 1
      Self.labelJob(&tree)
    case .configMaps, .endpoints, .endpointSlices, .priorityClasses, .events, .leases, .nodes,
      .pods, .secrets,
      .serviceAccounts:
      break
    }
  }

  /// A Job's Pods are found by the UID of the Job (`generateSelector` in
  /// pkg/registry/batch/job/strategy.go).
  private static func labelJob(_ tree: inout APIValue) {
    guard let uid = tree[path: "metadata", "uid"], let name = tree[path: "metadata", "name"],
      tree[path: "spec", "manualSelector"]?.boolValue != true
    else { return }
    for key in ["controller-uid", "batch.kubernetes.io/controller-uid"] {
      tree[path: "spec", "template", "metadata", "labels", key] = uid
    }
    for key in ["job-name", "batch.kubernetes.io/job-name"] {
      tree[path: "spec", "template", "metadata", "labels", key] = name
    }
    tree[path: "spec", "selector", "matchLabels", "batch.kubernetes.io/controller-uid"] = uid
  }
}
