internal import PodEngine

/// `create service nodeport NAME --tcp=80`
struct CreateNodePortService: Command {
  static let description = CommandDescription(
    "create service nodeport", aliases: ["create svc nodeport"], .build,
    synopsis: "create service nodeport NAME --tcp=PORT[:TARGET]… [--node-port=N]",
    about: "make a Service that is also reached at a port of every node",
    examples: [
      "create service nodeport shop --tcp=80",
      "create svc nodeport web --tcp=80 --node-port=30080",
    ],
    flags: ServiceObject.flags + [
      Flag("node-port", nil, .integer, "the port on the nodes, from 30000 to 32767")
    ],
    arguments: [.anything], isKubectl: true)

  private let service: ServiceObject

  init(_ call: Invocation) throws(CommandError) {
    let number = call.flags.integer("node-port") ?? 0
    service = try ServiceObject(call, kind: "nodeport", ["type": "NodePort"]) { port in
      var port = port
      if number != 0 { port["nodePort"] = .integer(number) }
      return port
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) { try service.make(in: &bench) }
}
