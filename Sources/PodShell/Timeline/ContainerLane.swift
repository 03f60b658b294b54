internal import PodEngine

/// The states of one container, as the API server shows them; downloads come from the kubelet.
struct ContainerLane {
  private let story: PodStory
  private let name: String

  init(_ story: PodStory, _ name: String) { (self.story, self.name) = (story, name) }

  var lane: Chart.Lane {
    let published = story.versions.map { version in
      version.change == .deleted
        ? Chart.Span(start: version.time, word: "", sign: .none)
        : span(version.object, at: version.time)
    }
    return Chart.Lane(
      name: name, style: .signs, spans: withDownloads(published.joined), marks: ends)
  }

  private func span(_ pod: APIValue, at time: SimulatedTime) -> Chart.Span {
    let statuses =
      pod.list("status", "initContainerStatuses") + pod.list("status", "containerStatuses")
    guard let state = statuses.first(where: { $0.text("name") == name })?["state"] else {
      return Chart.Span(start: time, word: "", sign: .none)
    }
    if state["running"] != nil { return Chart.Span(start: time, word: "running", sign: .running) }
    if state["terminated"] != nil { return Chart.Span(start: time, word: "ended", sign: .ended) }
    let reason = state.text("waiting", "reason")
    return Chart.Span(start: time, word: reason, sign: Self.sign(reason))
  }

  private static func sign(_ reason: String) -> Sign {
    switch reason {
    case "", "ContainerCreating", "PodInitializing": .waiting
    case "CrashLoopBackOff", "ImagePullBackOff": .backoff
    default: .failing
    }
  }

  /// A container that waits for its image is pulling it.
  private func withDownloads(_ spans: [Chart.Span]) -> [Chart.Span] {
    var spans = spans
    for entry in story.notes {
      guard case .pulling(name, let image, let until) = entry.note, until > entry.time else {
        continue
      }
      let after = spans.last { $0.start <= until }
      spans.removeAll { $0.start > entry.time && $0.start < until }
      spans.append(Chart.Span(start: entry.time, word: "pulling \(image)", sign: .pulling))
      if until < story.now, !spans.contains(where: { $0.start == until }), let after {
        spans.append(Chart.Span(start: until, word: after.word, sign: after.sign))
      }
      spans.sort { $0.start < $1.start }
    }
    return spans
  }

  private var ends: [Chart.Mark] {
    story.notes.compactMap { entry in
      guard case .ended(let end) = entry.note, end.container == name else { return nil }
      return Chart.Mark(
        time: entry.time, sign: end.exitCode == 0 ? .endedWell : .endedBadly,
        word: NoteText.text(entry.note))
    }
  }
}
