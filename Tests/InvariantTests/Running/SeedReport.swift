import PodEngine
import PodShell

/// A seed that failed: what broke, and the shortest script found that breaks the same promise.
struct SeedReport: Sendable, CustomStringConvertible {
  let seed: UInt64
  let violation: Violation
  let script: [String]
  private(set) var shrunk: [String]

  /// The same report with the shortest script that was found.
  func shrinking() -> SeedReport {
    var report = self
    report.shrunk = Shrinker(seed: seed, rule: violation.rule).shrink(script)
    return report
  }

  var description: String {
    """
    seed \(seed): \(violation)
    replay with: podlab run --keep-going --seed \(seed) FILE
    ---- \(shrunk.count) of \(script.count) commands still break it:
    \(shrunk.joined(separator: "\n"))
    ---- the whole script:
    \(script.joined(separator: "\n"))
    ----
    """
  }
}

/// Runs seeds.
enum SeedRunner {
  /// How many commands a random session has before it is mended: many short ones meet more than a few long ones.
  static func length(_ seed: UInt64) -> Int { [4, 6, 9, 12, 24][Int(seed % 5)] }

  /// nil when every promise held; the script is not shrunk yet.
  static func run(_ seed: UInt64, checksHistory: Bool) -> SeedReport? {
    var maker = ScriptMaker(seed: seed)
    var trial = Trial(seed: seed)
    let start = checksHistory ? CanonicalText(trial.session.cluster).text : ""
    for _ in 0..<length(seed) where trial.violation == nil {
      trial.run(maker.line(trial.session.cluster))
    }
    trial.finish()
    if checksHistory { trial.checkHistory(start: start) }
    guard let violation = trial.violation else { return nil }
    return SeedReport(seed: seed, violation: violation, script: trial.lines, shrunk: [])
  }

  /// Replays a script as it is; what it breaks.
  static func replay(_ lines: [String], seed: UInt64, finishes: Bool) -> Violation? {
    var trial = Trial(seed: seed)
    for line in lines { trial.run(line) }
    if finishes { trial.finish() }
    return trial.violation
  }
}

/// Drops commands one at a time while the same promise breaks.
struct Shrinker {
  let seed: UInt64
  let rule: String

  /// How many replays one script is worth.
  static let limit = 400

  func shrink(_ lines: [String]) -> [String] {
    var lines = lines
    var tries = 0
    var size = max(1, lines.count / 2)
    while size >= 1 {
      var index = 0
      while index < lines.count, tries < Self.limit {
        var shorter = lines
        shorter.removeSubrange(index..<min(index + size, lines.count))
        tries += 1
        if breaks(shorter) { lines = shorter } else { index += size }
      }
      size /= 2
    }
    return lines
  }

  private func breaks(_ lines: [String]) -> Bool {
    SeedRunner.replay(lines, seed: seed, finishes: rule.hasPrefix("end-"))?.rule == rule
  }
}
