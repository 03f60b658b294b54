internal import PodEngine

/// The objects of a `rollout` command, which podlab rolls out only where they are Deployments.
struct RolloutSubjects: Hashable, Sendable {
  private let selection: ObjectSelection

  static let flags = [
    Flag("selector", "l", .text, "only objects with these labels: app=web")
  ]

  /// The flags of the verbs that change something.
  static let changingFlags =
    flags + [
      Flag("output", "o", .text, "yaml, json or name", completes: .oneOf(["yaml", "json", "name"]))
    ]

  init(_ call: Invocation, verb: String) throws(CommandError) {
    guard !call.arguments.isEmpty else {
      throw .arguments(
        "required resource not specified", suggestion: "write rollout \(verb) deployment/NAME")
    }
    selection = try ObjectSelection(call, words: call.arguments, verb: "rollout \(verb)")
  }

  /// The objects that are meant; every one of them must exist.
  func keys(in bench: Workbench) throws(CommandError) -> [ObjectKey] {
    let keys = try selection.keys(in: bench)
    for key in keys { _ = try bench.object(key) }
    return keys
  }
}

extension Resource {
  /// `ReplicaSet.apps`, as errors name a kind with its group.
  var groupKind: String { group.isEmpty ? kind : "\(kind).\(group)" }

  /// Whether kubectl knows it as something that could be rolled out: it has a visitor for it.
  var isWorkload: Bool {
    switch self {
    case .deployments, .jobs, .pods, .replicaSets: true
    case .configMaps, .endpoints, .endpointSlices, .events, .leases, .namespaces, .nodes,
      .priorityClasses, .secrets, .serviceAccounts, .services:
      false
    }
  }
}

/// One change of a Deployment that `rollout` makes with a patch of its own.
struct RolloutChange {
  /// What is said when it is done: `restarted`.
  let done: String
  /// The patch, or why there can be none.
  let patch: (APIValue) -> Result<APIValue, Refusal>
  /// What other kinds are told: `restarting is not supported`.
  let unsupported: String
  /// How the changed object is printed.
  let creation: Creation

  /// Why an object is not changed, in kubectl's words.
  struct Refusal: Error {
    let message: String
    var suggestion: String?
  }

  /// Changes one object after the other; a refusal stops none of the others.
  func run(_ keys: [ObjectKey], in bench: inout Workbench) throws(CommandError) {
    for key in keys {
      let name = "\(key.resource.qualifiedPlural) \(GoSyntax.quoted(key.name))"
      guard key.resource == .deployments else {
        bench.fail(
          CommandError(
            "unsupported", "error: \(name) \(unsupported)", suggestion: "only Deployments do"))
        continue
      }
      switch patch(try bench.object(key)) {
      case .failure(let refusal):
        let message = refusal.message.replacing("{name}", with: name)
        bench.fail(CommandError("conflict", "error: \(message)", suggestion: refusal.suggestion))
      case .success(let patch):
        let changed = try bench.demand(.patch(key, .strategic(patch))).object
        creation.say(changed, key.resource, done, in: &bench)
      }
    }
  }
}
