internal import PodEngine

/// The chart of one Pod.
enum PodChart {
  static func chart(of story: PodStory) -> Chart {
    let node = story.pod.spec.nodeName
    let start = story.versions.first?.time ?? .start
    let end = story.isGone ? story.versions.last?.time ?? story.now : story.now
    var lanes = [phase(story), status(story), ready(story)]
    for container in story.containers { lanes += self.lanes(of: container, story) }
    let moments = self.moments(story)
    lanes.append(eventMarks(moments))
    lanes.append(typedMarks(moments))
    return Chart(
      title: "\(story.subject)\(node.isEmpty ? "" : " on \(node)")", subject: story.subject,
      start: start, end: end, lanes: lanes.filter { !$0.isEmpty }, moments: moments)
  }

  private static func words(
    _ name: String, _ story: PodStory, _ word: (APIValue) -> String
  ) -> Chart.Lane {
    let spans = story.versions.map { version in
      Chart.Span(
        start: version.time, word: version.change == .deleted ? "" : word(version.object),
        sign: .none)
    }
    return Chart.Lane(name: name, style: .words, spans: spans.joined)
  }

  private static func phase(_ story: PodStory) -> Chart.Lane {
    words("phase", story) { $0.text("status", "phase") }
  }

  private static func status(_ story: PodStory) -> Chart.Lane {
    words("STATUS", story) { PodSummary($0).status }
  }

  private static func ready(_ story: PodStory) -> Chart.Lane {
    words("Ready", story) { $0.condition("Ready") ?? "False" }
  }

  private static func lanes(of container: Container, _ story: PodStory) -> [Chart.Lane] {
    let name = container.name
    var lanes = [ContainerLane(story, name).lane]
    for kind in ProbeKind.allCases where container.probe(kind) != nil {
      lanes.append(probe(kind, name, story))
    }
    for kind in HookKind.allCases { lanes.append(hook(kind, name, story)) }
    lanes.append(signals(name, story))
    return lanes
  }

  private static func probe(_ kind: ProbeKind, _ name: String, _ story: PodStory) -> Chart.Lane {
    let marks = story.notes.compactMap { entry -> Chart.Mark? in
      guard case .probe(let run) = entry.note, run.container == name, run.kind == kind else {
        return nil
      }
      let sign: Sign = run.streak == 0 ? .asked : run.isSuccess ? .passed : .failed
      return Chart.Mark(time: entry.time, sign: sign, word: NoteText.text(entry.note))
    }
    return Chart.Lane(name: kind.rawValue, isInner: true, style: .signs, marks: marks)
  }

  private static func hook(_ kind: HookKind, _ name: String, _ story: PodStory) -> Chart.Lane {
    var lane = Chart.Lane(name: kind.rawValue, isInner: true, style: .signs)
    for entry in story.notes {
      guard case .hook(let hook) = entry.note, hook.container == name, hook.kind == kind else {
        continue
      }
      let begins = hook.step == .began
      lane.spans.append(
        Chart.Span(
          start: entry.time, word: begins ? "running" : "", sign: begins ? .hook : .none))
      guard !begins else { continue }
      lane.marks.append(
        Chart.Mark(
          time: entry.time, sign: hook.step == .ended ? .passed : .failed,
          word: NoteText.text(entry.note)))
    }
    return lane
  }

  private static func signals(_ name: String, _ story: PodStory) -> Chart.Lane {
    let marks = story.notes.compactMap { entry -> Chart.Mark? in
      guard case .signal(name, let signal, _) = entry.note else { return nil }
      return Chart.Mark(
        time: entry.time, sign: signal == "SIGKILL" ? .kill : .term,
        word: NoteText.text(entry.note))
    }
    return Chart.Lane(name: "signals", isInner: true, style: .signs, marks: marks)
  }
}

// The list
extension PodChart {
  private static func moments(_ story: PodStory) -> [Chart.Moment] {
    let events = story.entries.compactMap { entry -> Chart.Moment? in
      guard case .event(_, let reason, let message) = entry.happening else { return nil }
      return Chart.Moment(
        time: entry.time, text: "\(reason): \(message.firstLine)", isTyped: false, id: entry.id,
        last: entry.time)
    }
    return (events + TypedMoments.about(story)).sorted { ($0.time, $0.id) < ($1.time, $1.id) }
  }

  static func eventMarks(_ moments: [Chart.Moment]) -> Chart.Lane {
    let marks = moments.filter { !$0.isTyped }
      .map { Chart.Mark(time: $0.time, sign: .event, word: $0.text) }
    return Chart.Lane(name: "events", style: .signs, marks: marks)
  }

  static func typedMarks(_ moments: [Chart.Moment]) -> Chart.Lane {
    let marks = moments.filter(\.isTyped)
      .map { Chart.Mark(time: $0.time, sign: .typed, word: $0.text) }
    return Chart.Lane(name: "you", style: .signs, marks: marks)
  }
}

/// The commands that concern an object: those that changed it, and the faults of the Pod and of its
/// node.
enum TypedMoments {
  static func about(_ story: PodStory) -> [Chart.Moment] {
    let first = story.versions.first?.cause.number ?? 1
    let node = story.pod.spec.nodeName
    var causes = story.versions.map(\.cause).filter {
      story.cluster.timeline[$0]?.actor == .learner
    }
    for entry in story.cluster.timeline.entries(from: first) {
      guard case .fault(let fault) = entry.happening,
        fault.concerns(story.key) || (fault.node == node && !node.isEmpty)
          || fault.concernsImages(of: story.pod)
      else { continue }
      causes.append(entry.id)
    }
    return moments(causes, in: story.cluster)
  }

  static func moments(_ causes: [TimelineID], in cluster: Cluster) -> [Chart.Moment] {
    var moments: [Chart.Moment] = []
    for cause in causes {
      guard let origin = cluster.command(behind: cause), let id = origin.entries.last,
        !moments.contains(where: { $0.id == id })
      else { continue }
      moments.append(
        Chart.Moment(
          time: origin.time, text: origin.command, isTyped: true, id: id, last: origin.time))
    }
    return moments
  }
}
