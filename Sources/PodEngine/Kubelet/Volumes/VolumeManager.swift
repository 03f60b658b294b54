/// Mounting the volumes of a Pod: pkg/kubelet/volumemanager. Nothing starts before all of them are
/// there.
extension Kubelet {
  /// The first wait after a failed mount; it doubles up to two minutes
  /// (pkg/util/goroutinemap/exponentialbackoff).
  static let firstMountRetry = SimulatedDuration.milliseconds(500)
  static let longestMountRetry = SimulatedDuration.seconds(122)

  mutating func mountVolumes(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid] else { return }
    let complaints = setUpVolumes(of: worker, &turn)
    // What was mounted once stays, however its source fares.
    if worker.volumesAreMounted { return complain(complaints, about: worker.pod, &turn) }
    guard complaints.isEmpty else { return mountFailed(uid, complaints, &turn) }
    workers[uid]?.volumesAreMounted = true
    workers[uid]?.mountAttempts = 0
  }

  /// Makes the volumes, or brings those that are there up to date; returns what went wrong.
  private mutating func setUpVolumes(of worker: PodWorker, _ turn: inout Turn) -> [String] {
    var complaints: [String] = []
    for volume in worker.pod.spec.volumes {
      let id = VolumeID(podUID: worker.uid, name: volume.name)
      switch VolumeContent(pod: worker.pod, kubelet: self, objects: turn.objects).kind(of: volume) {
      case .success(let kind):
        guard let kind else { continue }
        if let complaint = setUp(volume, id, kind, of: worker.pod, at: turn.now) {
          complaints.append(complaint)
        }
      case .failure(let error):
        complaints.append(
          "MountVolume.SetUp failed for volume \"\(volume.name)\" : \(error.message)")
      }
    }
    return complaints
  }

  private mutating func setUp(
    _ volume: Volume, _ id: VolumeID, _ kind: VolumeKind, of pod: Pod, at now: SimulatedTime
  ) -> String? {
    if runtime.hasVolume(id) {
      if case .files(let files, _) = kind { runtime.updateVolumeFiles(id, files, at: now) }
      return nil
    }
    if let source = volume.hostPath,
      let problem = runtime.prepareHostPath(source.path, type: source.type ?? "", at: now)
    {
      return "MountVolume.SetUp failed for volume \"\(volume.name)\" : \(problem)"
    }
    runtime.createVolume(
      id, kind: kind, group: pod.spec.securityContext?.fsGroup, at: now)
    return nil
  }

  private func complain(_ complaints: [String], about pod: Pod, _ turn: inout Turn) {
    for complaint in complaints {
      turn.record(pod.reference(), .warning, "FailedMount", complaint)
    }
  }

  /// How often the kubelet looks at a Pod without being asked (`syncFrequency`). On the ideal clock
  /// the looks are at whole minutes after the Pod reached its node.
  static let syncPeriod = SimulatedDuration.minutes(1)

  /// A ConfigMap or Secret has changed: Pods that mount it see that with the next regular sync.
  mutating func sourceChanged(_ key: ObjectKey, _ turn: inout Turn) {
    guard isConnected else { return }
    for (uid, worker) in workers
    where worker.stage == .syncing && worker.pod.mounts(key) && worker.volumesAreMounted {
      let passed = turn.now - worker.arrivedAt
      let periods = passed.milliseconds / Self.syncPeriod.milliseconds + 1
      turn.schedule(.sync(uid: uid), at: worker.arrivedAt + Self.syncPeriod * periods)
    }
  }

  private mutating func mountFailed(
    _ uid: String, _ complaints: [String], _ turn: inout Turn
  ) {
    guard let worker = workers[uid] else { return }
    complain(complaints, about: worker.pod, &turn)
    var wait = Self.firstMountRetry
    for _ in 0..<min(worker.mountAttempts, 10) { wait = min(wait * 2, Self.longestMountRetry) }
    workers[uid]?.mountAttempts += 1
    workers[uid]?.task?.waitingFor = .volumes
    turn.schedule(.mountVolumes(podUID: uid), after: wait)
    for complaint in complaints {
      turn.note(
        worker.pod.reference(), .mountFailed(problem: complaint, retryAt: turn.now + wait))
    }
  }

  mutating func retryMount(_ uid: String, _ turn: inout Turn) {
    guard workers[uid]?.task?.waitingFor == .volumes else { return }
    workers[uid]?.task?.waitingFor = nil
    mountVolumes(uid, &turn)
    if workers[uid]?.task?.waitingFor == nil { continueSync(uid, &turn) }
  }
}

extension Pod {
  /// Whether a volume of the Pod shows a ConfigMap or Secret.
  fileprivate func mounts(_ key: ObjectKey) -> Bool {
    guard key.namespace == metadata.namespace else { return false }
    return spec.volumes.contains { volume in
      let parts = volume.projected?.sources ?? []
      if key.resource == .configMaps {
        return volume.configMap?.name == key.name
          || parts.contains { $0.configMap?.name == key.name }
      }
      return volume.secret?.secretName == key.name
        || parts.contains { $0.secret?.name == key.name }
    }
  }

  /// Whether a volume of the Pod shows the Pod's own labels or annotations.
  var showsItself: Bool {
    spec.volumes.contains { volume in
      volume.downwardAPI != nil
        || (volume.projected?.sources ?? []).contains { $0.downwardAPI != nil }
    }
  }
}
