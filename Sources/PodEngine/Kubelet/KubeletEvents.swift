/// What the kubelet tells people, before it is about a certain object.
struct KubeletEvent: Hashable, Sendable {
  let type: EventType
  let reason: String
  let message: String

  init(_ type: EventType, _ reason: String, _ message: String) {
    (self.type, self.reason, self.message) = (type, reason, message)
  }
}

extension Kubelet.Turn {
  mutating func record(_ about: ObjectReference, _ event: KubeletEvent) {
    record(about, event.type, event.reason, event.message)
  }
}

/// Stopping containers: pkg/kubelet/kuberuntime/kuberuntime_container.go.
extension KubeletEvent {
  static func killing(_ message: String) -> Self { Self(.normal, "Killing", message) }
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

  /// A container could not be started: kuberuntime_container.go, `startContainer`.
  static func startFailed(_ text: String) -> Self { Self(.warning, "Failed", "Error: \(text)") }
}
