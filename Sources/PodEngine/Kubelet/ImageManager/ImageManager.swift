/// Getting an image onto the node: pkg/kubelet/images/image_manager.go.
extension Kubelet {
  /// Starts the container when the image is there, waits for a pull, or notes why there is none.
  mutating func ensureImage(_ container: Container, _ uid: String, _ turn: inout Turn) {
    let about = containerReference(uid, container.name)
    let step = ImageRequest(image: container.image, policy: container.imagePullPolicy).step(
      // Every image of the simulated registries is public: nobody brings a secret.
      mayUse: { pulledWithSecrets.mayUse(container.image, with: []) },
      lookUp: { runtime.images.manifest(for: $0) })
    switch step {
    case .use(let manifest):
      turn.record(about, .present(container.image))
      createAndStart(container, manifest, uid, &turn)
    case .refuse(let error, let event):
      turn.record(about, event)
      fail(container, error, isInit: isInitContainer(container.name, uid), uid, &turn)
    case .pull(let reference): pull(container, reference, uid, &turn)
    }
  }

  private mutating func pull(
    _ container: Container, _ reference: ImageReference, _ uid: String, _ turn: inout Turn
  ) {
    if let backoff = workers[uid]?.imageBackoff[container.image],
      let (error, event) = backoff.refusal(container.image, at: turn.now)
    {
      let until = backoff.backoff.endSinceUpdate + latency(Latency.retry, turn)
      turn.schedule(.sync(uid: uid), at: until)
      turn.note(
        containerReference(uid, container.name),
        .pullBackoff(
          container: container.name, image: container.image, window: backoff.backoff.window,
          until: until))
      return pullIsTooSoon(container, error, event, uid, &turn)
    }
    turn.record(containerReference(uid, container.name), .pulling(container.image))
    pulls.add(
      PullRequest(
        podUID: uid, container: container.name, image: container.image, reference: reference,
        askedAt: turn.now))
    workers[uid]?.task?.waitingFor = .pull(container: container.name)
    startNextPull(&turn)
  }

  private mutating func pullIsTooSoon(
    _ container: Container, _ error: StartError, _ event: KubeletEvent, _ uid: String,
    _ turn: inout Turn
  ) {
    let about = containerReference(uid, container.name)
    turn.record(about, event)
    turn.record(about, .failed(error.eventText))
    setStartError(container.name, error, uid, &turn)
    startFailed(container, uid, isInit: isInitContainer(container.name, uid))
  }

  /// Begins every pull that may begin now.
  mutating func startNextPull(_ turn: inout Turn) {
    while let request = pulls.takeNext() {
      let outcome =
        throttle.accepts(at: turn.now)
        ? turn.registry.pull(request.reference, onto: runtime.images)
        : .failure(PullFailure(kind: .rateExceeded, reference: request.reference))
      pulls.begin(request, outcome, at: turn.now)
      let until = turn.now + (outcome.duration ?? .zero) + latency(Latency.registry, turn)
      if outcome.duration != nil {
        turn.note(
          containerReference(request.podUID, request.container),
          .pulling(container: request.container, image: request.image, until: until))
      }
      turn.schedule(
        .pullFinished(podUID: request.podUID, container: request.container), at: until)
    }
  }

  mutating func pullFinished(_ uid: String, _ name: String, _ turn: inout Turn) {
    guard let pull = pulls.finish(podUID: uid, container: name) else { return }
    if case .manifest(let manifest, _, _) = pull.outcome {
      runtime.images.load(manifest, as: pull.request.reference)
    }
    startNextPull(&turn)
    guard workers[uid]?.task?.waitingFor == .pull(container: name),
      let container = workers[uid]?.container(name)
    else { return }
    workers[uid]?.task?.waitingFor = nil
    switch pull.outcome {
    case .manifest(let manifest, _, _): pulled(container, manifest, pull, uid, &turn)
    case .failure(let failure): pullFailed(container, failure, uid, &turn)
    }
    if workers[uid]?.task?.waitingFor == nil { continueSync(uid, &turn) }
  }

  private mutating func pulled(
    _ container: Container, _ manifest: ImageManifest, _ pull: PullQueue.Active, _ uid: String,
    _ turn: inout Turn
  ) {
    turn.record(
      containerReference(uid, container.name),
      .pulled(
        container.image, in: turn.now - pull.startedAt,
        withWaiting: turn.now - pull.request.askedAt,
        sizeBytes: manifest.sizeBytes))
    createAndStart(container, manifest, uid, &turn)
  }

  private mutating func pullFailed(
    _ container: Container, _ failure: PullFailure, _ uid: String, _ turn: inout Turn
  ) {
    turn.record(
      containerReference(uid, container.name), .pullFailed(container.image, failure.message))
    turn.note(
      containerReference(uid, container.name),
      .pullFailed(container: container.name, image: container.image, failure.kind),
      because: turn.registry.cause(of: failure))
    let error = StartError.pull(container.image, failure.message)
    var backoff = workers[uid]?.imageBackoff[container.image] ?? ImageBackoff()
    backoff.failed(error, at: turn.now)
    workers[uid]?.imageBackoff[container.image] = backoff
    fail(container, error, isInit: isInitContainer(container.name, uid), uid, &turn)
    // The next sync comes at once and meets the back-off: there is nothing to be tried before it
    // ends.
    workers[uid]?.wantsSync = true
  }
}
