/// A recording held against what podlab did with the same script.
struct Comparison {
  let recording: Recording
  let podlab: ObservedCluster
  /// Seconds that podlab may be later than the real cluster.
  let late: Double
  let matching: PodMatching

  init(_ recording: Recording, podlab: ObservedCluster, late: Double = Tolerances.late) {
    self.recording = recording
    self.podlab = podlab
    self.late = late
    matching = PodMatching(real: recording.cluster.pods, podlab: podlab.pods)
  }

  var checks: [Check] {
    matching.pairs.flatMap(podChecks) + [events] + [endpoints].compactMap(\.self)
  }

  private func podChecks(real: ObservedPod, podlab: ObservedPod?) -> [Check] {
    let exists = Self.exists(real: real, podlab: podlab)
    guard let podlab,
      let pair = PodPair(real: real, podlab: podlab, recording: recording, late: late)
    else { return [exists] }
    return [exists] + pair.checks
  }

  private static func exists(real: ObservedPod, podlab: ObservedPod?) -> Check {
    let holds = podlab.map { $0.states.isEmpty == real.states.isEmpty } ?? false
    return Check("\(real.name): exists", holds: holds, detail: "the Pod was never seen")
  }
}

/// One Pod on both sides, seen at least once on each.
struct PodPair {
  let real: ObservedPod
  let podlab: ObservedPod
  let recording: Recording
  /// Seconds that podlab may be later than the real cluster.
  let late: Double
  /// The states of each side before the Pod's deletion.
  let realStates, podlabStates: [PodState]
  /// The last of them.
  let realLast, podlabLast: PodState

  init?(real: ObservedPod, podlab: ObservedPod, recording: Recording, late: Double) {
    realStates = ChangesSince120.comparable(real.states)
    podlabStates = ChangesSince120.comparable(podlab.states)
    guard let realLast = realStates.last, let podlabLast = podlabStates.last else { return nil }
    self.realLast = realLast
    self.podlabLast = podlabLast
    self.real = real
    self.podlab = podlab
    self.recording = recording
    self.late = late
  }

  var name: String { real.name }

  var checks: [Check] {
    [phases, statusReason, qosClass, addressOverTime, conditions, conditionMessages]
      + [readyOverTime].compactMap(\.self)
      + ContainerGroup.allCases.flatMap(containerChecks)
      + [terminatingSeen, goneAtTheEnd] + [whenGone].compactMap(\.self)
  }

  private func containerChecks(_ group: ContainerGroup) -> [Check] {
    [containerStates(group)] + firstVisits(group) + restarts(group) + backOffs(group)
      + started(group) + lastStates(group) + [terminationMessages(group)].compactMap(\.self)
  }

  /// Seconds that 1.33 is later than 1.20 at this moment of the real cluster.
  func shift(at time: Double) -> Double {
    let notReady = recording.cluster.events.filter { $0.reason == "NodeNotReady" }.map(\.time).min()
    return time >= notReady ?? .infinity ? ChangesSince120.nodeGraceSeconds : 0
  }
}
