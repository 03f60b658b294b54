internal import PodEngine

/// `create service clusterip NAME --tcp=80:8080`
struct CreateClusterIPService: Command {
  static let description = CommandDescription(
    "create service clusterip", aliases: ["create svc clusterip"], .build,
    synopsis: "create service clusterip NAME --tcp=PORT[:TARGET]… | --clusterip=None",
    about: "make a Service that leads to the Pods with the label app=NAME",
    examples: [
      "create service clusterip web --tcp=80:8080",
      "create svc clusterip db --clusterip=None",
    ],
    flags: ServiceObject.flags + [
      Flag("clusterip", nil, .text, "an address, or None for a headless Service")
    ],
    arguments: [.anything], isKubectl: true)

  private let service: ServiceObject

  init(_ call: Invocation) throws(CommandError) {
    var fields: APIValue = ["type": "ClusterIP"]
    let address = call.flags.text("clusterip")
    if let address { fields["clusterIP"] = .string(address) }
    service = try ServiceObject(call, kind: "clusterip", fields, needsPorts: address != "None")
  }

  func run(in bench: inout Workbench) throws(CommandError) { try service.make(in: &bench) }
}
