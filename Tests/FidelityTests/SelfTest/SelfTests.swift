import Foundation
import Testing

/// The comparison can fail: whatever is made wrong in what podlab did, the check that is meant for
/// it notices.
@Suite struct SelfTests {
  @Test(arguments: Sabotage.all)
  func sabotageIsNoticed(_ sabotage: Sabotage) throws {
    var sabotaged = 0
    for replay in Replay.all {
      let podlab = try replay.podlab.get()
      var changed = podlab
      sabotage.change(&changed)
      let before = Self.checks(replay, podlab, sabotage)
      guard changed != podlab, !before.isEmpty, before.allSatisfy(\.holds) else { continue }
      let after = Self.checks(replay, changed, sabotage)
      #expect(after.contains { !$0.holds }, "\(replay.recording): \(sabotage)")
      sabotaged += 1
    }
    #expect(sabotaged > 0 || Recording.areReplaced, "no recording has what this changes")
  }

  private static func checks(
    _ replay: Replay, _ podlab: ObservedCluster, _ sabotage: Sabotage
  ) -> [Check] {
    Comparison(replay.recording, podlab: podlab).checks
      .filter { $0.name.contains(sabotage.noticedBy) }
  }

  @Test func aWindowHasTwoEnds() {
    func holds(_ podlab: Double) -> Bool {
      Check("when", real: 10, podlab: podlab, early: 3, late: 2).holds
    }
    #expect([6.9, 7, 10, 12, 12.1].map(holds) == [false, true, true, true, false])
  }

  @Test func whatIsUnreadableIsAnError() {
    #expect(throws: (any Error).self) { try JSONFields(parsing: .init("[]".utf8)) }
    #expect(throws: Recording.Failure.self) {
      try ObservedCluster(recording: JSONFields([:]))
    }
    #expect(throws: Recording.Failure.self) {
      try ObservedCluster(trace: .init(#"{"t":0,"type":"ADDED"}"#.utf8))
    }
  }
}
