/// Getting an image onto the node: `EnsureImageExists` in pkg/kubelet/images/image_manager.go.
extension Kubelet {
  /// Starts the container when the image is there, waits for a pull, or notes why there is none.
  mutating func ensureImage(_ container: Container, _ uid: String, _ turn: inout Turn) {
    let about = containerReference(uid, container.name)
    let reference: ImageReference
    do throws(ImageReferenceError) {
      reference = try ImageReference(parsing: container.image)
    } catch {
      turn.record(about, .warning, "InspectFailed", error.kubeletMessage)
      return fail(
        container, StartError(reason: "InvalidImageName", message: error.kubeletMessage),
        isInit: isInitContainer(container.name, uid), uid, &turn)
    }
    let present = runtime.images.manifest(for: reference)
    switch container.imagePullPolicy {
    case .never:
      guard let present else { return imageIsMissing(container, uid, &turn) }
      usePresent(container, present, uid, &turn)
    case .ifNotPresent:
      guard let present else { return pull(container, reference, uid, &turn) }
      usePresent(container, present, uid, &turn)
    case .always: pull(container, reference, uid, &turn)
    }
  }

  private mutating func usePresent(
    _ container: Container, _ manifest: ImageManifest, _ uid: String, _ turn: inout Turn
  ) {
    turn.record(
      containerReference(uid, container.name), .normal, "Pulled",
      "Container image \"\(container.image)\" already present on machine")
    createAndStart(container, manifest, uid, &turn)
  }

  private mutating func imageIsMissing(
    _ container: Container, _ uid: String, _ turn: inout Turn
  ) {
    let message =
      "Container image \"\(container.image)\" is not present with pull policy of Never"
    turn.record(
      containerReference(uid, container.name), .warning, "ErrImageNeverPull", message)
    fail(
      container, StartError(reason: "ErrImageNeverPull", message: message),
      isInit: isInitContainer(container.name, uid), uid, &turn)
  }

  private mutating func pull(
    _ container: Container, _ reference: ImageReference, _ uid: String, _ turn: inout Turn
  ) {
    if let backoff = workers[uid]?.imageBackoff[container.image], backoff.holds(at: turn.now) {
      return pullIsTooSoon(container, backoff, uid, &turn)
    }
    turn.record(
      containerReference(uid, container.name), .normal, "Pulling",
      "Pulling image \"\(container.image)\"")
    pulls.add(
      PullRequest(
        podUID: uid, container: container.name, image: container.image, reference: reference,
        askedAt: turn.now))
    workers[uid]?.task?.waitingFor = .pull(container: container.name)
    startNextPull(&turn)
  }

  private mutating func pullIsTooSoon(
    _ container: Container, _ backoff: Backoff, _ uid: String, _ turn: inout Turn
  ) {
    let about = containerReference(uid, container.name)
    turn.record(about, .normal, "BackOff", "Back-off pulling image \"\(container.image)\"")
    turn.record(about, .warning, "Failed", "Error: ImagePullBackOff")
    let before = workers[uid]?.startErrors[container.name]?.message ?? ""
    let cause = before.hasPrefix("Back-off") ? before : Self.backoffText(container, before)
    setStartError(
      container.name, StartError(reason: "ImagePullBackOff", message: cause), uid, &turn)
    turn.schedule(.sync(uid: uid), at: backoff.endSinceUpdate + latency(Latency.retry, turn))
    startFailed(container, uid, isInit: isInitContainer(container.name, uid))
  }

  private static func backoffText(_ container: Container, _ cause: String) -> String {
    let detail = cause.isEmpty ? "" : ": ErrImagePull: \(cause)"
    return "Back-off pulling image \"\(container.image)\"\(detail)"
  }

  /// Pulls are serial per node (`serializeImagePulls`).
  mutating func startNextPull(_ turn: inout Turn) {
    guard let request = pulls.takeNext() else { return }
    let outcome = turn.registry.pull(request.reference, onto: runtime.images)
    pulls.begin(request, outcome, at: turn.now)
    turn.schedule(
      .pullFinished(podUID: request.podUID, container: request.container),
      after: (outcome.duration ?? .zero) + latency(Latency.registry, turn))
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
    let took = (turn.now - pull.startedAt).goText
    let waited = (turn.now - pull.request.askedAt).goText
    turn.record(
      containerReference(uid, container.name), .normal, "Pulled",
      "Successfully pulled image \"\(container.image)\" in \(took) (\(waited) including waiting). "
        + "Image size: \(manifest.sizeBytes) bytes.")
    workers[uid]?.imageBackoff[container.image] = nil
    createAndStart(container, manifest, uid, &turn)
  }

  private mutating func pullFailed(
    _ container: Container, _ failure: PullFailure, _ uid: String, _ turn: inout Turn
  ) {
    turn.record(
      containerReference(uid, container.name), .warning, "Failed",
      "Failed to pull image \"\(container.image)\": \(failure.message)")
    var backoff = workers[uid]?.imageBackoff[container.image] ?? Backoff()
    backoff.advance(since: turn.now, at: turn.now)
    workers[uid]?.imageBackoff[container.image] = backoff
    fail(
      container, StartError(reason: "ErrImagePull", message: failure.message),
      isInit: isInitContainer(container.name, uid), uid, &turn)
    // The next sync comes at once and meets the back-off: there is nothing to be tried before it
    // ends.
    workers[uid]?.wantsSync = true
  }
}
