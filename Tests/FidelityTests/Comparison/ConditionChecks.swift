/// What is compared of a Pod's conditions.
extension PodPair {
  /// Every condition, status and reason that was ever seen.
  var conditions: Check {
    Check(
      "\(name): conditions", real: Self.conditions(realStates),
      podlab: Self.conditions(podlabStates))
  }

  private static func conditions(_ states: [PodState]) -> Set<String> {
    let seen = states.flatMap(\.conditions)
    let comparable = seen.filter { !ChangesSince120.addedConditions.contains($0.type) }
    return Set(
      comparable.map {
        "\($0.type)=\($0.status) \(ChangesSince120.conditionReason($0.reason) ?? "")"
      })
  }

  /// Only where nothing restarted: a flicker between two restarts is a matter of latency.
  var readyOverTime: Check? {
    let restarted = real.states.contains { state in
      (state.initContainers + state.containers).contains { $0.restartCount > 0 }
    }
    if restarted || ChangesSince120.keepsStatuses(reason: realLast.reason) { return nil }
    return Check(
      "\(name): Ready over time", real: Self.ready(realStates), podlab: Self.ready(podlabStates))
  }

  private static func ready(_ states: [PodState]) -> [String] {
    states.compactMap { $0.condition("Ready")?.status }.changes
  }

  /// podlab's messages must name the containers that the same status shows. Statuses are sorted by
  /// name, messages follow the spec, so order does not count.
  var conditionMessages: Check {
    let wrong = podlab.states.flatMap { state in
      Self.expectedMessages(state).filter { Self.words($0.message) != Self.words($0.expected) }
        .map { "at \(state.time)s \($0.message), not \($0.expected)" }
    }
    return Check(
      "\(name): condition messages name the right containers", holds: wrong.isEmpty,
      detail: wrong.first ?? "")
  }

  /// What each condition says, and what the container list of the same status calls for.
  private static func expectedMessages(
    _ state: PodState
  ) -> [(message: String, expected: String)] {
    let lists: [(type: String, group: ContainerGroup, word: String)] = [
      ("Initialized", .initContainers, "incomplete"), ("Ready", .containers, "unready"),
      ("ContainersReady", .containers, "unready"),
    ]
    return lists.compactMap { type, group, word in
      guard let condition = state.condition(type), namesContainers(condition),
        !state[group].isEmpty, state[group].allSatisfy({ $0.state != nil })
      else { return nil }
      let names = state[group].filter { !$0.ready }.map(\.name).joined(separator: " ")
      return (condition.message ?? "", "containers with \(word) status: [\(names)]")
    }
  }

  private static func namesContainers(_ condition: PodCondition) -> Bool {
    condition.reason == "ContainersNotReady" || condition.reason == "ContainersNotInitialized"
  }

  private static func words(_ message: String) -> [Substring] {
    message.split { $0.isWhitespace || $0 == "[" || $0 == "]" }.sorted()
  }
}
