internal import PodEngine

/// `scale KIND NAME --replicas=N`: how many Pods a controller keeps.
struct Scale: Command {
  static let description = CommandDescription(
    "scale", .build, synopsis: "scale deployment|replicaset NAME --replicas=N",
    about: "change how many Pods a controller keeps",
    examples: [
      "create deployment web --image=nginx && scale deployment web --replicas=3",
      "create deployment api --image=nginx && scale deploy/api --replicas=0",
    ],
    flags: ObjectSelection.flags + [
      Flag("dry-run", nil, .textOr("unchanged"), "only say what would be done"),
      Flag(
        "output", "o", .text, "yaml, json or name", completes: .oneOf(["yaml", "json", "name"])),
      Flag("replicas", nil, .integer, "how many Pods there shall be"),
      Flag("current-replicas", nil, .integer, "only if there are this many now"),
      Flag("resource-version", nil, .text, "only if the object has this version"),
      Flag("timeout", nil, .duration, "accepted; scale returns at once", completes: .duration),
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let selection: ObjectSelection
  private let creation: Creation
  private let replicas: Int
  private let expected: Int?
  private let version: String?

  init(_ call: Invocation) throws(CommandError) {
    guard let replicas = call.flags.integer("replicas") else {
      throw .arguments("required flag(s) \"replicas\" not set", suggestion: "write --replicas=3")
    }
    guard replicas >= 0 else {
      throw .arguments(
        "The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0")
    }
    selection = try ObjectSelection(call, words: call.arguments, verb: "scale")
    creation = try Creation(call)
    guard !call.arguments.isEmpty else { throw .nothingNamed }
    guard !selection.subjects.named.isEmpty || selection.hasSelector else {
      throw .arguments("resource(s) were provided, but no name was specified")
    }
    self.replicas = replicas
    expected = call.flags.integer("current-replicas")
    version = call.flags.text("resource-version")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let keys = try selection.keys(in: bench)
    guard !keys.isEmpty else { throw .arguments("no objects passed to scale") }
    let missing = keys.filter { bench.cluster.objects[$0] == nil }
    if missing.count == keys.count { throw Self.nothing(missing, in: bench) }
    for key in keys {
      guard let object = bench.cluster.objects[key]?.tree else { continue }
      try check(object, key)
      var copy = bench
      let request = APIRequest.patch(key, .merge(["spec": ["replicas": .integer(replicas)]]))
      let scaled = try copy.demand(request).object
      if !creation.isDryRun { bench = copy }
      creation.say(scaled, key.resource, "scaled", in: &bench)
    }
    if let key = missing.first {
      throw CommandError(.notFound(key), suggestion: bench.nearName(to: key))
    }
  }

  /// None of the objects is there.
  private static func nothing(_ keys: [ObjectKey], in bench: Workbench) -> CommandError {
    let texts = keys.map { APIError.notFound($0).message }
    let all = texts.joined(separator: ", ")
    return CommandError(
      "not-found", "error: no objects passed to scale " + (texts.count > 1 ? "[\(all)]" : all),
      suggestion: keys.first.flatMap { bench.nearName(to: $0) })
  }

  private func check(_ object: APIValue, _ key: ObjectKey) throws(CommandError) {
    guard key.resource == .deployments || key.resource == .replicaSets else {
      throw CommandError(
        "unsupported",
        "Error from server (NotFound): the server could not find the requested resource",
        suggestion: "only Deployments and ReplicaSets have a scale")
    }
    if let expected, object.integer("spec", "replicas") != expected {
      throw CommandError(
        "conflict",
        "error: Expected replicas to be \(expected), was \(object.integer("spec", "replicas"))")
    }
    if let version, object.text("metadata", "resourceVersion") != version {
      throw CommandError(
        "conflict",
        "error: Expected resource version to be \(version), was "
          + object.text("metadata", "resourceVersion"))
    }
  }
}
