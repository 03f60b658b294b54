internal import PodEngine

/// Why a Pod that has a node has no containers yet: the node is not there, or the kubelet cannot
/// make the sandbox or the volumes.
enum WhyNotTaken {
  static func explanation(of story: PodStory) -> Explanation? {
    noNode(story) ?? noSandbox(story) ?? noVolumes(story) ?? notLookedAt(story)
  }

  private static func noNode(_ story: PodStory) -> Explanation? {
    guard story.node == nil else { return nil }
    let node = story.pod.spec.nodeName
    return Explanation(
      story.subject,
      Sentence(
        "\(story.name) is Pending: spec.nodeName gives it to \(node), and there is no such node.",
        [story.versions.first?.cause]), next: "create node \(node)")
  }

  private static var isWaiting: (ContainerStatus) -> Bool {
    { $0.state.running == nil && $0.state.terminated == nil }
  }

  private static func noSandbox(_ story: PodStory) -> Explanation? {
    let all = story.pod.status.initContainerStatuses + story.pod.status.containerStatuses
    guard all.allSatisfy(isWaiting),
      let entry = story.notes.last, case .sandboxFailed(let problem, let retry) = entry.note
    else { return nil }
    return Explanation(
      story.subject,
      Sentence(
        "\(story.name) has no sandbox, so none of its containers can start.", [entry.id]),
      because: [
        Sentence("The runtime says: \(problem.firstLine.withoutStop).", [entry.id]),
        Sentence("The kubelet tries again at \(ClockText.text(retry)).", [entry.id]),
      ])
  }

  private static func noVolumes(_ story: PodStory) -> Explanation? {
    let all = story.pod.status.initContainerStatuses + story.pod.status.containerStatuses
    guard all.allSatisfy(isWaiting),
      let entry = story.lastNote({ if case .mountFailed = $0 { true } else { false } }),
      case .mountFailed(let problem, let retry) = entry.note, retry >= story.now
    else { return nil }
    let missing = MissingSources.sentences(story, entry.id)
    let said = Sentence("The kubelet says: \(problem.firstLine.withoutStop).", [entry.id])
    return Explanation(
      story.subject,
      Sentence(
        "\(story.name) is not running: a volume of it cannot be mounted, and nothing starts "
          + "before all of them are.", [entry.id]),
      because: (missing.isEmpty ? [said] : missing) + [
        Sentence("The kubelet tries again at \(ClockText.text(retry)).", [entry.id])
      ], next: MissingSources.names(story).first.map(advice))
  }

  private static func advice(_ key: ObjectKey) -> String {
    let kind = key.resource == .secrets ? "secret generic" : key.resource.singular
    return "create \(kind) \(key.name) --from-literal=KEY=VALUE"
  }

  /// Nothing has happened because no time has passed.
  private static func notLookedAt(_ story: PodStory) -> Explanation? {
    guard story.pod.status.containerStatuses.isEmpty else { return nil }
    return Explanation(
      story.subject,
      Sentence(
        "\(story.name) has the node \(story.pod.spec.nodeName), and the kubelet there has not "
          + "begun with it: nothing happens until time moves.", [story.versions.last?.cause]),
      next: "advance 0s")
  }
}
