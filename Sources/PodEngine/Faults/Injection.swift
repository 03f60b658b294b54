/// How the learner breaks things: each fault is a change behind the API server's back. What follows
/// from it happens when time moves.
extension Cluster {
  /// Does something to the world. Throws, without having changed anything, where there is nothing
  /// to do it to.
  package mutating func inject(_ fault: Fault) throws(FaultError) {
    let (kept, keptCommand) = (timeline, command)
    let cause = timeline.add(.fault(fault), by: .learner, cause: commandEntry(), at: now)
    do { try inject(fault, cause) } catch {
      (timeline, command) = (kept, keptCommand)
      throw error
    }
  }

  private mutating func inject(_ fault: Fault, _ cause: TimelineID) throws(FaultError) {
    switch fault {
    case .killNode(let name): try killNode(name, cause)
    case .startNode(let name): try startNode(name, cause)
    case .rebootNode(let name):
      try killNode(name, cause)
      try startNode(name, cause)
    case .restartKubelet(let name): try restartKubelet(name, cause)
    case .stopKubelet(let name): try stopKubelet(name, cause)
    case .startKubelet(let name): try startKubelet(name, cause)
    case .partitionNode(let name): try partitionNode(name, cause)
    case .healNode(let name): try healNode(name, cause)
    case .pressure(let node, let pressure, let isOn): try press(node, pressure, isOn, cause)
    case .killContainer(let target, let signal):
      let sent = Signal(rawValue: signal) ?? .kill
      try end(target, cause) { $0.runtime.signalContainer($2, sent, at: $1.now) }
    case .killSandbox(let pod): try killSandbox(pod, cause)
    case .exitContainer(let target, let code):
      try end(target, cause) { $0.runtime.terminate($2, exitCode: code, at: $1.now) }
    case .outOfMemory(let target):
      try end(target, cause) { $0.runtime.killForMemory($2, at: $1.now) }
    case .useMemory(let target, let bytes):
      try burden(target, { .memory($0) }, bytes > 0, cause) {
        $0.runtime.useMemory($2, bytes: bytes, at: $1.now)
      }
    case .fill(let target, let bytes): try fill(target, bytes, cause)
    case .useProcessor(let target, let milli):
      let (node, id, _) = try running(target)
      affect(node, cause) { $0.runtime.useProcessor(id, milli: milli, at: $1.now) }
    case .ignoreTerm(let target, let isOn):
      try burden(target, { .deafness($0) }, isOn, cause) { $0.runtime.ignoreTerm($2, isOn) }
    case .hang(let target, let isOn):
      try burden(target, { .hang($0) }, isOn, cause) { $0.runtime.hang($2, isOn) }
    case .probe(let target, let kind, let fault): try setProbe(target, kind, fault, cause)
    case .hook(let target, let kind, let fault): try setHook(target, kind, fault, cause)
    case .fix(let pod): try fix(pod, cause)
    case .loadImage(let reference, let node): try loadImage(reference, node, cause)
    case .registry(let state):
      registry.state = state
      registry.outageCause = state == .up ? nil : cause
    case .pull(let reference, let fault): try setPull(reference, fault, cause)
    case .pushImage(let reference): try push(reference)
    case .addImage(let reference, let like): try addImage(reference, like: like)
    case .removeImage(let reference, let node): try removeImage(reference, node, cause)
    case .listen(let target, let address, let port):
      let (node, id, _) = try running(target)
      affect(node, cause) { kubelet, _ in
        kubelet.runtime.listen(id, address: address, port: port)
      }
    case .slowStart(let target, let duration): try setSlowStart(target, duration, cause)
    case .cniBandwidth(let isOn): settings.cniBandwidth = isOn
    case .jitter(let isOn): settings.jitter = isOn
    case .seed(let seed): reseed(seed)
    }
  }

  /// Ends a running container, and keeps who is to blame.
  private mutating func end(
    _ target: ContainerTarget, _ cause: TimelineID,
    _ work: (inout Kubelet, inout Kubelet.Turn, String) -> Void
  ) throws(FaultError) {
    let (node, id, _) = try running(target)
    affect(node, cause) { kubelet, turn in
      kubelet.blame[.end(id)] = cause
      work(&kubelet, &turn, id)
    }
  }

