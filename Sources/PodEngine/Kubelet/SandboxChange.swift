/// Whether a Pod needs another sandbox: `PodSandboxChanged` in
/// pkg/kubelet/kuberuntime/util/util.go.
struct SandboxChange: Hashable, Sendable {
  /// True while the Pod has no sandbox that its containers can live in.
  let isNeeded: Bool
  /// The number of the sandbox to come, or of the present one.
  let attempt: Int

  /// The newest sandbox comes first.
  init(_ spec: PodSpec, _ sandboxes: [SandboxRecord]) {
    guard let newest = sandboxes.first else {
      (isNeeded, attempt) = (true, 0)
      return
    }
    let isOnHost = spec.hostNetwork == true
    isNeeded =
      !newest.isReady || sandboxes.count(where: \.isReady) > 1
      || newest.isOnHostNetwork != isOnHost || (!isOnHost && newest.ipAddress.isEmpty)
    attempt = newest.attempt + (isNeeded ? 1 : 0)
  }
}
