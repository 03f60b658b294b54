import PodEngine

/// What holds on the nodes themselves, after every command.
enum RuntimeRules {
  static func violations(in cluster: Cluster) -> [Violation] {
    var found: [Violation] = []
    func report(_ rule: String, _ detail: String) {
      found.append(Violation(rule: rule, detail: detail, time: cluster.now))
    }
    for (name, kubelet) in cluster.kubelets {
      var addresses: [String] = []
      for uid in podUIDs(kubelet) {
        let ready = kubelet.runtime.sandboxes(podUID: uid).filter(\.isReady)
        if ready.count > 1 { report("one-sandbox", "\(name): Pod \(uid) has \(ready.count)") }
        addresses += ready.map(\.ipAddress).filter { $0.hasPrefix("10.244.") }
        let running = kubelet.runtime.containers(podUID: uid).filter { $0.state == .running }
        let names = running.map(\.name)
        if Set(names).count != names.count {
          report("one-container-of-a-name", "\(name): Pod \(uid) runs \(names)")
        }
        if !kubelet.isOn, !running.isEmpty { report("nothing-runs-without-power", name) }
        let homes = ready.map(\.id)
        if running.contains(where: { !homes.contains($0.sandboxID) }) {
          report("containers-live-in-sandboxes", "\(name): Pod \(uid)")
        }
      }
      if Set(addresses).count != addresses.count {
        report("one-address-one-sandbox", "\(name): \(addresses)")
      }
    }
    return found
  }

  /// The Pods that a node's runtime knows, each once.
  static func podUIDs(_ kubelet: Kubelet) -> [String] {
    var seen: Set<String> = []
    return kubelet.runtime.allSandboxes.map(\.podUID).filter { seen.insert($0).inserted }
  }
}
