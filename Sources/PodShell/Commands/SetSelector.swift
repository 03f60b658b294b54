internal import PodEngine

/// `set selector service NAME app=web`: which Pods a Service leads to.
struct SetSelector: Command {
  static let description = CommandDescription(
    "set selector", .build, synopsis: "set selector service NAME LABEL=VALUE[,LABEL=VALUE]",
    about: "change which Pods a Service leads to",
    examples: [
      "create service clusterip web --tcp=80 && set selector service web app=shop",
      "set selector svc web app=web,tier=front",
    ],
    flags: SetTemplate.flags, arguments: [.kindOrObject, .anything], isKubectl: true)

  private let subjects: Subjects
  private let labels: APIValue
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    guard call.arguments.count > 1, let text = call.arguments.last?.text, text.contains("=") else {
      throw .arguments(
        "one or more resources must be specified as <resource> <name> or <resource>/<name>",
        suggestion: "write set selector service NAME app=web")
    }
    subjects = try Subjects(call.arguments.dropLast(), verb: "set selector")
    labels = try KeyValues.labels(text, flag: "selector")
    creation = try Creation(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    for key in subjects.keys(namespace: bench.namespace) {
      var object = try bench.object(key)
      guard key.resource == .services else {
        throw .arguments("setting a selector is only supported for Services")
      }
      object[path: "spec", "selector"] = labels
      var copy = bench
      let response = try copy.demand(.replace(object, key))
      if !creation.isDryRun { bench = copy }
      creation.say(response.object, key.resource, "selector updated", in: &bench)
    }
  }
}
