/// What is compared of a Pod's containers: which states they reach, how often they restart.
extension PodPair {
  func containerStates(_ group: ContainerGroup) -> Check {
    let real = Set(Visit.firsts(self.real.states, group).map(\.place))
    let podlab = Set(Visit.firsts(self.podlab.states, group).map(\.place))
    let missing = real.subtracting(podlab).filter { !$0.kind.isBeginning }
    let extra = podlab.subtracting(real).filter { !isForgiven($0.kind) }
    return Check(
      "\(name): \(group.rawValue) states", missing: Set(missing.map(\.description)),
      extra: Set(extra.map(\.description)))
  }

  /// States that the real cluster may have passed through unseen: status updates coalesce.
  private func isForgiven(_ kind: ContainerState.Kind) -> Bool {
    if kind.isTerminated { return ChangesSince120.keepsStatuses(reason: realLast.reason) }
    return kind == .running || kind.isBeginning || kind.isBackOff
  }

  func restarts(_ group: ContainerGroup) -> [Check] {
    realLast[group].map { container in
      let real = container.restartCount
      let podlab = podlabLast[group].first { $0.name == container.name }?.restartCount
      let slack = Tolerances.restartSlack(real: real)
      return Check(
        "\(name): restarts of \(container.name)",
        holds: podlab.map { abs($0 - real) <= slack } ?? false,
        detail: "real \(real); podlab \(podlab.map(String.init) ?? "no such container")")
    }
  }

  /// 10s, 20s, 40s, 1m20s, …: the series itself, free of the real node's latency, as far as both
  /// sides got. Only where no container was killed, which a back-off does not follow in step.
  func backOffs(_ group: ContainerGroup) -> [Check] {
    let killed = recording.cluster.events.contains {
      $0.reason == "Killing" && $0.kind == "pod" && $0.name == name
    }
    guard podlab.name == name, !killed else { return [] }
    return Set(real.states.flatMap { $0[group].map(\.name) }).sorted().compactMap { container in
      let series = Self.backOffMessages(real.states, group, container)
      return series.isEmpty ? nil : backOff(group, container, real: series)
    }
  }

  private func backOff(_ group: ContainerGroup, _ container: String, real: [String]) -> Check {
    let podlab = Self.backOffMessages(podlab.states, group, container)
    let length = min(real.count, podlab.count)
    return Check(
      "\(name): back-off of \(container)",
      holds: length > 0 && real.prefix(length) == podlab.prefix(length),
      detail: "real \(real); podlab \(podlab)")
  }

  private static func backOffMessages(
    _ states: [PodState], _ group: ContainerGroup, _ container: String
  ) -> [String] {
    states.flatMap { $0[group] }.filter { $0.name == container }.compactMap { status in
      guard case .waiting("CrashLoopBackOff", let message) = status.state else { return nil }
      return (message ?? "").replacing(/[0-9a-f]{8}-[0-9a-f-]{27,}/, with: "UID")
    }.changes
  }

  /// Every message that a container left behind, unless the runtime worded it.
  func terminationMessages(_ group: ContainerGroup) -> Check? {
    if ChangesSince120.keepsStatuses(reason: realLast.reason) { return nil }
    return Check(
      "\(name): \(group.rawValue) termination messages",
      real: Self.terminationMessages(real.states, group),
      podlab: Self.terminationMessages(podlab.states, group))
  }

  private static func terminationMessages(
    _ states: [PodState], _ group: ContainerGroup
  ) -> Set<String> {
    let messages = states.flatMap { $0[group] }.compactMap { status -> String? in
      guard case .terminated(let reason, _, let message?) = status.state, !message.isEmpty,
        !Tolerances.runtimeWording.contains(reason)
      else { return nil }
      return "\(status.name): \(message)"
    }
    return Set(messages)
  }
}
