internal import OrderedCollections
internal import PodEngine

/// `create secret docker-registry NAME`: what a kubelet shows a registry that asks who is there.
/// kubectl's `create_secret_docker.go`.
struct CreateRegistrySecret: Command {
  static let description = CommandDescription(
    "create secret docker-registry", .build,
    synopsis: "create secret docker-registry NAME --docker-username=USER --docker-password=WORD",
    about: "make a Secret with the credentials for a registry, for imagePullSecrets",
    examples: [
      "create secret docker-registry door --docker-username=ann --docker-password=secret",
      "create secret docker-registry door --docker-server=registry.example --docker-username=ann "
        + "--docker-password=secret --dry-run=client -o yaml",
    ],
    flags: Creation.flags + [
      Flag("docker-server", nil, .text, "the registry; https://index.docker.io/v1/ unless given"),
      Flag("docker-username", nil, .text, "who asks"),
      Flag("docker-password", nil, .text, "the password"),
      Flag("docker-email", nil, .text, "an address; most registries need none"),
      Flag(
        "from-file", nil, .texts, "FILE, or .dockerconfigjson=FILE, in place of the others",
        completes: .file),
    ],
    arguments: [.anything], isKubectl: true)

  private static let key = ".dockerconfigjson"

  private enum Source: Hashable, Sendable {
    case credentials(server: String, APIValue)
    case file(key: String, path: String)
  }

  private let generator: Generator
  private let source: Source

  init(_ call: Invocation) throws(CommandError) {
    generator = try Generator(call, kind: "secret docker-registry")
    source = try Self.source(call.flags)
  }

  private static func source(_ flags: FlagValues) throws(CommandError) -> Source {
    if let text = flags.texts("from-file").last {
      let (key, path) = try LiteralData.source(text)
      return .file(key: key ?? Self.key, path: path)
    }
    let server = flags.text("docker-server") ?? "https://index.docker.io/v1/"
    guard let user = flags.text("docker-username"), let password = flags.text("docker-password"),
      !user.isEmpty, !password.isEmpty, !server.isEmpty
    else {
      throw .arguments(
        "either --from-file or the combination of --docker-username, --docker-password and "
          + "--docker-server is required",
        suggestion: "add --docker-username USER --docker-password WORD")
    }
    return .credentials(server: server, entry(flags, user, password))
  }

  /// What the file of a container engine holds for one registry.
  private static func entry(_ flags: FlagValues, _ user: String, _ password: String) -> APIValue {
    var entry = APIObject()
    entry["username"] = .string(user)
    entry["password"] = .string(password)
    if let email = flags.text("docker-email"), !email.isEmpty { entry["email"] = .string(email) }
    entry["auth"] = .string(Base64Text.encoded("\(user):\(password)"))
    return .object(entry)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let entry =
      switch source {
      case .credentials(let server, let entry):
        (Self.key, JSONText.text(compact: ["auths": .object([server: entry])]))
      case .file(let key, let path): (key, try LiteralData.text(of: path, in: bench))
      }
    try SecretObject.make(
      generator, [entry], type: "kubernetes.io/dockerconfigjson", in: &bench)
  }
}
