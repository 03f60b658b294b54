internal import PodEngine

/// `version`: which Kubernetes podlab shows.
struct Version: Command {
  static let description = CommandDescription(
    "version", .observe, synopsis: "version [--client]", about: "show which Kubernetes this is",
    examples: ["version", "version --client"],
    flags: [
      Flag("client", nil, .switched, "only the client"),
      Flag("output", "o", .text, "yaml or json", completes: .oneOf(["yaml", "json"])),
    ], isKubectl: true)

  private let clientOnly: Bool
  private let output: String

  init(_ call: Invocation) throws(CommandError) {
    clientOnly = call.flags.isOn("client")
    output = call.flags.text("output") ?? ""
    if !call.arguments.isEmpty {
      let extra = call.arguments.map(\.text).joined(separator: " ")
      throw .arguments("extra arguments: [\(extra)]", position: call.arguments[0].position)
    }
    guard ["", "yaml", "json"].contains(output) else {
      throw .arguments(
        "--output must be 'yaml' or 'json'", position: call.flags.position(of: "output"))
    }
  }

  /// What kubectl 1.33.1 was built from (`k8s.io/component-base/version`).
  private var facts: APIValue {
    let build: APIValue = [
      "major": "1", "minor": "33", "gitVersion": "v1.33.1",
      "gitCommit": "8adc0f041b8e7ad1d30e29cc59c6ae7a15e19828", "gitTreeState": "clean",
      "buildDate": "2025-05-15T08:27:33Z", "goVersion": "go1.24.2", "compiler": "gc",
      "platform": "linux/amd64",
    ]
    var facts: APIValue = ["clientVersion": build, "kustomizeVersion": "v5.6.0"]
    if !clientOnly { facts["serverVersion"] = build }
    return facts
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    switch output {
    // kubectl ends its YAML with an empty line.
    case "yaml": return bench.write(YAMLText.text(facts.withSortedFields) + "\n")
    case "json": return bench.write(JSONText.text(asWritten: facts, indent: 2))
    default: break
    }
    bench.print("Client Version: v1.33.1")
    bench.print("Kustomize Version: v5.6.0")
    if !clientOnly { bench.print("Server Version: v1.33.1") }
  }
}

extension APIValue {
  /// With the fields of all objects in the order of their names, as Go's YAML has them.
  fileprivate var withSortedFields: APIValue {
    var sorted = APIValue.emptyObject
    for (name, value) in sortedFields() {
      sorted[name] = value.objectValue == nil ? value : value.withSortedFields
    }
    return sorted
  }
}
