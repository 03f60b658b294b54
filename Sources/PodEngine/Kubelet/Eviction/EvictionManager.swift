/// Saves a node that runs short by ending Pods, one at a pass (pkg/kubelet/eviction).
///
/// A pass looks at the node every ten seconds of the clock. A pass that evicted somebody is followed
/// by another one a second after that Pod has been cleaned up.
extension Kubelet {
  /// How often the manager looks (`evictionMonitoringPeriod`).
  static let evictionPeriod = SimulatedDuration.seconds(10)
  /// How often, and how long at most, it looks whether an evicted Pod is gone.
  private static let cleanupPeriod = SimulatedDuration.seconds(1)
  private static let cleanupTimeout = SimulatedDuration.seconds(30)
  /// The grace of a hard eviction (`immediateEvictionGracePeriodSeconds`).
  static let evictionGraceSeconds = 1
  /// How many processes a node may have (`kernel.pid_max`).
  private static let maximumProcessCount = 32_768

  /// Has the manager look from the next multiple of ten seconds on, unless it does already.
  mutating func watchForPressure(_ turn: inout Turn) {
    guard pressure.nextPass == nil else { return }
    let period = Self.evictionPeriod.milliseconds
    let next = (turn.now.milliseconds / period + 1) * period
    schedulePass(at: SimulatedTime(milliseconds: next), &turn)
  }

  private mutating func schedulePass(at time: SimulatedTime, _ turn: inout Turn) {
    pressure.nextPass = time
    turn.schedule(.evictionPass, at: time)
  }

  /// One pass (`synchronize`).
  mutating func evictionPass(_ turn: inout Turn) {
    guard pressure.nextPass == turn.now else { return }
    pressure.nextPass = nil
    pressure.awaited = []
    let observations = self.observations()
    let met = observations.filter(\.isMet)
    if pressure.observe(met.map(\.signal.pressure), at: turn.now) { conditionsChanged(&turn) }
    let evicted = enforceStorageLimits(&turn)
    if !evicted.isEmpty {
      awaitEnd(of: evicted, &turn)
    } else if let observation = met.first, let uid = reclaim(observation, &turn) {
      awaitEnd(of: [uid], &turn)
    } else if hasReasonToWatch {
      schedulePass(at: turn.now + Self.evictionPeriod, &turn)
    }
  }

  private mutating func conditionsChanged(_ turn: inout Turn) {
    if isConnected { writeNodeStatus(&turn) }
  }

  private var hasReasonToWatch: Bool {
    !pressure.conditions.isEmpty || workers.contains { $0.value.stage != .terminated }
  }

  /// Looks again a second after the last of these Pods has been cleaned up, or when that takes too
  /// long (`waitForPodsCleanup`).
  private mutating func awaitEnd(of uids: [String], _ turn: inout Turn) {
    pressure.awaited = uids
    schedulePass(at: turn.now + Self.cleanupTimeout, &turn)
    for uid in uids where workers[uid]?.stage == .terminated { cleanedUp(uid, &turn) }
  }

  /// A Pod has come to its end.
  mutating func cleanedUp(_ uid: String, _ turn: inout Turn) {
    guard pressure.awaited.contains(uid) else { return }
    pressure.awaited.removeAll { $0 == uid }
    if pressure.awaited.isEmpty { schedulePass(at: turn.now + Self.cleanupPeriod, &turn) }
  }

  /// What the signals show now, memory first: it is reclaimed before everything else
  /// (`byEvictionPriority`).
  func observations() -> [SignalObservation] {
    EvictionSignal.allCases.map { signal in
      let (capacity, used) = amounts(signal)
      let foreign = pressure.foreign[signal.pressure] ?? 0
      return SignalObservation(
        signal, available: max(0, capacity - used - foreign), capacity: capacity)
    }
  }

  private func amounts(_ signal: EvictionSignal) -> (capacity: Int, used: Int) {
    switch signal {
    case .memoryAvailable: (runtime.memoryCapacityBytes, runtime.totalMemoryBytes)
    case .nodefsAvailable, .imagefsAvailable:
      (runtime.diskCapacityBytes, runtime.diskUsageBytes + imageBytes)
    case .pidAvailable: (Self.maximumProcessCount, runtime.totalProcessCount)
    }
  }

  private var imageBytes: Int {
    runtime.images.entries.reduce(0) { $0 + $1.manifest.sizeBytes }
  }

