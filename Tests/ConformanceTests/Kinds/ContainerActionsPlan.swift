@testable import PodEngine

/// `computePodActions`: what one sync does.
func answerPodActions(_ question: CaseQuestion) throws -> Answer {
  let pod = try question.input.pod()
  guard let runtime = question.input["runtime"] else {
    throw UnknownQuestion("a sync without a runtime")
  }
  let changed = (question.beside["derivedInput"]?["specChanged"]?.arrayValue ?? [])
    .compactMap(\.stringValue)
  var picture = try RuntimePicture(of: pod, sandbox: runtime["sandbox"])
  for container in runtime.list("containers") {
    try picture.add(container, of: pod, changed: changed)
  }
  picture.add(probeResults: question.input["probeResults"])
  let actions = PodActionPlanner(
    pod: pod, records: picture.records, sandboxes: picture.sandboxes, probes: picture.probes
  ).actions()
  var answer = Answer()
  answer["killPod"] = .equalsOr(.bool(actions.killsPod), whenUnsaid: false)
  answer["createSandbox"] = .equalsOr(.bool(actions.createsSandbox), whenUnsaid: false)
  answer["sandboxAttempt"] = .equals(.integer(actions.attempt))
  answer["initContainersToStart"] = names(actions.initContainersToStart)
  answer["containersToStart"] = names(actions.containersToStart)
  answer["ephemeralContainersToStart"] = names(actions.ephemeralContainersToStart)
  answer["containersToKill"] = names(actions.containersToKill.map(\.name))
  return answer
}

private func names(_ names: [String]) -> Answer.Claim {
  .equalsOr(.array(names.map(APIValue.string)), whenUnsaid: [])
}

/// `ShouldContainerBeRestarted`; the history begins with the newest.
func answerShouldRestart(_ input: CaseValue) throws -> Answer {
  let pod = try input.pod()
  var picture = try RuntimePicture(of: pod, sandbox: nil)
  for container in (input["runtime"]?.list("containers") ?? []).reversed() {
    try picture.add(container, of: pod, changed: [])
  }
  let containers = pod.spec.initContainers + pod.spec.containers
  let restarts = containers.map { container in
    APIValue.bool(
      RestartRule.shouldRestart(
        container, in: pod, newest: picture.records.last { $0.name == container.name }))
  }
  var answer = Answer()
  if restarts.count == 1, let only = restarts.first {
    answer["restart"] = .equals(only)
  } else {
    var byName = APIValue.emptyObject
    for (container, restart) in zip(containers, restarts) { byName[container.name] = restart }
    answer["restart"] = .equals(byName)
  }
  return answer
}

/// What a runtime would show the kubelet, made from a case's words.
private struct RuntimePicture {
  private(set) var records: [ContainerRecord] = []
  private(set) var sandboxes: [SandboxRecord] = []
  private(set) var probes = ProbeTable()
  private var runtime = ContainerRuntime(nodeName: "node-1", random: RandomSource(seed: 1))
  private let sandboxID: String

  init(of pod: Pod, sandbox: CaseValue?) throws {
    let attempt = sandbox?.number("attempt") ?? 0
    let address = sandbox?.text("ip") ?? ""
    sandboxID = runtime.runPodSandbox(
      PodSandboxConfiguration(
        podUID: pod.metadata.uid, podName: pod.metadata.name,
        podNamespace: pod.metadata.namespace, hostname: "", ipAddress: address, attempt: attempt),
      at: .start)
    guard let sandbox, !sandbox.isNull else { return }
    let isReady: Bool
    switch sandbox.text("state") {
    case "ready": isReady = true
    case "notready": isReady = false
    case let other: throw UnknownQuestion("a sandbox that is \(other ?? "nothing")")
    }
    sandboxes = [
      SandboxRecord(
        id: sandboxID, podUID: pod.metadata.uid, attempt: attempt, isReady: isReady,
        ipAddress: address, isOnHostNetwork: pod.spec.hostNetwork == true, createdAt: .start)
    ]
  }

  mutating func add(_ words: CaseValue, of pod: Pod, changed: [String]) throws {
    guard let name = words.text("name") else { throw UnknownQuestion("a nameless container") }
    let spec = pod.spec
    let all = spec.initContainers + spec.containers + spec.ephemeralContainers
    let image = all.first { $0.name == name }?.image ?? ""
    let isChanged = changed.contains(name) || words.flag("specChanged") == true
    var configuration = ContainerConfiguration(
      name: name, podUID: pod.metadata.uid, attempt: words.number("restartCount") ?? 0,
      image: Self.image, imageReference: isChanged ? "not-\(image)" : image)
    configuration.command = ["true"]
    let id = try runtime.createContainer(configuration, inSandbox: sandboxID, at: .start)
    guard var record = runtime.container(id) else { throw UnknownQuestion("container \(name)") }
    record.state = try state(words)
    record.exitCode = words.number("exitCode")
    record.reason = words.text("reason") ?? ""
    records.append(record)
  }

  private func state(_ words: CaseValue) throws -> ContainerRecord.State {
    switch words.text("state") {
    case "created": .created
    case "running": .running
    case "exited": .exited
    case "unknown": .unknown
    case let other: throw UnknownQuestion("a container that is \(other ?? "nothing")")
    }
  }

  /// Results about the newest instances: `{container: {kind: result}}`.
  mutating func add(probeResults: CaseValue?) {
    for name in probeResults?.keys ?? [] {
      for kind in ProbeKind.allCases {
        guard let word = probeResults?[name]?.text(kind.rawValue),
          let id = records.last(where: { $0.name == name })?.id
        else { continue }
        let key = ProbeKey(container: name, kind: kind)
        var worker = ProbeWorker(key: key, probe: Probe(), arrivedAt: .start)
        worker.containerID = id
        worker.result = word == "success" ? .success : word == "failure" ? .failure : .unknown
        probes[key] = worker
      }
    }
  }

  private static let image = ImageManifest(
    repository: "docker.io/library/busybox", digest: "sha256:0", layers: [],
    configuration: ImageConfiguration(), content: ImageContent(base: .scratch))
}
