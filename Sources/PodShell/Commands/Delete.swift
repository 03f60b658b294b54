internal import PodEngine

/// `delete KIND NAME…`: asks for the end of objects. It returns at once; `--wait` moves the clock
/// until they are gone.
struct Delete: Command {
  static let description = CommandDescription(
    "delete", aliases: ["del"], .build,
    synopsis: "delete KIND NAME… | KIND -l SELECTOR | KIND --all | -f FILE [flags]",
    about: "ask for the end of objects",
    examples: ["delete namespace default --dry-run=client", "delete pods --all"],
    flags: Manifests.flags + ObjectSelection.flags + own,
    arguments: [.kindOrObject, .nameOfKind], isKubectl: true)

  private static let own = [
    Flag("grace-period", nil, .integer, "seconds that the processes get to end; 0 needs --force"),
    Flag("force", nil, .switched, "remove the object at once, whatever its containers do"),
    Flag("now", nil, .switched, "the same as --grace-period=1"),
    Flag("wait", nil, .switched, "move the clock until the objects are gone"),
    Flag("timeout", nil, .duration, "how far --wait moves the clock at most", completes: .duration),
    Flag("ignore-not-found", nil, .switched, "a missing object is no error"),
    Flag(
      "cascade", nil, .textOr("background"), "what happens to owned objects",
      completes: .oneOf(["background", "foreground", "orphan"])),
    Flag("dry-run", nil, .textOr("client"), "only say what would be deleted"),
    Flag("output", "o", .text, "name", completes: .oneOf(["name"])),
    Flag(
      "interactive", "i", .missing(takesValue: false, instead: "undo brings everything back"), ""),
  ]

  private let selection: ObjectSelection
  private let manifests: Manifests?
  private let options: DeleteOptions
  private let isForced: Bool
  private let ignoresMissing: Bool
  private let waitLimit: SimulatedDuration?
  private let creation: Creation
  private let printsNames: Bool
  private let cascadeWarning: String?

  init(_ call: Invocation) throws(CommandError) {
    manifests = Manifests(call)
    selection = try ObjectSelection(call, words: call.arguments, verb: "delete")
    try Self.check(call, selection, manifests)
    isForced = call.flags.isOn("force")
    ignoresMissing = call.flags.isOn("ignore-not-found", default: selection.hasSelector)
    creation = try Creation(Invocation(arguments: [], flags: call.flags))
    cascadeWarning = Self.cascadeWarning(call)
    printsNames = call.flags.text("output") == "name"
    waitLimit = call.flags.isOn("wait") ? call.flags.duration("timeout") ?? .hours(1) : nil
    options = DeleteOptions(
      gracePeriodSeconds: try Self.grace(call), propagation: try Self.propagation(call))
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    let objects = try manifests?.objects(in: bench)
    let targets = try targets(objects, in: bench)
    if let cascadeWarning { bench.note(cascadeWarning) }
    if isForced, !creation.isDryRun { bench.note(Self.forceWarning) }
    if targets.isEmpty, objects?.problems.isEmpty != false {
      return bench.print("No resources found")
    }
    let deleted = delete(targets, in: &bench)
    if let problem = objects?.problem(besides: bench.failure) { bench.fail(problem) }
    if let waitLimit {
      try wait(for: deleted, limit: waitLimit, in: &bench)
    } else if options.propagation != .background {
      try letGo(deleted, in: &bench)
    }
  }

  /// `--cascade=orphan` and `foreground` leave an object behind that waits for the garbage collector.
  /// kubectl waits for its end; so does podlab where that takes no time, since what is typed next
  /// counts on it: `apply` makes the object anew.
  private func letGo(_ keys: [ObjectKey], in bench: inout Workbench) throws(CommandError) {
    guard keys.contains(where: { bench.cluster.objects[$0] != nil }) else { return }
    var copy = bench
    let now = copy.cluster.now
    _ = try copy.moveClock(to: now) { _ in false }
    if keys.allSatisfy({ copy.cluster.objects[$0] == nil }) { bench = copy }
  }

  /// An object to delete, and the file that names it.
  private struct Target {
    let key: ObjectKey
    var source: String?
  }

  private func targets(
    _ objects: ManifestObjects?, in bench: Workbench
  ) throws(CommandError) -> [Target] {
    guard let objects else { return try selection.keys(in: bench).map { Target(key: $0) } }
    return objects.found.map { Target(key: $0.key, source: $0.document.file) }
  }

