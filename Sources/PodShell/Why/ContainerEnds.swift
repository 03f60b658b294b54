internal import PodEngine

/// How the main process of one container has ended, each time.
struct ContainerEnds {
  private let story: PodStory
  private let container: String
  private let ends: [(entry: NotedEntry, end: EndNote)]

  init(_ story: PodStory, _ container: String) {
    (self.story, self.container) = (story, container)
    ends = story.notes.compactMap { entry in
      guard case .ended(let end) = entry.note, end.container == container else { return nil }
      return (entry, end)
    }
  }

  var count: Int { ends.count }
  /// The latest few.
  var ids: [TimelineID] { ends.suffix(Self.limit).map(\.entry.id) }

  private static let limit = 5

  /// `each time with exit code 1 (Error)`, `with the exit codes 1, 1 and 137`.
  var codes: String {
    let shown = ends.suffix(Self.limit).map(\.end)
    guard let last = shown.last else { return "" }
    if shown.allSatisfy({ $0.exitCode == last.exitCode && $0.reason == last.reason }) {
      let each = shown.count > 1 ? "each time " : ""
      return "\(each)with exit code \(last.exitCode) (\(last.reason))"
    }
    return "lately with the exit codes \(Listing.and(shown.map { String($0.exitCode) }))"
  }

  /// Why it ended last.
  func lastSentences() -> [Sentence] {
    guard let (entry, end) = ends.last else { return [] }
    let time = ClockText.text(entry.time)
    if let stop = stop(before: entry) { return stopped(stop, end, entry) }
    if end.reason == "OOMKilled" { return [outOfMemory(end, entry, time)] }
    if let origin = origin(entry) {
      return [
        Sentence(
          "It ended at \(time) with exit code \(end.exitCode), because \(origin.text).",
          [entry.id] + origin.entries)
      ]
    }
    if end.reason == "Unknown" {
      return [
        Sentence("It was lost at \(time), when its node lost its power.", [entry.id])
      ]
    }
    let signal = end.signal.map { "signal \($0) ended its process" }
    let how = signal ?? "its process ended by itself with exit code \(end.exitCode)"
    return [
      Sentence(
        "At \(time) \(how), \(ClockText.length(end.ranFor)) after its start.", [entry.id])
    ]
  }

  private func origin(_ entry: NotedEntry) -> Origin? {
    story.cluster.fault(
      behind: entry.cause, about: container, of: story.pod, Self.endsProcesses)
  }

  private static func endsProcesses(_ fault: Fault) -> Bool {
    if case .exitContainer = fault { return true }
    if case .killContainer = fault { return true }
    if case .outOfMemory = fault { return true }
    if case .useMemory = fault { return true }
    return false
  }

  private func outOfMemory(_ end: EndNote, _ entry: NotedEntry, _ time: String) -> Sentence {
    let limit = story.containers.first { $0.name == container }?.resources.limits["memory"]
    let origin = origin(entry)
    let because = origin.map { ", because \($0.text)" } ?? ""
    let used =
      limit.map { ": it used more than its memory limit of \($0.text)" }
      ?? (origin == nil ? ": the node was out of memory" : "")
    return Sentence(
      "The kernel killed it at \(time) with exit code \(end.exitCode) (OOMKilled)\(used)"
        + "\(because).",
      [entry.id] + (origin?.entries ?? []))
  }

  /// The kubelet's own stop that led to an end: the latest one since the end before.
  private func stop(before end: NotedEntry) -> (entry: NotedEntry, reason: StopReason)? {
    let earlier = ends.dropLast().last?.entry.id
    let entry = story.notes.last { entry in
      guard case .stopping(container, _, _) = entry.note, entry.id < end.id else { return false }
      return earlier.map { entry.id > $0 } ?? true
    }
    guard let entry, case .stopping(_, let reason, _) = entry.note else { return nil }
    return (entry, reason)
  }

  private func stopped(
    _ stop: (entry: NotedEntry, reason: StopReason), _ end: EndNote, _ entry: NotedEntry
  ) -> [Sentence] {
    let time = ClockText.text(stop.entry.time)
    let definition = story.containers.first { $0.name == container }
    func sentence(_ reason: String) -> Sentence {
      Sentence("The kubelet stopped it at \(time), because \(reason).", [stop.entry.id, entry.id])
    }
    switch stop.reason {
    case .livenessProbe, .startupProbe:
      let kind: ProbeKind = stop.reason == .livenessProbe ? .liveness : .startup
      guard let probe = definition?.probe(kind) else { return [] }
      return [sentence("its \(kind.rawValue) probe failed")]
        + ProbeRuns(story, container, kind, probe, before: stop.entry.id).failures
    case .postStartHook:
      return [sentence("its postStart hook failed")]
        + HookRuns(story, container, .postStart).lastSentences
    case .definitionChanged:
      let change = story.version { $0 == story.tree } ?? story.versions.last
      let origin = story.cluster.command(behind: stop.entry.cause)
      let because = origin.map { ": \($0.text)" } ?? ""
      return [
        Sentence(
          "The kubelet stopped it at \(time), because its definition was changed\(because).",
          [stop.entry.id, entry.id, origin == nil ? change?.cause : nil]
            + (origin?.entries ?? []))
      ]
    case .unknownState: return [sentence("nobody knew its state")]
    case .podStops: return replacedSandbox(time, stop.entry, entry)
    }
  }

  /// The Pod did not end, so its sandbox did.
  private func replacedSandbox(
    _ time: String, _ stop: NotedEntry, _ end: NotedEntry
  ) -> [Sentence] {
    let event = story.lastEvent("SandboxChanged")
    let origin = story.cluster.fault(behind: event?.cause, about: container, of: story.pod) {
      if case .killSandbox = $0 { true } else { false }
    }
    let because = origin.map { ", because \($0.text)" } ?? ""
    return [
      Sentence(
        "The kubelet stopped it at \(time) to make the Pod's sandbox anew\(because).",
        [stop.id, end.id, event?.id] + (origin?.entries ?? []))
    ]
  }
}
