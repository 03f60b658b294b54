internal import PodEngine

/// What `cordon` and `uncordon` share: `spec.unschedulable` of nodes.
struct CordonSwitch: Hashable, Sendable {
  private let names: [Word]
  private let labels: LabelSelector?
  private let verb: String
  private let unschedulable: Bool
  private let creation: Creation

  static let flags = [
    Flag("selector", "l", .text, "only nodes with these labels"),
    Flag("dry-run", nil, .textOr("unchanged"), "only say what would be done"),
  ]

  /// `action` is what is done where that is only a part of the verb, as in `drain`.
  init(
    _ call: Invocation, verb: String, action: String? = nil, unschedulable: Bool
  ) throws(CommandError) {
    var words = call.arguments
    // Learners write `cordon node node-1`; kubectl takes names alone.
    if words.count > 1, Resource(word: words[0].text) == .nodes { words.removeFirst() }
    let labels = try ObjectSelection.labels(call)
    guard !words.isEmpty || labels != nil else {
      throw .arguments(
        "USAGE: \(verb) NODE [flags]\nSee 'kubectl \(verb) -h' for help and examples",
        suggestion: "write \(verb) node-1")
    }
    guard words.isEmpty || labels == nil else {
      throw .arguments(
        "cannot specify both a node name and a --selector option\n"
          + "See 'kubectl \(verb) -h' for help and examples")
    }
    (names, self.labels, self.unschedulable) = (words, labels, unschedulable)
    self.verb = action ?? verb
    creation = try Creation(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let keys = try keys(in: bench)
    // kubectl fetches all nodes before it changes the first.
    for key in keys { _ = try bench.object(key) }
    for key in keys {
      let node = try bench.object(key)
      guard node.flag("spec", "unschedulable") != unschedulable else {
        bench.print("node/\(key.name) already \(verb)ed\(creation.mark)")
        continue
      }
      if !creation.isDryRun {
        let value: APIValue = unschedulable ? true : .null
        try bench.demand(.patch(key, .merge(["spec": ["unschedulable": value]])))
      }
      bench.print("node/\(key.name) \(verb)ed\(creation.mark)")
    }
  }

  func keys(in bench: Workbench) throws(CommandError) -> [ObjectKey] {
    guard let labels else {
      var keys: [ObjectKey] = []
      for word in names { keys.append(ObjectKey(.nodes, name: try NodeName.read(word))) }
      return keys
    }
    return bench.cluster.objects.list(.nodes).map(\.tree).filter { labels.matches($0) }.map {
      ObjectKey(.nodes, name: $0.name)
    }
  }
}
