internal import PodEngine

/// What one probe has found since its container was started last.
struct ProbeRuns {
  private let story: PodStory
  private let container: String
  private let kind: ProbeKind
  private let probe: Probe
  /// Whether it is about a container that is gone since.
  private let isPast: Bool
  private let runs: [(entry: NotedEntry, run: ProbeNote)]

  /// With an entry of the timeline, what it had found by then.
  init(
    _ story: PodStory, _ container: String, _ kind: ProbeKind, _ probe: Probe,
    before end: TimelineID? = nil
  ) {
    (self.story, self.container, self.kind, self.probe) = (story, container, kind, probe)
    isPast = end != nil
    var runs: [(entry: NotedEntry, run: ProbeNote)] = []
    for entry in story.notes where end.map({ entry.id < $0 }) ?? true {
      if case .ended(let note) = entry.note, note.container == container { runs = [] }
      if case .probe(let run) = entry.note, run.container == container, run.kind == kind {
        runs.append((entry, run))
      }
    }
    self.runs = runs
  }

  /// The equal outcomes at the end.
  private var streak: ArraySlice<(entry: NotedEntry, run: ProbeNote)> {
    guard let last = runs.last else { return [] }
    let begin = runs.lastIndex { $0.run.isSuccess != last.run.isSuccess }.map { $0 + 1 } ?? 0
    return runs[begin...]
  }

  private var words: String {
    let several = story.containers.count > 1
    return "the \(kind.rawValue) probe of \(several ? "container \(container)" : story.name)"
  }

  /// What keeps the container from being ready.
  var trouble: WhyNotReady.Trouble {
    guard let last = streak.last else { return unasked }
    guard !last.run.isSuccess else { return soon }
    return WhyNotReady.Trouble(sentences: failures, next: advice(last.entry))
  }

  /// How often it failed, what it heard, and because of what.
  var failures: [Sentence] {
    guard let first = streak.first, let last = streak.last else { return [] }
    let ids = streak.suffix(max(last.run.threshold, 1)).map(\.entry.id)
    let often = Listing.times(streak.count)
    let times = streak.count > 1 ? "\(often) in a row since" : "\(often), at"
    let has = isPast ? "had" : "has"
    let begin = ClockText.text(first.entry.time)
    let sentence =
      "\(words.capitalizedFirst) \(has) failed \(times) \(begin); failureThreshold is "
      + "\(max(1, probe.failureThreshold ?? 3))."
    return [Sentence(sentence, [first.entry.id] + ids)] + reasons(last.entry, last.run)
  }

  private func reasons(_ entry: NotedEntry, _ run: ProbeNote) -> [Sentence] {
    let heard =
      run.outcome.text.isEmpty
      ? "Its command ends with an exit code other than 0"
      : "The probe gets: \(run.outcome.text.firstLine.withoutStop)"
    guard let origin = origin(entry) else { return [Sentence(heard + ".", [entry.id])] }
    let because = Sentence("\(heard), because \(origin.text).", [entry.id] + origin.entries)
    guard let remedy = remedy(after: entry.cause) else { return [because] }
    return [
      because,
      Sentence("\(remedy.text.capitalizedFirst); the next probe finds that.", remedy.entries),
    ]
  }

  private func origin(_ entry: NotedEntry) -> Origin? {
    story.cluster.fault(behind: entry.cause, about: container, of: story.pod, Self.answers)
  }

  private static func answers(_ fault: Fault) -> Bool {
    if case .probe(_, _, let finding) = fault { return finding != .ok }
    if case .hang(_, let isOn) = fault { return isOn }
    return false
  }

  /// What has ended the fault since the last run.
  private func remedy(after cause: TimelineID?) -> Origin? {
    guard let cause else { return nil }
    for entry in story.cluster.timeline.entries(from: cause.number) {
      guard case .fault(let fault) = entry.happening, ends(fault) else { continue }
      return story.cluster.fault(behind: entry.id) { _ in true }
    }
    return nil
  }

  private func ends(_ fault: Fault) -> Bool {
    if case .probe(let target, kind, .ok) = fault { return target.pod == story.key }
    if case .hang(let target, false) = fault { return target.pod == story.key }
    if case .fix(let pod) = fault { return pod == story.key }
    return false
  }

  private func advice(_ entry: NotedEntry) -> String? {
    guard origin(entry) != nil else { return nil }
    if remedy(after: entry.cause) != nil { return "advance \(period)" }
    return story.cluster.fault(behind: entry.cause) {
      if case .hang = $0 { true } else { false }
    } == nil ? "probe ok \(story.name) \(kind.rawValue)" : "fix \(story.name)"
  }

  private var period: String { ClockText.length(.seconds(max(1, probe.periodSeconds ?? 10))) }

  /// Successes that are not enough yet, or that nobody has published yet.
  private var soon: WhyNotReady.Trouble {
    let needed = max(1, probe.successThreshold ?? 1)
    let often = Listing.times(streak.count)
    return WhyNotReady.Trouble(
      sentences: [
        Sentence(
          "\(words.capitalizedFirst) has succeeded \(often) in a row; successThreshold is "
            + "\(needed).", streak.map(\.entry.id))
      ], next: streak.count < needed ? "advance \(period)" : "advance 0s")
  }

  private var unasked: WhyNotReady.Trouble {
    let started = story.status(of: container)?.state.running?.startedAt
    let delay = SimulatedDuration.seconds(probe.initialDelaySeconds ?? 0)
    let version = story.version { pod in
      pod.list("status", "containerStatuses").contains {
        $0.text("name") == container && $0.field("state", "running") != nil
      }
    }
    var text = "\(words.capitalizedFirst) has not answered yet"
    if let started, delay > .zero {
      text +=
        "; initialDelaySeconds is \(delay.wholeSeconds), so it begins at "
        + "\(ClockText.text(started + delay)) or later"
    }
    return WhyNotReady.Trouble(
      sentences: [Sentence(text + ".", [version?.cause])],
      next: "until 'pod/\(story.name) condition=Ready'")
  }
}

extension ProbeOutcome {
  /// What the probe heard; empty for a success, and for a command that said nothing.
  var text: String {
    switch self {
    case .success, .unknown: ""
    case .warning(let text), .failure(let text), .error(let text, _): text
    }
  }
}

extension String {
  /// Of a text of several lines the first that says something, cut to what a sentence can hold.
  var firstLine: String {
    let line = split(separator: "\n").first { $0.contains { !$0.isWhitespace } } ?? ""
    let limit = 200
    return line.count <= limit ? String(line) : line.prefix(limit) + "…"
  }
}
