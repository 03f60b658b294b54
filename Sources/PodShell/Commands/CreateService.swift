internal import PodEngine

/// `create service clusterip NAME --tcp=80:8080`
struct CreateService: Command {
  static let description = CommandDescription(
    "create service clusterip", aliases: ["create service", "create svc"], .build,
    synopsis: "create service clusterip NAME --tcp=PORT[:TARGET]… [--clusterip=None]",
    about: "make a Service that leads to the Pods with the label app=NAME",
    examples: [
      "create service clusterip web --tcp=80:8080",
      "create service clusterip db --clusterip=None",
    ],
    flags: Creation.flags + [
      Flag("tcp", nil, .list, "PORT, or PORT:TARGET"),
      Flag("clusterip", nil, .text, "None makes a headless Service"),
    ], arguments: [.oneOf(["clusterip"]), .anything], isKubectl: true)

  private let generator: Generator
  private let ports: [APIValue]
  private let clusterIP: String?

  init(_ call: Invocation) throws(CommandError) {
    guard let kind = call.arguments.first, kind.text == "clusterip" else {
      let word = call.arguments.first
      throw .unsupported(
        "podlab makes Services of type ClusterIP only\(word.map { ", not \($0.text)" } ?? "")",
        suggestion: "write create service clusterip NAME --tcp=80", position: word?.position)
    }
    let rest = Invocation(arguments: Array(call.arguments.dropFirst()), flags: call.flags)
    generator = try Generator(rest, kind: "service clusterip")
    var ports: [APIValue] = []
    for text in call.flags.texts("tcp") { ports.append(try PortWord.read(text)) }
    self.ports = ports
    clusterIP = call.flags.text("clusterip")
    guard !ports.isEmpty || clusterIP == "None" else {
      throw .arguments(
        "at least one tcp port specifier must be provided", suggestion: "write --tcp=80")
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let labels: APIValue = ["app": .string(generator.name)]
    var spec: APIValue = ["selector": labels, "type": "ClusterIP"]
    if let clusterIP { spec["clusterIP"] = .string(clusterIP) }
    if !ports.isEmpty { spec["ports"] = .array(ports) }
    let object: APIValue = [
      "apiVersion": "v1", "kind": "Service", "metadata": generator.metadata(labels: labels),
      "spec": spec, "status": ["loadBalancer": .emptyObject],
    ]
    try generator.creation.make(object, .services, in: &bench)
  }
}
