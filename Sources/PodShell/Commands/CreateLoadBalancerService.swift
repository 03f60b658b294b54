internal import PodEngine

/// `create service loadbalancer NAME --tcp=80`
struct CreateLoadBalancerService: Command {
  static let description = CommandDescription(
    "create service loadbalancer", aliases: ["create svc loadbalancer"], .build,
    synopsis: "create service loadbalancer NAME --tcp=PORT[:TARGET]…",
    about: "make a Service that waits for a load balancer outside",
    examples: [
      "create service loadbalancer shop --tcp=80",
      "create svc loadbalancer web --tcp=80:8080",
    ],
    flags: ServiceObject.flags,
    arguments: [.anything], isKubectl: true)

  private let service: ServiceObject

  init(_ call: Invocation) throws(CommandError) {
    service = try ServiceObject(call, kind: "loadbalancer", ["type": "LoadBalancer"])
  }

  func run(in bench: inout Workbench) throws(CommandError) { try service.make(in: &bench) }
}
