internal import PodEngine

/// `rollout status deployment/NAME`: lets time pass until a rollout has ended.
struct RolloutStatus: Command {
  static let description = CommandDescription(
    "rollout status", .observe,
    synopsis: "rollout status deployment/NAME [--watch=false] [--timeout=5m] [--revision=N]",
    about: "let time pass until a rollout has ended, and show how it goes",
    examples: [
      "create deployment web --image=nginx && rollout status deployment/web",
      "rollout status deployment/web --watch=false",
    ],
    flags: RolloutSubjects.flags + [
      Flag("watch", "w", .switched, "wait for the end; on unless --watch=false"),
      Flag("revision", nil, .integer, "only this revision; 0 means the last one"),
      Flag(
        "timeout", nil, .duration, "how far to go at most; 1h unless said", completes: .duration),
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let subjects: RolloutSubjects
  private let watches: Bool
  private let revision: Int
  private let limit: SimulatedDuration

  init(_ call: Invocation) throws(CommandError) {
    subjects = try RolloutSubjects(call, verb: "status")
    watches = call.flags.isOn("watch", default: true)
    revision = call.flags.integer("revision") ?? 0
    guard revision >= 0 else {
      throw .arguments(
        "revision must be a positive integer: \(revision)",
        position: call.flags.position(of: "revision"))
    }
    let timeout = call.flags.duration("timeout") ?? .zero
    limit = timeout > .zero ? timeout : Workbench.longestMove
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let start = bench.cluster.now
    for key in try subjects.keys(in: bench) {
      guard key.resource == .deployments else {
        throw CommandError(
          "unsupported",
          "error: no status viewer has been implemented for \(key.resource.groupKind)",
          suggestion: "only Deployments are rolled out")
      }
      try follow(key, until: start + limit, in: &bench)
    }
    bench.sayClock(since: start)
  }

  private func follow(
    _ key: ObjectKey, until end: SimulatedTime, in bench: inout Workbench
  ) throws(CommandError) {
    var progress = RolloutProgress(try bench.object(key), revision: revision)
    var lines = [progress.line]
    if watches, !progress.isOver {
      _ = try bench.moveClock(to: end) { event in
        guard event.key == key else { return false }
        progress =
          event.change == .deleted
          ? .failed("object has been deleted") : RolloutProgress(event.object, revision: revision)
        lines.append(progress.line)
        return progress.isOver
      }
      if !progress.isOver { progress = .failed("timed out waiting for the condition") }
    }
    for line in lines where !line.isEmpty { bench.print(line) }
    guard case .failed(let message) = progress else { return }
    bench.fail(
      CommandError(
        message.hasPrefix("timed out") ? "timeout" : "rollout", "error: \(message)",
        suggestion: "describe deployment \(key.name) and get pods show what stands in the way"))
  }
}

/// How far a rollout is (`DeploymentStatusViewer`).
enum RolloutProgress: Hashable, Sendable {
  case waiting(String)
  case done(String)
  case failed(String)

  /// What is printed; nothing where it failed.
  var line: String {
    switch self {
    case .waiting(let text), .done(let text): text
    case .failed: ""
    }
  }

  var isOver: Bool { if case .waiting = self { false } else { true } }

  init(_ deployment: APIValue, revision wanted: Int) {
    let name = GoSyntax.quoted(deployment.name)
    let revision = Int(deployment.text("metadata", "annotations", RolloutHistory.revisionKey)) ?? 0
    if wanted > 0, wanted != revision {
      self = .failed(
        "desired revision (\(wanted)) is different from the running revision (\(revision))")
      return
    }
    let status = deployment.field("status") ?? .emptyObject
    guard deployment.integer("metadata", "generation") <= status.integer("observedGeneration")
    else {
      self = .waiting("Waiting for deployment spec update to be observed...")
      return
    }
    let progressing = status.list("conditions").first { $0.text("type") == "Progressing" }
    if progressing?.text("reason") == "ProgressDeadlineExceeded" {
      self = .failed("deployment \(name) exceeded its progress deadline")
      return
    }
    guard let rest = Self.unfinished(status, wanted: deployment.integer("spec", "replicas")) else {
      self = .done("deployment \(name) successfully rolled out")
      return
    }
    self = .waiting("Waiting for deployment \(name) rollout to finish: \(rest)...")
  }

  private static func unfinished(_ status: APIValue, wanted: Int) -> String? {
    let (all, updated) = (status.integer("replicas"), status.integer("updatedReplicas"))
    let available = status.integer("availableReplicas")
    if updated < wanted { return "\(updated) out of \(wanted) new replicas have been updated" }
    if all > updated { return "\(all - updated) old replicas are pending termination" }
    return available < updated ? "\(available) of \(updated) updated replicas are available" : nil
  }
}
