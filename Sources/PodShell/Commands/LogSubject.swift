internal import PodEngine

/// Whose log is meant.
enum LogSubject {
  /// The Pod of `web`, `pod/web`, or the first one of `deploy/web`.
  /// Only `logs` says which one of several it takes; `isQuiet` is for everybody else.
  static func pod(
    _ word: Word, isQuiet: Bool = false, in bench: inout Workbench
  ) throws(CommandError) -> APIValue {
    let parts = word.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let resource = parts.count == 2 ? try Subjects.kind(parts[0], at: word.position) : .pods
    let key = ObjectKey(resource, namespace: bench.namespace, name: parts.last ?? word.text)
    guard resource == .pods else {
      return try firstPod(of: key, word, isQuiet: isQuiet, in: &bench)
    }
    guard let pod = bench.cluster.objects[key]?.tree else { throw missing(key, word, in: bench) }
    return pod
  }

  private static func missing(
    _ key: ObjectKey, _ word: Word, in bench: Workbench
  ) -> CommandError {
    CommandError(
      "not-found",
      "error: error from server (NotFound): \(APIError.notFound(key).message) in namespace "
        + GoSyntax.quoted(key.namespace), suggestion: bench.nearName(to: key),
      position: word.position)
  }

  private static func firstPod(
    of key: ObjectKey, _ word: Word, isQuiet: Bool, in bench: inout Workbench
  ) throws(CommandError) -> APIValue {
    guard let owner = bench.cluster.objects[key]?.tree else { throw missing(key, word, in: bench) }
    guard [.services, .deployments, .replicaSets, .jobs].contains(key.resource) else {
      throw CommandError(
        "unsupported",
        "error: cannot get the logs from *v1.\(key.resource.kind): selector for "
          + "*v1.\(key.resource.kind) not implemented", position: word.position)
    }
    let pods = DescribeLookup(cluster: bench.cluster).pods(of: owner, key.resource)
    guard let first = pods.first else {
      throw CommandError(
        "not-found", "error: timed out waiting for the condition",
        suggestion: "\(key.resource.singular)/\(key.name) has no Pods now", position: word.position)
    }
    if pods.count > 1, !isQuiet { bench.note("Found \(pods.count) pods, using pod/\(first.name)") }
    return first
  }

  /// The containers in the order in which kubectl names them: the ordinary ones first.
  static func containers(of pod: APIValue) -> [(name: String, isInit: Bool)] {
    pod.list("spec", "containers").map { ($0.text("name"), false) }
      + pod.list("spec", "initContainers").map { ($0.text("name"), true) }
  }
}