  /// Lays something on a running container, or takes it off, and keeps who is to blame.
  private mutating func burden(
    _ target: ContainerTarget, _ blame: (String) -> Blame.Part, _ isOn: Bool, _ cause: TimelineID,
    _ work: (inout Kubelet, inout Kubelet.Turn, String) -> Void
  ) throws(FaultError) {
    let (node, id, _) = try running(target)
    affect(node, cause) { kubelet, turn in
      kubelet.blame[blame(id)] = isOn ? cause : nil
      work(&kubelet, &turn, id)
    }
  }

  /// Lets something happen on a node; the consequences name the entry of the fault as their cause.
  private mutating func affect(
    _ node: String, _ cause: TimelineID, _ work: (inout Kubelet, inout Kubelet.Turn) -> Void
  ) { letKubelet(node, cause: cause, work) }
}

// Nodes
extension Cluster {
  private func kubelet(_ name: String) throws(FaultError) -> Kubelet {
    // A machine whose Node object was deleted is still there.
    guard let kubelet = kubelets[name] else { throw .noSuchNode(name) }
    return kubelet
  }

  private mutating func killNode(_ name: String, _ cause: TimelineID) throws(FaultError) {
    guard try kubelet(name).isOn else {
      throw .nodeState(name, detail: "is off already; `start node \(name)` switches it on")
    }
    lastHeartbeat(of: name, cause)
    kubelets[name]?.losePower(at: now)
    kubelets[name]?.blame[.power] = cause
  }

  /// On the ideal clock the last heartbeat is the moment of death; in production it was up to ten
  /// seconds earlier.
  private mutating func lastHeartbeat(of name: String, _ cause: TimelineID) {
    let isIdeal = !settings.jitter
    affect(name, cause) {
      if isIdeal, $0.isOn, $0.isConnected, $0.isRunning { $0.writeLease(&$1) }
    }
  }

  private mutating func startNode(_ name: String, _ cause: TimelineID) throws(FaultError) {
    guard try !kubelet(name).isOn else {
      throw .nodeState(name, detail: "is on already")
    }
    kubelets[name]?.regainPower(at: now)
    kubelets[name]?.blame[.power] = nil
    kubelets[name]?.blame[.kubelet] = nil
    affect(name, cause) { $0.start(&$1) }
  }

  private mutating func restartKubelet(_ name: String, _ cause: TimelineID) throws(FaultError) {
    guard try kubelet(name).isOn else {
      throw .nodeState(name, detail: "is off; `start node \(name)` switches it on")
    }
    kubelets[name]?.blame[.kubelet] = nil
    affect(name, cause) { $0.restart(&$1) }
  }

  private mutating func stopKubelet(_ name: String, _ cause: TimelineID) throws(FaultError) {
    let kubelet = try kubelet(name)
    guard kubelet.isOn else { throw .nodeState(name, detail: "is off; nothing runs there") }
    guard kubelet.isRunning else {
      throw .nodeState(
        name, detail: "has no running kubelet; `start kubelet \(name)` starts it")
    }
    lastHeartbeat(of: name, cause)
    kubelets[name]?.stop()
    kubelets[name]?.blame[.kubelet] = cause
  }

  private mutating func startKubelet(_ name: String, _ cause: TimelineID) throws(FaultError) {
    let kubelet = try kubelet(name)
    guard kubelet.isOn else {
      throw .nodeState(name, detail: "is off; `start node \(name)` switches it on")
    }
    guard !kubelet.isRunning else {
      throw .nodeState(
        name, detail: "has a running kubelet; `restart kubelet \(name)` starts it anew")
    }
    kubelets[name]?.blame[.kubelet] = nil
    affect(name, cause) { $0.restart(&$1) }
  }

  private mutating func partitionNode(_ name: String, _ cause: TimelineID) throws(FaultError) {
    guard try kubelet(name).isConnected else {
      throw .nodeState(name, detail: "is cut off already; `heal node \(name)` ends that")
    }
    lastHeartbeat(of: name, cause)
    kubelets[name]?.isConnected = false
    kubelets[name]?.blame[.network] = cause
  }

  private mutating func healNode(_ name: String, _ cause: TimelineID) throws(FaultError) {
    guard try !kubelet(name).isConnected else {
      throw .nodeState(name, detail: "is not cut off")
    }
    kubelets[name]?.isConnected = true
    kubelets[name]?.blame[.network] = nil
    affect(name, cause) { if $0.isOn, $0.isRunning { $0.reconnect(&$1) } }
  }

