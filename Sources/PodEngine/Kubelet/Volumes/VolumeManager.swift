/// Mounting the volumes of a Pod: pkg/kubelet/volumemanager. Nothing starts before all of them are
/// there.
extension Kubelet {
  /// The first wait after a failed mount; it doubles up to two minutes
  /// (pkg/util/goroutinemap/exponentialbackoff).
  static let firstMountRetry = SimulatedDuration.milliseconds(500)
  static let longestMountRetry = SimulatedDuration.seconds(122)

  mutating func mountVolumes(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid], !worker.volumesAreMounted else { return }
    var complaints: [String] = []
    for volume in worker.pod.spec.volumes {
      switch VolumeContent(pod: worker.pod, kubelet: self, objects: turn.objects).kind(of: volume) {
      case .success(let kind):
        guard let kind else { continue }
        runtime.createVolume(VolumeID(podUID: uid, name: volume.name), kind: kind)
      case .failure(let error):
        complaints.append(
          "MountVolume.SetUp failed for volume \"\(volume.name)\" : \(error.message)")
      }
    }
    guard complaints.isEmpty else { return mountFailed(uid, complaints, &turn) }
    workers[uid]?.volumesAreMounted = true
    workers[uid]?.mountAttempts = 0
  }

  private mutating func mountFailed(
    _ uid: String, _ complaints: [String], _ turn: inout Turn
  ) {
    guard let worker = workers[uid] else { return }
    for complaint in complaints {
      turn.record(worker.pod.reference(), .warning, "FailedMount", complaint)
    }
    var wait = Self.firstMountRetry
    for _ in 0..<min(worker.mountAttempts, 10) { wait = min(wait * 2, Self.longestMountRetry) }
    workers[uid]?.mountAttempts += 1
    workers[uid]?.task?.waitingFor = .volumes
    turn.schedule(.mountVolumes(podUID: uid), after: wait)
  }

  mutating func retryMount(_ uid: String, _ turn: inout Turn) {
    guard workers[uid]?.task?.waitingFor == .volumes else { return }
    workers[uid]?.task?.waitingFor = nil
    mountVolumes(uid, &turn)
    if workers[uid]?.task?.waitingFor == nil { continueSync(uid, &turn) }
  }
}
