/// Whether a Pod may run on its node: `canAdmitPod` and pkg/kubelet/lifecycle/predicate.go. Pods
/// that the scheduler sent always may; those with a `nodeName` of their own never met it.
struct NodeAdmission {
  let kubelet: Kubelet
  let turn: Kubelet.Turn

  struct Refusal: Hashable, Sendable {
    let reason: String
    let message: String
  }

  /// Why the Pod is sent away; nil where it may run. Of several reasons only the first is told.
  func refusal(_ pod: Pod) -> Refusal? { refusals(pod).first }

  /// Every reason, in the kubelet's order.
  func refusals(_ pod: Pod) -> [Refusal] {
    guard let node = turn.objects.node(kubelet.nodeName) else { return [] }
    return [pressure(pod), KernelParameters.refusal(of: pod), system(pod, node)].compactMap(\.self)
      + resources(pod, node)
      + [affinity(pod, node), name(pod, node), ports(pod), taints(pod, node)].compactMap(\.self)
  }

  /// What counts as used (`GetActivePods`): the Pods that the API server still has and that have not
  /// ended. What is left of a Pod that was deleted by force does not count, here as for the
  /// scheduler.
  private var others: [Pod] {
    kubelet.workers.map(\.value).filter { worker in
      worker.stage != .terminated
        && turn.objects.pod(worker.pod.key)?.metadata.uid == worker.uid
    }.map(\.pod)
  }

  /// The eviction manager's own judgement (`managerImpl.Admit`).
  private func pressure(_ pod: Pod) -> Refusal? {
    Self.refusal(of: pod, under: kubelet.pressure.conditions)
  }

  /// Under pressure a node takes no Pods but those that it cannot do without; where memory alone is
  /// short, also those that asked for something, and those that tolerate it.
  static func refusal(of pod: Pod, under pressures: [NodePressure]) -> Refusal? {
    guard !pressures.isEmpty, !EvictionRanking.isCritical(pod) else { return nil }
    if pressures == [.memory] {
      let taint = Taint(key: "node.kubernetes.io/memory-pressure", effect: .noSchedule)
      if QualityOfService.qosClass(of: pod.spec) != .bestEffort
        || pod.spec.tolerations.contains(where: { $0.tolerates(taint) })
      {
        return nil
      }
    }
    return Refusal(reason: "Evicted", message: EvictionMessage.nodeCondition(pressures))
  }

  /// `rejectPodAdmissionBasedOnOSSelector` and `rejectPodAdmissionBasedOnOSField`: every node of
  /// podlab runs Linux.
  private func system(_ pod: Pod, _ node: Node) -> Refusal? {
    let key = "kubernetes.io/os"
    if let wanted = pod.spec.nodeSelector[key], wanted != node.metadata.labels[key] {
      return Refusal(
        reason: "PodOSSelectorNodeLabelDoesNotMatch",
        message: "Failed to admit pod as the `kubernetes.io/os` label doesn't match node label")
    }
    guard let os = pod.spec.os, os.name != "linux" else { return nil }
    return Refusal(
      reason: "PodOSNotSupported",
      message: "Failed to admit pod as the OS field doesn't match node OS")
  }

  /// Everything that there is too little of (`noderesources.Fits`).
  private func resources(_ pod: Pod, _ node: Node) -> [Refusal] {
    let allocatable = node.status.allocatable
    let places = allocatable["pods"].flatMap { shortage("pods", 1, others.count, $0.value) }
    let wanted = ResourceAmounts(requestsOf: pod.spec)
    let used = others.map { ResourceAmounts(requestsOf: $0.spec) }.reduce(ResourceAmounts(), +)
    let capacity = ResourceAmounts(allocatable)
    let common = [
      places, shortage("cpu", wanted.milliCPU, used.milliCPU, capacity.milliCPU),
      shortage("memory", wanted.memory, used.memory, capacity.memory),
      shortage(
        "ephemeral-storage", wanted.ephemeralStorage, used.ephemeralStorage,
        capacity.ephemeralStorage),
    ].compactMap(\.self)
    return common
      + wanted.scalars.compactMap { name, amount -> Refusal? in
        // What the node does not know is no business of the kubelet's
        // (`removeMissingExtendedResources`).
        if name.contains("/"), capacity.scalars[name] == nil { return nil }
        return shortage(name, amount, used.scalars[name] ?? 0, capacity.scalars[name] ?? 0)
      }
  }

  private func shortage(_ name: String, _ wanted: Int, _ used: Int, _ capacity: Int) -> Refusal? {
    guard wanted > 0, used + wanted > capacity else { return nil }
    return Refusal(
      reason: "OutOf\(name)",
      message: "Node didn't have enough resource: \(name), requested: \(wanted), used: \(used), "
        + "capacity: \(capacity)")
  }

  private func affinity(_ pod: Pod, _ node: Node) -> Refusal? {
    guard !NodeAffinityFilter.matches(pod.spec, node) else { return nil }
    return Refusal(
      reason: "NodeAffinity",
      message: "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector")
  }

  /// The API server tells a kubelet of its own Pods alone; static ones come from elsewhere.
  private func name(_ pod: Pod, _ node: Node) -> Refusal? {
    guard !pod.spec.nodeName.isEmpty, pod.spec.nodeName != node.metadata.name else { return nil }
    return Refusal(
      reason: "NodeName",
      message: "Predicate NodeName failed: node(s) didn't match the requested node name")
  }

  private func ports(_ pod: Pod) -> Refusal? {
    let taken = others.flatMap { HostPort.ports(of: $0.spec) }
    let isTaken = HostPort.ports(of: pod.spec).contains { taken.contains(where: $0.conflicts) }
    guard isTaken else { return nil }
    return Refusal(
      reason: "NodePorts",
      message:
        "Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports")
  }

  private func taints(_ pod: Pod, _ node: Node) -> Refusal? {
    let unbearable = node.spec.taints.contains { taint in
      taint.effect == .noExecute && !pod.spec.tolerations.contains { $0.tolerates(taint) }
    }
    guard unbearable else { return nil }
    return Refusal(
      reason: "TaintToleration",
      message: "Predicate TaintToleration failed: node(s) had taints that the pod didn't tolerate")
  }
}
