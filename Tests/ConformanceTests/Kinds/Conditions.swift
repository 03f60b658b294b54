@testable import PodEngine

/// The conditions that the kubelet works out.
func answerConditions(_ question: CaseQuestion) throws -> Answer {
  let input = question.input
  let spec = try input.podSpec()
  var all: [PodCondition] = []
  if input["sandboxes"] != nil {
    let sandboxes = try input.list("sandboxes").map { try $0.sandbox() }
    all.append(PodConditions.readyToStartContainers(spec, sandboxes))
  } else {
    let statuses = try input.statuses(of: spec)
    let phase = PodPhase(rawValue: input.text("phase") ?? "") ?? .pending
    let others: [PodCondition] = try input.podStatus(conditionsOf: "conditions")
    let containersReady = PodConditions.containersReady(spec, statuses, phase: phase)
    all += [
      PodConditions.initialized(spec, statuses, phase: phase), containersReady,
      PodConditions.ready(spec, containersReady, conditions: others),
    ]
  }
  var answer = Answer()
  answer["condition"] = .matches { differences(all, $0) }
  return answer
}

/// The case names the condition that it is about.
private func differences(_ conditions: [PodCondition], _ expected: CaseValue) -> [String] {
  let type = expected.text("type") ?? ""
  guard let condition = conditions.first(where: { $0.type == type }) else {
    return ["no condition \(type)"]
  }
  let said = [
    ("status", condition.status.rawValue), ("reason", condition.reason),
    ("message", condition.message),
  ]
  return said.compactMap { key, value in
    guard let wanted = expected.tree(key), wanted != .string(value) else { return nil }
    return "\(key): expected \(wanted.text), podlab says \(value)"
  }
}

extension CaseValue {
  /// The list holds the statuses of init containers and of main containers; null is no list.
  fileprivate func statuses(of spec: PodSpec) throws -> PodContainerStatuses? {
    guard let list = self["containerStatuses"], !list.isNull else { return nil }
    let isInit = Set(spec.initContainers.map(\.name))
    let all = try containerStatuses("containerStatuses")
    return PodContainerStatuses(
      initContainers: all.filter { isInit.contains($0.name) },
      containers: all.filter { !isInit.contains($0.name) })
  }

  fileprivate func podStatus(conditionsOf key: String) throws -> [PodCondition] {
    guard let list = self[key], !list.isNull else { return [] }
    return try list.whole.decoded()
  }

  fileprivate func sandbox() throws -> SandboxRecord {
    guard let state = text("state"), ["ready", "notready"].contains(state) else {
      throw UnknownQuestion("a sandbox that is \(text("state") ?? "nothing")")
    }
    let network = text("network") ?? text("networkNamespace") ?? text("namespaceMode") ?? ""
    return SandboxRecord(
      id: "sandbox", podUID: "uid", attempt: number("attempt") ?? 0, isReady: state == "ready",
      ipAddress: text("ip") ?? "",
      isOnHostNetwork: flag("hostNetwork") ?? (network.lowercased() == "node"), createdAt: .start)
  }
}
