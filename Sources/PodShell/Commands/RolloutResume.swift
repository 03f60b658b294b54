internal import PodEngine

/// `rollout resume deployment/NAME`: goes on with a rollout that was paused.
struct RolloutResume: Command {
  static let description = CommandDescription(
    "rollout resume", .build, synopsis: "rollout resume deployment/NAME",
    about: "go on with a rollout that was paused",
    examples: [
      "create deployment web --image=nginx && rollout pause deploy/web "
        + "&& rollout resume deploy/web",
      "rollout pause deploy/web && rollout resume deploy web",
    ], flags: RolloutSubjects.changingFlags, arguments: [.kindOrObject, .nameOfKind],
    isKubectl: true)

  private let subjects: RolloutSubjects
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    subjects = try RolloutSubjects(call, verb: "resume")
    creation = try Creation(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let change = RolloutChange(
      done: "resumed",
      patch: { deployment in
        deployment.flag("spec", "paused")
          ? .success(["spec": ["paused": .null]])
          : .failure(RolloutChange.Refusal(message: "{name} is not paused"))
      }, unsupported: "resuming is not supported", creation: creation)
    try change.run(try subjects.keys(in: bench), in: &bench)
  }
}
