internal import PodShell

/// The facts that a check states, in one language. Names of objects, fields and values are the
/// same in all.
struct FactTexts: Sendable {
  typealias One = @Sendable (_ name: String) -> String

  let exists: One
  let doesNotExist: One
  let noneOf: One
  let allAsWanted: One
  /// `the number of pods`
  let numberOf: One
  /// `the age of pod/web`
  let ageOf: One
  /// `event Unhealthy on pod/web`
  let event: @Sendable (_ reason: String?, _ object: String?) -> String
  let countOf: One
  let messageOf: One
  let thereIs: One
  let thereIsNo: One
  let thereIsNoYet: One
  let process: @Sendable (_ pod: String, _ node: String?) -> String
  let log: @Sendable (_ pod: String, _ container: String?) -> String
  let quizRight: One
  let quizNotRight: One
  let isSet: One
  let isNotSet: One
  let isValue: @Sendable (_ name: String, _ value: String) -> String
  let isEmpty: One
  let lacks: @Sendable (_ name: String, _ text: String) -> String
  let has: @Sendable (_ name: String, _ text: String) -> String
  let condition:
    @Sendable (_ name: String, _ type: String, _ status: String, _ since: String?)
      -> String
  let noCondition: @Sendable (_ name: String, _ type: String) -> String
  let otherReason: @Sendable (_ fact: String, _ reason: String) -> String
  let notSetWord: String
  let wish: @Sendable (_ comparison: Comparison, _ value: String) -> String
  let wishAnother: String
  let atMoment: @Sendable (_ fact: String, _ clock: String) -> String
  let notSinceStart: One
  /// What is so where something must never be so.
  let notSoFar: One
  /// What somebody has said.
  let quoted: One
  let heldSoFar: @Sendable (_ fact: String, _ held: String) -> String
  let momentNotReached: @Sendable (_ elapsed: String, _ wanted: String) -> String
  let withSeed: @Sendable (_ seed: UInt64, _ fact: String) -> String
  let withNoSeed: @Sendable (_ first: UInt64, _ last: UInt64, _ fact: String) -> String
  let withAllSeeds: @Sendable (_ first: UInt64, _ last: UInt64) -> String
  let seedsLater: @Sendable (_ first: UInt64, _ last: UInt64) -> String

  static func of(_ language: Language) -> FactTexts {
    switch language {
    case .english: .english
    case .chinese: .chinese
    }
  }
}
