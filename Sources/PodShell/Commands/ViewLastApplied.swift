internal import PodEngine

/// `apply view-last-applied KIND NAME`: what `apply` applied last.
struct ViewLastApplied: Command {
  static let description = CommandDescription(
    "apply view-last-applied", .observe,
    synopsis: "apply view-last-applied KIND NAME [-o yaml|json]",
    about: "show what apply applied last",
    examples: [
      "apply -f - <<YAML\napiVersion: v1\nkind: Pod\nmetadata: {name: seen}\n"
        + "spec: {containers: [{name: web, image: nginx}]}\nYAML",
      "apply view-last-applied --help",
    ],
    flags: ObjectSelection.flags + [
      Flag("output", "o", .text, "yaml or json", completes: .oneOf(["yaml", "json"]))
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let selection: ObjectSelection
  private let isJSON: Bool

  init(_ call: Invocation) throws(CommandError) {
    selection = try ObjectSelection(call, words: call.arguments, verb: "apply")
    guard !selection.subjects.isEmpty else { throw .nothingNamed }
    let output = call.flags.text("output") ?? "yaml"
    guard ["yaml", "json"].contains(output) else {
      throw .arguments(
        "Unexpected -o output mode: \(output), the flag 'output' must be one of yaml|json\n"
          + "See 'kubectl apply view-last-applied -h' for help and examples",
        position: call.flags.position(of: "output"))
    }
    isJSON = output == "json"
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    for key in try selection.keys(in: bench) {
      // An object that was never applied has nothing to show.
      guard let applied = LastApplied.read(try bench.object(key)) else { continue }
      bench.write(isJSON ? JSONText.text(asWritten: applied, indent: 2) : YAMLText.text(applied))
    }
  }
}
