/// Which containers the kernel shall end first when a node runs out of memory
/// (`GetContainerOOMScoreAdjust` in pkg/kubelet/qos/policy.go).
package enum OutOfMemoryScore {
  private static let ofGuaranteed = -997
  private static let ofBestEffort = 1000

  /// The adjustment of a container: the more of the node's memory it asked for, the safer it is.
  package static func adjustment(
    of container: Container, in pod: Pod, capacityBytes: Int
  ) -> Int {
    if EvictionRanking.isCritical(pod) { return ofGuaranteed }
    switch QualityOfService.qosClass(of: pod.spec, pod.status) {
    case .guaranteed: return ofGuaranteed
    case .bestEffort: return ofBestEffort
    case .burstable: break
    }
    let request = container.resources.requests["memory"]?.value ?? 0
    let adjustment = 1000 - 1000 * request / max(1, capacityBytes)
    // Above what is Guaranteed, below what is BestEffort.
    return min(max(adjustment, 1000 + ofGuaranteed), ofBestEffort - 1)
  }
}

extension Kubelet {
  /// What the kubelet reads in the kernel's log (pkg/kubelet/oom/oom_watcher_linux.go).
  func saySystemOutOfMemory(_ victim: String, _ process: Int, _ turn: inout Turn) {
    guard isRunning, let node = turn.objects.node(nodeName) else { return }
    turn.record(
      node.reference, .warning, "SystemOOM",
      "System OOM encountered, victim process: \(victim), pid: \(process)")
  }
}
