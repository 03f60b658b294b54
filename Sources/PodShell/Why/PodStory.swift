internal import PodEngine

/// What is recorded about one Pod, from its creation on: what `why` and `timeline` tell.
struct PodStory: Sendable {
  let cluster: Cluster
  let key: ObjectKey
  /// As it is, or as it was last.
  let tree: APIValue
  let pod: Pod
  /// Every version that was published, oldest first.
  let versions: [WatchEvent]
  /// Notes and events about the Pod, oldest first.
  let entries: [TimelineEntry]

  /// Nil where there never was such a Pod. Of several with one name the latest is meant.
  init?(_ key: ObjectKey, in cluster: Cluster) {
    let versions = Self.versions(of: key, in: cluster)
    guard let last = versions.last, let tree = Self.present(last),
      let pod: Pod = try? tree.decoded()
    else { return nil }
    (self.cluster, self.key, self.versions) = (cluster, key, versions)
    (self.tree, self.pod) = (tree, pod)
    let first = versions.first?.cause.number ?? 1
    entries = cluster.timeline.entries(from: max(0, first - 1)).filter {
      $0.happening.concerns(uid: pod.metadata.uid)
    }
  }

  private static func present(_ last: WatchEvent) -> APIValue? {
    last.change == .deleted ? last.previous : last.object
  }

  private static func versions(of key: ObjectKey, in cluster: Cluster) -> [WatchEvent] {
    let log = cluster.watchLog
    var found: [WatchEvent] = []
    var index = log.count - 1
    while index >= 0, let event = log[index] {
      index -= 1
      guard event.key == key else { continue }
      found.append(event)
      if event.change == .added { break }
    }
    return found.reversed()
  }

  /// The word for it in sentences: its own name.
  var name: String { key.name }
  var subject: String { "pod/\(key.name)" }
  var now: SimulatedTime { cluster.now }
  var isGone: Bool { versions.last?.change == .deleted }
  var node: Node? { cluster.objects.node(pod.spec.nodeName) }

  var containers: [Container] { pod.spec.initContainers + pod.spec.containers }

  /// `its container`, or `container web` where there are several.
  func words(for container: String) -> String {
    containers.count == 1 ? "its container" : "container \(container)"
  }

  func status(of container: String) -> ContainerStatus? {
    (pod.status.initContainerStatuses + pod.status.containerStatuses)
      .first { $0.name == container }
  }
}

/// An entry of the timeline that is a note.
struct NotedEntry: Sendable {
  let id: TimelineID
  let time: SimulatedTime
  let cause: TimelineID?
  let note: Note
}

// Looking things up
extension PodStory {
  var notes: [NotedEntry] {
    entries.compactMap { entry in
      guard case .note(_, let note) = entry.happening else { return nil }
      return NotedEntry(id: entry.id, time: entry.time, cause: entry.cause, note: note)
    }
  }

  func lastNote(_ match: (Note) -> Bool) -> NotedEntry? { notes.last { match($0.note) } }

  /// The latest version in which something became so; also the first version, where it was so from
  /// the beginning.
  func version(_ isSo: (APIValue) -> Bool) -> WatchEvent? {
    versions.last { $0.change != .deleted && isSo($0.object) && !($0.previous.map(isSo) ?? false) }
  }

  /// The latest event of a reason, as the timeline has it.
  func lastEvent(_ reason: String) -> TimelineEntry? {
    entries.last {
      if case .event(_, reason, _) = $0.happening { true } else { false }
    }
  }

  /// Since when a condition is as it is.
  func since(_ type: String) -> SimulatedTime? { pod.status.condition(type)?.lastTransitionTime }
}

extension Happening {
  func concerns(uid: String) -> Bool {
    switch self {
    case .note(let about, _), .event(let about, _, _): about.uid == uid
    case .change, .refusal, .fault, .command: false
    }
  }
}
