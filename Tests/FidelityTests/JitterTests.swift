import Foundation
import Testing

/// With the latencies of production the recordings hold as well, later, for every seed.
@Suite struct JitterTests {
  /// How many seeds are tried; `.ci/run` asks for 5.
  static let seeds =
    ProcessInfo.processInfo.environment["PODLAB_JITTER_SEEDS"].flatMap { Int($0) } ?? 1

  @Test(arguments: 1...max(1, seeds))
  func everyRecordingHolds(seed: Int) {
    let settings = Replay.Settings(
      prelude: ["jitter on"], seed: seed, late: Tolerances.lateWithJitter)
    for recording in Recording.all {
      for check in Replay(recording, settings).checks {
        #expect(check.holds, "\(recording), seed \(seed): \(check)")
      }
    }
  }

  @Test func jitterTakesTime() throws {
    let recording = try #require(Recording.all.first)
    let settings = Replay.Settings(prelude: ["jitter on"], late: Tolerances.lateWithJitter)
    let ideal = try Replay(recording).podlab.get()
    let real = try Replay(recording, settings).podlab.get()
    #expect(real.pods.map { $0.states.map(\.time) } != ideal.pods.map { $0.states.map(\.time) })
  }
}
