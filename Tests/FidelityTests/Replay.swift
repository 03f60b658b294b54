import Foundation

/// A recording replayed in podlab, once for all tests.
struct Replay: Sendable {
  let recording: Recording
  let settings: Settings
  /// What podlab's cluster did, or why that is not known.
  let podlab: Result<ObservedCluster, Failure>

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// How podlab is run.
  struct Settings: Sendable {
    /// Commands that come first.
    var prelude: [String] = []
    var seed = 1
    /// Seconds that podlab may be later than the real cluster.
    var late = Tolerances.late

    func arguments(_ recording: Recording) -> [String] {
      ["--nodes", String(recording.nodes.count), "--seed", String(seed)]
    }
  }

  /// In the order of `Recording.all`. The first who asks waits for all.
  static let all = Recording.all.map { Replay($0) }

  static func of(_ recording: Recording) -> Replay? {
    all.first { $0.recording.name == recording.name }
  }

  init(_ recording: Recording, _ settings: Settings = .init()) {
    self.recording = recording
    self.settings = settings
    do {
      podlab = .success(try Self.run(recording, settings))
    } catch {
      podlab = .failure(Failure(description: "\(error)"))
    }
  }

  var checks: [Check] {
    switch podlab {
    case .success(let cluster): Comparison(recording, podlab: cluster, late: settings.late).checks
    case .failure(let failure): [Check("runs", holds: false, detail: failure.description)]
    }
  }

  private static func run(
    _ recording: Recording, _ settings: Settings
  ) throws -> ObservedCluster {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("podlab-fidelity-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appendingPathComponent("script.lab")
    let trace = folder.appendingPathComponent("trace.ndjson")
    try Data(RecordingScript(recording, folder: folder, settings).text.utf8).write(to: script)
    let run = try Podlab.run(
      ["run", script.path, "--trace", trace.path] + settings.arguments(recording))
    guard run.status == 0 else {
      throw Failure(description: "exit \(run.status): \(run.errors.prefix(300))")
    }
    return try ObservedCluster(trace: Data(contentsOf: trace))
  }
}
