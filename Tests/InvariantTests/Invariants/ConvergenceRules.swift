import PodEngine

/// What holds when every fault is taken back and enough time has passed.
struct ConvergenceRules {
  let cluster: Cluster
  private(set) var violations: [Violation] = []

  init(_ cluster: Cluster) {
    self.cluster = cluster
    checkPods()
    checkOwned()
    checkJobs()
    checkNodes()
  }

  private mutating func report(_ rule: String, _ detail: String) {
    violations.append(Violation(rule: "end-" + rule, detail: detail, time: cluster.now))
  }

  private func tree(_ key: ObjectKey) -> APIValue? { cluster.objects[key]?.tree }

  private func trees(_ resource: Resource) -> [(key: ObjectKey, tree: APIValue)] {
    cluster.objects.list(resource).map {
      (
        ObjectKey(resource, namespace: $0.metadata.namespace, name: $0.metadata.name),
        $0.tree
      )
    }
  }

  private mutating func checkPods() {
    for (key, pod) in trees(.pods) {
      let name = "\(key.namespace)/\(key.name)"
      if let deadline = pod.time("metadata", "deletionTimestamp"),
        deadline + .seconds(30) < cluster.now
      {
        report("nothing-terminates-for-ever", name)
      }
      guard !pod.nodeName.isEmpty else {
        checkWaiting(pod, name)
        continue
      }
      guard let kubelet = cluster.kubelets[pod.nodeName],
        tree(ObjectKey(.nodes, name: pod.nodeName)) != nil
      else {
        report("node-exists", "\(name) is bound to \(pod.nodeName)")
        continue
      }
      if pod.isEnded { continue }
      if pod.time("status", "startTime") == nil { report("kubelet-takes-over", name) }
      checkRuns(pod, name, on: kubelet)
    }
  }

  /// What the API says of containers is what runs.
  private mutating func checkRuns(_ pod: APIValue, _ name: String, on kubelet: Kubelet) {
    let running = kubelet.runtime.containers(podUID: pod.uid).filter { $0.state == .running }
      .map { "containerd://" + $0.id }.sorted()
    let told = pod.containerStatuses.filter { $0.at("state", "running") != nil }
      .map { $0.text("containerID") }.sorted()
    // Nothing is published inside a sync, and a postStart hook, a pull or the grace period of another
    // container holds one up.
    let isHeldUp =
      pod.isTerminating || mayBeBeingKilled(pod)
      || (pod.list("spec", "containers") + pod.list("spec", "initContainers")).contains {
        $0.at("lifecycle", "postStart") != nil || $0.text("image").hasPrefix("nope")
      }
    if running != told, !isHeldUp {
      report("status-tells-the-truth", "\(name): \(told), not \(running)")
    }
    let images = pod.list("spec", "containers").map { $0.text("image") }
    guard pod.label("lab") == "healthy", pod.text("spec", "restartPolicy") == "Always",
      !images.contains("nope:2")
    else { return }
    if pod.phase != "Running" || !pod.isReadyPod {
      report("healthy-pods-are-ready", "\(name) is \(pod.phase), Ready \(pod.isReadyPod)")
    }
  }

  /// A probe that failed kills its container within a sync, which takes the grace period.
  private func mayBeBeingKilled(_ pod: APIValue) -> Bool {
    (pod.list("spec", "containers") + pod.list("spec", "initContainers")).contains {
      $0["livenessProbe"] != nil || $0["startupProbe"] != nil
    }
  }

