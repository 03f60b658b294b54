package import PodEngine

/// What became of one assertion.
package struct AssertionResult: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    case pass
    case notYet
    /// Happened although it must never; only `undo` or `lesson reset` repairs it.
    case violated
    /// Our fault.
    case broken
  }

  package let assertion: Assertion
  package let verdict: Verdict
  /// What is so, and what was expected.
  package let fact: String
}

/// What became of a check.
package struct CheckReport: Hashable, Sendable {
  /// `never` lines first, then the others, each in the order of the file.
  package let results: [AssertionResult]
  /// What has been remembered, earlier steps included.
  package let memories: StringMap<String>

  package var passed: Bool { !results.isEmpty && results.allSatisfy { $0.verdict == .pass } }
  package var passedCount: Int { results.count { $0.verdict == .pass } }
  /// The first line that is not met.
  package var firstOpen: AssertionResult? { results.first { $0.verdict != .pass } }
}

/// Judges a step by the state of the cluster and its history, never by what was typed.
package enum Checker {
  package static func check(_ check: StepCheck, _ history: StepHistory) -> CheckReport {
    var history = history
    for memory in check.memories where history.memories[memory.name] == nil {
      history.memories[memory.name] = value(of: memory, history)
    }
    let nevers = check.assertions.filter { $0.mode == .never }
    let others = check.assertions.filter { $0.mode != .never }
    var results: [AssertionResult] = []
    for assertion in nevers + others {
      // Other seeds cost as much as everything that was typed so far: only when the rest is met.
      let isReady = results.allSatisfy { $0.verdict == .pass }
      results.append(judge(assertion, history, triesSeeds: isReady))
    }
    return CheckReport(results: results, memories: history.memories)
  }

  /// Whether a claim holds now: the condition of a hint.
  package static func holds(_ assertion: Assertion, _ history: StepHistory) -> Bool {
    judge(assertion, history, triesSeeds: false).verdict == .pass
  }

  /// The value that the field had when the step began; where it had none, the first one.
  private static func value(of memory: Memory, _ history: StepHistory) -> String? {
    let resources = [memory.object.resource]
    func value(in world: World) -> String? {
      world[memory.object].flatMap { memory.path.value(in: $0)?.comparableText }
    }
    if let value = value(in: history.world(history.start, resources)) { return value }
    var found = value(in: history.world(history.acts, resources))
    guard found == nil else { return found }
    history.forEachMoment(of: resources, since: history.acts) { world in
      found = value(in: world)
      return found == nil
    }
    return found
  }

  private static func judge(
    _ assertion: Assertion, _ history: StepHistory, triesSeeds: Bool
  ) -> AssertionResult {
    let claim = assertion.claim
    let (verdict, fact) =
      switch assertion.mode {
      case .expect: expect(claim, history)
      case .once: once(claim, history)
      case .never: never(claim, history)
      case .hold(let duration): hold(claim, duration, history)
      case .at(let duration): at(claim, duration, history)
      case .seeds(let seeds, let all):
        triesSeeds
          ? SeedTrial(claim, seeds, all).judge(history)
          : (.notYet, history.texts.seedsLater(seeds.lowerBound, seeds.upperBound))
      }
    return AssertionResult(assertion: assertion, verdict: verdict, fact: fact)
  }

  typealias Judgement = (AssertionResult.Verdict, String)

  private static func expect(_ claim: Claim, _ history: StepHistory) -> Judgement {
    claim.truth(in: history.world(history.now, claim.resources)).judgement
  }

  private static func once(_ claim: Claim, _ history: StepHistory) -> Judgement {
    var result: Judgement?
    history.forEachMoment(of: claim.resources, since: history.acts) { world in
      switch claim.truth(in: world) {
      case .holds(let fact): result = (.pass, world.stamped(fact))
      case .broken(let fact): result = (.broken, fact)
      case .fails: break
      }
      return result == nil
    }
    if let result { return result }
    let now = expect(claim, history)
    // Holding since before the step began is not "since the step began".
    return now.0 == .pass ? (.notYet, history.texts.notSinceStart(now.1)) : now
  }

  private static func never(_ claim: Claim, _ history: StepHistory) -> Judgement {
    func violation(_ world: World) -> Judgement? {
      switch claim.truth(in: world) {
      case .holds(let fact): (.violated, world.stamped(fact))
      case .broken(let fact): (.broken, fact)
      case .fails: nil
      }
    }
    if let first = violation(history.world(history.start, claim.resources)) { return first }
    var result: Judgement?
    history.forEachMoment(of: claim.resources) { world in
      result = violation(world)
      return result == nil
    }
    if let result { return result }
    // What is so instead of what must not be; nothing was expected, so no wish stands behind it.
    switch claim.truth(in: history.world(history.now, claim.resources)) {
    case .fails(let fact, _): return (.pass, history.texts.notSoFar(fact))
    case .holds(let fact): return (.violated, fact)
    case .broken(let fact): return (.broken, fact)
    }
  }

  private static func hold(_ claim: Claim, _ duration: SimulatedDuration, _ history: StepHistory)
    -> Judgement
  {
    var since: SimulatedTime? =
      claim.truth(in: history.world(history.start, claim.resources)).holds ? history.start.now : nil
    history.forEachMoment(of: claim.resources) { world in
      let holds = claim.truth(in: world).holds
      since = holds ? since ?? world.time : nil
      return true
    }
    let now = expect(claim, history)
    guard now.0 == .pass, let since else { return now }
    let held = history.now.now - since
    let fact = history.texts.heldSoFar(now.1, VirtualDuration.text(held))
    let wish = history.texts.wish(.equal, VirtualDuration.text(duration))
    return held >= duration ? (.pass, fact) : (.notYet, fact + wish)
  }

  private static func at(_ claim: Claim, _ duration: SimulatedDuration, _ history: StepHistory)
    -> Judgement
  {
    let moment = history.start.now + duration
    guard history.now.now >= moment else {
      let elapsed = VirtualDuration.text(history.now.now - history.start.now)
      return (.notYet, history.texts.momentNotReached(elapsed, VirtualDuration.text(duration)))
    }
    var world = history.world(history.start, claim.resources)
    history.forEachMoment(of: claim.resources) { later in
      guard later.time <= moment else { return false }
      world = later
      return true
    }
    world.wait(until: moment)
    let (verdict, fact) = claim.truth(in: world).judgement
    return (verdict, verdict == .broken ? fact : world.stamped(fact))
  }
}

extension Truth {
  var judgement: Checker.Judgement {
    switch self {
    case .holds(let fact): (.pass, fact)
    case .fails(let fact, let wish): (.notYet, fact + wish)
    case .broken(let fact): (.broken, fact)
    }
  }
}

extension World {
  fileprivate func stamped(_ fact: String) -> String {
    texts.atMoment(fact, VirtualDuration.clock(time))
  }
}
