import Foundation
import Testing

/// Same seed, same script, same bytes: in every process, whatever its hash seed.
@Suite struct DeterminismTests {
  /// How many fresh processes run each script; `.ci/run` asks for 20.
  static let processes =
    ProcessInfo.processInfo.environment["PODLAB_PROCESSES"].flatMap { Int($0) } ?? 3

  @Test(arguments: Recording.all)
  func everyProcessWritesTheSameBytes(recording: Recording) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appendingPathComponent("script.lab")
    try Data(RecordingScript(recording, folder: folder).text.utf8).write(to: script)
    let first = try replay(script, recording, folder, seed: 1)
    #expect(first.run.status == 0, "\(first.run.errors)")
    #expect(!first.trace.isEmpty)
    for _ in 1..<Self.processes {
      let again = try replay(script, recording, folder, seed: 1)
      #expect(again.run.output == first.run.output)
      #expect(again.trace == first.trace)
    }
    let other = try replay(script, recording, folder, seed: 2)
    #expect(other.trace != first.trace, "another seed gives other UIDs at least")
  }

  /// The transcripts hold the bytes that every process must print.
  @Test func everyProcessAgreesWithTheTranscripts() throws {
    let transcripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("transcripts")
    for _ in 0..<Self.processes {
      let run = try Podlab.run(["transcript", "verify", transcripts.path])
      #expect(run.status == 0, "\(run.output)")
    }
  }

  @Test func thereAreRecordings() {
    #expect(!Recording.all.isEmpty)
  }

  private func replay(
    _ script: URL, _ recording: Recording, _ folder: URL, seed: Int
  ) throws -> (run: Podlab.Run, trace: Data) {
    let trace = folder.appendingPathComponent("trace.ndjson")
    try? FileManager.default.removeItem(at: trace)
    let run = try Podlab.run([
      "run", script.path, "--nodes", String(recording.nodes.count), "--seed", String(seed),
      "--trace", trace.path,
    ])
    return (run, (try? Data(contentsOf: trace)) ?? Data())
  }

  private func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("podlab-determinism-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
