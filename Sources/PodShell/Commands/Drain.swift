internal import PodEngine

/// `drain NODE`: lets no new Pods onto a node and takes the others off it, through the eviction API.
/// It moves the clock until they are gone.
struct Drain: Command {
  static let description = CommandDescription(
    "drain", .build, synopsis: "drain NODE… [flags]",
    about: "take all Pods off a node, before it is repaired",
    examples: ["drain node-1", "drain node-2 --ignore-daemonsets --dry-run=client"], flags: own,
    arguments: [.node], isKubectl: true)

  private static let own =
    CordonSwitch.flags + [
      Flag("force", nil, .switched, "also Pods that no controller will replace"),
      Flag("ignore-daemonsets", nil, .switched, "accepted; podlab has no DaemonSets"),
      Flag("delete-emptydir-data", nil, .switched, "also Pods with emptyDir volumes"),
      Flag("grace-period", nil, .integer, "seconds that the processes get to end"),
      Flag(
        "timeout", nil, .duration, "how far to move the clock at most; 0 is an hour",
        completes: .duration),
      Flag("pod-selector", nil, .text, "only Pods with these labels"),
      Flag("disable-eviction", nil, .switched, "delete instead of evicting"),
      Flag(
        "skip-wait-for-delete-timeout", nil, .integer,
        "pass over Pods whose deletion is overdue by so many seconds"),
      Flag("chunk-size", nil, .integer, "accepted; podlab sends everything at once"),
    ]

  private let cordon: CordonSwitch
  private let filter: DrainFilter
  private let podLabels: LabelSelector?
  private let graceSeconds: Int?
  private let limit: SimulatedDuration
  private let usesEviction: Bool
  private let dryRunMark: String

  init(_ call: Invocation) throws(CommandError) {
    cordon = try CordonSwitch(call, verb: "drain", action: "cordon", unschedulable: true)
    var filter = DrainFilter()
    filter.force = call.flags.isOn("force")
    filter.deletesEmptyDirData = call.flags.isOn("delete-emptydir-data")
    filter.skipWaitSeconds = call.flags.integer("skip-wait-for-delete-timeout") ?? 0
    self.filter = filter
    podLabels = try Self.podLabels(call)
    graceSeconds = call.flags.integer("grace-period").flatMap { $0 < 0 ? nil : $0 }
    let timeout = call.flags.duration("timeout") ?? .zero
    limit = timeout > .zero ? timeout : Workbench.longestMove
    usesEviction = !call.flags.isOn("disable-eviction")
    dryRunMark = try Creation(call).mark
  }

  private static func podLabels(_ call: Invocation) throws(CommandError) -> LabelSelector? {
    guard let text = call.flags.text("pod-selector") else { return nil }
    do { return try SelectorParser.labels(text) } catch {
      throw .arguments(
        "--pod-selector=<pod_selector> must be a valid label selector",
        suggestion: "write --pod-selector=app=web",
        position: call.flags.position(of: "pod-selector"))
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let start = bench.cluster.now
    let nodes = try cordon.keys(in: bench)
    for node in nodes { _ = try bench.object(node) }
    try cordon.run(in: &bench)
    var failures: [(node: String, problem: DrainProblem)] = []
    for node in nodes {
      guard let problem = try drain(node.name, in: &bench) else {
        bench.print("node/\(node.name) drained\(dryRunMark)")
        continue
      }
      bench.note(
        "error: unable to drain node \(GoSyntax.quoted(node.name)) due to error: \(problem.text), "
          + "continuing command...")
      failures.append((node.name, problem))
    }
    bench.sayClock(since: start)
    report(failures, in: &bench)
  }

  private func report(
    _ failures: [(node: String, problem: DrainProblem)], in bench: inout Workbench
  ) {
    guard !failures.isEmpty else { return }
    let pending = failures.map { " \($0.node)\n" }.joined()
    bench.note("There are pending nodes to be drained:\n" + pending)
    bench.fail(
      CommandError(
        "drain", failures.flatMap(\.problem.lines).joined(separator: "\n"),
        suggestion: "uncordon \(failures[0].node) opens the node again"))
  }

  /// Takes the Pods off one node; answers why that was not possible.
  private func drain(
    _ node: String, in bench: inout Workbench
  ) throws(CommandError) -> DrainProblem? {
    let list = list(node, in: bench)
    if let refusal = list.refusal { return refusal }
    if let warning = list.warning { bench.note("Warning: \(warning)") }
    for pod in list.pods where usesEviction || !dryRunMark.isEmpty {
      bench.print("evicting pod \(Self.name(pod))\(dryRunMark)")
    }
    guard dryRunMark.isEmpty else { return nil }
    var pending: [ObjectKey] = []
    for pod in list.pods {
      let options = DeleteOptions(gracePeriodSeconds: graceSeconds, uid: pod.metadata.uid)
      do {
        try bench.ask(usesEviction ? .evict(pod.key, options) : .delete(pod.key, options))
      } catch {
        return DrainProblem([
          "error when evicting pods/\(GoSyntax.quoted(pod.metadata.name)) -n "
            + "\(GoSyntax.quoted(pod.metadata.namespace)): \(error.message)"
        ])
      }
      if bench.cluster.objects[pod.key] == nil {
        sayGone(pod.key, in: &bench)
      } else {
        pending.append(pod.key)
      }
    }
    return try wait(for: pending, on: node, in: &bench).map { DrainProblem([$0]) }
  }

  private func list(_ node: String, in bench: Workbench) -> DrainList {
    let pods = bench.cluster.objects.pods(onNode: node).filter { pod in
      podLabels?.matches(pod.metadata.labels) ?? true
    }
    return DrainList(pods, filter, at: bench.cluster.now)
  }

  private func wait(
    for keys: [ObjectKey], on node: String, in bench: inout Workbench
  ) throws(CommandError) -> String? {
    var pending = keys
    let end = bench.cluster.now + limit
    while !pending.isEmpty {
      var gone: ObjectKey?
      let isFound = try bench.moveClock(to: end) { event in
        guard event.change == .deleted, pending.contains(event.key) else { return false }
        gone = event.key
        return true
      }
      guard isFound, let gone else { return timedOut(pending, on: node, in: &bench) }
      pending.removeAll { $0 == gone }
      sayGone(gone, in: &bench)
    }
    return nil
  }

  private func timedOut(
    _ pending: [ObjectKey], on node: String, in bench: inout Workbench
  ) -> String? {
    let reason = "global timeout reached: \(GoDuration.text(limit))"
    let problems = pending.map {
      "error when waiting for pod \(GoSyntax.quoted($0.name)) in namespace "
        + "\(GoSyntax.quoted($0.namespace)) to terminate: \(reason)"
    }
    let problem = DrainProblem(usesEviction ? problems : [reason]).text
    bench.note(
      "There are pending pods in node \(GoSyntax.quoted(node)) when an error occurred: "
        + problem)
    for pod in list(node, in: bench).pods { bench.note("pod/\(pod.metadata.name)") }
    return problem
  }

  private func sayGone(_ key: ObjectKey, in bench: inout Workbench) {
    bench.print("pod/\(key.name) \(usesEviction ? "evicted" : "deleted")")
  }

  private static func name(_ pod: Pod) -> String {
    "\(pod.metadata.namespace)/\(pod.metadata.name)"
  }
}
