internal import OrderedCollections
internal import PodEngine

/// `step [N]`: goes to the next published changes, whatever they are. `step back` goes to the one
/// before.
struct Step: Command {
  static let description = CommandDescription(
    "step", .time, synopsis: "step [N | back]",
    about: "go to the next published change, or back to the one before",
    examples: ["create pod web --image=nginx && step 3", "step back"],
    arguments: [.oneOf(["back"])])

  private static let limit = 1000

  private enum Direction { case back, forward(Int) }
  private let direction: Direction

  init(_ call: Invocation) throws(CommandError) {
    try call.refuseArguments(after: 1, of: "step")
    guard let word = call.arguments.first else {
      direction = .forward(1)
      return
    }
    if word.text == "back" {
      direction = .back
    } else if let count = Int(word.text), (1...Self.limit).contains(count) {
      direction = .forward(count)
    } else {
      throw .usage(
        "step does not know \(GoSyntax.quoted(word.text))", verb: "step", position: word.position,
        suggestion: "step 3 takes three steps, at most \(Self.limit); advance 30s lets time pass")
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    switch direction {
    case .back: try StepBack.run(in: &bench)
    case .forward(let count):
      let start = bench.cluster.now
      for number in 0..<count {
        guard try !step(since: start, in: &bench) else { continue }
        let error = CommandError(
          "timeout", "error: nothing happens within \(GoDuration.text(Workbench.longestMove))",
          suggestion: "do something first, such as create pod web --image=nginx")
        // What the steps before have shown stays so.
        guard number > 0 else { throw error }
        return bench.fail(error)
      }
    }
  }

  /// One step; false where nothing happens for as long as a command may wait.
  private func step(
    since start: SimulatedTime, in bench: inout Workbench
  ) throws(CommandError) -> Bool {
    let (before, seen) = (bench.cluster, bench.cluster.watchLog.count)
    let end = bench.cluster.now + Workbench.longestMove
    guard try bench.moveClock(to: end, until: { !Changes.isHeartbeat($0) }) else {
      bench.cluster = before
      return false
    }
    // One act of a component may publish several changes; the next step would skip the others.
    for event in bench.cluster.watchLog.elements(from: seen) where !Changes.isHeartbeat(event) {
      bench.print("[+\(GoDuration.text(event.time - start))] \(Self.text(event))")
    }
    return true
  }
}

// Wording
extension Step {
  /// What one published change is, in a line.
  static func text(_ event: WatchEvent) -> String {
    let known = Changes.texts(event)
    if !known.isEmpty { return known.joined(separator: ", ") }
    if event.key.resource == .events { return eventText(event.object) }
    let name = "\(event.key.resource.singular)/\(event.key.name)"
    switch event.change {
    case .added: return "\(name) created"
    case .deleted: return "\(name) deleted"
    case .modified:
      let fields = ChangedFields.between(event.previous ?? .emptyObject, event.object)
      return "\(name) \(fields.joined(separator: ", "))"
    }
  }

  private static func eventText(_ event: APIValue) -> String {
    let (kind, name) = (
      event.text("involvedObject", "kind").lowercased(), event.text("involvedObject", "name")
    )
    let text = event.text("message")
    return "event \(kind)/\(name) \(event.text("type")) \(event.text("reason")): \(text)"
  }
}

/// Which fields differ between two versions of an object.
enum ChangedFields {
  /// How many are named before the rest is only counted.
  private static let limit = 4

  static func between(_ before: APIValue, _ after: APIValue) -> [String] {
    var found: [String] = []
    compare(before, after, at: "", &found)
    found.removeAll { $0 == "metadata.resourceVersion" || $0 == "metadata.generation" }
    guard found.count > limit else { return found }
    return found.prefix(limit) + ["and \(found.count - limit) more fields"]
  }

  private static func compare(
    _ before: APIValue, _ after: APIValue, at path: String, _ found: inout [String]
  ) {
    guard before != after else { return }
    // Two levels tell what it is about; lists and deeper maps are named as a whole.
    guard let old = before.objectValue, let new = after.objectValue,
      path.split(separator: ".").count < 2
    else { return found.append(path) }
    let keys = Set(old.keys).union(new.keys).sorted(by: goOrder)
    for key in keys {
      let child = path.isEmpty ? key : "\(path).\(key)"
      compare(old[key] ?? .null, new[key] ?? .null, at: child, &found)
    }
  }
}
