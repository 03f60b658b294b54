internal import PodEngine

/// The chart of one node: what is true of the machine, what the API server shows, and its Pods.
enum NodeChart {
  /// How many Pods have a lane.
  private static let podLimit = 8

  static func chart(of name: String, in cluster: Cluster) -> Chart {
    let versions = self.versions(of: name, in: cluster)
    let start = versions.first?.time ?? .start
    var lanes = [truth(of: name, in: cluster, from: start)]
    lanes.append(words("Ready", versions) { $0.condition("Ready") ?? "" })
    lanes.append(
      words("cordoned", versions) { $0.flag("spec", "unschedulable") ? "True" : "" })
    for type in ["MemoryPressure", "DiskPressure", "PIDPressure"] {
      lanes.append(words(type, versions) { $0.condition(type) == "True" ? "True" : "" })
    }
    let moments = self.moments(of: name, in: cluster)
    lanes += pods(on: name, in: cluster)
    lanes.append(PodChart.eventMarks(moments))
    lanes.append(PodChart.typedMarks(moments))
    return Chart(
      title: "node/\(name)", subject: "node/\(name)", start: start, end: cluster.now,
      lanes: lanes.filter(says), moments: moments)
  }

  /// A lane that never has a word says nothing.
  private static func says(_ lane: Chart.Lane) -> Bool {
    !lane.marks.isEmpty || lane.spans.contains { !$0.word.isEmpty }
  }

  private static func versions(of name: String, in cluster: Cluster) -> [WatchEvent] {
    let key = ObjectKey(.nodes, name: name)
    return cluster.watchLog.elements(from: 0).filter { $0.key == key }
  }

  private static func words(
    _ name: String, _ versions: [WatchEvent], _ word: (APIValue) -> String
  ) -> Chart.Lane {
    let spans = versions.map {
      Chart.Span(
        start: $0.time, word: $0.change == .deleted ? "" : word($0.object), sign: .none)
    }
    return Chart.Lane(name: name, style: .words, spans: spans.joined)
  }

  /// Power, network and kubelet, which the API server only guesses at.
  private static func truth(
    of name: String, in cluster: Cluster, from start: SimulatedTime
  ) -> Chart.Lane {
    var spans = [Chart.Span(start: start, word: "on", sign: .none)]
    for entry in cluster.timeline.entries(from: 0) {
      guard case .fault(let fault) = entry.happening, fault.node == name,
        let word = word(after: fault)
      else { continue }
      spans.append(Chart.Span(start: entry.time, word: word, sign: .none))
    }
    return Chart.Lane(name: "machine", style: .words, spans: spans.joined)
  }

  private static func word(after fault: Fault) -> String? {
    if case .killNode = fault { return "off" }
    if case .stopKubelet = fault { return "no kubelet" }
    if case .partitionNode = fault { return "cut off" }
    return fault.isOutage == false ? "on" : nil
  }

  /// The Pods that are or were there, the latest first.
  private static func pods(on name: String, in cluster: Cluster) -> [Chart.Lane] {
    let pods = cluster.objects.pods(onNode: name)
    return pods.prefix(podLimit).compactMap { pod in
      guard let story = PodStory(pod.key, in: cluster) else { return nil }
      let spans = story.versions.map {
        Chart.Span(start: $0.time, word: PodSummary($0.object).status, sign: .none)
      }
      return Chart.Lane(name: pod.metadata.name, style: .words, spans: spans.joined)
    }
  }

  private static func moments(of name: String, in cluster: Cluster) -> [Chart.Moment] {
    var events: [Chart.Moment] = []
    var causes: [TimelineID] = []
    for entry in cluster.timeline.entries(from: 0) {
      switch entry.happening {
      case .event(let about, let reason, let message):
        guard about.kind == "Node", about.name == name else { continue }
        events.append(
          Chart.Moment(
            time: entry.time, text: "\(reason): \(message.firstLine)", isTyped: false,
            id: entry.id, last: entry.time))
      case .fault(let fault): if fault.node == name { causes.append(entry.id) }
      case .change(_, let key, _):
        if key == ObjectKey(.nodes, name: name), entry.actor == .learner { causes.append(entry.id) }
      case .refusal, .note, .command: break
      }
    }
    return (events + TypedMoments.moments(causes, in: cluster)).sorted {
      ($0.time, $0.id) < ($1.time, $1.id)
    }
  }
}
