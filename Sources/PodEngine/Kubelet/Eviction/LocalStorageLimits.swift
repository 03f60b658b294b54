/// Whether a Pod has outgrown the local storage that it was allowed (`localStorageEviction` in
/// pkg/kubelet/eviction/eviction_manager.go).
package enum LocalStorageLimits {
  /// Why the Pod must go; nil while it keeps to its limits. Volumes are looked at first, then the
  /// Pod as a whole, then its containers.
  package static func violation(_ usage: PodUsage) -> String? {
    emptyDir(usage) ?? wholePod(usage) ?? container(usage)
  }

  /// Whether there is anything to watch.
  static func concerns(_ spec: PodSpec) -> Bool {
    spec.volumes.contains { $0.emptyDir?.sizeLimit != nil }
      || (spec.containers + spec.initContainers).contains {
        $0.resources.limits[resource] != nil
      }
  }

  private static let resource = "ephemeral-storage"

  private static func emptyDir(_ usage: PodUsage) -> String? {
    for volume in usage.pod.spec.volumes {
      guard let limit = volume.emptyDir?.sizeLimit, limit > .zero,
        let used = usage.volumes[volume.name], Quantity.bytes(used) > limit
      else { continue }
      return EvictionMessage.emptyDir(volume.name, limit: limit)
    }
    return nil
  }

  private static func wholePod(_ usage: PodUsage) -> String? {
    guard let limit = podLimit(usage.pod.spec), Quantity.bytes(usage.diskBytes) > limit
    else { return nil }
    return EvictionMessage.podLimit(limit)
  }

  /// `resource.PodLimits`: the sum over the containers that have a limit; an init container counts
  /// where it alone is allowed more.
  private static func podLimit(_ spec: PodSpec) -> Quantity? {
    let mains = (spec.containers + spec.sidecars).compactMap { $0.resources.limits[resource] }
    let inits = spec.initContainers.filter { !$0.isSidecar }
      .compactMap { $0.resources.limits[resource] }
    guard !(mains + inits).isEmpty else { return nil }
    return max(mains.reduce(.zero, +), inits.max() ?? .zero)
  }

  private static func container(_ usage: PodUsage) -> String? {
    for container in usage.containers {
      guard
        let limit = usage.pod.spec.containers.first(where: { $0.name == container.name })?
          .resources.limits[resource], !limit.isZero, Quantity.bytes(container.diskBytes) > limit
      else { continue }
      return EvictionMessage.containerLimit(container.name, limit)
    }
    return nil
  }
}
