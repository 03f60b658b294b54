import Foundation
import PodEngine
import PodShell
import Testing

/// Random sessions hold every promise that Kubernetes makes, whatever is done to the cluster.
///
/// `PODLAB_SEEDS` is the number of sessions, `PODLAB_FIRST_SEED` the first one; a seed that fails is
/// printed with its commands, shrunk.
struct InvariantTests {
  private static func setting(_ name: String, default value: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? value
  }

  /// How many failing seeds are shown at most.
  private static let shown = 5

  @Test func randomSessionsKeepEveryPromise() async {
    let count = Self.setting("PODLAB_SEEDS", default: 20)
    let first = Self.setting("PODLAB_FIRST_SEED", default: 1)
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let reports = await withTaskGroup(of: [SeedReport].self) { group in
      for worker in 0..<workers {
        group.addTask {
          var found: [SeedReport] = []
          var seed = first + worker
          while seed < first + count {
            let report = SeedRunner.run(UInt64(seed), checksHistory: seed % 20 == 0)
            if let report { found.append(report) }
            seed += workers
          }
          return found
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let sorted = reports.sorted { $0.seed < $1.seed }
    print("invariants: \(count - sorted.count)/\(count) seeds hold")
    // One seed of each broken promise is worth a look; the others are named.
    var rules: [String] = []
    for report in sorted {
      let isNew = !rules.contains(report.violation.rule)
      if isNew { rules.append(report.violation.rule) }
      if isNew, rules.count <= Self.shown {
        Issue.record("\(report.shrinking())")
      } else {
        Issue.record("seed \(report.seed): \(report.violation)")
      }
    }
  }

  @Test(arguments: [3, 7, 11])
  func sameSeedSameBytes(seed: UInt64) {
    func bytes() -> String {
      var maker = ScriptMaker(seed: seed)
      var trial = Trial(seed: seed)
      for _ in 0..<SeedRunner.length(seed) { trial.run(maker.line(trial.session.cluster)) }
      trial.finish()
      return CanonicalText(trial.session.cluster).text
    }
    #expect(bytes() == bytes())
  }
}
