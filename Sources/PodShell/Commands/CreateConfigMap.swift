internal import PodEngine

/// `create configmap NAME --from-literal=KEY=value`
struct CreateConfigMap: Command {
  static let description = CommandDescription(
    "create configmap", aliases: ["create cm"], .build,
    synopsis: "create configmap NAME [--from-literal=KEY=VALUE]… [--from-file=[KEY=]FILE]…",
    about: "make a ConfigMap",
    examples: ["create configmap settings --from-literal=colour=blue", "create cm empty"],
    flags: Creation.flags + LiteralData.flags, arguments: [.anything], isKubectl: true)

  private let generator: Generator
  private let data: LiteralData

  init(_ call: Invocation) throws(CommandError) {
    generator = try Generator(call, kind: "configmap")
    data = try LiteralData(call, kind: "ConfigMap", name: generator.name)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    var object: APIValue = ["apiVersion": "v1"]
    if let data = try data.map(in: bench) { object["data"] = data }
    object["kind"] = "ConfigMap"
    object["metadata"] = generator.metadata()
    try generator.creation.make(object, .configMaps, in: &bench)
  }
}
