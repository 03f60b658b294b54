/// What is compared of addresses, `started` and `lastState`.
extension PodPair {
  /// When the Pod gets an address and whether it keeps it. The addresses themselves differ, of
  /// course; 1.20 dropped them with the statuses of evicted Pods.
  var addressOverTime: Check {
    Check(
      "\(name): ip over time", real: Self.addresses(real.states),
      podlab: Self.addresses(podlab.states))
  }

  private static func addresses(_ states: [PodState]) -> [Bool] {
    states.filter { !ChangesSince120.keepsStatuses(reason: $0.reason) }.map(\.hasAddress).changes
  }

  /// In which states each container counts as started, as far as both sides reached them.
  func started(_ group: ContainerGroup) -> [Check] {
    names(group).map { container in
      let real = Self.started(real.states, group, container)
      let podlab = Self.started(podlab.states, group, container)
      let common = Set(real.map(\.kind)).intersection(podlab.map(\.kind))
      func texts(_ marks: Set<Mark>) -> Set<String> {
        Set(marks.filter { common.contains($0.kind) }.map { "\($0.kind) \($0.started)" })
      }
      return Check(
        "\(name): started of \(container)", real: texts(real), podlab: texts(podlab))
    }
  }

  private struct Mark: Hashable {
    let kind: ContainerState.Kind
    let started: Bool
  }

  private static func started(
    _ states: [PodState], _ group: ContainerGroup, _ container: String
  ) -> Set<Mark> {
    Set(
      states.flatMap { $0[group] }.filter { $0.name == container }.compactMap { status in
        ChangesSince120.started(status, group).map { Mark(kind: status.kind, started: $0) }
      })
  }

  /// What `lastState` said of each container after so many restarts: kind, reason and exit code of
  /// the instance before, or nothing. Compared for every restart that both sides reached; only in
  /// the last of them may podlab have seen more, because it is ahead.
  func lastStates(_ group: ContainerGroup) -> [Check] {
    names(group).compactMap { container in
      let real = Self.lastStates(realStates, group, container)
      let podlab = Self.lastStates(ChangesSince120.untilTheEnd(podlabStates), group, container)
      guard let last = real.map(\.restart).max() else { return nil }
      let reached = min(last, podlab.map(\.restart).max() ?? -1)
      let missing = real.subtracting(podlab).filter { $0.restart <= reached }
      let extra = podlab.subtracting(real).filter { $0.restart <= reached && $0.restart < last }
      return Check(
        "\(name): lastState of \(container)", missing: Set(missing.map(\.description)),
        extra: Set(extra.map(\.description)))
    }
  }

  private struct Memory: Hashable, CustomStringConvertible {
    let restart: Int
    let kind: ContainerState.Kind?

    var description: String { "restart \(restart): \(kind?.description ?? "none")" }
  }

  private static func lastStates(
    _ states: [PodState], _ group: ContainerGroup, _ container: String
  ) -> Set<Memory> {
    Set(
      states.flatMap { $0[group] }.filter { $0.name == container }.map {
        Memory(restart: $0.restartCount, kind: $0.lastState?.kind)
      })
  }

  private func names(_ group: ContainerGroup) -> [String] {
    Set(real.states.flatMap { $0[group].map(\.name) }).sorted()
  }
}
