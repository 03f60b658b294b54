/// What a kubelet knows and does about one Pod: pkg/kubelet/pod_workers.go. One thing at a time
/// happens to a Pod; what arrives meanwhile waits for the end of the sync that is going on.
struct PodWorker: Sendable {
  /// The Pod as the API server last showed it.
  var pod: Pod
  /// When the Pod reached its node: the origin of its probes' time grid.
  let arrivedAt: SimulatedTime
  var stage = Stage.syncing
  /// The sync that is going on; nil between syncs.
  var task: SyncTask?
  /// Something happened during the sync: run another one right after it.
  var wantsSync = false
  /// Why containers could not be started in the last sync (the kubelet's reason cache), by
  /// container name.
  var startErrors: StringMap<StartError> = [:]
  var restartBackoff: StringMap<Backoff> = [:]
  var imageBackoff: StringMap<ImageBackoff> = [:]
  var probes = ProbeTable()
  /// Containers that are being stopped, by container ID.
  var killings: StringMap<Killing> = [:]
  /// The hooks that run, by exec ID or as a timer.
  var hookFaults: StringMap<HookFault> = [:]
  /// The entries of the timeline that say so.
  var hookFaultCauses: StringMap<TimelineID> = [:]
  /// For how long the learner wants containers to do nothing after their start.
  var slowStarts: StringMap<SimulatedDuration> = [:]
  /// The status that was last sent to the API server.
  var published: PodStatus?
  /// Set when the kubelet itself ends the Pod: rejected, evicted, overdue.
  var verdict: Verdict?
  var startTime: SimulatedTime
  var volumesAreMounted = false
  var mountAttempts = 0

  init(pod: Pod, at now: SimulatedTime) {
    self.pod = pod
    arrivedAt = now
    startTime = pod.status.startTime ?? now
  }

  var uid: String { pod.metadata.uid }

  enum Stage: Hashable, Sendable {
    /// Containers are started and restarted.
    case syncing
    /// Everything is being stopped, with so many seconds of grace.
    case terminating(graceSeconds: Int)
    /// Nothing runs any more, the final status is written.
    case terminated
  }

  /// Why the kubelet ended a Pod, in the words of its status.
  struct Verdict: Hashable, Sendable {
    let reason: String
    let message: String
    /// Evictions say so in a condition as well.
    var isDisruption = false
  }

  /// The statuses that the API shows for this Pod, the kubelet's own latest word first.
  var knownStatus: PodStatus { published ?? pod.status }

  /// Every container that the Pod's spec names, init containers first.
  var allContainers: [Container] {
    pod.spec.initContainers + pod.spec.containers + pod.spec.ephemeralContainers
  }

  func container(_ name: String) -> Container? { allContainers.first { $0.name == name } }
}

/// Why a container could not be started: what `waiting` shows.
struct StartError: Error, Hashable, Sendable {
  let reason: String
  let message: String
  /// What people are told in an event.
  let eventText: String

  init(reason: String, message: String, eventText: String? = nil) {
    (self.reason, self.message, self.eventText) = (reason, message, eventText ?? message)
  }

  /// A container that ended too often is not started yet (`doBackOff`).
  static func crashLoop(_ container: String, in pod: Pod, window: SimulatedDuration) -> Self {
    StartError(
      reason: "CrashLoopBackOff",
      message: "back-off \(window.goText) restarting failed container=\(container) "
        + "pod=\(pod.kubeletName)")
  }

  /// A back-off is no failure: nothing is to be done before it is over.
  var isBackoff: Bool { reason == "CrashLoopBackOff" || reason == "ImagePullBackOff" }
}

/// A sync that is going on: what is still to be done, and what it waits for.
struct SyncTask: Hashable, Sendable {
  var steps: [SyncStep]
  var waitingFor: Obstacle?
  /// What the runtime showed when the sync began: `doBackOff` judges by it.
  let lastExits: StringMap<SimulatedTime>
  /// A start failed in a way that is worth another try before long.
  var failed = false
  /// The runtime's latency before the next step is over.
  var runtimeIsReady = false
}

/// One step of a sync, in the order of `SyncPod` in kuberuntime_manager.go.
enum SyncStep: Hashable, Sendable {
  case mountVolumes
  /// Stops every container and the sandbox, which is no longer of use.
  case replaceSandbox
  case createSandbox(attempt: Int)
  case kill(ContainerToKill)
  case start(container: String, isInit: Bool)
}

/// What a sync waits for.
enum Obstacle: Hashable, Sendable {
  case volumes
  /// The runtime, which takes its time while `jitter` is on.
  case runtime
  case pull(container: String)
  case postStart(container: String, containerID: String, exec: ExecID?)
  /// Containers that are being stopped.
  case killings
}

/// One container on its way down: `killContainer` in kuberuntime_container.go.
struct Killing: Hashable, Sendable {
  let containerID: String
  let containerName: String
  /// What is left of the grace period, in whole seconds.
  var graceSeconds: Int
  var step: Step
  let beganAt: SimulatedTime

  enum Step: Hashable, Sendable {
    /// A sidecar waits until the containers that it serves are down.
    case waitingForTurn
    /// The preStop hook runs since a time; the exec's ID, or nil for the hooks that are no command.
    case preStop(since: SimulatedTime, exec: ExecID?)
    /// TERM was sent; KILL follows at a time.
    case stopping(killAt: SimulatedTime)
  }
}
