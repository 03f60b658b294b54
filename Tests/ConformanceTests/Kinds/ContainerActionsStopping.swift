import OrderedCollections

@testable import PodEngine

/// How long a container may take, by the reason of its end.
func answerGracePeriod(_ input: CaseValue) throws -> Answer {
  let pod = try input.pod()
  let name = input.text("container")
  let containers = pod.spec.containers + pod.spec.initContainers
  let container = containers.first { name == nil || $0.name == name }
  var answer = Answer()
  answer["gracePeriodSeconds"] = .equals(
    .integer(GracePeriod.seconds(of: pod, container, for: try killReason(input))))
  return answer
}

/// A case's `killReason`.
func killReason(_ input: CaseValue) throws -> KillReason {
  switch input.text("killReason") {
  case "liveness": .livenessProbe
  case "startup": .startupProbe
  case "unknown": .unknownState
  case "definitionChanged": .definitionChanged
  case "other", nil: .podStops
  case let other?: throw UnknownQuestion("the reason \(other)")
  }
}

/// What the preStop hook leaves of the grace period: a container that ignores TERM shows it.
func answerStopTimeout(_ input: CaseValue) throws -> Answer {
  guard let grace = input.number("gracePeriodSeconds") else {
    throw UnknownQuestion("a stop without a grace period")
  }
  var lifecycle = APIValue.emptyObject
  if let time = input.duration("preStopSeconds") {
    let command: APIValue = ["sleep", .string(KubeletLaboratory.seconds(time))]
    lifecycle["preStop"] = ["exec": ["command": command]]
  }
  var lab = try KubeletLaboratory(containers: [
    KubeletLaboratory.stubbornContainer("app", lifecycle: lifecycle)
  ])
  _ = try lab.run { !$0.records(of: "app").isEmpty && !$0.isSyncing }
  lab.stop("app", graceSeconds: grace)
  var preStopRan = false
  var timeout = APIValue.null
  _ = try lab.run { lab in
    switch lab.killing(of: "app")?.step {
    case .preStop:
      preStopRan = true
      return false
    case .stopping(let killAt):
      timeout = .integer((killAt - lab.now).wholeSeconds)
      return true
    case .waitingForTurn, nil: return false
    }
  }
  var answer = Answer()
  answer["runtimeStopTimeoutSeconds"] = .equals(timeout)
  answer["preStopRan"] = .equals(.bool(preStopRan))
  return answer
}

/// Who waits how long for its turn when a Pod ends.
func answerTerminationOrder(_ input: CaseValue) throws -> Answer {
  let (sidecars, mains) = (input.texts("sidecars"), input.texts("containers"))
  _ = (input.tree("sidecars"), input.tree("containers"))
  let times = input["stopSeconds"]
  func containers(_ names: [String]) -> [APIValue] {
    names.map { KubeletLaboratory.container($0, stopping: times?.duration($0) ?? .zero) }
  }
  var lab = try KubeletLaboratory(sidecars: containers(sidecars), containers: containers(mains))
  let names = sidecars + mains
  _ = try lab.run { lab in names.allSatisfy { !lab.records(of: $0).isEmpty } && !lab.isSyncing }
  let began = lab.now
  lab.stopPod(graceSeconds: input.number("gracePeriodSeconds") ?? 30)
  var waits = APIValue.emptyObject
  let allWent = try lab.run { lab in
    for name in names where waits[name] == nil && lab.killing(of: name)?.step != .waitingForTurn {
      waits[name] = .integer((lab.now - began).wholeSeconds)
    }
    return names.allSatisfy { waits[$0] != nil }
  }
  guard allWent else { throw UnknownQuestion("containers that do not end") }
  var answer = Answer()
  answer["waitSeconds"] = .equals(waits)
  return answer
}
