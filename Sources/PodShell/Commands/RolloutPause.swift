internal import PodEngine

/// `rollout pause deployment/NAME`: leaves changes of the template lying.
struct RolloutPause: Command {
  static let description = CommandDescription(
    "rollout pause", .build, synopsis: "rollout pause deployment/NAME",
    about: "leave changes of a Deployment's template lying for now",
    examples: [
      "create deployment web --image=nginx && rollout pause deployment/web",
      "create deployment api --image=nginx && rollout pause deploy api",
    ], flags: RolloutSubjects.changingFlags, arguments: [.kindOrObject, .nameOfKind],
    isKubectl: true)

  private let subjects: RolloutSubjects
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    subjects = try RolloutSubjects(call, verb: "pause")
    creation = try Creation(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let change = RolloutChange(
      done: "paused",
      patch: { deployment in
        deployment.flag("spec", "paused")
          ? .failure(RolloutChange.Refusal(message: "{name} is already paused"))
          : .success(["spec": ["paused": true]])
      }, unsupported: "pausing is not supported", creation: creation)
    try change.run(try subjects.keys(in: bench), in: &bench)
  }
}
