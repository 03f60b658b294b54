import Foundation
import Testing

/// podlab's rules against facts from Kubernetes' own tests and from the real kubectl.
@Suite struct ConformanceTests {
  /// `PODLAB_CASES_MUTATE=N`: the N-th leaf of every `expect` is changed before comparing.
  static let mutation =
    ProcessInfo.processInfo.environment["PODLAB_CASES_MUTATE"].flatMap(Int.init)

  @Test(.enabled(if: mutation == nil), arguments: CaseKind.all.flatMap(\.cases))
  func aFactHolds(_ fact: ConformanceCase) {
    if Exclusions.reason(for: fact) != nil { return }
    let problems = fact.problems()
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }

  @Test func everyFactIsRun() {
    let results = CaseKind.all.map(Tally.init)
    for result in results where result.all > 0 { print("cases: \(result)") }
    let run = results.reduce(0) { $0 + $1.run }
    print("cases: \(results.reduce(0) { $0 + $1.held })/\(run) hold")
    #expect(run > 0)
    if CaseFile.isBuiltIn {
      #expect(Exclusions.reasons.count * 20 <= results.reduce(0) { $0 + $1.all })
      #expect(Exclusions.unknown == [])
    }
  }

  @Test(.enabled(if: CaseFile.isBuiltIn)) func everyFileHasARunner() {
    #expect(CaseFile.names.filter { name in !CaseKind.all.contains { $0.isIn(name) } } == [])
  }

  /// A runner that does not see a changed expectation checks nothing.
  @Test(.enabled(if: mutation != nil)) func everyChangedFactFails() {
    let facts = CaseKind.all.flatMap(\.cases).filter { Exclusions.reason(for: $0) == nil }
    let unseen = facts.filter { $0.problems(mutation: Self.mutation).isEmpty }
    print("mutated cases: \(facts.count - unseen.count)/\(facts.count) fail")
    for fact in unseen { print("mutated cases: unseen in \(fact.testDescription)") }
    #expect(unseen.count * 100 <= facts.count)
  }
}

/// The figures of one kind.
struct Tally: CustomStringConvertible {
  let name: String
  let all, run, held: Int

  init(_ kind: CaseKind) {
    name = kind.name
    let cases = kind.cases
    let applicable = cases.filter { Exclusions.reason(for: $0) == nil }
    all = cases.count
    run = applicable.count
    held = applicable.count { $0.problems().isEmpty }
  }

  var description: String { "\(name) \(held)/\(run) hold, \(all - run) excluded" }
}
