import OrderedCollections

@testable import PodEngine

/// The phase, the statuses of containers and the whole status of a Pod.
func answerPhase(_ question: CaseQuestion) throws -> Answer {
  switch question.input.text("kind") {
  case "phase": try answerPhaseAlone(question.input)
  case "containerStatuses": try answerContainerStatuses(question.input)
  case "podStatus": try answerPodStatus(question.input)
  case let other: throw UnknownQuestion("a phase of \(other ?? "nothing")")
  }
}

private func answerPhaseAlone(_ input: CaseValue) throws -> Answer {
  guard let given = input["pod"] else { throw UnknownQuestion("a phase without a Pod") }
  var pod = Pod()
  pod.spec = try given.podSpec()
  let status = try given.podStatus("status")
  var answer = Answer()
  let phase = PodPhaseRule.phase(
    of: pod,
    PodContainerStatuses(
      initContainers: status.initContainerStatuses, containers: status.containerStatuses),
    isTerminal: input.flag("podIsTerminal") ?? false,
    hasInitialized: input.flag("podHasInitialized") ?? false)
  answer["phase"] = .equals(.string(phase.rawValue))
  return answer
}

private func answerContainerStatuses(_ input: CaseValue) throws -> Answer {
  let isInit = input.flag("forInit") ?? false
  var known = PodStatus()
  let previous = try input.containerStatuses("previousStatuses")
  if isInit { known.initContainerStatuses = previous } else { known.containerStatuses = previous }
  let pod = try input.deletablePod()
  let statuses = ContainerStatusRule(
    pod: pod, known: known, startErrors: input.startErrors,
    records: try input.records("runtime", of: pod)
  ).statuses()
  var answer = Answer()
  answer["statuses"] = .includes(
    APIValue(encoding: isInit ? statuses.initContainers : statuses.containers))
  return answer
}

private func answerPodStatus(_ input: CaseValue) throws -> Answer {
  var pod = try input.deletablePod()
  let stored = try input.podStatus("apiStatus")
  pod.status = stored
  let runtime = input["runtime"]
  let cached = try input["previousStatus"].map { _ in try input.podStatus("previousStatus") }
  let status = PodStatusRule(
    pod: pod, stored: stored, cached: cached,
    records: try runtime?.records("containers", of: pod) ?? [],
    sandboxes: try runtime?.sandboxes() ?? [], startErrors: input.startErrors,
    probes: ProbeTable(), verdict: nil, isTerminal: input.flag("podIsTerminal") ?? false,
    startTime: .start, hostIP: "192.168.0.1"
  ).status(at: .start)
  var answer = Answer()
  answer["phase"] = .equals(.string(status.phase.rawValue))
  answer["reason"] = .equalsOr(.string(status.reason), whenUnsaid: "")
  answer["message"] = .equalsOr(.string(status.message), whenUnsaid: "")
  answer["qosClass"] = .equals(.string(status.qosClass?.rawValue ?? ""))
  answer["containerStatuses"] = .includes(APIValue(encoding: status.containerStatuses))
  answer["initContainerStatuses"] = .includes(APIValue(encoding: status.initContainerStatuses))
  answer["conditions"] = .matches { differences(status.conditions, $0) }
  return answer
}

/// The order of conditions says nothing; a reason that is not told is none.
private func differences(_ conditions: [PodCondition], _ expected: CaseValue) -> [String] {
  expected.elements.flatMap { wanted -> [String] in
    let type = wanted.text("type") ?? ""
    guard let condition = conditions.first(where: { $0.type == type }) else {
      return ["no condition \(type)"]
    }
    let message = wanted.text("message") ?? condition.message
    let said = [condition.status.rawValue, condition.reason, condition.message]
    let told = [wanted.text("status") ?? "", wanted.text("reason") ?? "", message]
    return said == told ? [] : ["\(type): expected \(told), podlab says \(said)"]
  }
}

extension CaseValue {
  fileprivate func deletablePod() throws -> Pod {
    var pod = Pod()
    pod.spec = try podSpec()
    if flag("deletionTimestampSet") == true { pod.metadata.deletionTimestamp = .start }
    return pod
  }

  fileprivate var startErrors: StringMap<StartError> {
    var errors = StringMap<StartError>()
    guard let given = self["startErrors"] else { return errors }
    for name in given.keys {
      errors[name] = StartError(
        reason: given[name]?.text("reason") ?? "", message: given[name]?.text("message") ?? "")
    }
    return errors
  }

  fileprivate func sandboxes() throws -> [SandboxRecord] {
    guard let sandbox = self["sandbox"], !sandbox.isNull else { return [] }
    let state = text("sandbox") ?? ""
    guard ["ready", "notready"].contains(state) else { throw UnknownQuestion("sandbox \(state)") }
    return [
      SandboxRecord(
        id: "sandbox", podUID: "uid", attempt: 0, isReady: state == "ready",
        ipAddress: "10.244.1.2", isOnHostNetwork: false, createdAt: .start)
    ]
  }

  /// The containers that the runtime has, oldest first as the runtime lists them.
  fileprivate func records(_ key: String, of pod: Pod) throws -> [ContainerRecord] {
    let records = try list(key).map { try $0.record(of: pod) }
    return records.sorted { $0.createdAt < $1.createdAt }
  }

  private func record(of pod: Pod) throws -> ContainerRecord {
    let name = text("name") ?? ""
    let images = (pod.spec.initContainers + pod.spec.containers).filter { $0.name == name }
    let attempt = number("restartCount") ?? 0
    let created = SimulatedTime(milliseconds: (number("createdAt") ?? attempt) * 1000)
    var record = ContainerRecord(
      id: "\(name)-\(attempt)", name: name, podUID: "uid", sandboxID: "sandbox", attempt: attempt,
      imageReference: images.first?.image ?? "", imageSpecification: "", imageID: "",
      stopSignal: .term, user: ProcessIdentity(userID: 0, groupID: 0, groups: [0]),
      state: try recordState(), createdAt: created)
    record.startedAt = created
    record.exitCode = number("exitCode") ?? self["state"]?["terminated"]?.number("exitCode")
    record.reason = text("reason") ?? self["state"]?["terminated"]?.text("reason") ?? ""
    record.message = text("message") ?? self["state"]?["terminated"]?.text("message") ?? ""
    return record
  }

  /// A word of the runtime, or a state as the API writes it.
  private func recordState() throws -> ContainerRecord.State {
    let state = tree("state")
    let told = state?["terminated"]?.objectValue?.keys.elements ?? []
    guard told.allSatisfy(["exitCode", "reason", "message"].contains) else {
      throw UnknownQuestion("a state with \(told)")
    }
    switch state?.stringValue ?? state?.objectValue?.keys.first {
    case "created": return .created
    case "running": return .running
    case "exited", "terminated": return .exited
    case "unknown": return .unknown
    case let other: throw UnknownQuestion("a container that is \(other ?? "nothing")")
    }
  }
}
