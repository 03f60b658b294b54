import OrderedCollections

@testable import PodEngine

/// Probes: their workers, targets, results and events.
func answerProbes(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  switch input.text("kind") {
  case "doProbe": return try answerTick(input)
  case "sequence": return try answerSequence(input)
  case "probeOnce": return try answerProbeOnce(input)
  case "containerFlags": return try answerFlags(input)
  case "httpTarget": return try answerHTTPTarget(input)
  case "tcpTarget": return try answerTCPTarget(input)
  case "formatURL":
    var answer = Answer()
    answer["url"] = .equals(
      .string(
        ProbeTarget.url(
          scheme: input.text("scheme") ?? "", host: input.text("host") ?? "",
          port: input.number("port") ?? 0, path: input.text("path") ?? "")))
    return answer
  case "httpStatus":
    let outcome = ProbeOutcome(
      HTTPResponse(status: input.number("statusCode") ?? 0, body: input.text("body") ?? ""))
    var answer = Answer()
    answer["result"] = .equals(.string(outcome.result.rawValue))
    answer["output"] = .equals(.string(outcome.output))
    return answer
  case "event": return try answerEvent(input)
  case let other: throw UnknownQuestion("a probe and \(other ?? "nothing")")
  }
}

private func answerTick(_ input: CaseValue) throws -> Answer {
  let now = SimulatedTime.start + .hours(1)
  var worker = try input.worker()
  let decision = worker.tick(try input.view(worker.key.kind, at: now), at: now)
  if decision == .ask {
    _ = worker.count(try input.outcome("rawOutcome"))
  } else {
    _ = input["rawOutcome"]
  }
  var table = ProbeTable()
  table[worker.key] = worker
  let result = table.result("app", worker.key.kind, containerID: "one")
  var answer = Answer()
  answer["keepGoing"] = .equals(.bool(decision != .stop))
  answer["probed"] = .equals(.bool(decision == .ask))
  answer["resultSet"] = .equals(.bool(result != nil))
  answer["result"] = .equals(result.map { .string($0.rawValue) } ?? .null)
  return answer
}

private func answerSequence(_ input: CaseValue) throws -> Answer {
  var worker = try input.worker()
  let started = input.list("startedBeforeTick").map { $0.whole.boolValue == true }
  let newContainerBefore = input.number("newContainerBefore")
  var results: [APIValue] = []
  var holds: [APIValue] = []
  var streaks: [APIValue] = []
  for (index, raw) in input.texts("outcomes").enumerated() {
    var status = ContainerStatus(name: "app")
    let isNew = newContainerBefore.map { index >= $0 } ?? false
    status.containerID = ContainerStatusRule.fullID(isNew ? "two" : "one")
    status.state = .running(since: .start)
    status.started =
      index < started.count ? started[index] : worker.key.kind != .startup
    let view = ProbeWorker.View(
      phase: .running, container: status, isTerminating: false, restartPolicy: .always)
    if worker.tick(view, at: .start + .hours(1)) == .ask {
      _ = worker.count(try ProbeOutcome(raw: raw))
    }
    results.append(.string(worker.result.rawValue))
    holds.append(.bool(worker.isOnHold))
    streaks.append(.integer(worker.streak))
  }
  var answer = Answer()
  answer["results"] = .equals(.array(results))
  answer["onHoldAfter"] = .equals(.array(holds))
  answer["consecutiveAfterEach"] = .equals(.array(streaks))
  return answer
}

private func answerProbeOnce(_ input: CaseValue) throws -> Answer {
  let probe: Probe? =
    input["probe"]?.isNull == false ? try input.tree("probe")?.decoded() : nil
  let raw = try input.outcome("rawOutcome")
  guard case .known(let outcome, _) = ProbeAnswer.by(probe, { _ in .known(raw, after: .zero) })
  else { throw UnknownQuestion("a probe that does not end") }
  var answer = Answer()
  answer["result"] = .equals(.string(outcome.result.rawValue))
  answer["error"] = .equals(.bool(outcome.isError))
  return answer
}

