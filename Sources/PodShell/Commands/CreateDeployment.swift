internal import PodEngine

/// `create deployment NAME --image=IMAGE`
struct CreateDeployment: Command {
  static let description = CommandDescription(
    "create deployment", aliases: ["create deploy"], .build,
    synopsis: "create deployment NAME --image=IMAGE [--replicas=N] [--port=PORT] [-- COMMAND…]",
    about: "make a Deployment, which keeps Pods running",
    examples: [
      "create deployment web --image=nginx --replicas=2",
      "create deploy api --image=httpd --port=80",
    ],
    flags: Creation.flags + [
      Flag("image", nil, .list, "the image to run; may be given more than once", completes: .image),
      Flag("replicas", "r", .integer, "how many Pods"),
      Flag("port", nil, .integer, "the port that the container listens on"),
    ], arguments: [.anything], isKubectl: true)

  private let generator: Generator
  private let images: [String]
  private let replicas: Int
  private let port: Int?
  private let command: [Word]

  init(_ call: Invocation) throws(CommandError) {
    images = call.flags.texts("image")
    guard !images.isEmpty else { throw .arguments("required flag(s) \"image\" not set") }
    generator = try Generator(call, kind: "deployment")
    replicas = call.flags.integer("replicas") ?? 1
    port = call.flags.integer("port")
    command = call.afterDash ?? []
    guard images.count == 1 || command.isEmpty else {
      throw .arguments("cannot specify multiple --image options and command")
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let labels: APIValue = ["app": .string(generator.name)]
    let object: APIValue = [
      "apiVersion": "apps/v1", "kind": "Deployment", "metadata": generator.metadata(labels: labels),
      "spec": [
        "replicas": .integer(replicas), "selector": ["matchLabels": labels],
        "strategy": .emptyObject,
        "template": [
          "metadata": ["creationTimestamp": .null, "labels": labels],
          "spec": ["containers": .array(images.map(container))],
        ],
      ],
      "status": .emptyObject,
    ]
    try generator.creation.make(object, .deployments, in: &bench)
  }

  private func container(_ image: String) -> APIValue {
    var container: APIValue = [
      "image": .string(image), "name": .string(ImageWords.containerName(image)),
      "resources": .emptyObject,
    ]
    if let port { container["ports"] = [["containerPort": .integer(port)]] }
    if !command.isEmpty { container["command"] = .array(command.map { .string($0.text) }) }
    return container
  }
}

/// What kubectl makes of the name of an image.
enum ImageWords {
  /// `nginx` for `docker.io/library/nginx:1.27@sha256:…`.
  static func containerName(_ image: String) -> String {
    var name = image.split(separator: "/").last.map(String.init) ?? image
    name = String(name.split(separator: "@").first ?? "")
    name = String(name.split(separator: ":").first ?? "")
    return String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}
