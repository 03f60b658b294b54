import PodEngine

/// The lines that take every fault back, and those that clear the world away.
enum Healing {
  static func lines(_ cluster: Cluster) -> [String] {
    var lines = ["registry up"] + ScriptMaker.images.map { "pull ok \($0)" }
    for (name, kubelet) in cluster.kubelets {
      if cluster.objects.node(name) == nil { lines.append("create node \(name)") }
      if !kubelet.isOn { lines.append("start node \(name)") }
      if !kubelet.isConnected { lines.append("heal node \(name)") }
      lines += ["memory", "disk", "pid"].map { "pressure node \(name) \($0) off" }
      lines += ["uncordon \(name)", "taint node \(name) lab-"]
    }
    for namespace in ["default", "lab"] {
      lines.append("create configmap settings --from-literal=key=value -n \(namespace)")
    }
    for object in cluster.objects.list(.pods) { lines += pod(object.tree) }
    for deployment in cluster.objects.deployments where deployment.spec.paused == true {
      lines.append(
        "patch deployment \(deployment.metadata.name) -n \(deployment.metadata.namespace) "
          + "--type=merge -p '{\"spec\":{\"paused\":false}}'")
    }
    return lines
  }

  private static func pod(_ pod: APIValue) -> [String] {
    let name = pod.text("metadata", "name")
    let key = ObjectKey(.pods, namespace: pod.text("metadata", "namespace"), name: name)
    let home = " -n \(key.namespace)"
    var lines = ["fix \(name)\(home)"]
    if pod.finalizers.contains(PodMaker.finalizer) {
      let others = pod.finalizers.filter { $0 != PodMaker.finalizer }.map { "\"\($0)\"" }
      let value = others.isEmpty ? "null" : "[\(others.joined(separator: ","))]"
      lines.append(
        "patch pod \(name)\(home) --type=merge -p '{\"metadata\":{\"finalizers\":\(value)}}'")
    }
    if !pod.list("spec", "schedulingGates").isEmpty {
      lines.append("patch pod \(name)\(home) --type=merge -p '{\"spec\":{\"schedulingGates\":[]}}'")
    }
    if !pod.list("spec", "readinessGates").isEmpty { lines.append(gate(key, "True")) }
    return lines
  }

  /// Sets the readiness gate of a Pod, as the controller behind it would.
  static func gate(_ key: ObjectKey, _ status: String) -> String {
    "patch pod \(key.name) -n \(key.namespace) --subresource=status -p "
      + "'{\"status\":{\"conditions\":[{\"type\":\"\(PodMaker.gate)\",\"status\":\"\(status)\"}]}}'"
  }

  /// How many seconds it takes until all is well: the longest back-off that is under way, and what a
  /// start takes. A container that was about to end when it was mended may enter the next back-off.
  static func rest(_ cluster: Cluster) -> Int {
    let pods = cluster.objects.list(.pods).map(\.tree)
    let restarts = pods.flatMap(\.containerStatuses).map(backOff).max() ?? 0
    let isMounting = pods.contains { $0.phase == "Pending" && !$0.list("spec", "volumes").isEmpty }
    return 30 + max(restarts, isMounting ? longestMountBackOff : 0)
  }

  /// `maxDurationBeforeRetry` in pkg/util/goroutinemap/exponentialbackoff.
  private static let longestMountBackOff = 122

  /// `MaxContainerBackOff` and the doubling in pkg/kubelet/kubelet.go; pulls have the same.
  private static func backOff(_ status: APIValue) -> Int {
    let longest = 300
    let isPulling = status.text("state", "waiting", "reason").contains("Image")
    guard !isPulling else { return longest }
    return min(longest, 10 << min(10, status.number("restartCount") ?? 0))
  }

  /// Everything that the script may have made goes.
  static let clearing = ["default", "lab"].flatMap { namespace in
    ["deployments", "replicasets", "jobs", "services", "pods"].map {
      "delete \($0) --all -n \(namespace)"
    }
  }
}