  private mutating func press(
    _ name: String, _ pressure: NodePressure, _ isOn: Bool, _ cause: TimelineID
  ) throws(FaultError) {
    _ = try kubelet(name)
    affect(name, cause) { kubelet, turn in
      kubelet.blame[.pressure(pressure)] = isOn ? cause : nil
      kubelet.press(pressure, isOn, &turn)
    }
  }
}

// Pods
extension Cluster {
  /// The node and the running instance of a container.
  private func running(
    _ target: ContainerTarget
  ) throws(FaultError) -> (node: String, id: String, container: Container) {
    let (pod, container) = try find(target)
    guard let kubelet = kubelets[pod.spec.nodeName] else { throw .notOnANode(target.pod) }
    let record = kubelet.runtime.containers(podUID: pod.metadata.uid)
      .last { $0.name == container.name && $0.state == .running }
    guard let record else {
      throw .notRunning(ContainerTarget(pod: target.pod, container: container.name))
    }
    return (pod.spec.nodeName, record.id, container)
  }

  private func find(
    _ target: ContainerTarget
  ) throws(FaultError) -> (pod: Pod, container: Container) {
    guard let pod = objects.pod(target.pod) else { throw .noSuchPod(target.pod) }
    let all = pod.spec.containers + pod.spec.initContainers
    let wanted = target.container ?? all.first?.name ?? ""
    guard let container = all.first(where: { $0.name == wanted }) else {
      throw .noSuchContainer(
        pod: target.pod, container: wanted, existing: all.map(\.name))
    }
    return (pod, container)
  }

  /// The Pod and the kubelet that looks after it.
  private func placed(_ target: ContainerTarget) throws(FaultError) -> (Pod, Container) {
    let (pod, container) = try find(target)
    guard kubelets[pod.spec.nodeName]?.workers[pod.metadata.uid] != nil else {
      throw .notOnANode(target.pod)
    }
    return (pod, container)
  }

  private mutating func killSandbox(_ key: ObjectKey, _ cause: TimelineID) throws(FaultError) {
    let (pod, _) = try placed(ContainerTarget(pod: key))
    let uid = pod.metadata.uid
    affect(pod.spec.nodeName, cause) { kubelet, turn in
      for sandbox in kubelet.runtime.sandboxes(podUID: uid) where sandbox.isReady {
        kubelet.runtime.killSandboxProcess(sandbox.id, at: turn.now)
      }
      turn.schedule(.sync(uid: uid))
    }
  }

  private mutating func fill(
    _ target: ContainerTarget, _ bytes: Int, _ cause: TimelineID
  ) throws(FaultError) {
    let (node, id, container) = try running(target)
    var isDone = false
    affect(node, cause) { kubelet, _ in
      isDone = kubelet.runtime.fillDisk(id, bytes: bytes)
      if isDone { kubelet.blame[.disk(id)] = bytes > 0 ? cause : nil }
    }
    guard !isDone else { return }
    throw .noRoom(
      ContainerTarget(pod: target.pod, container: container.name), node: node, bytes: bytes)
  }

  private mutating func setProbe(
    _ target: ContainerTarget, _ kind: ProbeKind, _ fault: ProbeFault, _ cause: TimelineID
  ) throws(FaultError) {
    var (pod, container) = try placed(target)
    if target.container == nil, container.probe(kind) == nil,
      let other = pod.spec.containers.first(where: { $0.probe(kind) != nil })
    {
      container = other
    }
    guard container.probe(kind) != nil else {
      throw .noSuchProbe(
        ContainerTarget(pod: target.pod, container: container.name), kind,
        existing: ProbeKind.allCases.filter { container.probe($0) != nil })
    }
    let key = ProbeKey(container: container.name, kind: kind)
    let uid = pod.metadata.uid
    affect(pod.spec.nodeName, cause) { kubelet, _ in
      kubelet.workers[uid]?.probes[key]?.fault = fault
      kubelet.workers[uid]?.probes[key]?.faultCause = fault == .ok ? nil : cause
    }
  }

