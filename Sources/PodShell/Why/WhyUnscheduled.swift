internal import PodEngine

/// Why a Pod has no node.
enum WhyUnscheduled {
  static func explanation(of story: PodStory) -> Explanation? {
    guard story.pod.spec.nodeName.isEmpty else { return nil }
    return gated(story) ?? foreign(story) ?? refused(story) ?? notLookedAt(story)
  }

  private static func gated(_ story: PodStory) -> Explanation? {
    let gates = story.pod.spec.schedulingGates.map(\.name)
    guard !gates.isEmpty else { return nil }
    let created = story.versions.first?.cause
    let origin = story.cluster.command(behind: created)
    return Explanation(
      story.subject,
      Sentence(
        "\(story.name) is Pending: the scheduler does not look at it before its scheduling gates "
          + "are taken away: \(Listing.and(gates)).", [created]),
      because: origin.map { [Sentence("\($0.text.capitalizedFirst).", $0.entries)] } ?? [],
      next: #"patch pod \#(story.name) -p '{"spec":{"schedulingGates":null}}'"#)
  }

  private static func foreign(_ story: PodStory) -> Explanation? {
    let name = story.pod.spec.schedulerName
    guard !name.isEmpty, name != "default-scheduler" else { return nil }
    return Explanation(
      story.subject,
      Sentence(
        "\(story.name) is Pending: it asks for the scheduler \(name), and the cluster has none of "
          + "that name.", [story.versions.first?.cause]))
  }

  private static func notLookedAt(_ story: PodStory) -> Explanation {
    Explanation(
      story.subject,
      Sentence(
        "\(story.name) is Pending: the scheduler has not looked at it yet, and nothing happens "
          + "until time moves.", [story.versions.last?.cause]), next: "advance 0s")
  }

  private static func refused(_ story: PodStory) -> Explanation? {
    guard let entry = story.lastNote({ if case .unschedulable = $0 { true } else { false } }),
      case .unschedulable(let objections, let nodeCount) = entry.note
    else { return nil }
    let since = story.since("PodScheduled").map { " since \(ClockText.text($0))" } ?? ""
    guard nodeCount > 0 else {
      return Explanation(
        story.subject,
        Sentence("\(story.name) is Pending\(since): the cluster has no nodes.", [entry.id]),
        next: "create node node-1")
    }
    let nominated = story.pod.status.nominatedNodeName
    let count = nodeCount == 1 ? "the only node" : "none of the \(nodeCount) nodes"
    let verb = nodeCount == 1 ? "cannot take it" : "can take it"
    let head = Sentence(
      "\(story.name) is Pending\(since): \(count) \(verb).", [entry.id])
    let all = objections.map { Objection($0, entry.id, story) }
    var causes = all.map(\.sentence)
    if !nominated.isEmpty {
      causes.append(
        Sentence(
          "It is to get \(nominated): Pods of lower priority are being deleted there for it.",
          [entry.id]))
    }
    return Explanation(
      story.subject, head, because: causes,
      next: nominated.isEmpty ? all.lazy.compactMap(\.remedy).first : "advance 30s")
  }
}

/// What one filter of the scheduler has against some nodes, in a sentence.
private struct Objection {
  private let objection: NodeObjection
  private let entry: TimelineID
  private let story: PodStory

  init(_ objection: NodeObjection, _ entry: TimelineID, _ story: PodStory) {
    (self.objection, self.entry, self.story) = (objection, entry, story)
  }

  /// `node-1, node-2 and 7 more`
  private var nodes: String {
    let rest = objection.count - objection.nodes.count
    return Listing.and(objection.nodes + (rest > 0 ? ["\(rest) more"] : []))
  }

  private var isOne: Bool { objection.count == 1 }
  private func verb(_ one: String, _ many: String) -> String { isOne ? one : many }
  private var filter: String { "(filter \(objection.filter.rawValue))" }

  var sentence: Sentence {
    let (text, ids) = clause
    return Sentence("\(nodes) \(text) \(filter).", [entry] + ids)
  }

