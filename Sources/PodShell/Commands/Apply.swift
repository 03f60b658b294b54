internal import PodEngine

/// `apply -f FILE`: makes the objects be as the manifest says, and leaves alone what it never said.
struct Apply: Command {
  static let description = CommandDescription(
    "apply", .build, synopsis: "apply -f FILE|-",
    about: "make objects be as a manifest says",
    examples: [
      "apply -f - <<YAML\napiVersion: v1\nkind: Pod\nmetadata: {name: web}\n"
        + "spec: {containers: [{name: web, image: nginx}]}\nYAML",
      "apply --help",
    ],
    flags: Manifests.flags + Creation.flags + missing, arguments: [.file], isKubectl: true)

  private static let missing = [
    Flag(
      "server-side", nil,
      .missing(takesValue: false, instead: "leave it away: podlab merges as client-side apply"), ""),
    Flag(
      "force", nil, .missing(takesValue: false, instead: "replace --force makes objects anew"), ""),
    Flag("prune", nil, .missing(takesValue: false, instead: "delete what is no longer wanted"), ""),
    Flag("overwrite", nil, .switched, "accepted; podlab always overwrites"),
  ]

  private let manifests: Manifests
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    if let word = call.arguments.first {
      throw .arguments(
        "Unexpected args: [\(word.text)]\nSee 'kubectl apply -h' for help and examples",
        suggestion: "write apply -f \(word.text)", position: word.position)
    }
    guard let manifests = Manifests(call) else {
      throw .arguments("must specify one of -f and -k", suggestion: "write apply -f FILE")
    }
    self.manifests = manifests
    creation = try Creation(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let objects = try manifests.objects(in: bench)
    if objects.found.isEmpty, objects.problems.isEmpty {
      throw manifests.nothingPassed(to: "apply")
    }
    try Batch(doing: "creating", problemsFirst: true).run(
      objects, in: &bench, refuse: Self.withoutName
    ) {
      document, key, bench throws(APIError) in
      try apply(document.value, key, in: &bench)
    }
  }

  /// Only `create` takes an object without a name, for the sake of `generateName`.
  private static func withoutName(_ object: ManifestObjects.Found) -> CommandError? {
    let (document, resource) = (object.document, object.key.resource)
    guard document.value.name.isEmpty else { return nil }
    let version = resource.apiVersion
    var error = CommandError(
      "invalid",
      "error: error when retrieving current configuration of:\n"
        + "Resource: \"\(version), Resource=\(resource.plural)\", "
        + "GroupVersionKind: \"\(version), Kind=\(resource.kind)\"\n"
        + "Name: \"\", Namespace: \(GoSyntax.quoted(object.key.namespace))\n"
        + "from server for: \(GoSyntax.quoted(document.file)): resource name may not be empty",
      suggestion: "\(document.start): add metadata.name; only create takes generateName")
    error.manifestPlaces = error.suggestion
    return error
  }

  private func apply(
    _ object: APIValue, _ key: ObjectKey, in bench: inout Workbench
  ) throws(APIError) {
    var object = object
    if key.resource.isNamespaced { object[path: "metadata", "namespace"] = .string(key.namespace) }
    let wanted = LastApplied.marked(object)
    guard let live = bench.cluster.objects[key]?.tree else {
      return try creation.attempt(wanted, key.resource, namespace: key.namespace, in: &bench)
    }
    if LastApplied.read(live) == nil { bench.note(Self.missingAnnotation(key)) }
    try merge(wanted, into: live, key, in: &bench)
  }

  /// Sends the patch that leads from what is there to what is wanted; it is empty where nothing is
  /// to be done.
  private func merge(
    _ wanted: APIValue, into live: APIValue, _ key: ObjectKey, in bench: inout Workbench
  ) throws(APIError) {
    let patch = Patch.threeWay(
      original: LastApplied.read(live) ?? .emptyObject, modified: wanted, current: live,
      resource: key.resource)
    guard patch != .emptyObject else {
      return creation.say(live, key.resource, "unchanged", in: &bench)
    }
    var copy = bench
    let response = try copy.ask(.patch(key, .strategic(patch)))
    if creation.dryRun == .none { bench = copy }
    let done = response.changed ? "configured" : "unchanged"
    creation.say(response.object, key.resource, done, in: &bench)
  }

  /// Makes the object so, or changes what is there; says nothing.
  static func bring(
    _ object: APIValue, _ key: ObjectKey, _ live: APIValue?, in bench: inout Workbench
  ) throws(APIError) {
    var object = object
    if key.resource.isNamespaced { object[path: "metadata", "namespace"] = .string(key.namespace) }
    let wanted = LastApplied.marked(object)
    guard let live else {
      _ = try bench.ask(.create(wanted, key.resource, namespace: key.namespace))
      return
    }
    let patch = Patch.threeWay(
      original: LastApplied.read(live) ?? .emptyObject, modified: wanted, current: live,
      resource: key.resource)
    if patch != .emptyObject { _ = try bench.ask(.patch(key, .strategic(patch))) }
  }

  private static func missingAnnotation(_ key: ObjectKey) -> String {
    "Warning: resource \(key.resource.plural)/\(key.name) is missing the \(LastApplied.key) "
      + "annotation which is required by kubectl apply. kubectl apply should only be used on "
      + "resources created declaratively by either kubectl create --save-config or kubectl apply. "
      + "The missing annotation will be patched automatically."
  }
}
