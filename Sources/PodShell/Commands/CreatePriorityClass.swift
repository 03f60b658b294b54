internal import PodEngine

/// `create priorityclass NAME --value=N`
struct CreatePriorityClass: Command {
  static let description = CommandDescription(
    "create priorityclass", aliases: ["create pc"], .build,
    synopsis: "create priorityclass NAME --value=N [--global-default] [--preemption-policy=Never]",
    about: "make a priority class, for Pods that go first",
    examples: [
      "create priorityclass high --value=1000 --description='goes first'",
      "create pc patient --value=10 --preemption-policy=Never",
    ],
    flags: Creation.flags + [
      Flag("value", nil, .integer, "how important its Pods are"),
      Flag("global-default", nil, .switched, "for Pods that name no class"),
      Flag("description", nil, .text, "what it is for"),
      Flag(
        "preemption-policy", nil, .text, "whether its Pods push others off a node",
        completes: .oneOf(["PreemptLowerPriority", "Never"])),
    ], arguments: [.anything], isKubectl: true)

  private let generator: Generator
  private let call: Invocation

  init(_ call: Invocation) throws(CommandError) {
    generator = try Generator(call, kind: "priorityclass")
    self.call = call
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    var object: APIValue = ["apiVersion": "scheduling.k8s.io/v1"]
    if let text = call.flags.text("description") { object["description"] = .string(text) }
    if call.flags.isOn("global-default") { object["globalDefault"] = true }
    object["kind"] = "PriorityClass"
    object["metadata"] = generator.metadata()
    object["preemptionPolicy"] = .string(
      call.flags.text("preemption-policy") ?? "PreemptLowerPriority")
    object["value"] = .integer(call.flags.integer("value") ?? 0)
    try generator.creation.make(object, .priorityClasses, in: &bench)
  }
}
