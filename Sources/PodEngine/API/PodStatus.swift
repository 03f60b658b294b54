/// What is so (`v1.PodStatus`): written by the kubelet, shown by `kubectl get` and `describe`.
package struct PodStatus: Hashable, Codable, Sendable {
  package var observedGeneration: Int?
  package var phase: PodPhase = .pending
  package var conditions: [PodCondition] = []
  package var message = ""
  package var reason = ""
  package var nominatedNodeName = ""
  package var hostIP = ""
  package var hostIPs: [HostIP] = []
  package var podIP = ""
  package var podIPs: [PodIP] = []
  package var startTime: SimulatedTime?
  package var initContainerStatuses: [ContainerStatus] = []
  package var containerStatuses: [ContainerStatus] = []
  package var ephemeralContainerStatuses: [ContainerStatus] = []
  package var qosClass: QOSClass?

  package init() {}

  package func condition(_ type: String) -> PodCondition? { conditions.first { $0.type == type } }

  /// Replaces the condition of the same type, or adds it; the transition time moves only with the
  /// status (`podutil.UpdatePodCondition`).
  package mutating func set(_ condition: PodCondition, at now: SimulatedTime) {
    var condition = condition
    guard let index = conditions.firstIndex(where: { $0.type == condition.type }) else {
      condition.lastTransitionTime = condition.lastTransitionTime ?? now
      return conditions.append(condition)
    }
    let old = conditions[index]
    condition.lastTransitionTime =
      old.status == condition.status ? old.lastTransitionTime : now
    conditions[index] = condition
  }
}

/// An address of the node.
package struct HostIP: Hashable, Codable, Sendable {
  package var ip = ""
}

/// An address of the Pod.
package struct PodIP: Hashable, Codable, Sendable {
  package var ip = ""
}

/// One yes-or-no fact about a Pod (`v1.PodCondition`); `lastProbeTime` is null in practice, as in
/// life.
package struct PodCondition: Hashable, Codable, Sendable {
  package var type = ""
  package var observedGeneration: Int?
  package var status: ConditionStatus = .unknown
  package var lastProbeTime: SimulatedTime?
  package var lastTransitionTime: SimulatedTime?
  package var reason = ""
  package var message = ""

  package init(_ type: String, _ status: ConditionStatus, reason: String = "", message: String = "")
  {
    (self.type, self.status, self.reason, self.message) = (type, status, reason, message)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type, forKey: .type)
    try container.encodeIfPresent(observedGeneration, forKey: .observedGeneration)
    try container.encode(status, forKey: .status)
    if let lastProbeTime {
      try container.encode(lastProbeTime, forKey: .lastProbeTime)
    } else {
      try container.encodeNil(forKey: .lastProbeTime)
    }
    try container.encodeIfPresent(lastTransitionTime, forKey: .lastTransitionTime)
    try container.encode(reason, forKey: .reason)
    try container.encode(message, forKey: .message)
  }
}

/// What is so about one container (`v1.ContainerStatus`).
package struct ContainerStatus: Hashable, Codable, Sendable {
  package var name = ""
  package var state = ContainerState()
  package var lastState = ContainerState()
  package var ready = false
  package var restartCount = 0
  package var image = ""
  package var imageID = ""
  package var containerID = ""
  package var started: Bool?
  /// The requests that the node has set aside.
  package var allocatedResources: StringMap<Quantity> = [:]
  /// What is in force; nil where the node cannot resize: plain init and ephemeral containers.
  package var resources: ResourceRequirements?
  package var volumeMounts: [VolumeMountStatus] = []
  package var user: ContainerUser?

  package init(name: String) { self.name = name }

  enum CodingKeys: String, CodingKey {
    case name, state, lastState, ready, restartCount, image, imageID, containerID, started
    case allocatedResources, resources, volumeMounts, user
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(state, forKey: .state)
    try container.encode(lastState, forKey: .lastState)
    try container.encode(ready, forKey: .ready)
    try container.encode(restartCount, forKey: .restartCount)
    // `image` and `imageID` have no omitempty in Kubernetes: they are there even when empty.
    try container.encode(KeptText(image), forKey: .image)
    try container.encode(KeptText(imageID), forKey: .imageID)
    try container.encode(containerID, forKey: .containerID)
    try container.encodeIfPresent(started, forKey: .started)
    if !allocatedResources.isEmpty {
      try container.encode(allocatedResources, forKey: .allocatedResources)
    }
    try container.encodeIfPresent(resources, forKey: .resources)
    try container.encode(volumeMounts, forKey: .volumeMounts)
    try container.encodeIfPresent(user, forKey: .user)
  }
}

/// How a volume is mounted in fact (`v1.VolumeMountStatus`).
package struct VolumeMountStatus: Hashable, Codable, Sendable {
  package var name = ""
  package var mountPath = ""
  /// Nil for a mount that can be written to.
  package var readOnly: Bool?
  /// Whether the mounts below are read-only too; set for read-only mounts alone.
  package var recursiveReadOnly: String?
}

/// Who the first process of a container is (`v1.ContainerUser`).
package struct ContainerUser: Hashable, Codable, Sendable {
  package var linux: LinuxContainerUser?
}

/// Numbers of the user and of the groups (`v1.LinuxContainerUser`).
package struct LinuxContainerUser: Hashable, Codable, Sendable {
  package var uid = 0
  package var gid = 0
  package var supplementalGroups: [Int] = []
}

/// Waiting, running or terminated: at most one is set; none means waiting (`v1.ContainerState`).
package struct ContainerState: Hashable, Codable, Sendable {
  package var waiting: ContainerStateWaiting?
  package var running: ContainerStateRunning?
  package var terminated: ContainerStateTerminated?

  package init() {}

  package static func waiting(_ reason: String, _ message: String = "") -> Self {
    var state = Self()
    state.waiting = ContainerStateWaiting(reason: reason, message: message)
    return state
  }

  package static func running(since time: SimulatedTime) -> Self {
    var state = Self()
    state.running = ContainerStateRunning(startedAt: time)
    return state
  }

  package static func terminated(_ end: ContainerStateTerminated) -> Self {
    var state = Self()
    state.terminated = end
    return state
  }
}

/// The container does not run yet, or not again yet, and why.
package struct ContainerStateWaiting: Hashable, Codable, Sendable {
  package var reason = ""
  package var message = ""
}

/// The container runs.
package struct ContainerStateRunning: Hashable, Codable, Sendable {
  package var startedAt: SimulatedTime?
}

/// The container ended, and how.
package struct ContainerStateTerminated: Hashable, Codable, Sendable {
  package var exitCode = 0
  package var signal: Int?
  package var reason = ""
  package var message = ""
  package var startedAt: SimulatedTime?
  package var finishedAt: SimulatedTime?
  package var containerID = ""

  package init(exitCode: Int, reason: String, message: String = "") {
    (self.exitCode, self.reason, self.message) = (exitCode, reason, message)
  }
}