  /// A Pod without wishes that fits a node without taints is there.
  private mutating func checkWaiting(_ pod: APIValue, _ name: String) {
    guard !pod.isEnded, Suiting.isUndemanding(pod) else { return }
    let own = PodBook.requests(pod)
    for node in cluster.objects.nodes where node.isReady && node.spec.unschedulable != true {
      guard node.spec.taints.allSatisfy({ $0.effect == .preferNoSchedule }) else { continue }
      let others = cluster.objects.pods(onNode: node.metadata.name).map {
        cluster.objects[$0.key]?.tree ?? .null
      }.filter { !$0.isEnded }
      let isAvoided = others.contains { other in
        Suiting.avoided(by: other).contains { pod.hasLabels($0) }
      }
      let sums = others.map(PodBook.requests)
      let cpu = sums.map(\.cpu).reduce(own.cpu, +)
      let memory = sums.map(\.memory).reduce(own.memory, +)
      let fits =
        !isAvoided && cpu <= node.status.allocatable["cpu"]?.milliValue ?? 0
        && memory <= node.status.allocatable["memory"]?.value ?? 0 && others.count < 110
      if fits { return report("what-fits-is-scheduled", "\(name) fits \(node.metadata.name)") }
    }
  }

  private mutating func checkOwned() {
    for resource in Resource.allCases where resource != .events {
      for (key, object) in trees(resource) {
        if object.isTerminating, resource != .pods {
          report("nothing-terminates-for-ever", "\(resource) \(key.name)")
        }
        if resource.isNamespaced, tree(ObjectKey(.namespaces, name: key.namespace)) == nil {
          report("namespace-exists", "\(resource) \(key.name)")
        }
        for owner in object.list("metadata", "ownerReferences") {
          guard let kind = Resource(kind: owner.text("kind"), apiVersion: owner.text("apiVersion"))
          else { continue }
          let its = ObjectKey(kind, namespace: key.namespace, name: owner.text("name"))
          if tree(its)?.uid != owner.text("uid") {
            report("no-orphans", "\(resource) \(key.name) of \(owner.text("name"))")
          }
        }
      }
    }
    for (key, deployment) in trees(.deployments) {
      let sets = trees(.replicaSets).filter { $0.tree.controllerUID == deployment.uid }
      let total = sets.map { $0.tree.number("spec", "replicas") ?? 1 }.reduce(0, +)
      let isPaused = deployment.at("spec", "paused")?.boolValue == true
      if !isPaused, total < deployment.number("spec", "replicas") ?? 1 {
        report("deployment-has-its-replicas", "\(key.name): \(total)")
      }
    }
  }

  /// A Job has ended, sleeps, waits out its back-off, or works.
  private mutating func checkJobs() {
    for (key, job) in trees(.jobs) {
      let isOver = ["Complete", "Failed"].contains { job.conditionStatus($0) == "True" }
      let works = (job.number("status", "active") ?? 0) > 0
      let isAsleep = job.at("spec", "suspend")?.boolValue == true
      let backsOff = (job.number("status", "failed") ?? 0) > 0
      if !isOver, !works, !isAsleep, !backsOff { report("jobs-work", key.name) }
      for (podKey, pod) in trees(.pods)
      where pod.controllerUID == job.uid && pod.isEnded
        && pod.finalizers.contains("batch.kubernetes.io/job-tracking")
      {
        report("ended-pods-are-counted", podKey.name)
      }
    }
  }

  private mutating func checkNodes() {
    let lives = Set(trees(.pods).map(\.tree.uid))
    for (name, kubelet) in cluster.kubelets where kubelet.isOn {
      for uid in RuntimeRules.podUIDs(kubelet) where !lives.contains(uid) {
        report("nothing-runs-unknown", "\(name) still has Pod \(uid)")
      }
      guard let node = tree(ObjectKey(.nodes, name: name)) else { continue }
      if node.conditionStatus("Ready") != "True" { report("nodes-are-ready", name) }
    }
    for (key, slice) in trees(.endpointSlices) {
      let service = slice.label("kubernetes.io/service-name") ?? ""
      // `--cascade=orphan` sets slices free for ever.
      let isOrphaned = slice.list("metadata", "ownerReferences").isEmpty
      if !isOrphaned, tree(ObjectKey(.services, namespace: key.namespace, name: service)) == nil {
        report("slice-has-service", key.name)
      }
    }
  }
}