private func answerFlags(_ input: CaseValue) throws -> Answer {
  var container = Container()
  container.name = "app"
  var table = ProbeTable()
  for word in input.texts("probes") {
    guard let kind = ProbeKind(rawValue: word) else { throw UnknownQuestion("probe \(word)") }
    var worker = ProbeWorker(
      key: ProbeKey(container: "app", kind: kind), probe: Probe(), arrivedAt: .start)
    if let result = input.text("\(word)Result") {
      worker.containerID = "one"
      worker.result = ProbeTable.Result(rawValue: result) ?? .unknown
    }
    table[worker.key] = worker
  }
  var pod = Pod()
  var statuses = PodContainerStatuses()
  let isInit = try input.isInit(&container)
  if isInit {
    pod.spec.initContainers = [container]
    statuses.initContainers = [try input.containerStatus("state")]
  } else {
    pod.spec.containers = [container]
    statuses.containers = [try input.containerStatus("state")]
  }
  table.mark(&statuses, of: pod)
  let status = (statuses.initContainers + statuses.containers).first
  var answer = Answer()
  answer["started"] = .equals(.bool(status?.started == true))
  answer["ready"] = .equals(.bool(status?.ready == true))
  return answer
}

private func answerHTTPTarget(_ input: CaseValue) throws -> Answer {
  let request: HTTPGetAction = try input.handler("httpGet")
  let container = try input.container()
  let podIP = input.text("podIP") ?? ""
  var answer = Answer()
  let target = try? ProbeTarget(request, container, podIP: podIP)
  answer["ok"] = .equals(.bool(target != nil))
  if let target {
    answer["host"] = .equals(.string(target.host))
    answer["port"] = .equals(.integer(target.port))
    answer["path"] = .equals(.string(target.path))
    answer["url"] = .equals(.string(target.url))
  }
  return answer
}

private func answerTCPTarget(_ input: CaseValue) throws -> Answer {
  let socket: TCPSocketAction = try input.handler("tcpSocket")
  let container = try input.container()
  let podIP = input.text("podIP") ?? ""
  var answer = Answer()
  let target = try? ProbeTarget(socket, container, podIP: podIP)
  answer["ok"] = .equals(.bool(target != nil))
  if let target {
    answer["host"] = .equals(.string(target.host))
    answer["port"] = .equals(.integer(target.port))
  }
  return answer
}

private func answerEvent(_ input: CaseValue) throws -> Answer {
  guard let kind = ProbeKind(rawValue: input.text("probeType") ?? "") else {
    throw UnknownQuestion("an event of no probe")
  }
  if let name = input.text("container") {
    var container = Container()
    container.name = name
    let isInit = try input.isInit(&container)
    var pod = Pod()
    pod.spec.restartPolicy = input.restartPolicy
    let reason: KillReason? =
      switch kind {
      case .liveness: .livenessProbe
      case .startup: .startupProbe
      case .readiness: nil
      }
    guard let reason else { throw UnknownQuestion("a container killed for its readiness") }
    let restarts = reason.restarts(container, in: pod)
    return eventAnswer(.killing(reason.message(name, isInit: isInit, restarts: restarts)))
  }
  let outcome: ProbeOutcome
  if let error = input.text("error") {
    let state = input.text("resultWord") ?? "unknown"
    guard let word = ProbeOutcome.ProbeState(rawValue: state) else {
      throw UnknownQuestion("a probe that results in \(state)")
    }
    outcome = .error(error, word)
  } else {
    // The output says which of the two it was: only redirections make the prober warn.
    let output = input.text("output") ?? ""
    outcome = output.hasPrefix(ProbeOutcome.redirection) ? .warning(output) : .failure(output)
  }
  return KubeletEvent.probed(kind, outcome).map(eventAnswer) ?? Answer()
}

/// An event, key by key.
func eventAnswer(_ event: KubeletEvent) -> Answer {
  var answer = Answer()
  answer["type"] = .equals(.string(event.type.rawValue))
  answer["reason"] = .equals(.string(event.reason))
  answer["message"] = .equals(.string(event.message))
  answer["messagePrefix"] = .begins(event.message)
  return answer
}

