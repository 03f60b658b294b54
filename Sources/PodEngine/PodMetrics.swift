/// What the metrics server would say.
package struct ContainerMetrics: Hashable, Sendable {
  package let pod: ObjectKey
  package let container: String
  package let cpuMilli: Int
  package let memoryBytes: Int
}

extension Cluster {
  /// What the containers that run on reachable nodes use now, by Pod and in the order of their
  /// specification. In podlab instructions cost no time: only a declared load counts.
  package var metrics: [ContainerMetrics] {
    objects.pods.flatMap { pod -> [ContainerMetrics] in
      guard let kubelet = kubelets[pod.spec.nodeName], kubelet.isOn, kubelet.isConnected else {
        return []
      }
      let key = ObjectKey(
        .pods, namespace: pod.metadata.namespace, name: pod.metadata.name)
      let running = kubelet.runtime.containers(podUID: pod.metadata.uid)
        .filter { $0.state == .running }
      return pod.spec.everyContainerName.compactMap { name in
        guard let record = running.last(where: { $0.name == name }) else { return nil }
        return ContainerMetrics(
          pod: key, container: name,
          cpuMilli: kubelet.runtime.processorUse(record.id)?.usedMilli ?? 0,
          memoryBytes: kubelet.runtime.memoryUse(record.id))
      }
    }
  }
}
