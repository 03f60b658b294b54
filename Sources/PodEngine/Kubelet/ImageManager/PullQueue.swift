/// A container's wish for an image.
struct PullRequest: Hashable, Sendable {
  let podUID: String
  let container: String
  /// The image as the Pod's spec names it.
  let image: String
  let reference: ImageReference
  let askedAt: SimulatedTime
}

/// One pull after the other, as `serialImagePuller` in pkg/kubelet/images/puller.go does.
struct PullQueue: Hashable, Sendable {
  private var waiting: [PullRequest] = []
  private var active: Active?

  /// The pull that is going on, and what it will bring.
  struct Active: Hashable, Sendable {
    let request: PullRequest
    let startedAt: SimulatedTime
    let outcome: PullOutcome
  }

  mutating func add(_ request: PullRequest) { waiting.append(request) }

  /// Takes the next request when no pull is going on; `begin` must follow.
  mutating func takeNext() -> PullRequest? {
    guard active == nil, !waiting.isEmpty else { return nil }
    return waiting.removeFirst()
  }

  mutating func begin(_ request: PullRequest, _ outcome: PullOutcome, at now: SimulatedTime) {
    active = Active(request: request, startedAt: now, outcome: outcome)
  }

  /// Ends the pull that is going on; nil when that is not the one meant.
  mutating func finish(podUID: String, container: String) -> Active? {
    guard let active, active.request.podUID == podUID, active.request.container == container
    else { return nil }
    self.active = nil
    return active
  }

  /// The node lost its power: nothing is being pulled any more.
  mutating func clear() {
    waiting = []
    active = nil
  }

  /// A Pod no longer wants what it asked for. A pull that is going on goes on, as containerd's
  /// does.
  mutating func cancel(podUID: String) { waiting.removeAll { $0.podUID == podUID } }
}
