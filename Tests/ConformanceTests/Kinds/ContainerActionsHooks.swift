import OrderedCollections

@testable import PodEngine

/// Whether a hook runs.
func answerHook(_ input: CaseValue) throws -> Answer {
  let kind = try hookKind(input)
  var lab = try laboratory(kind, handler(input.text("handler") ?? "exec"), input)
  var ran = false
  func watch(_ lab: KubeletLaboratory) {
    if case .postStart = lab.worker?.task?.waitingFor { ran = kind == .postStart || ran }
    if case .preStop = lab.killing(of: "app")?.step { ran = kind == .preStop || ran }
    if lab.hasEvent(KubeletEvent.hookFailed(kind).reason) { ran = true }
  }
  _ = try lab.run { lab in
    watch(lab)
    return !lab.records(of: "app").isEmpty && !lab.isSyncing
  }
  lab.stop("app", graceSeconds: input.number("gracePeriodSeconds") ?? 30)
  _ = try lab.run { lab in
    watch(lab)
    return lab.killing(of: "app") == nil
  }
  var answer = Answer()
  answer["ran"] = .equals(.bool(ran))
  return answer
}

/// What a hook that fails leads to.
func answerHookFailure(_ input: CaseValue) throws -> Answer {
  let kind = try hookKind(input)
  let failing: APIValue = ["exec": ["command": ["false"]]]
  var lab = try laboratory(
    kind, try input.text("handler").map { try handler($0, fails: true) } ?? failing, input)
  _ = try lab.run { !$0.records(of: "app").isEmpty && !$0.isSyncing }
  let waiting = lab.cluster.objects.pod("default", "web").flatMap { pod in
    (pod.status.containerStatuses + pod.status.initContainerStatuses)
      .first { $0.name == "app" }?.state.waiting
  }
  lab.stop("app", graceSeconds: input.number("gracePeriodSeconds") ?? 30)
  let killed = try lab.run { $0.records(of: "app").first?.state == .exited }
  let events = lab.events
  var answer = Answer()
  answer["events"] = .matches { expected in
    let wanted = expected.whole.arrayValue ?? []
    let missing = wanted.filter { !events.contains($0) }.map { "\($0.text) did not happen" }
    return wanted.isEmpty ? ["podlab has \(events.count) events"] : missing
  }
  answer["containerKilled"] = .equals(.bool(killed))
  answer["waiting"] = .equals(
    waiting.map { ["reason": .string($0.reason), "message": .string($0.message)] } ?? .null)
  return answer
}

/// What a hook's handler says when it fails.
func answerHookRun(_ input: CaseValue) throws -> Answer {
  let handler: LifecycleHandler = try (input.tree("handler") ?? .emptyObject).decoded()
  let error = input.text("error")
  let fails = error != nil || HookHandler.action(of: handler) == nil
  let message = HookHandler.failure(
    of: handler, container: input.text("container") ?? "", in: try input.pod(),
    error: error ?? "", output: input.text("output") ?? "")
  var answer = Answer()
  answer["error"] = .equals(.bool(fails))
  answer["message"] = .equals(.string(fails ? message : ""))
  return answer
}

/// Which port a hook or probe means.
func answerHookPort(_ input: CaseValue) throws -> Answer {
  let port: IntOrString = try (input.tree("port") ?? .null).decoded()
  let number = try container(input).portNumber(port)
  var answer = Answer()
  answer["error"] = .equalsOr(.bool(number == nil), whenUnsaid: false)
  answer["port"] = .equals(number.map(APIValue.integer) ?? .null)
  return answer
}

/// Where an HTTP hook goes.
func answerHookURL(_ input: CaseValue) throws -> Answer {
  let action: HTTPGetAction = try (input.tree("httpGet") ?? .emptyObject).decoded()
  let port = try container(input).portNumber(action.port)
  var answer = Answer()
  answer["error"] = .equalsOr(.bool(port == nil), whenUnsaid: false)
  answer["url"] = .equals(
    port.map { .string(action.url(host: input.text("podIP") ?? "", port: $0)) } ?? .null)
  return answer
}

private func container(_ input: CaseValue) throws -> Container {
  try (["ports": input.tree("ports") ?? []] as APIValue).decoded()
}

private func hookKind(_ input: CaseValue) throws -> HookKind {
  let word = input.text("hook") ?? ""
  guard let kind = HookKind(rawValue: word) else { throw UnknownQuestion("the hook \(word)") }
  return kind
}

/// A handler that takes a while or fails, so that its run can be seen.
private func handler(_ word: String, fails: Bool = false) throws -> APIValue {
  switch word {
  case "exec": ["exec": ["command": fails ? ["false"] : ["sleep", "1"]]]
  case "httpGet": ["httpGet": ["port": 1, "path": "/"]]
  case "tcpSocket": ["tcpSocket": ["port": 1]]
  case "sleep": ["sleep": ["seconds": 1]]
  default: throw UnknownQuestion("the handler \(word)")
  }
}

private func laboratory(_ kind: HookKind, _ handler: APIValue, _ input: CaseValue) throws
  -> KubeletLaboratory
{
  let app = KubeletLaboratory.stubbornContainer(
    "app", lifecycle: .object([kind.rawValue: handler]))
  switch input.text("containerKind") {
  case nil, "main": return try KubeletLaboratory(containers: [app])
  case "sidecar":
    let other = KubeletLaboratory.container("main", stopping: .zero)
    return try KubeletLaboratory(sidecars: [app], containers: [other])
  case let other?: throw UnknownQuestion("a hook of a container of the kind \(other)")
  }
}
