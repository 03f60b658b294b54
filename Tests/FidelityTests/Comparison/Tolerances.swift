/// How far podlab may be from the real cluster, and why. All in seconds unless the name says else.
///
/// podlab's clock is ideal: nothing takes time but what Kubernetes makes wait. The real node was
/// two processors under load, so podlab is earlier and hardly ever later.
enum Tolerances {
  /// Creating a sandbox, starting a process, publishing a status: each took the node a while.
  static let early = 3.0

  /// podlab's own latencies and the rounding of the recording's clock.
  static let late = 2.0

  /// With `jitter on` podlab has latencies of its own, and its kubelets come back from a back-off up
  /// to half as late again as the real one's.
  static let lateWithJitter = 15.0

  /// The kubelet learns of a container's start or end from a relist once a second, so every start
  /// before the moment compared cost the node about that much.
  static let perContainerStart = 1.2

  /// A back-off shows at the sync after the one that failed. The kubelet comes back after 10 s and
  /// up to half as much again, drawn at random, and the node's latency comes on top; podlab's
  /// clock draws nothing. Ends of containers that had to wait so inherit the lateness.
  static let earlyBackOff = 18.0

  /// Before this moment no end can have inherited a back-off's lateness: the first lasts 10 s.
  static let firstBackOff = 10.0

  /// The Pod garbage collector looks every 20 s, at a phase of its own; the node's latency on top.
  static let earlyGone = 28.0

  /// The same for a Pod that nobody asked to delete, when podlab's collector has the later phase.
  static let lateCollected = 22.0

  /// Restarts that a longer run may differ by: one more or less fits before the recording ends.
  static func restartSlack(real: Int) -> Int { real > 1 ? 1 : 0 }

  /// Generated names carry no order, so Pods that appeared within so many seconds are told apart
  /// by how long they lived.
  static let sameAppearance = 5.0

  /// client-go drops events about one object beyond a burst of so many (then one every 5 minutes),
  /// so the real cluster may lack the `BackOff` that podlab has.
  static let eventBurst = 25

  /// Reasons of events that say how the node was set up and not what a Pod did, or that depend on
  /// the node's past.
  static let ignoredEvents: Set = [
    "InvalidDiskCapacity", "MissingClusterDNS", "NodeAllocatableEnforced", "NodeHasNoDiskPressure",
    "NodeHasSufficientMemory", "NodeHasSufficientPID", "RegisteredNode", "SandboxChanged",
    "Scheduled", "Starting",
  ]

  /// Reasons of terminations whose messages are the container runtime's own wording.
  static let runtimeWording: Set = [
    "ContainerCannotRun", "ContainerStatusUnknown", "StartError",
  ]
}
