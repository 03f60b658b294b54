internal import PodEngine

/// Judges a claim in the worlds that come out when everything is done again with other seeds.
struct SeedTrial {
  private let claim: Claim
  private let seeds: ClosedRange<UInt64>
  private let wantsAll: Bool

  init(_ claim: Claim, _ seeds: ClosedRange<UInt64>, _ wantsAll: Bool) {
    (self.claim, self.seeds, self.wantsAll) = (claim, seeds, wantsAll)
  }

  func judge(_ history: StepHistory) -> Checker.Judgement {
    guard let replay = history.replay else { return (.broken, "nothing can be replayed here") }
    let texts = history.texts
    var first: String?
    for seed in seeds {
      let truth = claim.truth(in: history.world(replay(seed), claim.resources))
      if case .broken(let fact) = truth { return (.broken, fact) }
      first = first ?? truth.fact
      if truth.holds != wantsAll {
        return (wantsAll ? .notYet : .pass, texts.withSeed(seed, truth.fact))
      }
    }
    return wantsAll
      ? (.pass, texts.withAllSeeds(seeds.lowerBound, seeds.upperBound))
      : (.notYet, texts.withNoSeed(seeds.lowerBound, seeds.upperBound, first ?? ""))
  }
}
