internal import PodEngine

/// `wait --for=condition=Ready pod/web`: kubectl's wait, which moves the clock.
struct Wait: Command {
  static let description = CommandDescription(
    "wait", .time,
    synopsis:
      "wait --for=condition=TYPE[=STATUS]|jsonpath=PATH=VALUE|delete|create KIND/NAME [--timeout=30s]",
    about: "let time pass until objects are as wanted",
    examples: [
      "wait --for=condition=Ready node --all",
      "wait --for=jsonpath='{.spec.clusterIP}' svc/kubernetes",
    ],
    flags: ObjectSelection.flags + [
      Flag(
        "for", nil, .text, "what to wait for",
        completes: .oneOf([
          "condition=Ready", "condition=Ready=False", "delete", "create", "jsonpath=",
        ])),
      Flag(
        "timeout", nil, .duration, "how far to go at most; 30s unless said", completes: .duration),
      Flag(
        "output", "o", .text, "yaml, json or name", completes: .oneOf(["yaml", "json", "name"])),
    ], arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private let test: Condition.Test
  private let selection: ObjectSelection
  private let limit: SimulatedDuration
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    let text = call.flags.text("for") ?? ""
    guard
      text == "delete" || text == "create" || text.hasPrefix("condition=")
        || text.hasPrefix("jsonpath=")
    else {
      throw .arguments(
        "unrecognized condition: \(GoSyntax.quoted(text))",
        suggestion:
          "write --for=condition=Ready, --for=delete or --for=jsonpath='{.status.phase}'=Running",
        position: call.flags.position(of: "for"))
    }
    creation = try Creation(call)
    test = try ConditionWords.test(text, call.flags.position(of: "for"))
    selection = try ObjectSelection(call, words: call.arguments, verb: "wait")
    let timeout = call.flags.duration("timeout") ?? .seconds(30)
    // kubectl: 0 looks once, a negative one means a week.
    limit = timeout < .zero ? .hours(168) : timeout
    guard !selection.subjects.isEmpty else {
      throw .arguments(
        "You must provide one or more resources by argument or filename.\n"
          + "Example resource specifications include:\n   '-f rsrc.yaml'\n"
          + "   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'")
    }
    guard !selection.subjects.named.isEmpty || selection.hasSelector else {
      throw .arguments("resource(s) were provided, but no name was specified")
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let start = bench.cluster.now
    let keys = try selection.keys(in: bench)
    if keys.isEmpty, test != .absent {
      throw CommandError("not-found", "error: no matching resources found")
    }
    for key in keys { try wait(for: key, until: start + limit, in: &bench) }
    bench.sayClock(since: start)
  }

  private func wait(
    for key: ObjectKey, until end: SimulatedTime, in bench: inout Workbench
  ) throws(CommandError) {
    if test != .exists, test != .absent { _ = try bench.object(key) }
    // What is gone already is nothing to speak of.
    if test == .absent, bench.cluster.objects[key] == nil { return }
    let known = bench.cluster.objects[key]?.tree ?? ["metadata": ["name": .string(key.name)]]
    let condition = Condition(key: key, test: test)
    if try bench.moveClock(until: condition, limit: end - bench.cluster.now) {
      let object = bench.cluster.objects[key]?.tree ?? known
      creation.say(object, key.resource, "condition met", in: &bench)
    } else {
      let object = "\(key.resource.plural)/\(key.name)"
      bench.fail(
        CommandError(
          "timeout", "error: " + problem(object),
          suggestion: "--timeout goes further; describe shows what stands in the way"))
    }
  }

  private func problem(_ object: String) -> String {
    if limit == .zero { return "condition not met for \(object)" }
    if test == .exists { return "timed out waiting for the condition" }
    return "timed out waiting for the condition on \(object)"
  }
}
