/// A node that loses its power or its network, and gets it back.
extension Kubelet {
  /// Everything stops at once. What was on disk stays: images, volumes, and the runtime's records.
  mutating func losePower(at now: SimulatedTime) {
    isOn = false
    runtime.losePower(at: now)
    pulls.clear()
    workers = OrderedTable()
  }

  mutating func regainPower() {
    isOn = true
    boots += 1
  }

  /// The kubelet hears from the API server again: it reports, and learns what happened meanwhile.
  mutating func reconnect(_ turn: inout Turn) {
    writeLease(&turn)
    writeNodeStatus(&turn)
    for (uid, worker) in workers {
      turn.schedule(.podChanged(worker.pod.key, uid: uid))
    }
    for pod in turn.objects.pods(onNode: nodeName) {
      turn.schedule(.podChanged(pod.key, uid: pod.metadata.uid))
    }
  }
}
