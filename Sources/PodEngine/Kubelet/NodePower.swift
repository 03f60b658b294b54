/// A node that loses its power or its network, or whose kubelet is restarted.
extension Kubelet {
  /// Everything stops at once. What was on disk stays: images, volumes, and the runtime's records.
  mutating func losePower(at now: SimulatedTime) {
    isOn = false
    runtime.losePower(at: now)
    forgetEverything()
    pressure.foreign[.memory] = nil
    pressure.foreign[.pid] = nil
  }

  mutating func regainPower(at now: SimulatedTime) {
    isOn = true
    isRunning = true
    boots += 1
    runtime.regainPower(at: now)
  }

  /// What a kubelet keeps in memory alone: the state of its Pods' syncs, the outcomes of probes, the
  /// back-offs, the pressure that it has seen.
  private mutating func forgetEverything() {
    pulls.clear()
    workers = OrderedTable()
    pressure.restart()
  }

  /// The kubelet process ends and starts again; containers go on running.
  mutating func restart(_ turn: inout Turn) {
    stop()
    isRunning = true
    start(&turn)
  }

  /// The kubelet process ends. Containers go on running; what ends is not started again, nobody
  /// probes, and nobody tells the API server.
  mutating func stop() {
    isRunning = false
    forgetEverything()
  }

  /// A kubelet starts: it says so, registers its node where that is gone, and takes up the Pods that
  /// the API server gives to it (`kubelet.Run`, `registerWithAPIServer`).
  mutating func start(_ turn: inout Turn) {
    guard isConnected else { return }
    guard let node = turn.objects.node(nodeName) else {
      return turn.request(.create(["metadata": ["name": .string(nodeName)]], .nodes, namespace: ""))
    }
    // The labels of a node that was made while the machine was off (`updateDefaultLabels`).
    register(&turn)
    turn.record(node.reference, .normal, "Starting", "Starting kubelet.")
    turn.record(
      node.reference, .normal, "NodeAllocatableEnforced",
      "Updated Node Allocatable limit across pods")
    writeLease(&turn)
    writeNodeStatus(isStarting: true, &turn)
    takeUpPods(&turn)
  }

  /// The kubelet hears from the API server again: it reports, and learns what happened meanwhile.
  mutating func reconnect(_ turn: inout Turn) {
    writeLease(&turn)
    writeNodeStatus(&turn)
    takeUpPods(&turn)
  }

  mutating func takeUpPods(_ turn: inout Turn) {
    cleanUp(&turn)
    for (uid, worker) in workers {
      turn.schedule(.podChanged(worker.pod.key, uid: uid))
    }
    for pod in turn.objects.pods(onNode: nodeName) {
      turn.schedule(.podChanged(pod.key, uid: pod.metadata.uid))
    }
  }

  /// What is left of Pods that neither the API server nor the kubelet knows any more is removed
  /// (`HandlePodCleanups`): their end came while the node was off, or while a kubelet that has
  /// forgotten them could not ask.
  private mutating func cleanUp(_ turn: inout Turn) {
    let wanted = turn.objects.pods(onNode: nodeName).map(\.metadata.uid)
    for sandbox in runtime.allSandboxes
    where workers[sandbox.podUID] == nil && !wanted.contains(sandbox.podUID) {
      runtime.stopPodSandbox(sandbox.id, at: turn.now)
      runtime.removePodSandbox(sandbox.id)
      runtime.removeVolumes(podUID: sandbox.podUID)
    }
  }
}
