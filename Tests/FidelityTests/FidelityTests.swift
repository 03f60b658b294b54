import Testing

/// What podlab shows is what a real cluster did.
@Suite struct FidelityTests {
  @Test(arguments: Recording.all)
  func podlabDoesWhatTheRealClusterDid(recording: Recording) throws {
    let replay = try #require(Replay.of(recording))
    for check in replay.checks {
      #expect(check.holds, "\(check)")
    }
  }

  @Test func everyRecordingHolds() {
    let results = Replay.all.map(\.checks)
    let perfect = results.count { $0.allSatisfy(\.holds) }
    let checks = results.flatMap(\.self)
    let held = checks.count(where: \.holds)
    print("fidelity: \(perfect)/\(results.count) recordings, \(held)/\(checks.count) checks")
    #expect(perfect == results.count)
    #expect(held == checks.count)
  }

  @Test func everyFileIsARecordingWithANameOfItsOwn() {
    #expect(!Recording.files.isEmpty)
    #expect(Recording.all.count == Recording.files.count)
    #expect(Set(Recording.all.map(\.name)).count == Recording.all.count)
  }
}
