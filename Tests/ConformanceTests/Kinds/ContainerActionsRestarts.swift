import OrderedCollections

@testable import PodEngine

/// How long a container that ends again and again has to wait, and what is said of it.
func answerCrashLoop(_ input: CaseValue) throws -> Answer {
  var answer = Answer()
  let backoff = Backoff(
    initial: input.duration("initialSeconds") ?? .seconds(10),
    maximum: input.duration("maxSeconds") ?? .seconds(300))
  if let crash = input.number("crash") {
    let delay = try restarts(input) ? delay(of: crash, backoff) : nil
    answer["delaySeconds"] = .equals(delay.map { .integer($0.wholeSeconds) } ?? .null)
  }
  if let ran = input.duration("ranSeconds"), let before = input.duration("previousDelaySeconds") {
    var backoff = backoff
    let began = opened(&backoff, to: before)
    answer["inBackOff"] = .equals(.bool(backoff.holds(since: began + ran, at: began + ran)))
    backoff.advance(since: began + ran, at: began + ran)
    answer["nextDelaySeconds"] = .equals(.integer(backoff.window.wholeSeconds))
  }
  if let container = input.text("container"), let window = input.duration("delaySeconds") {
    let pod = try input.pod()
    let error = StartError.crashLoop(container, in: pod, window: window)
    answer["waiting"] = .equals(
      ["reason": .string(error.reason), "message": .string(error.message)])
    answer["event"] = .equals(.backOff(container, in: pod))
  }
  return answer
}

/// Whether the case's container is started again at all.
private func restarts(_ input: CaseValue) throws -> Bool {
  guard let code = input.number("exitCode") else { return true }
  var pod = Pod()
  if let word = input.text("podRestartPolicy") {
    pod.spec.restartPolicy = RestartPolicy(rawValue: word) ?? .always
  }
  return RestartRule.restarts(Container(), in: pod, exitCode: code)
}

/// The wait after the n-th crash in a row; every run takes a second.
private func delay(of crash: Int, _ backoff: Backoff) -> SimulatedDuration {
  var (backoff, now) = (backoff, SimulatedTime.start)
  var delay = SimulatedDuration.zero
  for _ in 0..<crash {
    let end = now + .seconds(1)
    delay = backoff.holds(since: end, at: end) ? backoff.window : .zero
    now = end + delay
    backoff.advance(since: end, at: now)
  }
  return delay
}

/// Lets attempts follow each other until the window is so wide; returns when the last one was.
private func opened(_ backoff: inout Backoff, to window: SimulatedDuration) -> SimulatedTime {
  var now = SimulatedTime.start
  for _ in 0..<64 where backoff.window < window {
    now = now + backoff.window
    backoff.advance(since: now, at: now)
  }
  return now
}

/// What the kubelet says on its way.
func answerKubeletEvent(_ input: CaseValue) throws -> Answer {
  let container = input.text("container") ?? ""
  var answer = Answer()
  let event: KubeletEvent
  switch input.text("event") {
  case "restartCount":
    let previous = input.number("previousRestartCount")
    answer["restartCount"] = .equals(.integer(RestartRule.restartCount(after: previous)))
    return answer
  case "Created": event = .created(container)
  case "Started": event = .started(container)
  case "Failed": event = .failed(input.text("cause") ?? "")
  case "SandboxChanged": event = .sandboxChanged
  case "BackOff": event = .backOff(container, in: try input.pod())
  case "FailedPostStartHook": event = .hookFailed(.postStart)
  case "FailedPreStopHook": event = .hookFailed(.preStop)
  case "Killing":
    let policy = input.text("restartPolicy") ?? input.text("podRestartPolicy")
    let message = try killReason(input).message(
      container, isInit: input.text("containerKind") == "sidecar", restarts: policy != "Never")
    event = .killing(input.text("message") ?? message)
  case let other: throw UnknownQuestion("the event \(other ?? "none")")
  }
  answer["type"] = .equals(.string(event.type.rawValue))
  answer["reason"] = .equals(.string(event.reason))
  answer["message"] = .equals(.string(event.message))
  return answer
}

extension Answer.Claim {
  fileprivate static func equals(_ event: KubeletEvent) -> Self {
    .equals([
      "type": .string(event.type.rawValue), "reason": .string(event.reason),
      "message": .string(event.message),
    ])
  }
}
