/// The sandbox of a Pod: what its containers share.
extension Kubelet {
  mutating func createSandbox(_ uid: String, attempt: Int, _ turn: inout Turn) {
    guard let worker = workers[uid] else { return }
    let pod = worker.pod
    let isOnHost = pod.spec.hostNetwork == true
    let address =
      isOnHost
      ? internalIP : addresses.next()
    var configuration = PodSandboxConfiguration(
      podUID: uid, podName: pod.metadata.name, podNamespace: pod.metadata.namespace,
      hostname: isOnHost ? nodeName : PodNames(pod).hostname, ipAddress: address, attempt: attempt,
      sharesProcessNamespace: pod.spec.shareProcessNamespace ?? false, hostNetwork: isOnHost)
    configuration.domain = isOnHost ? "" : PodNames(pod).domain
    configuration.hostAliases = pod.spec.hostAliases
    configuration.resolver = PodNames(pod).resolver
    let sandbox = runtime.runPodSandbox(configuration, at: turn.now)
    guard case .failure(let problem) = BandwidthAnnotation.parse(pod.metadata.annotations) else {
      workers[uid]?.wantsSync = true
      return
    }
    // The runtime reads the bandwidth annotations whether or not a plugin acts on them. What it had
    // made so far stays behind as a sandbox that is not ready.
    runtime.stopPodSandbox(sandbox, at: turn.now)
    turn.record(
      pod.reference(), .warning, "FailedCreatePodSandBox",
      "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for "
        + "sandbox \"\(sandbox)\": \(problem.message)")
    turn.note(
      pod.reference(),
      .sandboxFailed(problem: problem.message, retryAt: turn.now + Self.retryPeriod))
    abandonSync(uid)
  }

  /// The old sandbox is of no use any more: everything in it is stopped.
  mutating func replaceSandbox(_ uid: String, _ turn: inout Turn) {
    guard let worker = workers[uid] else { return }
    turn.record(worker.pod.reference(), .sandboxChanged)
    for record in runtime.containers(podUID: uid) where record.state == .running {
      kill(ContainerToKill(record, .podStops), of: uid, &turn)
    }
    if workers[uid]?.killings.isEmpty == false { workers[uid]?.task?.waitingFor = .killings }
  }
}
