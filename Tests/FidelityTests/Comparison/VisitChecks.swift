/// The first time that a container was seen in a state.
struct Visit {
  struct Place: Hashable, CustomStringConvertible {
    let container: String
    let kind: ContainerState.Kind

    var description: String { "\(container) \(kind)" }
  }

  let place: Place
  let time: Double

  /// In order of time.
  static func firsts(_ states: [PodState], _ group: ContainerGroup) -> [Visit] {
    var seen: Set<Place> = []
    return states.flatMap { state in
      state[group].compactMap { status in
        let place = Place(container: status.name, kind: status.kind)
        return seen.insert(place).inserted ? Visit(place: place, time: state.time) : nil
      }
    }
  }
}

/// When a Pod's containers reach their states.
extension PodPair {
  func firstVisits(_ group: ContainerGroup) -> [Check] {
    let podlabVisits = Visit.firsts(podlab.states, group)
    return Visit.firsts(real.states, group).compactMap { visit in
      podlabVisits.first { $0.place == visit.place }.map { podlabVisit in
        Check(
          "\(name): when \(visit.place.container) is first \(visit.place.kind)", real: visit.time,
          podlab: podlabVisit.time, early: early(visit, group),
          late: self.late + shift(at: visit.time))
      }
    }
  }

  private func early(_ visit: Visit, _ group: ContainerGroup) -> Double {
    let inherits = visit.place.kind.isTerminated && visit.time > Tolerances.firstBackOff
    let delayed = followsRestart(visit.place, group) || visit.time > kubeletRestart
    if visit.place.kind.isBackOff || (inherits && delayed) { return Tolerances.earlyBackOff }
    return Tolerances.early + Tolerances.perContainerStart * Double(initStarts(before: visit.time))
  }

  /// Whether the real container was ever in this state after a restart.
  private func followsRestart(_ place: Visit.Place, _ group: ContainerGroup) -> Bool {
    real.states.flatMap { $0[group] }.contains {
      $0.name == place.container && $0.kind == place.kind && $0.restartCount > 0
    }
  }

  /// A kubelet that starts takes its time.
  private var kubeletRestart: Double {
    let starts = recording.steps.filter { step in
      if case .startKubelet = step.action { true } else { false }
    }
    return starts.map(\.at).min() ?? .infinity
  }

  /// How many starts of init containers the real node had made before a moment.
  private func initStarts(before time: Double) -> Int {
    let last = real.states.last { $0.time < time && !$0.initContainers.isEmpty }
    return (last?.initContainers ?? []).filter { !$0.kind.isWaiting }
      .reduce(0) { $0 + $1.restartCount + 1 }
  }
}
