internal import PodEngine

/// `rollout history deployment/NAME [--revision=N]`: which templates a Deployment has had.
struct RolloutHistory: Command {
  static let description = CommandDescription(
    "rollout history", .observe, synopsis: "rollout history deployment/NAME [--revision=N]",
    about: "list the templates that a Deployment has had",
    examples: [
      "create deployment web --image=nginx && advance 5s && rollout history deployment/web",
      "rollout history deployment/web --revision=1",
    ],
    flags: RolloutSubjects.flags + [
      Flag("revision", nil, .integer, "show one of them whole")
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  /// The annotations with the number of a revision, and with what somebody noted as its cause.
  static let revisionKey = "deployment.kubernetes.io/revision"
  static let causeKey = "kubernetes.io/change-cause"

  private let subjects: RolloutSubjects
  private let revision: Int

  init(_ call: Invocation) throws(CommandError) {
    subjects = try RolloutSubjects(call, verb: "history")
    revision = call.flags.integer("revision") ?? 0
    guard revision >= 0 else {
      throw .arguments(
        "revision must be a positive integer: \(revision)",
        position: call.flags.position(of: "revision"))
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    for key in try subjects.keys(in: bench) {
      guard key.resource == .deployments else {
        throw Self.unsupported(key.resource, "history viewer")
      }
      let history = DeploymentRevisions(of: try bench.object(key), in: bench.cluster)
      let text = try revision > 0 ? details(history) : list(history)
      let which = revision > 0 ? "with revision #\(revision)" : ""
      bench.print("\(key.resource.qualifiedSingular)/\(key.name) \(which)\n\(text)")
    }
  }

  static func unsupported(_ resource: Resource, _ what: String) -> CommandError {
    let name = GoSyntax.quoted(resource.groupKind)
    return .unsupported(
      resource.isWorkload
        ? "no \(what) has been implemented for \(name)"
        : "error retrieving \(what == "rollbacker" ? what : "history") for \(name), "
          + "no visitor method exists for {\(resource.group) \(resource.kind)}",
      suggestion: "only Deployments are rolled out")
  }

  private func list(_ history: DeploymentRevisions) -> String {
    guard !history.all.isEmpty else { return "No rollout history found." }
    var table = TabWriter.describe
    table.write("REVISION\tCHANGE-CAUSE\n")
    for (number, set) in history.all {
      let cause = set.text("metadata", "annotations", Self.causeKey)
      table.write("\(number)\t\(TabWriter.escaped(cause.orNone))\n")
    }
    return table.take()
  }

  private func details(_ history: DeploymentRevisions) throws(CommandError) -> String {
    guard !history.all.isEmpty else { return "No rollout history found." }
    guard let set = history.all.first(where: { $0.number == revision })?.set else {
      throw CommandError(
        "not-found", "error: unable to find the specified revision",
        suggestion: "rollout history without --revision lists them")
    }
    var template = set.field("spec", "template") ?? .emptyObject
    let cause = set.text("metadata", "annotations", Self.causeKey)
    if !cause.isEmpty {
      template[path: "metadata", "annotations", Self.causeKey] = .string(cause)
    }
    var writer = DescribeWriter(keepsTabs: true)
    writer.podTemplate(template)
    return writer.take()
  }
}

/// The ReplicaSets of a Deployment by the numbers of their revisions, oldest first.
struct DeploymentRevisions {
  private(set) var all: [(number: Int, set: APIValue)] = []

  init(of deployment: APIValue, in cluster: Cluster) {
    let uid = deployment.text("metadata", "uid")
    let sets = cluster.objects.list(.replicaSets, namespace: deployment.namespace).map(\.tree)
    for set in sets where set.controller?.text("uid") == uid {
      let number = Int(set.text("metadata", "annotations", RolloutHistory.revisionKey)) ?? 0
      if number > 0 { all.append((number, set)) }
    }
    all.sort { $0.number < $1.number }
  }
}