  private var clause: (String, [TimelineID?]) {
    switch objection.filter {
    case .nodeUnschedulable: cordon
    case .nodeName: ("\(verb("is", "are")) not the node that spec.nodeName names", [])
    case .taintToleration: taint
    case .nodeAffinity: labels
    case .nodePorts: ("\(verb("has", "have")) another Pod on a hostPort that it asks for", [])
    case .nodeResourcesFit: shortage
    case .volumeBinding:
      ("cannot be asked before its volumes can be bound: \(objection.reason)", [])
    case .podTopologySpread:
      ("would break its topologySpreadConstraints: \(objection.reason)", [])
    case .interPodAffinity: ("\(verb("does", "do")) not suit it: \(objection.reason)", [])
    }
  }

  private var cordon: (String, [TimelineID?]) {
    let (because, ids) = origins { name in
      let turn = WhyNode.version(of: name, in: story.cluster) {
        $0.field("spec", "unschedulable") == .bool(true)
      }
      return story.cluster.command(behind: turn?.cause)
    }
    return ("\(verb("is", "are")) cordoned\(because)", ids)
  }

  /// What was typed that made the nodes so, each command once.
  private func origins(_ origin: (String) -> Origin?) -> (String, [TimelineID?]) {
    var found: [Origin] = []
    for name in objection.nodes {
      if let origin = origin(name), !found.contains(origin) { found.append(origin) }
    }
    guard !found.isEmpty else { return ("", []) }
    return (", because \(Listing.and(found.map(\.text)))", found.flatMap(\.entries))
  }

  /// The taint that the Pod does not tolerate, with where it comes from.
  private var taint: (String, [TimelineID?]) {
    let name = objection.nodes.first ?? ""
    let taints = story.cluster.objects.node(name)?.spec.taints ?? []
    let hard = taints.first { taint in
      taint.effect != .preferNoSchedule
        && !story.pod.spec.tolerations.contains { $0.tolerates(taint) }
    }
    guard let hard else { return (objection.reason, []) }
    let (because, ids) = origins { WhyTaint.origin(hard.key, on: $0, story.cluster) }
    let text = "\(hard.key)\(hard.value.isEmpty ? "" : "=\(hard.value)"):\(hard.effect.rawValue)"
    return (
      "\(verb("has", "have")) the taint \(text), which it does not tolerate\(because)",
      ids
    )
  }

  private var labels: (String, [TimelineID?]) {
    let selector = story.pod.spec.nodeSelector.map { "\($0.key)=\($0.value)" }
    let what =
      selector.isEmpty
      ? "the labels that its nodeAffinity asks for"
      : "the labels that it asks for: nodeSelector \(selector.joined(separator: ","))"
    return ("\(verb("does", "do")) not have \(what)", [])
  }

  private var shortage: (String, [TimelineID?]) {
    guard let shortage = objection.shortage else { return (objection.reason, []) }
    let (name, unit) = (shortage.resource, { text($0, shortage.resource) })
    guard name != "pods" else {
      return ("\(verb("is", "are")) full: no more than \(shortage.total) Pods fit", [])
    }
    let asked = "\(verb("has", "have")) too little \(name): it asks for \(unit(shortage.wanted))"
    if shortage.wanted > shortage.total {
      return ("\(asked), and a whole node has \(unit(shortage.total))", [])
    }
    return ("\(asked), and at most \(unit(shortage.free)) is free", [])
  }

  private func text(_ amount: Int, _ resource: String) -> String {
    resource == "cpu" ? Quantity(milliValue: amount).text : Quantity.bytes(amount).text
  }

  /// What certainly helps.
  var remedy: String? {
    guard let node = objection.nodeWithoutOthers else { return nil }
    switch objection.filter {
    case .nodeUnschedulable: return "uncordon \(node)"
    case .nodeAffinity:
      let selector = story.pod.spec.nodeSelector.map { "\($0.key)=\($0.value)" }
      return selector.isEmpty || story.pod.spec.affinity != nil
        ? nil : "label node \(node) \(selector.joined(separator: " "))"
    case .nodeResourcesFit:
      guard let shortage = objection.shortage, shortage.wanted <= shortage.total else {
        return nil
      }
      return "delete a Pod that asks for \(shortage.resource), or create node NAME"
    case .nodeName, .taintToleration, .nodePorts, .volumeBinding, .podTopologySpread,
      .interPodAffinity:
      return nil
    }
  }
}
