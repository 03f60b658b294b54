internal import PodEngine

/// The Service that the commands `create service …` make: it leads to the Pods with the label
/// `app=NAME`. kubectl's `create_service.go`.
struct ServiceObject: Hashable, Sendable {
  static let flags = Creation.flags + [Flag("tcp", nil, .list, "PORT, or PORT:TARGET")]

  private let generator: Generator
  /// What makes the type: `type` and the fields that only it has.
  private let fields: APIValue
  private let ports: [APIValue]

  /// `change` adds to each port what its type has besides.
  init(
    _ call: Invocation, kind: String, _ fields: APIValue, needsPorts: Bool = true,
    change: (APIValue) -> APIValue = { $0 }
  ) throws(CommandError) {
    generator = try Generator(call, kind: "service \(kind)")
    self.fields = fields
    var ports: [APIValue] = []
    for text in call.flags.texts("tcp") { ports.append(change(try PortWord.read(text))) }
    guard !needsPorts || !ports.isEmpty else {
      throw .arguments(
        "at least one tcp port specifier must be provided", suggestion: "write --tcp=80")
    }
    self.ports = ports
  }

  func make(in bench: inout Workbench) throws(CommandError) {
    var spec = fields
    spec["selector"] = ["app": .string(generator.name)]
    if !ports.isEmpty { spec["ports"] = .array(ports) }
    let object: APIValue = [
      "apiVersion": "v1", "kind": "Service",
      "metadata": generator.metadata(labels: ["app": .string(generator.name)]), "spec": spec,
      "status": ["loadBalancer": .emptyObject],
    ]
    try generator.creation.make(object, .services, in: &bench)
  }
}
