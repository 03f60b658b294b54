internal import OrderedCollections
internal import PodEngine

/// `diff [DURATION]`: what the last command, or the last while, has changed in the objects.
struct Diff: Command {
  static let description = CommandDescription(
    "diff", .understand, synopsis: "diff [DURATION] | diff -f FILE",
    about: "show what the last command, or the last while, has changed, or what apply would change",
    examples: ["create pod web --image=nginx && diff", "advance 30s && diff 10s"],
    flags: Manifests.flags, arguments: [.duration])

  /// How many objects are shown before the rest is only counted.
  private static let limit = 50

  private let duration: SimulatedDuration?
  private let manifests: Manifests?

  init(_ call: Invocation) throws(CommandError) {
    try call.refuseArguments(after: 1, of: "diff")
    var duration: SimulatedDuration?
    if let word = call.arguments.first { duration = try DurationWord.read(word) }
    self.duration = duration
    manifests = Manifests(call)
  }

  func run(in bench: inout Workbench) throws(CommandError) {
    if let manifests { return try compare(with: manifests, in: &bench) }
    let (events, start) = try changes(in: bench)
    var changed: [(key: ObjectKey, before: APIValue?)] = []
    var seen: Set<ObjectKey> = []
    for event in events where event.key.resource != .events && event.key.resource != .leases {
      if seen.insert(event.key).inserted { changed.append((event.key, event.previous)) }
    }
    let cluster = bench.cluster
    let texts = changed.sorted { $0.key < $1.key }.compactMap { key, before in
      Self.text(key, before, cluster.objects[key]?.tree, from: start, to: cluster.now)
    }
    guard !texts.isEmpty else { return bench.note("nothing has changed") }
    for text in texts.prefix(Self.limit) { bench.write(text) }
    let rest = texts.count - Self.limit
    if rest > 0 { bench.print("… and \(rest) more objects; a shorter time shows them all") }
  }

  /// kubectl's diff: what there is beside what `apply` would make of it. Like kubectl's it fails
  /// without a word where they differ.
  private func compare(
    with manifests: Manifests, in bench: inout Workbench
  ) throws(CommandError) {
    var differs = false
    let objects = try manifests.objects(in: bench)
    for object in objects.found {
      let (document, key) = (object.document, object.key)
      let live = bench.cluster.objects[key]?.tree
      var copy = bench
      do { try Apply.bring(document.value, key, live, in: &copy) } catch {
        throw CommandError(error, source: document.file, doing: "applying")
      }
      let merged = copy.cluster.objects[key]?.tree
      let hunks = UnifiedDiff.hunks(
        from: live.map(Self.lines) ?? [], to: merged.map(Self.lines) ?? [])
      guard !hunks.isEmpty else { continue }
      let name = Self.fileName(key)
      bench.write(
        "diff -u -N LIVE/\(name) MERGED/\(name)\n--- LIVE/\(name)\n+++ MERGED/\(name)\n" + hunks)
      differs = true
    }
    if let problem = objects.problem { return bench.fail(problem) }
    if differs { bench.fail(CommandError("differs", "", suggestion: "apply makes these changes")) }
  }

  /// What was published, and since when.
  private func changes(
    in bench: Workbench
  ) throws(CommandError) -> (events: [WatchEvent], start: SimulatedTime) {
    let log = bench.cluster.watchLog
    guard let duration else {
      guard let last = bench.history.past.last?.cluster else {
        throw CommandError(
          "history", "error: no command has changed anything yet",
          suggestion: "diff 30s shows what the last 30 seconds changed")
      }
      return (log.elements(from: last.watchLog.count), last.now)
    }
    let start = bench.cluster.now - duration
    var first = log.count
    while first > 0, let event = log[first - 1], event.time > start { first -= 1 }
    return (log.elements(from: first), max(start, .start))
  }

  private static func text(
    _ key: ObjectKey, _ before: APIValue?, _ after: APIValue?, from start: SimulatedTime,
    to end: SimulatedTime
  ) -> String? {
    let old = before.map(lines) ?? []
    let new = after.map(lines) ?? []
    let hunks = UnifiedDiff.hunks(from: old, to: new)
    guard !hunks.isEmpty else { return nil }
    let name = fileName(key)
    return "diff -u -N before/\(name) after/\(name)\n"
      + "--- before/\(name)  \(ClockText.text(start))\n"
      + "+++ after/\(name)  \(ClockText.text(end))\n" + hunks
  }

  /// `v1.Pod.default.web`, `apps.v1.Deployment.default.web`: as kubectl diff names its files.
  private static func fileName(_ key: ObjectKey) -> String {
    let version = key.resource.apiVersion.replacing("/", with: ".")
    return [version, key.resource.kind, key.namespace, key.name].joined(separator: ".")
  }

  /// Without what every write changes and what repeats itself.
  private static func lines(_ object: APIValue) -> [String] {
    var object = object
    object[path: "metadata", "resourceVersion"] = nil
    if object.text("kind") == "Node" {
      var status = object["status"] ?? .emptyObject
      status.updateEach("conditions") { $0["lastHeartbeatTime"] = nil }
      object["status"] = status
    }
    return YAMLText.text(object).split(separator: "\n").map(String.init)
  }
}
