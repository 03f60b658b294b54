import PodEngine

/// What holds whenever an instant is over: on podlab's clock every controller has seen everything
/// and done its part before time goes on (the clock contract). In Kubernetes the same holds as soon
/// as the controllers have caught up.
enum SettledRules {
  static func check(_ ledger: inout Ledger) {
    checkServices(&ledger)
    checkOwners(&ledger)
    checkReplicaSets(&ledger)
    checkJobs(&ledger)
    checkNodes(&ledger)
    TerminationRules.checkSettled(&ledger)
  }

  /// Exactly the Pods that have an address and have not ended stand behind a Service, with the
  /// conditions of this moment.
  private static func checkServices(_ ledger: inout Ledger) {
    let slices = ledger.all(.endpointSlices)
    for (key, service) in ledger.all(.services) {
      let selector = service.texts("spec", "selector")
      guard !selector.isEmpty, !service.isTerminating else { continue }
      var wanted: [String] = []
      for (podKey, pod) in ledger.all(.pods) where podKey.namespace == key.namespace {
        guard pod.hasLabels(selector), !pod.isEnded, !pod.text("status", "podIP").isEmpty
        else { continue }
        let isReady = pod.isReadyPod && !pod.isTerminating
        wanted.append("\(pod.uid) \(isReady) \(pod.isTerminating)")
      }
      let own = slices.filter {
        $0.key.namespace == key.namespace
          && $0.tree.label("kubernetes.io/service-name") == key.name
          && !$0.tree.isTerminating
      }
      let found = own.flatMap { $0.tree.list("endpoints") }.map { endpoint in
        let conditions = endpoint["conditions"] ?? .null
        return "\(endpoint.text("targetRef", "uid")) \(conditions["ready"]?.boolValue ?? false)"
          + " \(conditions["terminating"]?.boolValue ?? false)"
      }
      guard wanted.sorted() != found.sorted() else { continue }
      ledger.report("slices-follow-pods", "service \(key.name): \(found) instead of \(wanted)")
    }
  }

  /// Nothing outlives all of its owners, unless somebody holds it.
  private static func checkOwners(_ ledger: inout Ledger) {
    for resource in [Resource.pods, .replicaSets, .endpointSlices, .jobs] {
      for (key, object) in ledger.all(resource) where !object.isTerminating {
        let owners = object.list("metadata", "ownerReferences").map { $0.text("uid") }
        guard !owners.isEmpty, owners.allSatisfy({ ledger.object(withUID: $0) == nil })
        else { continue }
        ledger.report("no-orphans", "\(key.resource) \(key.name): its owner is gone")
      }
    }
  }

  /// `FilterActivePods`: what has ended or is being deleted does not count.
  private static func active(_ uid: String, _ ledger: Ledger) -> Int {
    ledger.objects.trees(.pods).count { pod in
      pod.controllerUID == uid && !pod.isEnded && !pod.isTerminating
    }
  }

  private static func checkReplicaSets(_ ledger: inout Ledger) {
    for (key, set) in ledger.all(.replicaSets) where !set.isTerminating {
      let count = active(set.uid, ledger)
      if count != set.number("status", "replicas") ?? 0 {
        ledger.report("replica-status", "\(key.name): \(count) are active")
      }
      // A Pod that was turned away at once is replaced a second later (`ReplicaSetController`).
      let wasTurnedAway = ledger.objects.trees(.pods).contains { pod in
        pod.controllerUID == set.uid && pod.phase == "Failed"
          && (pod.time("metadata", "creationTimestamp") ?? .start) + .seconds(1) > ledger.time
      }
      let isOpen =
        ledger.objects[ObjectKey(.namespaces, name: key.namespace)]?.isTerminating == false
      if isOpen, !wasTurnedAway, count != set.number("spec", "replicas") ?? 1 {
        ledger.report("replicas", "\(key.name): \(count) are active")
      }
      let ready = ledger.objects.trees(.pods).count { pod in
        pod.controllerUID == set.uid && !pod.isEnded && !pod.isTerminating && pod.isReadyPod
      }
      if ready != set.number("status", "readyReplicas") ?? 0 {
        ledger.report("ready-replicas", "\(key.name): \(ready) are ready")
      }
    }
  }

  private static func checkJobs(_ ledger: inout Ledger) {
    for (key, job) in ledger.all(.jobs) where !job.isTerminating {
      let count = active(job.uid, ledger)
      if count > job.number("spec", "parallelism") ?? 1 {
        ledger.report("job-parallelism", "\(key.name): \(count) are active")
      }
      let isOver = ["Complete", "Failed"].contains { job.conditionStatus($0) == "True" }
      let isAsleep = job.at("spec", "suspend")?.boolValue == true
      if isOver || isAsleep, count > 0 {
        ledger.report("job-ends-with-nothing-active", "\(key.name): \(count)")
      }
      if count != job.number("status", "active") ?? 0 {
        ledger.report("job-active", "\(key.name): \(count) are active")
      }
    }
  }

  /// pkg/controller/nodelifecycle: a node that is not ready is tainted so that nothing comes, one
  /// that is ready bears no such taint; a taint of cordoning follows `spec.unschedulable`.
  private static func checkNodes(_ ledger: inout Ledger) {
    for (key, node) in ledger.all(.nodes) {
      let ready = node.conditionStatus("Ready")
      let taints = node.list("spec", "taints").map { $0.text("key") + ":" + $0.text("effect") }
      func has(_ name: String) -> Bool {
        taints.contains("node.kubernetes.io/\(name):NoSchedule")
      }
      if has("unreachable") != (ready == "Unknown") {
        ledger.report("node-taints", "\(key.name) is \(ready): \(taints)")
      }
      if has("unschedulable") != (node.at("spec", "unschedulable")?.boolValue == true) {
        ledger.report("node-taints", "\(key.name) unschedulable: \(taints)")
      }
      for (condition, taint) in [
        ("MemoryPressure", "memory-pressure"), ("DiskPressure", "disk-pressure"),
        ("PIDPressure", "pid-pressure"),
      ] where has(taint) != (node.conditionStatus(condition) == "True") {
        ledger.report("node-taints", "\(key.name) \(condition): \(taints)")
      }
      if ready == "True", taints.contains("node.kubernetes.io/unreachable:NoExecute") {
        ledger.report("node-taints", "\(key.name) is ready: \(taints)")
      }
    }
  }
}
