internal import PodEngine

/// Why a Pod is not there any more.
enum WhyDeleted {
  static func explanation(of story: PodStory) -> Explanation? {
    guard story.isGone, let last = story.versions.last else { return nil }
    let head = Sentence(
      "\(story.name) was deleted; it was gone at \(ClockText.text(last.time)).", [last.cause])
    let asked = Deletion(story)
    return Explanation(story.subject, head, because: asked?.sentences ?? [])
  }
}

/// Who asked for the deletion of a Pod, and why.
struct Deletion {
  private let story: PodStory
  /// The version in which the deletion was asked for; the removal where it took no time.
  let version: WatchEvent

  init?(_ story: PodStory) {
    guard
      let version = story.version({ $0.field("metadata", "deletionTimestamp") != nil })
        ?? story.versions.last(where: { $0.change == .deleted })
    else { return nil }
    (self.story, self.version) = (story, version)
  }

  private var actor: Actor { story.cluster.timeline[version.cause]?.actor ?? .apiServer }

  /// The last command in the chain, where it asked for the deletion itself or led to it.
  private var origin: Origin? { story.cluster.command(behind: version.cause) }

  var sentences: [Sentence] {
    let time = ClockText.text(version.time)
    let because = origin.map { ", because \($0.text)" } ?? ""
    let ids = [version.cause] + (origin?.entries ?? [])
    switch actor {
    case .learner:
      return [Sentence("\(origin?.text ?? "It was deleted at \(time)").", ids)]
    case .scheduler:
      return [
        Sentence(
          "The scheduler had it deleted at \(time) to make room for a Pod of higher priority"
            + "\(because).", ids)
      ]
    case .controller("taint-eviction-controller"): return drivenOut(time)
    case .controller(let name):
      return [Sentence("The \(name) deleted it at \(time)\(because).", ids)]
    case .kubelet, .apiServer:
      return [Sentence("It was deleted at \(time)\(because).", ids)]
    }
  }

  private func drivenOut(_ time: String) -> [Sentence] {
    let entry = story.lastNote { if case .drivenOut = $0 { true } else { false } }
    guard let entry, case .drivenOut(let node, let taint, _) = entry.note else {
      return [Sentence("The taint-eviction-controller deleted it at \(time).", [version.cause])]
    }
    let waited = version.time - entry.time
    let bearing =
      waited > .zero
      ? "it tolerates that for \(Listing.count(waited.wholeSeconds, "second")) only"
      : "it does not tolerate that"
    let origin = WhyTaint.origin(taint, on: node, story.cluster, at: entry.id)
    let because = origin.map { ", because \($0.text)" } ?? ""
    return [
      Sentence(
        "The taint-eviction-controller deleted it at \(time): \(node) got the taint \(taint) at "
          + "\(ClockText.text(entry.time))\(because), and \(bearing).",
        [version.cause, entry.id] + (origin?.entries ?? []))
    ]
  }
}

/// Where a taint of a node comes from.
enum WhyTaint {
  /// With an entry, where it came from at that time.
  static func origin(
    _ taint: String, on node: String, _ cluster: Cluster, at end: TimelineID? = nil
  ) -> Origin? {
    let version = WhyNode.version(of: node, in: cluster) { tree in
      tree.list("spec", "taints").contains { $0.text("key") == taint }
    }
    if taint == Taint.unreachableKey || taint == Taint.notReadyKey {
      return cluster.fault(behind: outage(of: node, cluster, at: end)) { _ in true }
    }
    return cluster.command(behind: version?.cause)
  }

  /// The fault that kept the kubelet silent at a time.
  private static func outage(
    of node: String, _ cluster: Cluster, at end: TimelineID?
  ) -> TimelineID? {
    var standing: TimelineID?
    for entry in cluster.timeline.entries(from: 0) {
      if let end, entry.id >= end { break }
      guard case .fault(let fault) = entry.happening, fault.node == node,
        let isOutage = fault.isOutage
      else { continue }
      standing = isOutage ? entry.id : nil
    }
    return standing
  }
}
