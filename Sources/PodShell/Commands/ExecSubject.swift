internal import PodEngine

/// Where a command is to run: kubectl's `exec`, `cp` and what is built on them.
enum ExecSubject {
  /// The annotation that names the container that is meant when none is named.
  private static let defaultContainerAnnotation = "kubectl.kubernetes.io/default-container"

  /// The Pod of `web` or `pod/web`, or the first one of `deploy/web`; it must not have ended.
  static func pod(_ word: Word, in bench: inout Workbench) throws(CommandError) -> APIValue {
    let parts = word.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isPod = parts.count == 1 || Resource(word: parts[0]) == .pods
    let pod: APIValue
    if isPod {
      let key = ObjectKey(.pods, namespace: bench.namespace, name: parts.last ?? word.text)
      pod = try bench.object(key, position: word.position)
    } else {
      let resource = try Subjects.kind(parts[0], at: word.position)
      // kubectl's logs has words of its own for what is missing.
      let key = ObjectKey(resource, namespace: bench.namespace, name: parts.last ?? word.text)
      _ = try bench.object(key, position: word.position)
      pod = try LogSubject.pod(word, isQuiet: true, in: &bench)
    }
    let phase = pod.text("status", "phase")
    guard phase != "Succeeded", phase != "Failed" else {
      throw CommandError(
        "not-running",
        "error: cannot exec into a container in a completed pod; current phase is \(phase)",
        suggestion: "logs \(pod.name) shows what it printed", position: word.position)
    }
    return pod
  }

  /// The container that is meant when none is named; kubectl says which one when there are several
  /// (`FindOrDefaultContainerByName` in kubectl/pkg/cmd/util/podcmd).
  static func defaultContainer(
    of pod: APIValue, isQuiet: Bool = false, in bench: inout Workbench
  ) -> String {
    let all = LogSubject.containers(of: pod)
    let ephemeral = pod.list("spec", "ephemeralContainers").map { $0.text("name") }
    let annotated = pod.text("metadata", "annotations", defaultContainerAnnotation)
    if (all.map(\.name) + ephemeral).contains(annotated) { return annotated }
    guard let first = all.first?.name else { return "" }
    if !isQuiet, all.count + ephemeral.count > 1 {
      let names =
        all.filter { !$0.isInit }.map(\.name) + ephemeral.map { "\($0) (ephem)" }
        + all.filter(\.isInit).map { "\($0.name) (init)" }
      bench.note(
        "Defaulted container \(GoSyntax.quoted(first)) out of: \(names.joined(separator: ", "))")
    }
    return first
  }
}
