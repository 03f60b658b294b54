import PodShell

@testable import PodEngine

/// Ages as kubectl prints them.
func answerDurations(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  var answer = Answer()
  if let nanoseconds = input.number("nanoseconds") {
    let duration = SimulatedDuration.milliseconds(nanoseconds / 1_000_000)
    answer["text"] = .equals(
      .string(
        question.beside["what"] == "short"
          ? HumanDuration.short(duration) : HumanDuration.text(duration)))
    return answer
  }
  let now = SimulatedTime(milliseconds: 0)
  switch question.beside["what"] {
  case "age-since":
    let time = try input.seconds("secondsAgo").map { now - $0 }
    answer["text"] = .equals(.string(HumanDuration.since(time, now: now)))
  case "age-until":
    let time = try input.seconds("secondsAhead").map { now + $0 }
    answer["text"] = .equals(.string(HumanDuration.until(time, now: now)))
  case let other: throw UnknownQuestion("a duration of \(other?.text ?? "nothing")")
  }
  return answer
}

extension CaseValue {
  /// Seconds with a fraction; nil is a time that was never set.
  fileprivate func seconds(_ key: String) throws -> SimulatedDuration? {
    switch tree(key) {
    case .null: nil
    case .integer(let value): .seconds(value)
    case .double(let value): .milliseconds(Int((value * 1000).rounded()))
    case nil, .bool, .string, .array, .object: throw UnknownQuestion("an age without \(key)")
    }
  }
}
