/// Amounts of resources in whole numbers: CPU in thousandths, memory and ephemeral storage in
/// bytes, all others in units (`framework.Resource` in pkg/scheduler).
package struct ResourceAmounts: Hashable, Sendable {
  package var milliCPU = 0
  package var memory = 0
  package var ephemeralStorage = 0
  /// Extended resources and huge pages, by name.
  package var scalars: StringMap<Int> = [:]

  package init() {}

  /// The amounts of a resource list; `pods` is counted elsewhere.
  package init(_ list: StringMap<Quantity>) {
    for (name, quantity) in list {
      switch name {
      case "cpu": milliCPU = quantity.milliValue
      case "memory": memory = quantity.value
      case "ephemeral-storage": ephemeralStorage = quantity.value
      case "pods": break
      default: scalars[name] = quantity.value
      }
    }
  }

  package var isZero: Bool {
    milliCPU == 0 && memory == 0 && ephemeralStorage == 0 && scalars.isEmpty
  }

  package static func + (left: Self, right: Self) -> Self { left.combined(right, +) }

  package static func - (left: Self, right: Self) -> Self { left.combined(right, -) }

  /// The larger of both amounts, resource by resource.
  package func maximum(_ other: Self) -> Self { combined(other, max) }

  private func combined(_ other: Self, _ operation: (Int, Int) -> Int) -> Self {
    var result = Self()
    result.milliCPU = operation(milliCPU, other.milliCPU)
    result.memory = operation(memory, other.memory)
    result.ephemeralStorage = operation(ephemeralStorage, other.ephemeralStorage)
    for name in scalars.keys + other.scalars.keys {
      result.scalars[name] = operation(scalars[name] ?? 0, other.scalars[name] ?? 0)
    }
    return result
  }
}

extension ResourceAmounts {
  /// What a Pod needs (`resource.PodRequests` in k8s.io/component-helpers): the containers and
  /// sidecars together, or the peak during initialization if that is higher, plus the overhead.
  /// While an init container runs, the sidecars declared before it run too.
  package init(requestsOf spec: PodSpec) {
    self.init(spec) { ResourceAmounts($0.resources.requests) }
  }

  /// The same, with 100m CPU and 200 MiB assumed for a container that names none: scoring would
  /// otherwise pile the Pods without requests onto one node (`schedutil.GetNonzeroRequests`).
  package init(nonZeroRequestsOf spec: PodSpec) {
    self.init(spec) { container in
      var amounts = ResourceAmounts(container.resources.requests)
      if container.resources.requests["cpu"] == nil { amounts.milliCPU = 100 }
      if container.resources.requests["memory"] == nil { amounts.memory = 200 << 20 }
      return amounts
    }
  }

  private init(_ spec: PodSpec, _ requests: (Container) -> ResourceAmounts) {
    var total = spec.containers.map(requests).reduce(ResourceAmounts(), +)
    var sidecars = ResourceAmounts()
    var peak = ResourceAmounts()
    for container in spec.initContainers {
      let needed = requests(container)
      if container.isSidecar { sidecars = sidecars + needed }
      peak = peak.maximum(container.isSidecar ? sidecars : sidecars + needed)
    }
    total = (total + sidecars).maximum(peak)
    self = total + ResourceAmounts(spec.overhead)
  }
}
