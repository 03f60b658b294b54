internal import PodEngine

/// `create service clusterip NAME --tcp=80:8080`, and the other types of Services.
struct CreateService: Command {
  static let description = CommandDescription(
    "create service clusterip", aliases: ["create service", "create svc"], .build,
    synopsis:
      "create service clusterip|nodeport|loadbalancer|externalname NAME --tcp=PORT[:TARGET]…",
    about: "make a Service that leads to the Pods with the label app=NAME",
    examples: [
      "create service clusterip web --tcp=80:8080",
      "create service nodeport shop --tcp=80",
    ],
    flags: Creation.flags + [
      Flag("tcp", nil, .list, "PORT, or PORT:TARGET"),
      Flag("clusterip", nil, .text, "clusterip: None makes a headless Service"),
      Flag("node-port", nil, .integer, "nodeport: the port on the nodes, from 30000 to 32767"),
      Flag("external-name", nil, .text, "externalname: the name that it stands for"),
    ], arguments: [.oneOf(Kind.allCases.map(\.rawValue)), .anything], isKubectl: true)

  enum Kind: String, CaseIterable {
    case clusterip, nodeport, loadbalancer, externalname

    /// As the API spells it.
    var type: String {
      switch self {
      case .clusterip: "ClusterIP"
      case .nodeport: "NodePort"
      case .loadbalancer: "LoadBalancer"
      case .externalname: "ExternalName"
      }
    }
  }

  private let kind: Kind
  private let generator: Generator
  private let spec: APIValue

  init(_ call: Invocation) throws(CommandError) {
    guard let kind = call.arguments.first.flatMap({ Kind(rawValue: $0.text.lowercased()) }) else {
      throw Self.unknownKind(call)
    }
    self.kind = kind
    let rest = Invocation(arguments: Array(call.arguments.dropFirst()), flags: call.flags)
    generator = try Generator(rest, kind: "service \(kind.rawValue)")
    spec = try Self.spec(kind, call, name: generator.name)
  }

  private static func unknownKind(_ call: Invocation) -> CommandError {
    let words = call.arguments.map(\.text).joined(separator: " ")
    let suggestion = "write create service clusterip NAME --tcp=80"
    guard !words.isEmpty else {
      return .arguments("create service needs a type of Service", suggestion: suggestion)
    }
    return .arguments(
      "unknown command \(GoSyntax.quoted(words))\n"
        + "See 'kubectl create service -h' for help and examples",
      suggestion: suggestion, position: call.arguments[0].position)
  }

  private static func spec(
    _ kind: Kind, _ call: Invocation, name: String
  ) throws(CommandError) -> APIValue {
    var ports: [APIValue] = []
    for text in call.flags.texts("tcp") {
      var port = try PortWord.read(text)
      if kind == .nodeport, let number = call.flags.integer("node-port"), number != 0 {
        port["nodePort"] = .integer(number)
      }
      ports.append(port)
    }
    let clusterIP = call.flags.text("clusterip")
    if kind == .externalname, call.flags.text("external-name") == nil {
      throw .arguments("required flag(s) \"external-name\" not set")
    }
    guard !ports.isEmpty || clusterIP == "None" || kind == .externalname else {
      throw .arguments(
        "at least one tcp port specifier must be provided", suggestion: "write --tcp=80")
    }
    var spec: APIValue = ["selector": ["app": .string(name)], "type": .string(kind.type)]
    if kind == .clusterip, let clusterIP { spec["clusterIP"] = .string(clusterIP) }
    if let other = call.flags.text("external-name") { spec["externalName"] = .string(other) }
    if !ports.isEmpty { spec["ports"] = .array(ports) }
    return spec
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let object: APIValue = [
      "apiVersion": "v1", "kind": "Service",
      "metadata": generator.metadata(labels: ["app": .string(generator.name)]), "spec": spec,
      "status": ["loadBalancer": .emptyObject],
    ]
    try generator.creation.make(object, .services, in: &bench)
  }
}
