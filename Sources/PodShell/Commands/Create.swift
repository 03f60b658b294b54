internal import PodEngine

/// `create -f FILE`: makes the objects of a manifest. The kinds that have flags of their own are
/// commands of their own.
struct Create: Command {
  static let description = CommandDescription(
    "create", .build, synopsis: "create -f FILE|-",
    about: "make objects from a manifest, or with flags: create pod, create deployment, …",
    examples: [
      "create -f - <<YAML\napiVersion: v1\nkind: Pod\nmetadata: {name: web}\n"
        + "spec: {containers: [{name: web, image: nginx}]}\nYAML",
      "create namespace shop",
    ],
    flags: Manifests.flags + Creation.flags, arguments: [], isKubectl: true)

  private let manifests: Manifests
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    if let word = call.arguments.first {
      throw CommandTable.missingKind(of: word.text == "svc" ? "service" : word.text, call.arguments)
        ?? Self.unexpected(word)
    }
    guard let manifests = Manifests(call) else {
      throw .arguments(
        "must specify one of -f and -k",
        suggestion: "write create -f FILE, or create pod NAME --image=IMAGE")
    }
    self.manifests = manifests
    creation = try Creation(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let objects = try manifests.objects(in: bench)
    if objects.found.isEmpty, objects.problems.isEmpty {
      throw manifests.nothingPassed(to: "create")
    }
    try Batch(doing: "creating").run(objects, in: &bench) {
      document, key, bench throws(APIError) in
      try creation.attempt(
        document.value, key.resource, namespace: key.namespace, in: &bench)
    }
  }

  /// What kubectl makes of flags and podlab does not, with what comes nearest.
  static let absent: [(kind: String, instead: String)] = [
    ("clusterrole", "everything is allowed"), ("clusterrolebinding", "everything is allowed"),
    ("cronjob", "create job makes one run"), ("cj", "create job makes one run"),
    ("ingress", "expose makes a Service"), ("ing", "expose makes a Service"),
    ("poddisruptionbudget", "evict is never refused"), ("pdb", "evict is never refused"),
    ("quota", "create pod --limits limits one Pod"),
    ("resourcequota", "create pod --limits limits one Pod"),
    ("role", "everything is allowed"), ("rolebinding", "everything is allowed"),
    ("token", "Pods find theirs below /var/run/secrets"),
  ]

  private static func unexpected(_ word: Word) -> CommandError {
    if let absent = absent.first(where: { $0.kind == word.text }) {
      return .unsupported(
        "podlab does not simulate \"kubectl create \(absent.kind)\"",
        suggestion: absent.instead, position: word.position)
    }
    let known = CommandTable.all.map { $0.description.name }.filter { $0.hasPrefix("create ") }
      .map { String($0.dropFirst("create ".count)) }
    let near = NearestName.to(word.text, among: known).map { "did you mean create \($0)?" }
    return .arguments(
      "Unexpected args: [\(word.text)]\nSee 'kubectl create -h' for help and examples",
      suggestion: near ?? "create knows: \(known.joined(separator: ", "))",
      position: word.position)
  }
}
