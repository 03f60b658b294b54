internal import PodEngine

/// Why a Deployment, ReplicaSet or Job has not what it wants: which of its Pods are not well, and
/// why.
enum WhyWorkload {
  /// How many Pods are told of.
  private static let limit = 3

  static func explanation(of key: ObjectKey, in cluster: Cluster) -> Explanation? {
    guard [.deployments, .replicaSets, .jobs].contains(key.resource),
      let tree = cluster.objects[key]?.tree
    else { return nil }
    let subject = "\(key.resource.singular)/\(key.name)"
    let last = lastChange(of: key, in: cluster)
    let bad = pods(of: key, in: cluster).compactMap { pod -> Explanation? in
      guard let story = PodStory(pod.key, in: cluster) else { return nil }
      let found = WhyPod.explanation(of: story)
      return found.isHealthy ? nil : found
    }
    if key.resource == .jobs, let end = jobEnd(tree, subject, last) { return end }
    let state = state(tree, key)
    guard !bad.isEmpty || !state.isDone else {
      return Explanation(
        subject, Sentence("Nothing is wrong with \(key.name): \(state.text).", [last]),
        isHealthy: true)
    }
    var causes = bad.prefix(limit).flatMap { $0.sentences.prefix(3) }
    if bad.count > limit {
      causes.append(Sentence("\(bad.count - limit) more Pods are not well.", [last]))
    }
    if bad.isEmpty {
      causes = [
        Sentence("Its controller has not finished: nothing happens until time moves.", [last])
      ]
    }
    return Explanation(
      subject, Sentence("\(key.name): \(state.text).", [last]), because: causes,
      next: bad.first.map { "why \($0.subject)" } ?? "advance 0s")
  }

  private static func state(_ tree: APIValue, _ key: ObjectKey) -> (text: String, isDone: Bool) {
    if key.resource == .jobs {
      let wanted = tree.optionalInteger("spec", "completions") ?? 1
      let done = tree.integer("status", "succeeded")
      let failed = tree.integer("status", "failed")
      let failures = failed > 0 ? ", \(Listing.count(failed, "Pod")) failed" : ""
      return ("\(done) of \(wanted) completions are reached\(failures)", done >= wanted)
    }
    let wanted = tree.optionalInteger("spec", "replicas") ?? 1
    let ready = tree.integer("status", "readyReplicas")
    return ("\(ready) of \(Listing.count(wanted, "Pod")) are ready", ready >= wanted)
  }

  private static func jobEnd(
    _ tree: APIValue, _ subject: String, _ last: TimelineID?
  ) -> Explanation? {
    let name = tree.name
    if tree.condition("Complete") == "True" {
      return Explanation(
        subject, Sentence("Nothing is wrong with \(name): it is Complete.", [last]),
        isHealthy: true)
    }
    let failed = tree.list("status", "conditions").first {
      $0.text("type") == "Failed" && $0.text("status") == "True"
    }
    guard let failed else { return nil }
    return Explanation(
      subject,
      Sentence(
        "\(name) is Failed (\(failed.text("reason"))): \(failed.text("message").withoutStop).",
        [last]))
  }

  private static func lastChange(of key: ObjectKey, in cluster: Cluster) -> TimelineID? {
    var index = cluster.watchLog.count - 1
    while index >= 0, let event = cluster.watchLog[index] {
      if event.key == key { return event.cause }
      index -= 1
    }
    return nil
  }

  /// The Pods of a controller; those of a Deployment belong to its ReplicaSets.
  private static func pods(of key: ObjectKey, in cluster: Cluster) -> [Pod] {
    let objects = cluster.objects
    guard key.resource == .deployments else {
      return objects.pods(
        inNamespace: key.namespace, ofController: key.resource.kind, key.name)
    }
    let sets = objects.list(.replicaSets, namespace: key.namespace).filter {
      $0.tree.controller?.text("name") == key.name
    }
    return sets.flatMap {
      objects.pods(inNamespace: key.namespace, ofController: "ReplicaSet", $0.metadata.name)
    }
  }
}
