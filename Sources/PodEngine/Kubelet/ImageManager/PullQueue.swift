/// A container's wish for a pull.
struct PullRequest: Hashable, Sendable {
  let podUID: String
  let container: String
  /// The image as the Pod's spec names it.
  let image: String
  let reference: ImageReference
  let askedAt: SimulatedTime
}

/// The pulls of a node, in the order of the wishes: `serialImagePuller` and `parallelImagePuller`
/// in pkg/kubelet/images/puller.go.
struct PullQueue: Hashable, Sendable {
  private var waiting: [PullRequest] = []
  private var active: [Active] = []
  /// How many pulls go on at once; nil sets no limit.
  private let limit: Int?

  /// The pull that is going on, and what it will bring.
  struct Active: Hashable, Sendable {
    let request: PullRequest
    let startedAt: SimulatedTime
    let outcome: PullOutcome
  }

  /// One pull after the other (`serializeImagePulls`), or so many at once
  /// (`maxParallelImagePulls`).
  init(isSerial: Bool = true, maxParallel: Int? = nil) { limit = isSerial ? 1 : maxParallel }

  mutating func add(_ request: PullRequest) { waiting.append(request) }

  /// Takes the next request when another pull may begin; `begin` must follow.
  mutating func takeNext() -> PullRequest? {
    guard !waiting.isEmpty, active.count < limit ?? .max else { return nil }
    return waiting.removeFirst()
  }

  mutating func begin(_ request: PullRequest, _ outcome: PullOutcome, at now: SimulatedTime) {
    active.append(Active(request: request, startedAt: now, outcome: outcome))
  }

  /// Ends a pull that is going on; nil when there is none for this container.
  mutating func finish(podUID: String, container: String) -> Active? {
    let index = active.firstIndex {
      $0.request.podUID == podUID && $0.request.container == container
    }
    return index.map { active.remove(at: $0) }
  }

  /// The node lost its power: nothing is being pulled any more.
  mutating func clear() {
    waiting = []
    active = []
  }

  /// A Pod no longer wants what it asked for. A pull that is going on goes on, as containerd's
  /// does.
  mutating func cancel(podUID: String) { waiting.removeAll { $0.podUID == podUID } }
}