  /// Deletes what is there; what is missing is reported and stops nothing.
  private func delete(_ targets: [Target], in bench: inout Workbench) -> [ObjectKey] {
    var deleted: [ObjectKey] = []
    for target in targets {
      do {
        try delete(target.key, in: &bench)
        deleted.append(target.key)
      } catch {
        if error.reason == .notFound, ignoresMissing { continue }
        bench.fail(
          CommandError(
            error, source: target.source, doing: "deleting",
            suggestion: bench.nearName(to: target.key)))
      }
    }
    return deleted
  }

  private func delete(_ key: ObjectKey, in bench: inout Workbench) throws(APIError) {
    if creation.isDryRun {
      guard bench.cluster.objects[key] != nil else { throw .notFound(key) }
    } else {
      try bench.ask(.delete(key, options))
    }
    bench.print(line(key))
  }

  private func wait(
    for keys: [ObjectKey], limit: SimulatedDuration, in bench: inout Workbench
  ) throws(CommandError) {
    let start = bench.cluster.now
    for key in keys {
      let uid = bench.cluster.objects[key]?.metadata.uid
      guard uid != nil else { continue }
      let isGone = try bench.moveClock(to: start + limit) { event in
        event.key == key && event.change == .deleted
      }
      guard !isGone else { continue }
      bench.fail(
        CommandError(
          "timeout",
          "error: timed out waiting for the condition on \(key.resource.plural)/\(key.name)",
          suggestion: "describe \(key.resource.singular) \(key.name) shows what holds it"))
    }
    bench.sayClock(since: start)
  }
}

// Flags
extension Delete {
  private static func check(
    _ call: Invocation, _ selection: ObjectSelection, _ manifests: Manifests?
  ) throws(CommandError) {
    if let output = call.flags.text("output"), output != "name" {
      throw .arguments(
        "unexpected -o output mode: \(output). We only support '-o name'",
        position: call.flags.position(of: "output"))
    }
    guard manifests == nil else { return }
    if selection.selectsAll, selection.labels != nil || selection.fields != nil {
      throw .arguments("setting 'all' parameter but found a non empty selector. ")
    }
    if selection.subjects.isEmpty, selection.hasSelector {
      throw .arguments("at least one resource must be specified to use a selector")
    }
    guard !selection.subjects.isEmpty else {
      throw .arguments(
        "You must provide one or more resources by argument or filename.\n"
          + "Example resource specifications include:\n   '-f rsrc.yaml'\n"
          + "   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'",
        suggestion: "write delete pod NAME")
    }
    guard selection.subjects.named.isEmpty, !selection.hasSelector else { return }
    throw .arguments(
      "resource(s) were provided, but no name was specified",
      suggestion: "name the objects, or write --all")
  }

  private static func grace(_ call: Invocation) throws(CommandError) -> Int? {
    let (seconds, isNow, isForced) = (
      call.flags.integer("grace-period"), call.flags.isOn("now"), call.flags.isOn("force")
    )
    if isNow, seconds != nil {
      throw .arguments("--now and --grace-period cannot be specified together")
    }
    if isNow { return 1 }
    guard let seconds, seconds >= 0 else { return isForced ? 0 : nil }
    // Without --force, kubectl makes 0 into 1 and waits for the object to be gone.
    if seconds == 0 { return isForced ? 0 : 1 }
    guard !isForced else {
      throw .arguments("--force and --grace-period greater than 0 cannot be specified together")
    }
    return seconds
  }

  /// `--cascade=true` is how it was once written.
  private static func cascadeWarning(_ call: Invocation) -> String? {
    guard let text = call.flags.text("cascade"), ["true", "false"].contains(text) else {
      return nil
    }
    return "warning: --cascade=\(text) is deprecated (boolean value) and can be replaced with "
      + "--cascade=\(text == "true" ? "background" : "orphan")."
  }

  private static func propagation(
    _ call: Invocation
  ) throws(CommandError) -> DeleteOptions.Propagation {
    switch call.flags.text("cascade") {
    case nil, "background", "true": return .background
    case "foreground": return .foreground
    case "orphan", "false": return .orphan
    case let other?:
      throw .arguments(
        "invalid cascade value (\(other)). Must be \"background\", \"foreground\", or \"orphan\"",
        position: call.flags.position(of: "cascade"))
    }
  }
}

// Wording
extension Delete {
  private static let forceWarning =
    "Warning: Immediate deletion does not wait for confirmation that the running resource has been "
    + "terminated. The resource may continue to run on the cluster indefinitely."

  private func line(_ key: ObjectKey) -> String {
    if printsNames { return "\(key.resource.qualifiedSingular)/\(key.name)" }
    let how = options.gracePeriodSeconds == 0 ? "force deleted" : "deleted"
    return "\(key.resource.qualifiedSingular) \"\(key.name)\" \(how)\(creation.mark)"
  }
}
