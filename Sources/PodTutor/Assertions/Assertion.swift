package import PodEngine

/// One line of a check: `[expect|once|never|hold DUR|at DUR|seeds A..B any|all] SUBJECT PREDICATE
/// [else "advice"]`.
package struct Assertion: Hashable, Sendable {
  package enum Mode: Hashable, Sendable {
    /// True now.
    case expect
    /// Became true at some moment since the check before was passed: what somebody does before they
    /// type `next` counts.
    case once
    /// Has not been true at any moment of the step.
    case never
    /// Has been true without a break for so long.
    case hold(SimulatedDuration)
    /// Was true so long after the step began.
    case at(SimulatedDuration)
    /// True when everything is done again with other seeds: with all of them, or with any.
    case seeds(ClosedRange<UInt64>, all: Bool)
  }

  package let position: SourcePosition
  /// The line as the author wrote it.
  package let text: String
  package let mode: Mode
  package let claim: Claim
  /// What to tell the learner while it does not hold, besides the facts.
  package internal(set) var advice: String?
}

/// A subject with a predicate, without a time.
package struct Claim: Hashable, Sendable {
  package let subject: AssertionSubject
  package let predicate: AssertionPredicate
}

/// What an assertion is about.
package enum AssertionSubject: Hashable, Sendable {
  /// `pod/web`, `node/node-1`.
  case object(ObjectKey)
  /// `pods -l app=web`.
  case selection(ObjectSelection)
  /// `count(pods -l app=web)`.
  case count(ObjectSelection)
  /// `event reason=Unhealthy on pod/web`.
  case event(EventSelection)
  /// `quiz/same-pod`.
  case quiz(String)
  /// `process on node/node-1 of pod/web`: what really runs, whatever the API server believes.
  case process(ProcessSelection)
  /// `log of pod/web`, `log of pod/web/container`.
  case log(LogSelection)
}

/// Objects of a kind, all or those with labels.
package struct ObjectSelection: Hashable, Sendable {
  package let resource: Resource
  package let namespace: String
  package let labels: StringMap<String>
  /// As written: `pods -l app=web`.
  package let text: String
}

/// Events by reason and by the object they are about.
package struct EventSelection: Hashable, Sendable {
  package let reason: String?
  package let about: ObjectKey?
  /// As written.
  package let text: String
}

/// Processes by the Pod they belong to, and the node they run on unless that does not matter.
package struct ProcessSelection: Hashable, Sendable {
  package let pod: ObjectKey
  package let node: String?
}

/// What the containers of a Pod, or one of them, have printed in all their lives.
package struct LogSelection: Hashable, Sendable {
  package let pod: ObjectKey
  package let container: String?
}

/// What an assertion says of its subject.
package enum AssertionPredicate: Hashable, Sendable {
  case exists
  case absent
  /// `condition=Ready`, `condition=Ready=False`, `condition=Ready=False,reason=X`.
  case condition(type: String, status: String, reason: String?)
  /// `{.status.phase} == Running`.
  case field(FieldPath, Comparison, AssertionValue)
  case fieldExists(FieldPath)
  case fieldAbsent(FieldPath)
  /// `status == CrashLoopBackOff`: the column that `get pods` prints.
  case status(Comparison, AssertionValue)
  /// `age < 10m`: how long ago the object was made, in virtual time.
  case age(Comparison, AssertionValue)
  /// `count(…) == 3`, `event … count >= 3`.
  case number(Comparison, AssertionValue)
  /// `event … message contains "…"`, `log … contains "…"`.
  case message(Comparison, AssertionValue)
  /// `quiz/x right`.
  case answeredRight
}

/// How two values are compared.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case contains = "contains"
}

/// The right side of a comparison.
package enum AssertionValue: Hashable, Sendable {
  case literal(String)
  /// `$NAME`: what a `remember` line stored.
  case remembered(String)
}

/// `remember NAME = SUBJECT PATH`: keeps the first value that the field has in the step.
package struct Memory: Hashable, Sendable {
  package let position: SourcePosition
  package let name: String
  package let object: ObjectKey
  package let path: FieldPath
}
