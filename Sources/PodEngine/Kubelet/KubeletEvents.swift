/// What the kubelet says about containers and sandboxes: pkg/kubelet/events and the texts at its
/// callers in pkg/kubelet/kuberuntime.
struct KubeletEvent: Hashable, Sendable {
  let type: EventType
  let reason: String
  let message: String

  static func created(_ container: String) -> Self {
    Self(type: .normal, reason: "Created", message: "Created container: \(container)")
  }

  static func started(_ container: String) -> Self {
    Self(type: .normal, reason: "Started", message: "Started container \(container)")
  }

  /// A start that failed.
  static func failed(_ cause: String) -> Self {
    Self(type: .warning, reason: "Failed", message: "Error: \(cause)")
  }

  static func killing(_ message: String) -> Self {
    Self(type: .normal, reason: "Killing", message: message)
  }

  static func backOff(_ container: String, in pod: Pod) -> Self {
    Self(
      type: .warning, reason: "BackOff",
      message: "Back-off restarting failed container \(container) in pod \(pod.kubeletName)")
  }

  static let sandboxChanged = Self(
    type: .normal, reason: "SandboxChanged",
    message: "Pod sandbox changed, it will be killed and re-created.")

  static func hookFailed(_ kind: HookKind) -> Self {
    switch kind {
    case .postStart:
      Self(type: .warning, reason: "FailedPostStartHook", message: "PostStartHook failed")
    case .preStop:
      Self(type: .warning, reason: "FailedPreStopHook", message: "PreStopHook failed")
    }
  }
}

extension Kubelet.Turn {
  mutating func record(_ about: ObjectReference, _ event: KubeletEvent) {
    record(about, event.type, event.reason, event.message)
  }
}