  private mutating func setHook(
    _ target: ContainerTarget, _ kind: HookKind, _ fault: HookFault, _ cause: TimelineID
  ) throws(FaultError) {
    let (pod, container) = try placed(target)
    let hook =
      switch kind {
      case .postStart: container.lifecycle?.postStart
      case .preStop: container.lifecycle?.preStop
      }
    guard hook != nil else {
      throw .noSuchHook(ContainerTarget(pod: target.pod, container: container.name), kind)
    }
    let uid = pod.metadata.uid
    affect(pod.spec.nodeName, cause) { kubelet, _ in
      let key = Kubelet.faultKey(container.name, kind)
      kubelet.workers[uid]?.hookFaults[key] = fault
      kubelet.workers[uid]?.hookFaultCauses[key] = fault == .ok ? nil : cause
    }
  }

  private mutating func setSlowStart(
    _ target: ContainerTarget, _ duration: SimulatedDuration, _ cause: TimelineID
  ) throws(FaultError) {
    let (pod, container) = try placed(target)
    let uid = pod.metadata.uid
    affect(pod.spec.nodeName, cause) { kubelet, _ in
      kubelet.workers[uid]?.slowStarts[container.name] = duration == .zero ? nil : duration
    }
  }

  private mutating func fix(_ key: ObjectKey, _ cause: TimelineID) throws(FaultError) {
    let (pod, _) = try placed(ContainerTarget(pod: key))
    let uid = pod.metadata.uid
    affect(pod.spec.nodeName, cause) { kubelet, turn in
      kubelet.workers[uid]?.hookFaults = [:]
      kubelet.workers[uid]?.hookFaultCauses = [:]
      kubelet.workers[uid]?.slowStarts = [:]
      for container in pod.spec.initContainers + pod.spec.containers {
        for kind in ProbeKind.allCases {
          let probe = ProbeKey(container: container.name, kind: kind)
          kubelet.workers[uid]?.probes[probe]?.fault = .ok
          kubelet.workers[uid]?.probes[probe]?.faultCause = nil
        }
      }
      for record in kubelet.runtime.containers(podUID: uid) where record.state == .running {
        kubelet.blame[.deafness(record.id)] = nil
        kubelet.blame[.hang(record.id)] = nil
        kubelet.runtime.ignoreTerm(record.id, false)
        kubelet.runtime.hang(record.id, false)
        kubelet.runtime.useProcessor(record.id, milli: 0, at: turn.now)
      }
    }
  }
}

// Images
extension Cluster {
  private func reference(_ text: String) throws(FaultError) -> ImageReference {
    guard let reference = ImageReference(text) else { throw .noSuchImage(text) }
    return reference
  }

  private mutating func loadImage(
    _ text: String, _ node: String, _ cause: TimelineID
  ) throws(FaultError) {
    _ = try kubelet(node)
    let reference = try reference(text)
    guard let manifest = registry.manifest(for: reference) else { throw .noSuchImage(text) }
    affect(node, cause) { kubelet, _ in
      kubelet.runtime.images.load(manifest, as: reference)
    }
  }

  private mutating func setPull(
    _ text: String, _ fault: PullFault, _ cause: TimelineID
  ) throws(FaultError) {
    let reference = try reference(text)
    switch fault {
    case .ok: registry.setPullFault(nil, for: reference)
    case .fail: registry.setPullFault(.fail, for: reference, cause: cause)
    case .slow: registry.setPullFault(.slow, for: reference, cause: cause)
    }
  }

  private mutating func push(_ text: String) throws(FaultError) {
    guard registry.push(try reference(text)) != nil else { throw .noSuchImage(text) }
  }

  private mutating func removeImage(
    _ text: String, _ node: String?, _ cause: TimelineID
  ) throws(FaultError) {
    let reference = try reference(text)
    guard let node else {
      guard registry.remove(reference) else { throw .noSuchImage(text) }
      return
    }
    _ = try kubelet(node)
    var isDone = false
    affect(node, cause) { kubelet, _ in
      isDone = kubelet.runtime.images.remove(reference)
    }
    guard isDone else { throw .imageNotOnNode(text, node: node) }
  }

  private mutating func addImage(_ text: String, like other: String) throws(FaultError) {
    let new = try reference(text)
    let model = try reference(other)
    guard registry.manifest(for: new) == nil else { throw .imageExists(text) }
    guard registry.add(new, like: model) else { throw .noSuchImage(other) }
  }
}
