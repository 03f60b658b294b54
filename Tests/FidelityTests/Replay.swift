import Foundation

/// A recording replayed in podlab, once for all tests.
struct Replay: Sendable {
  let recording: Recording
  /// What podlab's cluster did, or why that is not known.
  let podlab: Result<ObservedCluster, Failure>

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// In the order of `Recording.all`. The first who asks waits for all.
  static let all = Recording.all.map(Replay.init)

  static func of(_ recording: Recording) -> Replay? {
    all.first { $0.recording.name == recording.name }
  }

  private init(_ recording: Recording) {
    self.recording = recording
    do {
      podlab = .success(try Self.run(recording))
    } catch {
      podlab = .failure(Failure(description: "\(error)"))
    }
  }

  var checks: [Check] {
    switch podlab {
    case .success(let cluster): Comparison(recording, podlab: cluster).checks
    case .failure(let failure): [Check("runs", holds: false, detail: failure.description)]
    }
  }

  private static func run(_ recording: Recording) throws -> ObservedCluster {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("podlab-fidelity-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appendingPathComponent("script.lab")
    let trace = folder.appendingPathComponent("trace.ndjson")
    try Data(RecordingScript(recording, folder: folder).text.utf8).write(to: script)
    let run = try Podlab.run([
      "run", script.path, "--nodes", String(recording.nodes.count), "--trace", trace.path,
    ])
    guard run.status == 0 else {
      throw Failure(description: "exit \(run.status): \(run.errors.prefix(300))")
    }
    return try ObservedCluster(trace: Data(contentsOf: trace))
  }
}
