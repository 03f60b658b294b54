internal import PodEngine

// What really runs on the nodes and what it printed: the API server does not know it.
extension Claim {
  func truth(of selection: ProcessSelection, in world: World) -> Truth {
    let texts = world.texts
    let name = texts.process(selection.pod.spokenName, selection.node)
    guard let cluster = world.cluster else { return .broken("processes have no history") }
    let count = selection.processes(in: cluster).count
    switch predicate {
    case .exists: return count > 0 ? .holds(texts.thereIs(name)) : .fails(texts.thereIsNo(name))
    case .absent: return count == 0 ? .holds(texts.thereIsNo(name)) : .fails(texts.thereIs(name))
    case .number(let comparison, let value):
      return comparison.truth(
        of: String(count), against: value, named: texts.countOf(name), in: world)
    case .age, .condition, .field, .fieldExists, .fieldAbsent, .status, .message, .answeredRight:
      return .broken("a process cannot be judged by this")
    }
  }

  func truth(of selection: LogSelection, in world: World) -> Truth {
    let name = world.texts.log(selection.pod.spokenName, selection.container)
    guard let cluster = world.cluster else { return .broken("logs have no history") }
    guard case .message(_, let value) = predicate, let wanted = value.text(in: world) else {
      return .broken("a log can only be searched")
    }
    let shown = wanted.withVisibleControls
    return selection.lines(in: cluster).contains { $0.contains(wanted) }
      ? .holds(world.texts.has(name, shown)) : .fails(world.texts.lacks(name, shown))
  }
}

extension ProcessSelection {
  fileprivate func processes(in cluster: Cluster) -> [NodeProcess] {
    cluster.kubelets.flatMap { name, kubelet in
      node == nil || node == name ? kubelet.processes.filter { $0.pod == pod } : []
    }
  }
}

extension LogSelection {
  /// What `logs` could show: of the Pod that exists now, in all lives of its containers.
  fileprivate func lines(in cluster: Cluster) -> [String] {
    guard let object = cluster.objects.pod(pod) else { return [] }
    return cluster.kubelets.flatMap { _, kubelet in
      kubelet.runtime.containers(podUID: object.metadata.uid)
        .filter { container == nil || $0.name == container }
        .flatMap { kubelet.runtime.logs($0.id).map(\.text) }
    }
  }
}
