internal import OrderedCollections
internal import PodEngine

/// A whole session in one file: how it began, what changed it, and how it must come out. JSON, so
/// that people can read it.
struct SavedWorld: Hashable, Sendable {
  /// The version of the format; another one is refused.
  static let version = 1

  /// More than anybody types; a file with more, or with longer ones, was not written by `save`.
  private static let commandLimit = 100_000
  /// In bytes.
  private static let fileLimit = 64_000_000

  let seed: UInt64
  let nodes: Int
  let changes: [SessionRecord.Change]
  let clock: String
  let checksum: String

  init(_ bench: Workbench) {
    seed = bench.configuration.seed
    nodes = bench.configuration.nodeCount
    changes = bench.record.changes
    clock = ClockText.text(bench.cluster.now)
    checksum = Self.checksum(of: bench.cluster, bench.settings)
  }

  /// FNV-1a over the time, every object and the settings: worlds that differ have another one.
  static func checksum(of cluster: Cluster, _ settings: SessionSettings) -> String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
      state = (state ^ 0xff) &* 0x100_0000_01b3
    }
    add("\(cluster.now.milliseconds) \(settings.namespace)")
    for resource in Resource.allCases {
      for object in cluster.objects.list(resource) { add(JSONText.text(object.tree)) }
    }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  var text: String {
    let value: APIValue = [
      "format": "podlab world", "version": .integer(Self.version), "kubernetes": "1.33",
      "seed": .string(String(seed)), "nodes": .integer(nodes),
      "commands": .array(changes.map(\.value)),
      "clock": .string(clock), "checksum": .string(checksum),
    ]
    return JSONText.text(value, pretty: true) + "\n"
  }

  /// Reads a file; every mistake is named with its place.
  init(parsing text: String, path: String) throws(CommandError) {
    func damaged(_ place: String, _ problem: String) -> CommandError {
      CommandError(
        "invalid", "error: \(path)\(place): \(problem)",
        suggestion: "the file is not as save wrote it; take an unchanged copy")
    }
    guard text.utf8.count <= Self.fileLimit else {
      throw CommandError(
        "limit", "error: \(path) has \(text.utf8.count) bytes; load takes \(Self.fileLimit)",
        suggestion: "save FILE writes one that load takes")
    }
    let value: APIValue
    do { value = try JSONReader.value(text) } catch {
      throw damaged(":\(error.line):\(error.column)", error.message)
    }
    guard value["format"]?.stringValue == "podlab world" else {
      throw CommandError(
        "invalid", "error: \(path) is no saved world", suggestion: "save FILE writes one")
    }
    guard let version = value["version"]?.intValue else {
      throw damaged(": version", "a number is missing")
    }
    guard version == Self.version else {
      throw CommandError(
        "unsupported",
        "error: \(path) has version \(version) of the format; this podlab reads \(Self.version)",
        suggestion: "load it with the podlab that saved it, or replay its history --script")
    }
    guard let seed = value["seed"]?.stringValue.flatMap({ UInt64($0) }) else {
      throw damaged(": seed", "a number in quotes is missing")
    }
    guard let nodes = value["nodes"]?.intValue, (0...5000).contains(nodes) else {
      throw damaged(": nodes", "a number from 0 to 5000 is missing")
    }
    guard let commands = value["commands"]?.arrayValue else {
      throw damaged(": commands", "a list is missing")
    }
    guard commands.count <= Self.commandLimit else {
      throw damaged(
        ": commands", "there are \(commands.count), and \(Self.commandLimit) is the most")
    }
    var changes: [SessionRecord.Change] = []
    for (index, entry) in commands.enumerated() {
      guard let change = SessionRecord.Change(entry) else {
        throw damaged(": commands[\(index)]", "a command with its files is missing")
      }
      changes.append(change)
    }
    guard let clock = value["clock"]?.stringValue, let sum = value["checksum"]?.stringValue else {
      throw damaged(": checksum", "clock and checksum are missing")
    }
    (self.seed, self.nodes, self.changes) = (seed, nodes, changes)
    (self.clock, checksum) = (clock, sum)
  }
}

extension SessionRecord.Change {
  /// As it stands in files.
  var value: APIValue {
    var entry: APIValue = ["command": .string(command)]
    if !files.isEmpty {
      entry["files"] = .array(
        files.map { ["path": .string($0.path), "text": .string($0.text)] })
    }
    return entry
  }

  init?(_ entry: APIValue) {
    guard let command = entry["command"]?.stringValue else { return nil }
    var files: [FileText] = []
    for file in entry["files"]?.arrayValue ?? [] {
      guard let path = file["path"]?.stringValue, let text = file["text"]?.stringValue else {
        return nil
      }
      files.append(FileText(path: path, text: text))
    }
    self.init(command: command, files: files)
  }
}

extension Session {
  /// Does everything again that a saved world says, and compares how it came out. Where it differs
  /// the present session stays as it is.
  mutating func load(
    _ world: SavedWorld, path: String, into outcome: inout Outcome
  ) -> CommandError? {
    var fresh = configuration
    (fresh.seed, fresh.nodeCount) = (world.seed, world.nodes)
    var session = Session(replaying: SessionRecord(changes: world.changes), fresh)
    let checksum = SavedWorld.checksum(of: session.cluster, session.settings)
    guard checksum == world.checksum else {
      let error = CommandError(
        "invalid",
        "error: \(path): replayed, the world comes out otherwise than it was saved "
          + "(checksum \(checksum), saved \(world.checksum))",
        suggestion: "the file was changed, or saved by another version of podlab")
      report(error, in: &outcome)
      return error
    }
    session.record = record
    session.record.changes = world.changes
    self = session
    let count = world.changes.count
    outcome.output.append(
      OutputChunk(
        .standardOutput,
        "loaded: \(count) command\(count == 1 ? "" : "s") replayed, checksum \(world.checksum) "
          + "verified  (clock \(ClockText.text(cluster.now)))\n"))
    return nil
  }
}
