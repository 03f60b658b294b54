import Foundation

/// What a real cluster did in one scenario; the format is told in `README.md` beside this file.
struct Recording: CustomStringConvertible, Sendable {
  let name: String
  let nodes: [String]
  /// What was done, in order of time.
  let steps: [Step]
  /// Seconds after the first action at which the recording ends.
  let until: Double
  /// What the real cluster did then.
  let cluster: ObservedCluster

  var description: String { name }

  /// One action, at so many seconds.
  struct Step: Sendable {
    let at: Double
    let action: Action
  }

  enum Action: Sendable {
    /// The manifest as JSON text.
    case apply(String)
    case delete(String, gracePeriodSeconds: Int?)
    /// The first Pod by name that has a label.
    case deleteFirst(label: String)
    case evict(String)
    /// `merge` or `strategic`, and the patch as JSON text.
    case patch(String, kind: String, body: String)
    case killContainer(pod: String, container: String)
    case killSandbox(String)
    case stopKubelet(String)
    case startKubelet(String)
    case deleteNode(String)
  }

  enum Failure: Error { case unreadable(String), unknownAction(String) }

  init(contentsOf file: URL) throws {
    self = try Self(fields: Self.fields(of: file))
  }

  /// The JSON object in a file.
  static func fields(of file: URL) throws -> [String: Any] {
    let parsed = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    guard let fields = parsed as? [String: Any] else {
      throw Failure.unreadable(file.lastPathComponent)
    }
    return fields
  }

  init(fields: [String: Any]) throws {
    guard let name = fields["name"] as? String, let nodes = fields["nodes"] as? [String],
      let done = fields["do"] as? [[String: Any]],
      let until = (fields["until"] as? NSNumber)?.doubleValue
    else { throw Failure.unreadable("\(fields["name"] ?? "no name")") }
    self.name = name
    self.nodes = nodes
    self.until = until
    cluster = try ObservedCluster(recording: JSONFields(fields))
    steps = try done.map(Self.step).sorted { $0.at < $1.at }
  }

  private static func step(_ fields: [String: Any]) throws -> Step {
    let at = (fields["at"] as? NSNumber)?.doubleValue ?? 0
    return Step(at: at, action: try action(fields))
  }

  private static func action(_ fields: [String: Any]) throws -> Action {
    if let manifest = fields["apply"] { return .apply(try json(manifest)) }
    if let target = fields["delete"] as? String {
      return .delete(target, gracePeriodSeconds: fields["gracePeriodSeconds"] as? Int)
    }
    if fields["deleteFirst"] != nil, let label = fields["selector"] as? String {
      return .deleteFirst(label: label)
    }
    if let pod = fields["evict"] as? String { return .evict(pod) }
    if let target = fields["patch"] as? String {
      let kind = fields["merge"] == nil ? "strategic" : "merge"
      return .patch(target, kind: kind, body: try json(fields[kind] ?? [:] as [String: Any]))
    }
    if let pod = fields["killContainer"] as? String, let name = fields["container"] as? String {
      return .killContainer(pod: pod, container: name)
    }
    if let pod = fields["killSandbox"] as? String { return .killSandbox(pod) }
    if let node = fields["stopKubelet"] as? String { return .stopKubelet(node) }
    if let node = fields["startKubelet"] as? String { return .startKubelet(node) }
    if let node = fields["deleteNode"] as? String { return .deleteNode(node) }
    throw Failure.unknownAction("\(fields)")
  }

  private static func json(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  /// The folder that stands in for the project's recordings.
  private static let replacement = ProcessInfo.processInfo.environment["PODLAB_RECORDINGS"]

  static let areReplaced = replacement != nil

  /// The files of the project's recordings, or of those in the folder that `PODLAB_RECORDINGS`
  /// names.
  static let files: [URL] = {
    let folder =
      replacement.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Recordings")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return files.filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }()

  /// Those that can be read; `FidelityTests` demands that all can.
  static let all: [Recording] = files.compactMap { try? Recording(contentsOf: $0) }
}
