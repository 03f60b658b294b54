internal import PodEngine

/// `set resources KIND/NAME --limits=cpu=200m`: changes requests and limits of containers.
struct SetResources: Command {
  static let description = CommandDescription(
    "set resources", .build,
    synopsis: "set resources KIND/NAME [--limits=cpu=N,memory=N] [--requests=…] [-c CONTAINER]",
    about: "change requests and limits of containers",
    examples: [
      "create deployment web --image=nginx && set resources deployment web --limits=cpu=200m",
      "set resources deployment web --requests=cpu=100m,memory=64Mi",
    ],
    flags: SetTemplate.flags + [
      Flag("containers", "c", .text, "only this container; * means all"),
      Flag("limits", nil, .text, "what a container may use at most"),
      Flag("requests", nil, .text, "what a container asks for"),
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let template: SetTemplate
  private let container: String
  private let amounts: [(field: String, values: APIValue)]

  init(_ call: Invocation) throws(CommandError) {
    template = try SetTemplate(call, call.arguments, verb: "set resources")
    container = call.flags.text("containers") ?? "*"
    var amounts: [(field: String, values: APIValue)] = []
    for field in ["limits", "requests"] {
      guard let text = call.flags.text(field), !text.isEmpty else { continue }
      amounts.append((field, try Self.amounts(text, flag: field)))
    }
    guard !amounts.isEmpty else {
      throw .arguments(
        "you must specify an update to requests or limits (in the form of --requests/--limits)")
    }
    self.amounts = amounts
  }

  private static func amounts(_ text: String, flag: String) throws(CommandError) -> APIValue {
    let values = try KeyValues.quantities(text, flag: flag)
    for (_, value) in values.sortedMap() where Quantity(value) == nil {
      throw .arguments(
        "quantities must match the regular expression "
          + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
        suggestion: "\(GoSyntax.quoted(value)) is no amount; write 200m, 1 or 64Mi")
    }
    return values
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    try template.run("resource requirements updated", in: &bench) { spec throws(CommandError) in
      let isFound = spec.changeContainers(container) { container in
        for (field, values) in amounts {
          for (name, value) in values.sortedMap() {
            container[path: "resources", field, name] = .string(value)
          }
        }
      }
      guard !isFound else { return }
      throw CommandError(
        "not-found", "error: unable to find container named \(container)",
        suggestion: "describe shows the names of the containers")
    }
  }
}
