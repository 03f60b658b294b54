import PodEngine

/// What holds where Pods are put on nodes.
enum PlacementRules {
  static func check(_ change: Change, _ ledger: inout Ledger) {
    guard !change.isDeletion else { return }
    let pod = change.new
    if let old = change.old, old.nodeName.isEmpty, !pod.nodeName.isEmpty {
      if change.actor != .scheduler { ledger.report("only-the-scheduler-binds", change.name) }
      checkBinding(change, &ledger)
    }
    if let old = change.old, let reason = pod.condition("DisruptionTarget")?.text("reason"),
      reason == "PreemptionByScheduler",
      old.condition("DisruptionTarget") != pod.condition("DisruptionTarget")
    {
      checkPreemption(change, &ledger)
    }
    if change.old?.text("status", "podIP") != pod.text("status", "podIP") {
      checkAddress(change, &ledger)
    }
    checkAdmission(change, &ledger)
  }

  /// At the moment of binding the node exists and has room, ports, labels and taints that suit: the
  /// scheduler looked at every Pod that is assigned there and has not ended, and nothing happens
  /// between its look and its bind (pkg/scheduler/framework/plugins).
  private static func checkBinding(_ change: Change, _ ledger: inout Ledger) {
    let pod = change.new
    let name = "\(change.name) on \(pod.nodeName)"
    guard let node = ledger.objects[ObjectKey(.nodes, name: pod.nodeName)] else {
      if !ledger.mayBeUnknown(pod.nodeName, at: change.event.time) {
        ledger.report("bind-node-exists", name)
      }
      return
    }
    if change.old?.isTerminating == true { ledger.report("bind-the-living", name) }
    let others = ledger.pods.living(on: pod.nodeName).filter { $0.key != change.key }
    let own = PodBook.requests(pod)
    let room = Room(node)
    let (cpu, memory) = others.reduce((0, 0)) { ($0.0 + $1.entry.cpu, $0.1 + $1.entry.memory) }
    if own.cpu > 0, cpu + own.cpu > room.cpu {
      ledger.report("bind-room", "\(name): \(cpu)m + \(own.cpu)m of \(room.cpu)m CPU")
    }
    if own.memory > 0, memory + own.memory > room.memory {
      ledger.report("bind-room", "\(name): \(memory) + \(own.memory) of \(room.memory) bytes")
    }
    if others.count + 1 > room.pods { ledger.report("bind-room", "\(name): too many Pods") }
    let ports = ledger.pods.entries[change.key]?.hostPorts ?? []
    if let taken = ports.first(where: { port in
      others.contains { $0.entry.hostPorts.contains(port) }
    }) {
      ledger.report("bind-ports", "\(name): \(taken)")
    }
    if !ledger.mayBeUnknown(pod.nodeName, at: change.event.time) {
      checkSuitability(pod, node, name, &ledger)
    }
    checkNeighbours(change, others.map(\.key), name, &ledger)
  }

  private static func checkSuitability(
    _ pod: APIValue, _ node: APIValue, _ name: String, _ ledger: inout Ledger
  ) {
    if !node.hasLabels(pod.texts("spec", "nodeSelector")) {
      ledger.report("bind-selector", name)
    }
    let terms = pod.at("spec", "affinity", "nodeAffinity")?.list(
      "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms")
    if let terms, !terms.isEmpty, !terms.contains(where: { Suiting.term($0, node) }) {
      ledger.report("bind-affinity", name)
    }
    let tolerations = pod.list("spec", "tolerations")
    if node.at("spec", "unschedulable")?.boolValue == true,
      !Suiting.tolerates(tolerations, key: "node.kubernetes.io/unschedulable", "", "NoSchedule")
    {
      ledger.report("bind-cordon", name)
    }
    for taint in node.list("spec", "taints") where taint.text("effect") != "PreferNoSchedule" {
      let isBorne = Suiting.tolerates(
        tolerations, key: taint.text("key"), taint.text("value"), taint.text("effect"))
      if !isBorne { ledger.report("bind-taints", "\(name): \(taint.text("key"))") }
    }
  }

