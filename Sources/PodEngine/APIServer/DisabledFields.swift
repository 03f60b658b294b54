/// Fields whose feature gate is off in Kubernetes 1.33: the API server takes them off a new object
/// without a word (`DropDisabledPodFields` and `DropDisabledTemplateFields` in pkg/api/pod/util.go;
/// the gates in pkg/features/kube_features.go).
enum DisabledFields {
  static func drop(from object: inout APIValue, _ resource: Resource) {
    switch resource {
    case .pods: object.update("spec", drop(fromPodSpec:))
    case .deployments, .replicaSets, .jobs:
      object.update("spec") { spec in
        spec.update("template") { $0.update("spec", drop(fromPodSpec:)) }
      }
    case .configMaps, .endpoints, .endpointSlices, .events, .leases, .namespaces, .nodes,
      .priorityClasses, .secrets, .serviceAccounts, .services:
      break
    }
  }

  private static func drop(fromPodSpec spec: inout APIValue) {
    // PodLevelResources, DynamicResourceAllocation
    spec["resources"] = nil
    spec["resourceClaims"] = nil
    let imageVolumes = dropImageVolumes(from: &spec)
    for kind in ["initContainers", "containers", "ephemeralContainers"] {
      spec.updateEach(kind) { drop(fromContainer: &$0, imageVolumes) }
    }
    spec.updateEach("volumes") { volume in
      volume.update("projected") { projected in
        // ClusterTrustBundleProjection
        projected.updateEach("sources") { $0["clusterTrustBundle"] = nil }
      }
    }
  }

  private static func drop(fromContainer container: inout APIValue, _ imageVolumes: [String]) {
    container.update("resources") { $0["claims"] = nil }
    // ContainerStopSignals
    container.update("lifecycle") { $0["stopSignal"] = nil }
    let hooks = container["lifecycle"] ?? .emptyObject
    if hooks.field("postStart") == nil, hooks.field("preStop") == nil {
      container["lifecycle"] = nil
    }
    guard !imageVolumes.isEmpty, let mounts = container["volumeMounts"]?.arrayValue else { return }
    container["volumeMounts"] = .array(mounts.filter { !imageVolumes.contains($0.text("name")) })
  }

  /// ImageVolume: the volumes go, and every mount of them; their names.
  private static func dropImageVolumes(from spec: inout APIValue) -> [String] {
    guard let volumes = spec["volumes"]?.arrayValue else { return [] }
    let dropped = volumes.filter { $0.field("image") != nil }
    guard !dropped.isEmpty else { return [] }
    spec["volumes"] = .array(volumes.filter { $0.field("image") == nil })
    return dropped.map { $0.text("name") }
  }
}
