internal import PodEngine

/// `expose KIND NAME --port=80`: makes a Service that leads to the Pods of an object.
struct Expose: Command {
  static let description = CommandDescription(
    "expose", .build,
    synopsis:
      "expose KIND NAME [--port=PORT] [--target-port=PORT] [--name=NAME] [--cluster-ip=None]",
    about: "make a Service that leads to Pods",
    examples: [
      "create pod web --image=nginx --port=80 && expose pod web",
      "create deployment api --image=nginx && expose deployment api --port=80 --target-port=8080",
    ],
    flags: Creation.flags + [
      Flag("port", nil, .text, "the port of the Service"),
      Flag("target-port", nil, .text, "the port of the container"),
      Flag("name", nil, .text, "the name of the Service"),
      Flag("selector", nil, .text, "the labels of the Pods"),
      Flag("labels", "l", .text, "the labels of the Service"),
      Flag("protocol", nil, .text, "TCP, UDP or SCTP", completes: .oneOf(["TCP", "UDP", "SCTP"])),
      Flag(
        "session-affinity", nil, .text, "None or ClientIP", completes: .oneOf(["None", "ClientIP"])),
      Flag("external-ip", nil, .text, "an address from outside that leads to the Service"),
      Flag("load-balancer-ip", nil, .text, "the address of the load balancer"),
      Flag("cluster-ip", nil, .text, "None makes a headless Service"),
      Flag(
        "type", nil, .text, "ClusterIP, NodePort, LoadBalancer or ExternalName",
        completes: .oneOf(["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"])),
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let subjects: Subjects
  private let call: Invocation
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    guard !call.arguments.isEmpty else {
      throw .arguments(
        "You must provide one or more resources by argument or filename.\n"
          + "Example resource specifications include:\n   '-f rsrc.yaml'\n"
          + "   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'")
    }
    subjects = try Subjects(call.arguments, verb: "expose")
    guard !subjects.named.isEmpty else {
      throw .arguments("resource(s) were provided, but no name was specified")
    }
    self.call = call
    creation = try Creation(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    for key in subjects.keys(namespace: bench.namespace) {
      let service = try service(for: try bench.object(key), key)
      try creation.make(service, .services, done: "exposed", in: &bench)
    }
  }

  private func service(
    for object: APIValue, _ key: ObjectKey
  ) throws(CommandError) -> APIValue {
    var spec: APIValue = ["ports": .array(try ports(object, key))]
    spec["selector"] = try selector(object, key)
    if let type = call.flags.text("type") { spec["type"] = .string(type) }
    if let address = call.flags.text("cluster-ip") { spec["clusterIP"] = .string(address) }
    if let address = call.flags.text("external-ip") { spec["externalIPs"] = [.string(address)] }
    for (flag, field) in [
      ("session-affinity", "sessionAffinity"), ("load-balancer-ip", "loadBalancerIP"),
    ] {
      if let text = call.flags.text(flag) { spec[field] = .string(text) }
    }
    var metadata: APIValue = ["creationTimestamp": .null]
    if let text = call.flags.text("labels") {
      metadata["labels"] = try KeyValues.labels(text)
    } else if let labels = object[path: "metadata", "labels"] {
      metadata["labels"] = labels
    }
    metadata["name"] = .string(call.flags.text("name") ?? key.name)
    return [
      "apiVersion": "v1", "kind": "Service", "metadata": metadata, "spec": spec,
      "status": ["loadBalancer": .emptyObject],
    ]
  }

  private func selector(_ object: APIValue, _ key: ObjectKey) throws(CommandError) -> APIValue {
    if let text = call.flags.text("selector") {
      return try KeyValues.labels(text, flag: "selector")
    }
    switch key.resource {
    case .pods:
      if let labels = object[path: "metadata", "labels"] { return labels }
      throw CommandError(
        "invalid",
        "error: couldn't retrieve selectors via --selector flag or introspection: "
          + "the pod has no labels and cannot be exposed",
        suggestion: "label pod \(key.name) app=\(key.name)")
    case .deployments, .replicaSets:
      return object[path: "spec", "selector", "matchLabels"] ?? .emptyObject
    case .services: return object[path: "spec", "selector"] ?? .emptyObject
    case .configMaps, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs, .leases,
      .namespaces, .nodes, .secrets,
      .serviceAccounts:
      throw CommandError(
        "unsupported", "error: cannot expose a \(key.resource.groupKind)",
        suggestion: "expose a Pod, a Deployment, a ReplicaSet or a Service")
    }
  }

  private func ports(_ object: APIValue, _ key: ObjectKey) throws(CommandError) -> [APIValue] {
    let path = key.resource == .pods ? ["spec"] : ["spec", "template", "spec"]
    let written = call.flags.text("port").map { $0.split(separator: ",").map(String.init) }
    let found =
      key.resource == .services
      ? object.list("spec", "ports").map { String($0.integer("port")) }
      : (object.field(path)?.list("containers") ?? []).flatMap { $0.list("ports") }
        .map { String($0.integer("containerPort")) }
    let ports = written ?? found
    guard !ports.isEmpty else {
      throw .arguments(
        "couldn't find port via --port flag or introspection",
        suggestion: "write --port=80")
    }
    var list: [APIValue] = []
    for (index, text) in ports.enumerated() {
      guard let port = Int(text) else {
        throw .arguments("strconv.Atoi: parsing \(GoSyntax.quoted(text)): invalid syntax")
      }
      let target = call.flags.text("target-port") ?? text
      var entry: APIValue = [
        "port": .integer(port), "protocol": .string(call.flags.text("protocol") ?? "TCP"),
        "targetPort": Int(target).map { .integer($0) } ?? .string(target),
      ]
      if ports.count > 1 { entry["name"] = .string("port-\(index + 1)") }
      list.append(entry)
    }
    return list
  }
}
