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

  static func missingPullSecrets(_ names: [String]) -> Self {
    Self(
      type: .warning, reason: "FailedToRetrieveImagePullSecret",
      message: "Unable to retrieve some image pull secrets (\(names.joined(separator: ", "))); "
        + "attempting to pull the image may not succeed.")
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

extension KubeletEvent {
  init(_ type: EventType, _ reason: String, _ message: String) {
    self.init(type: type, reason: reason, message: message)
  }
}

/// Probes: pkg/kubelet/prober/prober.go.
extension KubeletEvent {
  /// What is to be said of a run of a probe; nil where there is nothing to say.
  static func probed(_ kind: ProbeKind, _ outcome: ProbeOutcome) -> Self? {
    let name = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    switch outcome {
    case .success, .unknown: return nil
    case .warning(let text):
      return Self(.warning, "ProbeWarning", "\(name) probe warning: \(text)")
    case .failure(let text): return Self(.warning, "Unhealthy", "\(name) probe failed: \(text)")
    case .error(let text, let state):
      return Self(
        .warning, "Unhealthy",
        "\(name) probe errored and resulted in \(state.rawValue) state: \(text)")
    }
  }
}

/// Images: pkg/kubelet/images/image_manager.go.
extension KubeletEvent {
  static func pulling(_ image: String) -> Self {
    Self(.normal, "Pulling", "Pulling image \(GoSyntax.quoted(image))")
  }

  static func present(_ image: String) -> Self {
    Self(
      .normal, "Pulled", "Container image \(GoSyntax.quoted(image)) already present on machine")
  }

  static func pulled(
    _ image: String, in took: SimulatedDuration, withWaiting: SimulatedDuration, sizeBytes: Int
  ) -> Self {
    Self(
      .normal, "Pulled",
      "Successfully pulled image \(GoSyntax.quoted(image)) in \(took.goText) "
        + "(\(withWaiting.goText) including waiting). Image size: \(sizeBytes) bytes.")
  }

  static func pullFailed(_ image: String, _ cause: String) -> Self {
    Self(.warning, "Failed", "Failed to pull image \(GoSyntax.quoted(image)): \(cause)")
  }

  static func pullBackOff(_ image: String) -> Self {
    Self(.normal, "BackOff", "Back-off pulling image \(GoSyntax.quoted(image))")
  }

  static func neverPull(_ image: String) -> Self {
    Self(
      .warning, "ErrImageNeverPull",
      "Container image \(GoSyntax.quoted(image)) is not present with pull policy of Never")
  }

  static func invalidImage(_ error: ImageReferenceError) -> Self {
    Self(.warning, "InspectFailed", error.kubeletMessage)
  }

  /// The kubelet names the image that it did not find: none (`imagePullPrecheck`).
  static func inspectFailed(_ error: ImageInspectError) -> Self {
    Self(.warning, "InspectFailed", "Failed to inspect image \"\": \(error.message)")
  }
}