extension ProbeOutcome {
  fileprivate init(raw: String) throws {
    switch raw {
    case "success": self = .success()
    case "failure": self = .failure("")
    case "warning": self = .warning("")
    case "unknown": self = .unknown
    case "error": self = .error("error")
    default: throw UnknownQuestion("a probe that comes to \(raw)")
    }
  }
}

extension CaseValue {
  /// Where the case does not say, the probe does not get so far.
  fileprivate func outcome(_ key: String) throws -> ProbeOutcome {
    try text(key).map(ProbeOutcome.init(raw:)) ?? .success()
  }

  fileprivate func worker() throws -> ProbeWorker {
    guard let kind = ProbeKind(rawValue: text("probeType") ?? "") else {
      throw UnknownQuestion("a worker without probe")
    }
    // The tables count every outcome where they give no thresholds.
    var probe: Probe = try (tree("probe") ?? .object([:])).decoded()
    probe.successThreshold = probe.successThreshold ?? 1
    probe.failureThreshold = probe.failureThreshold ?? 1
    return ProbeWorker(
      key: ProbeKey(container: "app", kind: kind), probe: probe, arrivedAt: .start)
  }

  fileprivate func view(_ kind: ProbeKind, at now: SimulatedTime) throws -> ProbeWorker.View? {
    let isTerminating = flag("deletionTimestampSet") ?? false
    let policy = restartPolicy
    var container = Container()
    _ = try isInit(&container)
    guard let given = self["podStatus"], !given.isNull else { return nil }
    guard let phase = PodPhase(rawValue: given.text("phase") ?? "") else {
      throw UnknownQuestion("a Pod without phase")
    }
    var status: ContainerStatus?
    let age = given.number("startedSecondsAgo") ?? 0
    let started = given.flag("started") ?? (kind != .startup)
    if given.text("container") != "missing" {
      status = try given.containerStatus("container", since: now - .seconds(age))
      status?.started = started
    }
    return ProbeWorker.View(
      phase: phase, container: status, isTerminating: isTerminating,
      restartPolicy: container.isSidecar ? .always : policy)
  }

  fileprivate var restartPolicy: RestartPolicy {
    RestartPolicy(rawValue: text("podRestartPolicy") ?? "") ?? .always
  }

  /// Whether the container is one of the init containers; a sidecar gets its restart policy.
  fileprivate func isInit(_ container: inout Container) throws -> Bool {
    switch text("containerKind") {
    case nil, "main": return false
    case "init": return true
    case "sidecar":
      container.restartPolicy = "Always"
      return true
    case let other?: throw UnknownQuestion("a container that is \(other)")
    }
  }

  fileprivate func containerStatus(_ key: String, since: SimulatedTime = .start) throws
    -> ContainerStatus
  {
    var status = ContainerStatus(name: "app")
    status.containerID = ContainerStatusRule.fullID("one")
    switch text(key) {
    case "running": status.state = .running(since: since)
    case "waiting": status.state = .waiting("")
    case "terminated":
      status.state = .terminated(
        ContainerStateTerminated(exitCode: number("exitCode") ?? 0, reason: ""))
    case let other: throw UnknownQuestion("a container that is \(other ?? "nothing")")
    }
    return status
  }

  /// A handler of a probe; the schema finds fields that it does not know.
  fileprivate func handler<Handler: Decodable>(_ key: String) throws -> Handler {
    let given = tree(key) ?? .object([:])
    let unknown = Schema.inspect(
      [
        "apiVersion": "v1", "kind": "Pod",
        "spec": ["containers": [["name": "app", "livenessProbe": [key: given]]]],
      ], as: .pods
    ).unknownFields
    guard unknown.isEmpty else { throw UnknownQuestion(unknown.joined(separator: ", ")) }
    return try given.decoded()
  }

  fileprivate func container() throws -> Container {
    var container = Container()
    container.ports = try (tree("ports") ?? .array([])).decoded()
    return container
  }
}
