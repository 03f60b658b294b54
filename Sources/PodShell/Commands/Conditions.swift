internal import PodEngine

/// `conditions POD`: the conditions of a Pod or a node, with reasons and times.
struct Conditions: Command {
  static let description = CommandDescription(
    "conditions", .understand, synopsis: "conditions POD | KIND/NAME",
    about: "show the conditions of an object, with reasons and times",
    examples: [
      "conditions node/node-1", "create pod web --image=nginx && advance 5s && conditions web",
    ],
    arguments: [.pod])

  private let word: Word

  init(_ call: Invocation) throws(CommandError) {
    word = try call.argument(0, "a Pod", of: "conditions")
    try call.refuseArguments(after: 1, of: "conditions")
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let key = try StoryWord.key(word, in: bench)
    let list = try bench.object(key, position: word.position).list("status", "conditions")
    guard !list.isEmpty else {
      return bench.note("\(key.resource.singular)/\(key.name) has no conditions yet")
    }
    bench.write(table(list, now: bench.cluster.now))
  }

  private func table(_ conditions: [APIValue], now: SimulatedTime) -> String {
    var table = TabWriter.get
    table.write(line: ["TYPE", "STATUS", "SINCE", "REASON", "MESSAGE"])
    for condition in conditions {
      table.write(line: [
        condition.text("type"), condition.text("status"),
        HumanDuration.since(condition.time("lastTransitionTime"), now: now),
        condition.text("reason").orNone, TabWriter.escaped(condition.text("message").orNone),
      ])
    }
    return table.take()
  }
}
