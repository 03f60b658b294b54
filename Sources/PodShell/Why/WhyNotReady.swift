internal import PodEngine

/// Why a Pod whose containers run is not Ready.
enum WhyNotReady {
  static func explanation(of story: PodStory) -> Explanation? {
    guard story.pod.status.condition("Ready")?.status != .true else { return nil }
    let turn = story.version { $0.condition("Ready") != "True" }
    let since = story.since("Ready").map { " since \(ClockText.text($0))" } ?? ""
    let headline = Sentence("\(story.name) is not Ready\(since).", [turn?.cause])
    let containers = story.pod.spec.sidecars + story.pod.spec.containers
    let troubles = containers.compactMap { trouble(of: $0, story) }
    if let first = troubles.first {
      return Explanation(
        story.subject, headline, because: troubles.flatMap(\.sentences), next: first.next)
    }
    return gates(story, headline) ?? asYet(story, headline)
  }

  struct Trouble {
    let sentences: [Sentence]
    let next: String?
  }

  private static func trouble(of container: Container, _ story: PodStory) -> Trouble? {
    guard let status = story.status(of: container.name), status.state.running != nil,
      !status.ready
    else { return nil }
    let kind: ProbeKind = status.started == true ? .readiness : .startup
    guard let probe = container.probe(kind) else { return nil }
    return ProbeRuns(story, container.name, kind, probe).trouble
  }

  /// Conditions that others have to set.
  private static func gates(_ story: PodStory, _ headline: Sentence) -> Explanation? {
    let closed = story.pod.spec.readinessGates.map(\.conditionType).filter {
      story.pod.status.condition($0)?.status != .true
    }
    guard !closed.isEmpty else { return nil }
    let created = story.versions.first?.cause
    let causes = closed.map { gate in
      let version = story.version { $0.condition(gate) != "True" }
      let state =
        switch story.pod.status.condition(gate)?.status {
        case nil: "nobody has set the condition \(gate) yet"
        case .false, .unknown, .true: "the condition \(gate) is not True"
        }
      return Sentence(
        "Its readiness gate is closed: \(state). Its containers alone do not make it Ready.",
        [version?.cause ?? created])
    }
    let condition = #"{"type":"\#(closed[0])","status":"True"}"#
    return Explanation(
      story.subject, headline, because: causes,
      next: "patch pod \(story.name) --subresource=status "
        + #"-p '{"status":{"conditions":[\#(condition)]}}'"#)
  }

  /// All is well, and the kubelet has not said so yet.
  private static func asYet(_ story: PodStory, _ headline: Sentence) -> Explanation {
    let last = story.versions.last?.cause
    return Explanation(
      story.subject, headline,
      because: [
        Sentence("The kubelet of \(story.pod.spec.nodeName) has not reported it yet.", [last])
      ], next: "advance 0s")
  }
}