  /// Required anti-affinity on the node's name, both ways, as the generated manifests use it.
  private static func checkNeighbours(
    _ change: Change, _ others: [ObjectKey], _ name: String, _ ledger: inout Ledger
  ) {
    for key in others where key.namespace == change.key.namespace {
      guard let other = ledger.objects[key] else { continue }
      let repels =
        Suiting.avoided(by: change.new).contains { other.hasLabels($0) }
        || Suiting.avoided(by: other).contains { change.new.hasLabels($0) }
      if repels { ledger.report("bind-anti-affinity", "\(name): \(key.name)") }
    }
  }

  /// A victim has a lower priority than somebody who waits (pkg/scheduler/framework/preemption).
  private static func checkPreemption(_ change: Change, _ ledger: inout Ledger) {
    let own = change.new.number("spec", "priority") ?? 0
    let isOutranked = ledger.objects.trees(.pods).contains { pod in
      pod.nodeName.isEmpty && !pod.isTerminating
        && (pod.number("spec", "priority") ?? 0) > own
    }
    if !isOutranked { ledger.report("preemption-follows-priority", change.name) }
  }

  /// One address, one Pod, as long as it lives (the CNI plugin's IPAM); Pods of the host network
  /// share the node's.
  private static func checkAddress(_ change: Change, _ ledger: inout Ledger) {
    let address = change.new.text("status", "podIP")
    guard !address.isEmpty, !change.new.isEnded,
      change.new.at("spec", "hostNetwork")?.boolValue != true
    else { return }
    for (key, entry) in ledger.pods.entries
    where key != change.key && entry.address == address && !entry.isEnded {
      ledger.report("one-address-one-pod", "\(change.name): \(address) is that of \(key.name)")
    }
  }

  /// The Pods that a node has taken in fit: the scheduler counts all, and the kubelet turns away
  /// what was sent past it (`canAdmitPod`). Pods that name their node themselves and were not yet
  /// looked at do not count.
  private static func checkAdmission(_ change: Change, _ ledger: inout Ledger) {
    let pod = change.new
    let isNew =
      !pod.nodeName.isEmpty && !pod.isEnded && !pod.isTerminating
      && (change.old?.nodeName.isEmpty != false || change.old?.at("status", "startTime") == nil)
    guard isNew, let node = ledger.objects[ObjectKey(.nodes, name: pod.nodeName)] else { return }
    let isAdmitted = pod.at("status", "startTime") != nil || change.actor == .scheduler
    guard isAdmitted, ledger.pods.entries[change.key]?.isScheduled != true else { return }
    let own = PodBook.requests(pod)
    let others = ledger.pods.living(on: pod.nodeName).filter {
      $0.key != change.key && $0.entry.isAdmitted
    }
    let room = Room(node)
    let cpu = others.map(\.entry.cpu).reduce(own.cpu, +)
    let memory = others.map(\.entry.memory).reduce(own.memory, +)
    let name = "\(change.name) on \(pod.nodeName)"
    if own.cpu > 0, cpu > room.cpu {
      ledger.report("node-room", "\(name): \(cpu)m of \(room.cpu)m")
    }
    if own.memory > 0, memory > room.memory {
      ledger.report("node-room", "\(name): \(memory) of \(room.memory) bytes")
    }
    if others.count + 1 > room.pods { ledger.report("node-room", "\(name): too many Pods") }
    let ports = ledger.pods.entries[change.key]?.hostPorts ?? []
    for other in others where other.entry.hostPorts.contains(where: ports.contains) {
      ledger.report("host-ports", "\(name): \(ports) with \(other.key.name)")
    }
  }

  /// What a node has to give.
  private struct Room {
    let cpu: Int
    let memory: Int
    let pods: Int

    init(_ node: APIValue) {
      func amount(_ name: String) -> Quantity {
        Quantity(node.text("status", "allocatable", name)) ?? .zero
      }
      (cpu, memory, pods) = (amount("cpu").milliValue, amount("memory").value, amount("pods").value)
    }
  }
}
