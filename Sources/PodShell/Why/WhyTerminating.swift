internal import PodEngine

/// Why a Pod that is being deleted is still there.
enum WhyTerminating {
  static func explanation(of story: PodStory) -> Explanation? {
    guard story.pod.isTerminating, !story.isGone, let deletion = Deletion(story) else {
      return nil
    }
    let head = Sentence(
      "\(story.name) has been Terminating since \(ClockText.text(deletion.version.time)).",
      [deletion.version.cause])
    let (steps, next) = obstacles(story, since: deletion.version)
    return Explanation(story.subject, head, because: deletion.sentences + steps, next: next)
  }

  /// What stands between the Pod and its end.
  private static func obstacles(
    _ story: PodStory, since version: WatchEvent
  ) -> ([Sentence], String?) {
    if let lost = WhyNode.sentences(of: story.pod.spec.nodeName, in: story.cluster) {
      let last = Sentence(
        "Only its kubelet can say that the containers have ended, so \(story.name) stays until "
          + "the node is back or deleted, or the Pod is deleted by force.", lost[1].entries)
      return (
        lost + [last], WhyNode.remedy(of: story.pod.spec.nodeName, in: story.cluster)
      )
    }
    let stopping = story.containers.flatMap { Stopping(story, $0.name, since: version).sentences }
    let finalizers = story.pod.metadata.finalizers
    if !finalizers.isEmpty {
      let held = Sentence(
        "The object is kept until its finalizers are taken away: \(Listing.and(finalizers)).",
        [version.cause])
      let patch = #"patch pod \#(story.name) -p '{"metadata":{"finalizers":null}}'"#
      return (stopping + [held], stopping.isEmpty ? patch : "advance 30s")
    }
    guard stopping.isEmpty else { return (stopping, killTime(story)) }
    return (
      [
        Sentence(
          "Its kubelet has not begun to stop it: nothing happens until time moves.",
          [version.cause])
      ], "advance 0s"
    )
  }

  /// How long it is to the last KILL.
  private static func killTime(_ story: PodStory) -> String? {
    let times = story.notes.compactMap { entry -> SimulatedTime? in
      guard case .signal(_, _, let killAt?) = entry.note, killAt > story.now else { return nil }
      return killAt
    }
    return times.max().map { "advance \(ClockText.length($0 - story.now))" }
  }
}

/// How far a container is on its way down.
private struct Stopping {
  private let story: PodStory
  private let container: String
  private let notes: [NotedEntry]

  init(_ story: PodStory, _ container: String, since version: WatchEvent) {
    (self.story, self.container) = (story, container)
    notes = story.notes.filter { $0.id > version.cause }
  }

  private func last(_ match: (Note) -> Bool) -> NotedEntry? { notes.last { match($0.note) } }

  var sentences: [Sentence] {
    guard
      let begun = last({ if case .stopping(container, _, _) = $0 { true } else { false } }),
      case .stopping(_, _, let grace) = begun.note, !hasEnded
    else { return [] }
    let words = story.words(for: container).capitalizedFirst
    let head = Sentence(
      "\(words) has \(Listing.count(grace, "second")) of grace since "
        + "\(ClockText.text(begun.time)).", [begun.id])
    let hook = HookRuns(story, container, .preStop)
    if hook.isRunning {
      let after = Sentence(
        "SIGTERM is sent when the hook ends, or when the grace is over.", [begun.id])
      return [head] + hook.lastSentences + [after]
    }
    return [head] + signal
  }

  private var hasEnded: Bool {
    last { if case .ended(let end) = $0 { end.container == container } else { false } } != nil
  }

  private var signal: [Sentence] {
    let entry = last { if case .signal(container, _, .some) = $0 { true } else { false } }
    guard let entry, case .signal(_, let name, let killAt?) = entry.note else { return [] }
    let origin = deafness
    let because = origin.map { ", because \($0.text)" } ?? ""
    return [
      Sentence(
        "\(name) was sent at \(ClockText.text(entry.time)), and its process has not ended"
          + "\(because); SIGKILL follows at \(ClockText.text(killAt)).",
        [entry.id] + (origin?.entries ?? []))
    ]
  }

  /// The act of the learner that makes the process deaf.
  private var deafness: Origin? {
    let timeline = story.cluster.timeline
    let start = story.versions.first?.cause.number ?? 0
    let entry = timeline.entries(from: start).last { entry in
      guard case .fault(let fault) = entry.happening else { return false }
      if case .ignoreTerm(let target, true) = fault { return isMeant(target) }
      if case .hang(let target, true) = fault { return isMeant(target) }
      return false
    }
    return story.cluster.fault(behind: entry?.id) { _ in true }
  }

  private func isMeant(_ target: ContainerTarget) -> Bool {
    target.pod == story.key
      && (target.container ?? story.pod.spec.containers.first?.name) == container
  }
}