  /// The Pods that run here and what they hold, the longest-serving first.
  private func usages() -> [PodUsage] {
    let active = workers.map(\.value).filter { $0.stage == .syncing }
      .sorted { ($0.arrivedAt, $0.pod.key) < ($1.arrivedAt, $1.pod.key) }
    var containers = OrderedTable<String, [ContainerUsage]>()
    for (uid, usage) in runtime.containerUsages {
      var known = containers[uid] ?? []
      known.removeAll { $0.name == usage.name }
      containers[uid] = known + [usage]
    }
    return active.map { worker in
      PodUsage(
        worker.pod, containers: containers[worker.uid] ?? [], volumes: volumeUsage(worker.pod))
    }
  }

  private func volumeUsage(_ pod: Pod) -> StringMap<Int> {
    var usage: StringMap<Int> = [:]
    for volume in pod.spec.volumes {
      guard let source = volume.emptyDir, source.medium != "Memory" else { continue }
      usage[volume.name] = runtime.volumeUsageBytes(
        VolumeID(podUID: pod.metadata.uid, name: volume.name))
    }
    return usage
  }

  /// Every Pod that broke a limit of its own goes; the node's needs wait for the next pass.
  private mutating func enforceStorageLimits(_ turn: inout Turn) -> [String] {
    guard workers.contains(where: { LocalStorageLimits.concerns($0.value.pod.spec) }) else {
      return []
    }
    return usages().compactMap { usage in
      guard let message = LocalStorageLimits.violation(usage),
        evict(
          usage.pod, message, isDisruption: false, because: filling(usage.pod.metadata.uid), &turn)
      else { return nil }
      return usage.pod.metadata.uid
    }
  }

  /// Frees what is short: first what no Pod needs, then the Pod that is first in rank. The UID of
  /// the Pod, nil where none had to go or none may.
  private mutating func reclaim(_ observation: SignalObservation, _ turn: inout Turn) -> String? {
    let resource = observation.signal.resource
    if let node = turn.objects.node(nodeName) {
      turn.record(
        node.reference, .warning, "EvictionThresholdMet", "Attempting to reclaim \(resource)")
    }
    if observation.signal.pressure == .disk {
      removeUnusedImages()
      if !observations().contains(where: \.isMet) { return nil }
    }
    for usage in EvictionRanking.ranked(usages(), for: observation.signal) {
      let message = EvictionMessage.lowOnResource(observation, usage)
      let uid = usage.pod.metadata.uid
      let cause = blame[.pressure(observation.signal.pressure)] ?? filling(uid)
      if evict(usage.pod, message, isDisruption: true, because: cause, &turn) { return uid }
    }
    return nil
  }

  /// `DeleteUnusedImages`: what no container was made from.
  private mutating func removeUnusedImages() {
    let used = runtime.usedImageDigests
    for entry in runtime.images.entries where !used.contains(entry.manifest.digest) {
      runtime.images.removeImage(digest: entry.manifest.digest)
    }
  }

  /// The learner's act that made a container of a Pod hold so much.
  private func filling(_ uid: String) -> TimelineID? {
    let ids = runtime.containers(podUID: uid).map(\.id)
    return ids.compactMap { blame[.disk($0)] ?? blame[.memory($0)] }.max()
  }

  /// Ends a Pod as Failed with next to no grace; false for Pods that the node cannot do without
  /// (`evictPod`).
  @discardableResult
  mutating func evict(
    _ pod: Pod, _ message: String, isDisruption: Bool, because cause: TimelineID? = nil,
    _ turn: inout Turn
  ) -> Bool {
    guard !EvictionRanking.isCritical(pod) else { return false }
    turn.note(
      pod.reference(), .verdict(reason: "Evicted", message: message), because: cause)
    turn.record(pod.reference(), .warning, "Evicted", message)
    workers[pod.metadata.uid]?.verdict = PodWorker.Verdict(
      reason: "Evicted", message: message, isDisruption: isDisruption)
    beginTermination(pod.metadata.uid, graceSeconds: Self.evictionGraceSeconds, &turn)
    return true
  }

  /// The fault `pressure node`: something outside of Kubernetes takes so much that only half of the
  /// threshold is left, and keeps it until it is switched off. Evictions free what Pods hold, so the
  /// pressure ends early only where they hold enough.
  mutating func press(_ kind: NodePressure, _ isOn: Bool, _ turn: inout Turn) {
    pressure.foreign[kind] = nil
    let observation = observations().first { $0.signal.pressure == kind }
    if isOn, let observation {
      pressure.foreign[kind] = max(0, observation.available - observation.threshold / 2)
    }
    watchForPressure(&turn)
  }
}

extension ContainerRuntime {
  /// The digests of the images that containers of the node were made from.
  var usedImageDigests: [String] {
    containerOrder.compactMap { containers[$0]?.configuration.image.digest }
  }
}
