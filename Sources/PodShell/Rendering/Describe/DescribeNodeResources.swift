internal import PodEngine

extension DescribeWriter {
  /// The pods of a node with what they ask for, and the sums.
  mutating func nodeResources(of node: APIValue, _ context: DescribeContext) {
    let capacity = NodeCapacity(node)
    field(0, "Non-terminated Pods", "(\(context.pods.count) in total)")
    line(
      1, "Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge")
    line(
      1,
      "---------\t----\t\t------------\t----------\t---------------\t-------------\t---")
    var sum = PodResources()
    for pod in context.pods {
      let resources = PodResources(pod)
      let cells =
        [
          capacity.share(of: "cpu", resources.requests),
          capacity.share(of: "cpu", resources.limits),
          capacity.share(of: "memory", resources.requests),
          capacity.share(of: "memory", resources.limits),
        ] + [HumanDuration.since(pod.time("metadata", "creationTimestamp"), now: context.now)]
      line(1, "\(pod.namespace)\t\(pod.name)\t\t" + cells.joined(separator: "\t"))
      sum.add(resources)
    }
    line(
      0, "Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)")
    line(1, "Resource\tRequests\tLimits")
    line(1, "--------\t--------\t------")
    for name in ["cpu", "memory", "ephemeral-storage"] + capacity.hugePages {
      let cells = [capacity.share(of: name, sum.requests), capacity.share(of: name, sum.limits)]
      line(1, "\(name)\t" + cells.joined(separator: "\t"))
    }
    for name in capacity.extended {
      line(1, "\(name)\t\(sum.requests.text(name))\t\(sum.limits.text(name))")
    }
  }
}

/// What a node has to give: allocatable, or capacity where that is not known.
private struct NodeCapacity {
  private let amounts: ResourceAmounts
  /// `hugepages-2Mi`, …
  let hugePages: [String]
  /// `nvidia.com/gpu`, …
  let extended: [String]

  init(_ node: APIValue) {
    let allocatable = node.sortedFields(["status", "allocatable"])
    let fields = allocatable.isEmpty ? node.sortedFields(["status", "capacity"]) : allocatable
    amounts = ResourceAmounts(fields)
    let names = fields.map(\.key)
    hugePages = names.filter { $0.hasPrefix("hugepages-") }
    extended = names.filter { name in
      !["cpu", "memory", "ephemeral-storage", "pods"].contains(name)
        && !name.hasPrefix("hugepages-")
    }
  }

  /// `500m (13%)`; percent are cut, not rounded.
  func share(of name: String, _ used: ResourceAmounts) -> String {
    let (part, whole) = (used[name], amounts[name])
    let isCPU = name == "cpu"
    let total = isCPU ? whole?.milliValue ?? 0 : whole?.value ?? 0
    let amount = isCPU ? part?.milliValue ?? 0 : part?.value ?? 0
    let percent =
      total == 0 ? 0 : Int(exactly: (Double(amount) / Double(total) * 100).rounded(.towardZero))
    return "\(used.text(name)) (\(percent ?? 0)%)"
  }
}

/// Amounts of resources by name.
struct ResourceAmounts {
  private var amounts: StringMap<Quantity> = [:]

  init(_ fields: [(key: String, value: APIValue)] = []) {
    for (name, value) in fields { amounts[name] = Quantity(value.scalarText ?? "") }
  }

  var names: [String] { amounts.keys }

  subscript(name: String) -> Quantity? { amounts[name] }

  func text(_ name: String) -> String { amounts[name]?.text ?? "0" }

  /// Adds each amount; a sum keeps the format of its first part.
  mutating func add(_ other: ResourceAmounts) {
    for (name, amount) in other.amounts {
      amounts[name] = amounts[name].map { $0 + amount } ?? amount
    }
  }

  /// Raises each amount to that of `other`.
  mutating func raise(to other: ResourceAmounts) {
    for (name, amount) in other.amounts {
      if amounts[name].map({ $0 < amount }) ?? true { amounts[name] = amount }
    }
  }
}

/// What a pod asks for (`resourcehelper.PodRequestsAndLimits`): its containers and sidecars
/// together, but at least what each init container needs beside the sidecars before it.
struct PodResources {
  private(set) var requests = ResourceAmounts()
  private(set) var limits = ResourceAmounts()

  init() {}

  init(_ pod: APIValue) {
    requests = Self.amounts("requests", of: pod)
    limits = Self.amounts("limits", of: pod)
  }

  mutating func add(_ other: PodResources) {
    requests.add(other.requests)
    limits.add(other.limits)
  }

  private static func amounts(_ list: String, of pod: APIValue) -> ResourceAmounts {
    var sum = ResourceAmounts()
    for container in pod.list("spec", "containers") {
      sum.add(ResourceAmounts(container.sortedFields(["resources", list])))
    }
    var sidecars = ResourceAmounts()
    var peak = ResourceAmounts()
    for container in pod.list("spec", "initContainers") {
      var own = ResourceAmounts(container.sortedFields(["resources", list]))
      if container.isSidecar {
        sum.add(own)
        sidecars.add(own)
        own = sidecars
      } else {
        own.add(sidecars)
      }
      peak.raise(to: own)
    }
    sum.raise(to: peak)
    sum.add(ResourceAmounts(overhead(list, of: pod, present: sum.names)))
    return sum
  }

  /// The overhead of the runtime class counts for requests, and for limits that are set.
  private static func overhead(
    _ list: String, of pod: APIValue, present: [String]
  ) -> [(key: String, value: APIValue)] {
    pod.sortedFields(["spec", "overhead"]).filter {
      list == "requests" || present.contains($0.key)
    }
  }
}
