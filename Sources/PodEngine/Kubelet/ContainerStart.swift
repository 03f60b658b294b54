/// Starting one container: `startContainer` in pkg/kubelet/kuberuntime/kuberuntime_container.go.
/// First the restart back-off, then the image, then create, start and the postStart hook, which
/// holds up everything behind it.
extension Kubelet {
  mutating func startContainer(
    _ name: String, isInit: Bool, of uid: String, _ turn: inout Turn
  ) {
    guard let worker = workers[uid], let container = worker.container(name) else { return }
    if isInRestartBackoff(container, worker, &turn) {
      return startFailed(container, uid, isInit: isInit)
    }
    ensureImage(container, uid, &turn)
  }

  /// `doBackOff`: judged by the end of the container as it stood when the sync began.
  private mutating func isInRestartBackoff(
    _ container: Container, _ worker: PodWorker, _ turn: inout Turn
  ) -> Bool {
    guard let exit = worker.task?.lastExits[container.name] else { return false }
    var backoff = worker.restartBackoff[container.name] ?? Backoff()
    guard backoff.holds(since: exit, at: turn.now) else {
      backoff.advance(since: exit, at: turn.now)
      workers[worker.uid]?.restartBackoff[container.name] = backoff
      return false
    }
    turn.record(
      containerReference(worker.uid, container.name), .backOff(container.name, in: worker.pod))
    setStartError(
      container.name, .crashLoop(container.name, in: worker.pod, window: backoff.window),
      worker.uid, &turn)
    let until = exit + backoff.window + latency(Latency.retry, turn)
    turn.note(
      containerReference(worker.uid, container.name),
      .restartBackoff(container: container.name, window: backoff.window, until: until))
    turn.schedule(.sync(uid: worker.uid), at: until)
    return true
  }

  /// The image is there: make the container and run it.
  mutating func createAndStart(
    _ container: Container, _ manifest: ImageManifest, _ uid: String, _ turn: inout Turn
  ) {
    let isInit = isInitContainer(container.name, uid)
    guard let worker = workers[uid],
      let sandbox = runtime.sandboxes(podUID: uid).first(where: \.isReady)
    else { return abandonSync(uid) }
    let configuration: ContainerConfiguration
    switch containerConfiguration(container, manifest, worker, turn.objects) {
    case .success(let it): configuration = it
    case .failure(let error):
      return fail(container, error, isInit: isInit, uid, &turn)
    }
    if let complaint = SecurityProfiles.complaint(container, worker.pod) {
      let error = StartError(reason: "CreateContainerError", message: complaint)
      return fail(container, error, isInit: isInit, uid, &turn)
    }
    do throws(RuntimeError) {
      let id = try runtime.createContainer(configuration, inSandbox: sandbox.id, at: turn.now)
      turn.record(containerReference(uid, container.name), .created(container.name))
      let isRaced = container.lifecycle?.postStart != nil
      try runtime.startContainer(
        id, at: turn.now, loading: isRaced ? latency(Latency.loading, turn) : .zero)
      started(container, id, uid, &turn)
    } catch {
      workers[uid]?.wantsSync = true
      fail(
        container, StartError(reason: "RunContainerError", message: error.message), isInit: isInit,
        uid, &turn)
    }
  }

  private mutating func started(
    _ container: Container, _ id: String, _ uid: String, _ turn: inout Turn
  ) {
    turn.record(containerReference(uid, container.name), .started(container.name))
    workers[uid]?.startErrors[container.name] = nil
    workers[uid]?.wantsSync = true
    if let pause = workers[uid]?.slowStarts[container.name] {
      runtime.hang(id, true)
      turn.schedule(.startGoesOn(containerID: id), after: pause)
    }
    if container.lifecycle?.postStart != nil { runPostStart(container, id, uid, &turn) }
  }

  /// A start that failed: an event, a reason to wait, and, for a plain init container, the end of
  /// this sync.
  mutating func fail(
    _ container: Container, _ error: StartError, isInit: Bool, _ uid: String, _ turn: inout Turn
  ) {
    turn.record(containerReference(uid, container.name), .failed(error.eventText))
    setStartError(container.name, error, uid, &turn)
    workers[uid]?.task?.failed = true
    startFailed(container, uid, isInit: isInit)
  }

  /// What a failed start means for the rest of the sync.
  mutating func startFailed(_ container: Container, _ uid: String, isInit: Bool) {
    if isInit, !container.isSidecar { workers[uid]?.task?.steps = [] }
  }

  /// Notes why a container could not be started; a new reason is published right after this sync.
  mutating func setStartError(
    _ name: String, _ error: StartError, _ uid: String, _ turn: inout Turn
  ) {
    guard workers[uid]?.startErrors[name] != error else { return }
    if !error.isBackoff {
      turn.note(
        containerReference(uid, name),
        .startFailed(container: name, reason: error.reason, message: error.message))
    }
    workers[uid]?.startErrors[name] = error
    turn.schedule(.publishStatus(uid: uid), after: latency(Latency.status, turn))
  }

  func isInitContainer(_ name: String, _ uid: String) -> Bool {
    workers[uid]?.pod.spec.initContainers.contains { $0.name == name } ?? false
  }
}
