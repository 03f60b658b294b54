internal import PodEngine

/// Where something comes from: the act of the learner behind an entry of the timeline.
struct Origin: Hashable, Sendable {
  /// As it was typed: `probe fail web readiness`.
  let command: String
  let time: SimulatedTime
  /// The command, and the fault where it was one.
  let entries: [TimelineID]

  /// "`probe fail web readiness` was typed at 0:30"
  var text: String { "`\(Self.short(command))` was typed at \(ClockText.text(time))" }

  /// Long commands are cut; nobody reads ten lines inside a sentence.
  private static func short(_ command: String) -> String {
    let limit = 60
    return command.count <= limit ? command : command.prefix(limit) + "…"
  }
}

extension Cluster {
  /// The fault that an entry names as its own cause, when it is one of those asked for.
  func fault(behind cause: TimelineID?, _ isMeant: (Fault) -> Bool) -> Origin? {
    guard let cause, let entry = timeline[cause], case .fault(let fault) = entry.happening,
      isMeant(fault)
    else { return nil }
    guard let id = entry.cause, let command = timeline[id],
      case .command(let text) = command.happening
    else { return Origin(command: "\(fault)", time: entry.time, entries: [entry.id]) }
    return Origin(command: text, time: entry.time, entries: [entry.id, id])
  }

  /// The same where the fault has to be about a container of a Pod. Entries that are written in the
  /// turn of another container's fault may have that one as their cause.
  func fault(
    behind cause: TimelineID?, about container: String, of pod: Pod, _ isMeant: (Fault) -> Bool
  ) -> Origin? {
    fault(behind: cause) { fault in
      guard let target = fault.container else { return fault.pod == pod.key && isMeant(fault) }
      let meant = target.container ?? pod.spec.containers.first?.name
      return target.pod == pod.key && (meant == container || target.container == nil)
        && isMeant(fault)
    }
  }

  /// The command at the beginning of the chain of causes that leads to an entry.
  func command(behind cause: TimelineID?) -> Origin? {
    var next = cause
    var chain: [TimelineID] = []
    while let id = next, let entry = timeline[id] {
      if case .fault = entry.happening { return fault(behind: id) { _ in true } }
      chain.append(id)
      if case .command(let text) = entry.happening {
        return Origin(command: text, time: entry.time, entries: [id])
      }
      next = entry.cause
    }
    return nil
  }
}
