internal import PodEngine

// When a claim must hold.
extension AssertionParser {
  /// More worlds than this take too long to be built after every command.
  static let maximumSeeds: UInt64 = 20

  mutating func mode() throws(SourceError) -> Assertion.Mode {
    if accept("expect") { return .expect }
    if accept("once") { return .once }
    if accept("never") { return .never }
    if accept("hold") { return .hold(try duration(after: "hold")) }
    if accept("at") { return .at(try duration(after: "at")) }
    if accept("seeds") { return try seeds() }
    return .expect
  }

  private mutating func duration(after word: String) throws(SourceError) -> SimulatedDuration {
    let token = try take("a duration, such as 30s")
    guard let duration = VirtualDuration.parse(token.text), duration.milliseconds > 0 else {
      throw error(
        token, "`\(token.text)` is no duration", "Write `\(word) 30s` or `\(word) 5m`.")
    }
    return duration
  }

  private mutating func seeds() throws(SourceError) -> Assertion.Mode {
    let token = try take("a range of seeds, such as 1..10")
    let ends = token.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 3, ends[1].isEmpty, let first = UInt64(ends[0]), let last = UInt64(ends[2]),
      first <= last, last - first < Self.maximumSeeds
    else {
      throw error(
        token, "`\(token.text)` is no range of at most \(Self.maximumSeeds) seeds",
        "Write `seeds 1..10 any` or `seeds 1..10 all`.")
    }
    let word = try take("`any` or `all`")
    guard word.text == "any" || word.text == "all" else {
      throw error(
        word, "`any` or `all` is wanted, not `\(word.text)`",
        "any: with at least one of the seeds; all: with each of them.")
    }
    return .seeds(first...last, all: word.text == "all")
  }
}

extension Assertion.Mode {
  /// Whether earlier moments count.
  var looksBack: Bool {
    switch self {
    case .once, .never, .hold, .at: true
    case .expect, .seeds: false
    }
  }
}

extension AssertionSubject {
  /// What the API server does not keep has no history that could be judged.
  var isPresentOnly: Bool {
    switch self {
    case .process, .log: true
    case .object, .selection, .count, .event, .quiz: false
    }
  }
}
