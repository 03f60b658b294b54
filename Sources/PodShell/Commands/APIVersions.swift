internal import PodEngine

/// `api-versions`: the groups and versions that podlab serves.
struct APIVersions: Command {
  static let description = CommandDescription(
    "api-versions", .observe, synopsis: "api-versions", about: "list the versions of the API",
    examples: ["api-versions", "api-versions | grep apps"], isKubectl: true)

  init(_ call: Invocation) throws(CommandError) {
    guard call.arguments.isEmpty else {
      let extra = call.arguments.map(\.text).joined(separator: " ")
      throw .arguments(
        "unexpected arguments: [\(extra)]\nSee 'kubectl api-versions -h' for help and examples",
        position: call.arguments[0].position)
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    Resource.allCases.map(\.apiVersion).sorted().uniqued.forEach { bench.print($0) }
  }
}
