internal import PodEngine

/// `taint nodes NAME key=value:Effect key:Effect- key-`: keeps Pods off nodes, or drives them away.
struct TaintNodes: Command {
  static let description = CommandDescription(
    "taint", .build, synopsis: "taint node NAME KEY=VALUE:EFFECT… | KEY[:EFFECT]- [--overwrite]",
    about: "keep Pods off a node, or drive them away",
    examples: ["taint node node-1 dedicated=db:NoSchedule", "taint node node-1 dedicated-"],
    flags: [
      Flag("all", nil, .switched, "all nodes"),
      Flag("overwrite", nil, .switched, "change taints that are there already"),
      Flag("selector", "l", .text, "only nodes with these labels"),
      Flag("dry-run", nil, .textOr("unchanged"), "only say what would be done"),
      Flag(
        "output", "o", .text, "yaml, json or name", completes: .oneOf(["yaml", "json", "name"])),
      Flag("validate", nil, .textOr("strict"), "accepted; podlab always validates strictly"),
    ], arguments: [.oneOf(["node"]), .node], isKubectl: true)

  private static let effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]

  /// A taint to set, or with `removes` to take away; without an effect all of the key are meant.
  private struct Change: Hashable, Sendable {
    let key: String
    let value: String
    let effect: String?
    let removes: Bool
  }

  private let selection: ObjectSelection
  private let changes: [Change]
  private let overwrites: Bool
  private let creation: Creation

  init(_ call: Invocation) throws(CommandError) {
    let index =
      call.arguments.firstIndex { $0.text.contains(":") || MetadataEdit.isChange($0) }
      ?? call.arguments.endIndex
    let subjects = Array(call.arguments[..<index])
    guard !subjects.isEmpty else {
      throw .arguments("one or more resources must be specified as <resource> <name>")
    }
    guard index < call.arguments.endIndex else {
      throw .arguments(
        "at least one taint update is required", suggestion: "write key=value:NoSchedule")
    }
    var changes: [Change] = []
    for word in call.arguments[index...] { changes.append(try Self.change(word)) }
    try Self.check(changes)
    self.changes = changes
    if let word = subjects.first, word.text.contains("/") {
      throw CommandError(
        "not-found", "the server doesn't have a resource type \(GoSyntax.quoted(word.text))",
        suggestion: "write taint node NAME", position: word.position)
    }
    // With names, --all means nothing.
    let flags = subjects.count > 1 ? call.flags.without("all") : call.flags
    selection = try ObjectSelection(
      Invocation(arguments: call.arguments, flags: flags), words: subjects, verb: "taint")
    creation = try Creation(call)
    overwrites = call.flags.isOn("overwrite")
    guard
      (selection.subjects.named.map(\.resource) + selection.subjects.resources)
        .allSatisfy({ $0 == .nodes })
    else {
      throw .arguments("invalid resource type \(subjects[0].text), only node types are supported")
    }
  }

  /// One word, as kubectl's `parseTaints` reads it.
  private static func change(_ word: Word) throws(CommandError) -> Change {
    let removes = word.text.hasSuffix("-")
    let spec = removes ? String(word.text.dropLast()) : word.text
    let parts = spec.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let pair =
      parts.count == 2
      ? parts[0].split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      : [parts[0]]
    guard parts.count <= 2, pair.count <= 2 else { throw refusal(spec, [], word) }
    let effect = parts.count > 1 ? parts[1] : nil
    if let effect, !effects.contains(effect) {
      throw .arguments(
        "invalid taint effect: \(effect), unsupported taint effect\n" + seeHelp,
        suggestion: NearestName.to(effect, among: effects).map { "did you mean \($0)?" }
          ?? "it is NoSchedule, PreferNoSchedule or NoExecute", position: word.position)
    }
    let value = pair.count > 1 ? pair[1] : ""
    let problems = [NameRules.labelValue(value), NameRules.qualifiedName(pair[0])]
    if let found = problems.first(where: { !$0.isEmpty }) { throw refusal(spec, found, word) }
    guard effect != nil || removes else { throw refusal(spec, [], word) }
    return Change(key: pair[0], value: value, effect: effect, removes: removes)
  }

  private static func refusal(
    _ spec: String, _ problems: [String], _ word: Word
  ) -> CommandError {
    let why = problems.isEmpty ? "" : ", " + problems.joined(separator: "; ")
    return .arguments(
      "invalid taint spec: \(spec)\(why)\n" + seeHelp,
      suggestion: "write key=value:NoSchedule", position: word.position)
  }

  private static let seeHelp = "See 'kubectl taint -h' for help and examples"

  /// Changes that contradict each other.
  private static func check(_ changes: [Change]) throws(CommandError) {
    let additions = changes.filter { !$0.removes }
    for (index, change) in additions.enumerated() {
      let isTwice = additions[..<index].contains {
        $0.key == change.key && $0.effect == change.effect
      }
      guard isTwice else { continue }
      throw .arguments(
        "duplicated taints with the same key and effect: "
          + "{\(change.key) \(change.value) \(change.effect ?? "") <nil>}\n" + seeHelp)
    }
    let both = additions.flatMap { addition in
      changes.filter {
        $0.removes && $0.key == addition.key && ($0.effect ?? addition.effect) == addition.effect
      }
    }
    guard both.isEmpty else {
      throw .arguments(
        "can not both modify and remove the following taint(s) in the same command: "
          + both.map { "\($0.key)=\($0.effect ?? "")" }.joined(separator: ", "))
    }
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    for key in try selection.keys(in: bench) {
      let node = try bench.object(key)
      let old = node.list("spec", "taints")
      let (taints, done) = try changed(old, node: key.name)
      var replacement = node
      replacement[path: "spec", "taints"] = taints.isEmpty ? nil : .array(taints)
      if !creation.isDryRun { replacement = try bench.demand(.replace(replacement, key)).object }
      // Unlike the other verbs, taint does not say that it was a dry run.
      creation.say(replacement, .nodes, done, mark: "", in: &bench)
    }
  }

  private func changed(
    _ old: [APIValue], node: String
  ) throws(CommandError) -> (taints: [APIValue], done: String) {
    var (taints, overwritten) = (old, false)
    for change in changes where change.removes {
      let count = taints.count
      taints.removeAll { Self.isMeant($0, change) }
      guard taints.count == count else { continue }
      let name = change.effect.map { "\(change.key):\($0)" } ?? change.key
      throw CommandError("not-found", "error: taint \(GoSyntax.quoted(name)) not found")
    }
    let additions = changes.filter { !$0.removes }
    let clashes = additions.filter { addition in taints.contains { Self.isMeant($0, addition) } }
    if !clashes.isEmpty, !overwrites {
      throw CommandError(
        "already-exists",
        "error: node \(node) already has \(clashes.map(\.key).joined(separator: ",")) taint(s) "
          + "with same effect(s) and --overwrite is false",
        suggestion: "write --overwrite to change it")
    }
    for addition in additions {
      if clashes.contains(addition) { overwritten = true }
      taints.removeAll { Self.isMeant($0, addition) }
      taints.append(Self.taint(addition))
    }
    if additions.isEmpty { return (taints, "untainted") }
    return (taints, overwritten || changes.count > additions.count ? "modified" : "tainted")
  }

  private static func isMeant(_ taint: APIValue, _ change: Change) -> Bool {
    taint.text("key") == change.key
      && (change.effect == nil || taint.text("effect") == change.effect)
  }

  private static func taint(_ change: Change) -> APIValue {
    var taint: APIValue = ["key": .string(change.key)]
    if !change.value.isEmpty { taint["value"] = .string(change.value) }
    taint["effect"] = .string(change.effect ?? "")
    return taint
  }
}
