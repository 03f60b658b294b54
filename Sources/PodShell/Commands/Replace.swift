internal import PodEngine

/// `replace -f FILE`: puts whole objects in place of the stored ones; `--force` deletes them first.
struct Replace: Command {
  static let description = CommandDescription(
    "replace", .build, synopsis: "replace [--force] -f FILE|-",
    about: "put whole objects in place of the stored ones",
    examples: [
      "replace --force -f - <<YAML\napiVersion: v1\nkind: Pod\nmetadata: {name: web}\n"
        + "spec: {containers: [{name: web, image: nginx}]}\nYAML",
      "replace --help",
    ],
    flags: Manifests.flags + Creation.flags + [
      Flag("force", nil, .switched, "delete the objects at once, then make them anew"),
      Flag("grace-period", nil, .integer, "accepted with --force"),
    ], isKubectl: true)

  private let manifests: Manifests
  private let creation: Creation
  private let isForced: Bool

  init(_ call: Invocation) throws(CommandError) {
    guard let manifests = Manifests(call) else {
      throw .arguments("must specify one of -f and -k", suggestion: "write replace -f FILE")
    }
    self.manifests = manifests
    creation = try Creation(call)
    isForced = call.flags.isOn("force")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let objects = try manifests.objects(in: bench)
    if objects.found.isEmpty, objects.problems.isEmpty {
      throw manifests.nothingPassed(to: "replace")
    }
    try Batch(doing: "replacing").run(objects, in: &bench) {
      document, key, bench throws(APIError) in
      try isForced
        ? remake(document.value, key, in: &bench) : replace(document.value, key, in: &bench)
    }
  }

  private func replace(
    _ object: APIValue, _ key: ObjectKey, in bench: inout Workbench
  ) throws(APIError) {
    let response = try bench.ask(.replace(object, key))
    creation.say(response.object, key.resource, "replaced", in: &bench)
  }

  private func remake(
    _ object: APIValue, _ key: ObjectKey, in bench: inout Workbench
  ) throws(APIError) {
    if bench.cluster.objects[key] != nil {
      try bench.ask(.delete(key, DeleteOptions(gracePeriodSeconds: 0)))
      bench.print("\(key.resource.qualifiedSingular) \"\(key.name)\" deleted")
    }
    try creation.attempt(
      object, key.resource, namespace: key.namespace, done: "replaced", in: &bench)
  }
}
