internal import PodEngine

/// `rollout restart deployment/NAME`: replaces all Pods by new ones, step by step.
struct RolloutRestart: Command {
  static let description = CommandDescription(
    "rollout restart", .build, synopsis: "rollout restart deployment/NAME",
    about: "replace all Pods of a Deployment step by step",
    examples: [
      "create deployment web --image=nginx && rollout restart deployment/web",
      "create deployment api --image=nginx && rollout restart deploy api",
    ], flags: RolloutSubjects.changingFlags, arguments: [.kindOrObject, .nameOfKind],
    isKubectl: true)

  private let subjects: RolloutSubjects
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    subjects = try RolloutSubjects(call, verb: "restart")
    creation = try Creation(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let now = bench.cluster.now.timestamp
    let change = RolloutChange(
      done: "restarted", patch: { Self.patch($0, now: now) },
      unsupported: "restarting is not supported", creation: creation)
    try change.run(try subjects.keys(in: bench), in: &bench)
  }

  /// A new annotation in the template: that it differs is all that it is for.
  private static func patch(
    _ deployment: APIValue, now: String
  ) -> Result<APIValue, RolloutChange.Refusal> {
    let key = "kubectl.kubernetes.io/restartedAt"
    if deployment.flag("spec", "paused") {
      return .failure(
        RolloutChange.Refusal(
          message: "{name} can't restart paused deployment (run rollout resume first)"))
    }
    if deployment.text("spec", "template", "metadata", "annotations", key) == now {
      return .failure(
        RolloutChange.Refusal(
          message: "failed to create patch for \(deployment.name): if restart has already been "
            + "triggered within the past second, please wait before attempting to trigger another",
          suggestion: "advance 1s lets a second pass"))
    }
    return .success(
      ["spec": ["template": ["metadata": ["annotations": [key: .string(now)]]]]])
  }
}
