/// How a list or structure is merged by a strategic merge patch (`patchStrategy`, `patchMergeKey`).
enum MergeStrategy: Hashable, Sendable {
  /// Elements that agree in this field are the same element.
  case byKey(String)
  /// A list of texts that is a set.
  case set
  /// The patch replaces the list.
  case replace
}

/// Every list of the API that is merged and not replaced, and the structures whose fields exclude
/// one another.
enum MergeKeys {
  private static let lists: [String: MergeStrategy] = [
    "Container.env": .byKey("name"),
    "Container.ports": .byKey("containerPort"),
    "Container.volumeDevices": .byKey("devicePath"),
    "Container.volumeMounts": .byKey("mountPath"),
    "DeploymentStatus.conditions": .byKey("type"),
    "EphemeralContainer.env": .byKey("name"),
    "EphemeralContainer.ports": .byKey("containerPort"),
    "EphemeralContainer.volumeDevices": .byKey("devicePath"),
    "EphemeralContainer.volumeMounts": .byKey("mountPath"),
    "JobStatus.conditions": .byKey("type"),
    "NamespaceStatus.conditions": .byKey("type"),
    "NodeSpec.podCIDRs": .set,
    "NodeStatus.addresses": .byKey("type"),
    "NodeStatus.conditions": .byKey("type"),
    "ObjectMeta.finalizers": .set,
    "ObjectMeta.ownerReferences": .byKey("uid"),
    "PodSpec.containers": .byKey("name"),
    "PodSpec.ephemeralContainers": .byKey("name"),
    "PodSpec.hostAliases": .byKey("ip"),
    "PodSpec.imagePullSecrets": .byKey("name"),
    "PodSpec.initContainers": .byKey("name"),
    "PodSpec.resourceClaims": .byKey("name"),
    "PodSpec.schedulingGates": .byKey("name"),
    "PodSpec.topologySpreadConstraints": .byKey("topologyKey"),
    "PodSpec.volumes": .byKey("name"),
    "PodStatus.conditions": .byKey("type"),
    "PodStatus.hostIPs": .byKey("ip"),
    "PodStatus.podIPs": .byKey("ip"),
    "PodStatus.resourceClaimStatuses": .byKey("name"),
    "ReplicaSetStatus.conditions": .byKey("type"),
    "ServiceAccount.secrets": .byKey("name"),
    "ServiceSpec.ports": .byKey("port"),
    "ServiceStatus.conditions": .byKey("type"),
  ]

  /// Structures where a patch names all fields that stay: a volume has one source, a strategy one
  /// kind.
  private static let retaining: Set<String> = [
    "DeploymentSpec.strategy", "PodSpec.resourceClaims", "PodSpec.volumes",
    "PodStatus.resourceClaimStatuses",
  ]

  static func strategy(of field: String, in type: String) -> MergeStrategy {
    lists["\(type).\(field)"] ?? .replace
  }

  static func retainsKeys(_ field: String, in type: String) -> Bool {
    retaining.contains("\(type).\(field)")
  }

  /// The structure that a field holds, or that the elements of its list are.
  static func type(of field: String, in type: String) -> String {
    guard let found = SchemaTable.kubernetes[type]?[field: field]?.type else { return "" }
    switch found {
    case .named(let name), .list(.named(let name)): return name
    case .string, .integer, .boolean, .quantity, .intOrString, .time, .microTime, .bytes, .any,
      .list, .map:
      return ""
    }
  }
}

/// The fields of a patch that say how to merge.
enum PatchDirective {
  static let patch = "$patch"
  static let retainKeys = "$retainKeys"
  static let deletePrefix = "$deleteFromPrimitiveList/"
  static let orderPrefix = "$setElementOrder/"
}
