internal import PodEngine

/// Why a node is as it is.
enum WhyNode {
  static func explanation(of name: String, in cluster: Cluster) -> Explanation {
    let subject = "node/\(name)"
    guard let node = cluster.objects.node(name) else {
      return Explanation(subject, Sentence("There is no node \(name).", []))
    }
    if let outage = sentences(of: name, in: cluster) {
      return Explanation(
        subject, outage[0], because: Array(outage.dropFirst()), next: remedy(of: name, in: cluster))
    }
    let causes = pressures(node, cluster) + cordon(node, cluster)
    let ready = version(of: name, in: cluster) { $0.condition("Ready") == "True" }
    guard node.isReady else {
      return Explanation(
        subject,
        Sentence("\(name) is not Ready: its kubelet has not reported yet.", [ready?.cause]),
        next: "advance 10s")
    }
    let since = node.status.condition("Ready")?.lastTransitionTime
    let text = since.map { " since \(ClockText.text($0))" } ?? ""
    guard let first = causes.first else {
      return Explanation(
        subject, Sentence("Nothing is wrong with \(name): it is Ready\(text).", [ready?.cause]),
        isHealthy: true)
    }
    return Explanation(
      subject, first, because: Array(causes.dropFirst()),
      next: node.spec.unschedulable == true ? "uncordon \(name)" : nil)
  }

  /// Why nobody hears of a node, and what the API server makes of it; nil where its kubelet is
  /// heard.
  static func sentences(of name: String, in cluster: Cluster) -> [Sentence]? {
    guard let outage = cluster.outage(of: name),
      let origin = cluster.fault(behind: outage.cause, { _ in true })
    else { return nil }
    let what =
      switch outage.part {
      case .power: "\(name) has been without power since \(ClockText.text(origin.time))"
      case .kubelet: "No kubelet has been running on \(name) since \(ClockText.text(origin.time))"
      case .network:
        "\(name) has been cut off from the API server since \(ClockText.text(origin.time))"
      }
    let cause = Sentence("\(what), because \(origin.text).", origin.entries)
    let effect =
      switch outage.part {
      case .power: "Nothing runs there."
      case .kubelet: "What ran there runs on, and nobody looks after it."
      case .network: "What ran there runs on, and nobody hears of it."
      }
    return [judgement(name, cluster, origin), cause, Sentence(effect, origin.entries)]
  }

  /// What the API server shows: it learns of silence only by waiting.
  private static func judgement(
    _ name: String, _ cluster: Cluster, _ origin: Origin
  ) -> Sentence {
    guard let node = cluster.objects.node(name), !node.isReady else {
      let due = origin.time + NodeHealth.gracePeriod
      return Sentence(
        "The API server still shows \(name) as Ready; after 50s of silence, at "
          + "\(ClockText.text(due)), the node controller gives it up.", origin.entries)
    }
    let turn = version(of: name, in: cluster) { $0.condition("Ready") != "True" }
    let since = node.status.condition("Ready")?.lastTransitionTime
    let text = since.map { " since \(ClockText.text($0))" } ?? ""
    return Sentence(
      "\(name) is NotReady\(text): its kubelet had been silent for 50s.", [turn?.cause])
  }

  static func remedy(of name: String, in cluster: Cluster) -> String? {
    switch cluster.outage(of: name)?.part {
    case .power: "start node \(name)"
    case .kubelet: "start kubelet \(name)"
    case .network: "heal node \(name)"
    case nil: nil
    }
  }

  private static func pressures(_ node: Node, _ cluster: Cluster) -> [Sentence] {
    let name = node.metadata.name
    return node.status.conditions.filter { $0.type != "Ready" && $0.status == .true }.map {
      condition in
      let turn = version(of: name, in: cluster) { $0.condition(condition.type) == "True" }
      let origin = cluster.pressureCause(of: name, condition.type)
        .flatMap { cluster.fault(behind: $0) { _ in true } }
      let since = condition.lastTransitionTime.map { " since \(ClockText.text($0))" } ?? ""
      let because = origin.map { ", because \($0.text)" } ?? ""
      return Sentence(
        "\(name) has had \(condition.type)\(since)\(because).",
        [turn?.cause] + (origin?.entries ?? []))
    }
  }

  static func cordon(_ node: Node, _ cluster: Cluster) -> [Sentence] {
    guard node.spec.unschedulable == true else { return [] }
    let name = node.metadata.name
    let turn = version(of: name, in: cluster) { $0.field("spec", "unschedulable") == .bool(true) }
    let origin = cluster.command(behind: turn?.cause)
    let because = origin.map { ", because \($0.text)" } ?? ""
    return [
      Sentence(
        "\(name) takes no new Pods: it is cordoned\(because).",
        [turn?.cause] + (origin?.entries ?? []))
    ]
  }

  /// The latest version of a node in which something became so.
  static func version(
    of name: String, in cluster: Cluster, _ isSo: (APIValue) -> Bool
  ) -> WatchEvent? {
    let key = ObjectKey(.nodes, name: name)
    var index = cluster.watchLog.count - 1
    while index >= 0, let event = cluster.watchLog[index] {
      index -= 1
      guard event.key == key, event.change != .deleted else { continue }
      if isSo(event.object), !(event.previous.map(isSo) ?? false) { return event }
    }
    return nil
  }
}
