internal import OrderedCollections
internal import PodEngine

/// `rollout undo deployment/NAME [--to-revision=N]`: goes back to an earlier template.
struct RolloutUndo: Command {
  static let description = CommandDescription(
    "rollout undo", .build, synopsis: "rollout undo deployment/NAME [--to-revision=N]",
    about: "go back to an earlier template of a Deployment",
    examples: [
      "create deployment web --image=nginx && advance 5s && set image deploy/web '*=httpd' "
        + "&& advance 5s && rollout undo deployment/web",
      "advance 5s && rollout undo deployment/web --to-revision=2",
    ],
    flags: RolloutSubjects.changingFlags + [
      Flag("to-revision", nil, .integer, "which one; the one before the present unless said")
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let subjects: RolloutSubjects
  private let revision: Int
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    subjects = try RolloutSubjects(call, verb: "undo")
    creation = try Creation(call)
    revision = call.flags.integer("to-revision") ?? 0
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    for key in try subjects.keys(in: bench) {
      guard key.resource == .deployments else {
        throw RolloutHistory.unsupported(key.resource, "rollbacker")
      }
      let deployment = try bench.object(key)
      let done = try undo(deployment, key, in: &bench)
      creation.say(try bench.object(key), key.resource, done, in: &bench)
    }
  }

  private func undo(
    _ deployment: APIValue, _ key: ObjectKey, in bench: inout Workbench
  ) throws(CommandError) -> String {
    guard revision >= 0 else { throw notFound }
    if deployment.flag("spec", "paused") {
      throw CommandError(
        "conflict",
        "error: cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' "
          + "and try again")
    }
    let set = try target(of: deployment, in: bench)
    var template = set.field("spec", "template") ?? .emptyObject
    template[path: "metadata", "labels", "pod-template-hash"] = nil
    let present = deployment.field("spec", "template") ?? .emptyObject
    guard JSONText.text(template) != JSONText.text(present) else {
      return "skipped rollback (current template already matches revision \(revision))"
    }
    let patch: APIValue = [
      ["op": "replace", "path": "/spec/template", "value": template],
      [
        "op": "replace", "path": "/metadata/annotations",
        "value": annotations(of: deployment, and: set),
      ],
    ]
    do { try bench.ask(.patch(key, .json(patch))) } catch {
      throw CommandError(
        "conflict", "error: failed restoring revision \(revision): \(error.message)")
    }
    return "rolled back"
  }

  private var notFound: CommandError {
    CommandError(
      "not-found", "error: unable to find specified revision \(revision) in history",
      suggestion: "rollout history lists the revisions")
  }

  private func target(
    of deployment: APIValue, in bench: Workbench
  ) throws(CommandError) -> APIValue {
    let revisions = DeploymentRevisions(of: deployment, in: bench.cluster).all
    if revision > 0 {
      guard let set = revisions.first(where: { $0.number == revision })?.set else { throw notFound }
      return set
    }
    guard let previous = revisions.dropLast().last?.set else {
      throw CommandError(
        "not-found",
        "error: no rollout history found for deployment \(GoSyntax.quoted(deployment.name))",
        suggestion: "a change of the template makes a second revision")
    }
    return previous
  }

  /// What the controller and `apply` keep for themselves stays; the rest comes from the old set.
  private func annotations(of deployment: APIValue, and set: APIValue) -> APIValue {
    let kept = [
      LastApplied.key, RolloutHistory.revisionKey, "deployment.kubernetes.io/revision-history",
      "deployment.kubernetes.io/desired-replicas", "deployment.kubernetes.io/max-replicas",
    ]
    var result = APIValue.emptyObject
    for (key, value) in deployment.sortedFields(["metadata", "annotations"])
    where kept.contains(key) { result[key] = value }
    for (key, value) in set.sortedFields(["metadata", "annotations"]) where !kept.contains(key) {
      result[key] = value
    }
    return result
  }
}
