@testable import PodEngine

/// What the kubelet does about the containers of a Pod: starts, restarts, kills, hooks.
func answerContainerActions(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  switch input.text("kind") {
  case "computePodActions": return try answerPodActions(question)
  case "shouldContainerBeRestarted": return try answerShouldRestart(input)
  case "lifecycle": return try answerLifecycle(input)
  case let other: throw UnknownQuestion("the kind \(other ?? "none")")
  }
}

private func answerLifecycle(_ input: CaseValue) throws -> Answer {
  switch input.text("topic") {
  case "gracePeriod": return try answerGracePeriod(input)
  case "stopTimeout": return try answerStopTimeout(input)
  case "terminationOrder": return try answerTerminationOrder(input)
  case "hook": return try answerHook(input)
  case "hookFailure": return try answerHookFailure(input)
  case "hookRun": return try answerHookRun(input)
  case "hookPort": return try answerHookPort(input)
  case "hookURL": return try answerHookURL(input)
  case "crashLoop": return try answerCrashLoop(input)
  case "event": return try answerKubeletEvent(input)
  case let other: throw UnknownQuestion("the topic \(other ?? "none")")
  }
}

extension CaseValue {
  /// Seconds with a fraction; nil for null and where there is none.
  func duration(_ key: String) -> SimulatedDuration? {
    switch tree(key) {
    case .integer(let value): .seconds(value)
    case .double(let value): .milliseconds(Int((value * 1000).rounded()))
    case nil, .null, .bool, .string, .array, .object: nil
    }
  }

  /// The Pod that a case is about: its specification, its names, its deletion.
  func pod() throws -> Pod {
    var pod = Pod()
    if let spec = tree("spec") { pod.spec = try spec.decoded() }
    pod.metadata.name = text("pod") ?? ""
    pod.metadata.namespace = text("namespace") ?? ""
    pod.metadata.uid = text("uid") ?? ""
    pod.metadata.deletionGracePeriodSeconds = number("deletionGracePeriodSeconds")
    if flag("deletionTimestampSet") == true { pod.metadata.deletionTimestamp = .start }
    return pod
  }
}
