/// Commands that people run in containers: the API server's `exec` (pkg/registry/core/pod) and what
/// the kubelet answers.
extension Cluster {
  /// Starts a command in a container of a Pod. What it does happens when time moves.
  package mutating func exec(
    in pod: ObjectKey, container: String, command: [String], input: ExecInput
  ) throws(ExecError) -> ExecHandle {
    let (node, id) = try runningContainer(container, of: pod)
    var result = Result<ExecID, RuntimeError>.failure(
      RuntimeError(kind: .containerNotFound, message: ""))
    let about = reference(to: pod)
    let cause = timeline.add(
      .note(about, .exec(container: container, command: command)), by: .learner,
      cause: commandEntry(), at: now)
    letKubelet(node, cause: cause) { kubelet, turn in
      do throws(RuntimeError) {
        result = .success(
          try kubelet.runtime.exec(
            id, command: command, input: input, isAttached: true, at: turn.now))
      } catch { result = .failure(error) }
    }
    switch result {
    case .success(let id): return ExecHandle(pod: about, node: node, id: id)
    case .failure(let error): throw .refused(error.message)
    }
  }

  /// Sits down in front of a container's first process.
  package mutating func attach(
    to pod: ObjectKey, container: String
  ) throws(ExecError) -> ExecHandle {
    let (node, id) = try runningContainer(container, of: pod)
    guard let exec = kubelets[node]?.runtime.attach(id) else {
      throw .notRunning(pod: pod, container: container)
    }
    let about = reference(to: pod)
    return ExecHandle(pod: about, node: node, id: exec)
  }

  private func reference(to pod: ObjectKey) -> ObjectReference {
    ObjectReference(
      kind: "Pod", namespace: pod.namespace, name: pod.name,
      uid: objects.pod(pod)?.metadata.uid ?? "")
  }

  /// The node and the running instance of a container, found as a request to exec finds it.
  package func runningContainer(
    _ name: String, of key: ObjectKey
  ) throws(ExecError) -> (node: String, id: String) {
    guard let pod = objects.pod(key) else { throw .noSuchPod(key) }
    guard pod.spec.everyContainerName.contains(name) else {
      throw .noSuchContainer(pod: key, container: name, existing: pod.spec.everyContainerName)
    }
    let node = pod.spec.nodeName
    guard !node.isEmpty else { throw .notOnANode(key) }
    guard let kubelet = kubelets[node], kubelet.isOn, kubelet.isConnected, kubelet.isRunning else {
      throw .unreachable(node: node, pod: key, container: name)
    }
    let record = kubelet.runtime.containers(podUID: pod.metadata.uid)
      .last { $0.name == name && $0.state == .running }
    guard let record else { throw .notRunning(pod: key, container: name) }
    return (node, record.id)
  }

  /// How a command stands.
  package func state(of exec: ExecHandle) -> AttachedState {
    guard let kubelet = kubelets[exec.node], kubelet.isOn else { return .gone }
    return kubelet.runtime.attachedState(exec.id)
  }

  /// Lets time pass until a command ends or waits for input, or a time has come.
  package mutating func advance(
    to time: SimulatedTime, while exec: ExecHandle, until found: (WatchEvent) -> Bool,
    unless isStopped: () -> Bool = { false }
  ) throws(SimulationLimitError) {
    guard state(of: exec) == .running else { return }
    _ = try advance(to: time, exec: exec, until: found, unless: isStopped)
  }

  /// What a command has printed since the last time.
  package mutating func takeOutput(of exec: ExecHandle) -> [ExecText] {
    kubelets[exec.node]?.runtime.takeOutput(exec.id) ?? []
  }

  /// Types a line, ends the input, or presses Ctrl-C.
  package mutating func type(_ typed: Typed, into exec: ExecHandle) {
    let cause = timeline.add(
      .note(exec.pod, .typedIntoExec), by: .learner, cause: commandEntry(), at: now)
    letKubelet(exec.node, cause: cause) { kubelet, turn in
      switch typed {
      case .line(let text): kubelet.runtime.type(text + "\n", into: exec.id, at: turn.now)
      case .end: kubelet.runtime.closeInput(of: exec.id, at: turn.now)
      case .interrupt: kubelet.runtime.interrupt(exec.id, at: turn.now)
      }
    }
  }

  /// Forgets a command; what still runs of it is killed.
  package mutating func dismiss(_ exec: ExecHandle) {
    letKubelet(exec.node, cause: nil) { $0.runtime.dismiss(exec.id, at: $1.now) }
  }
}

/// Names a command that somebody runs in a container.
package struct ExecHandle: Hashable, Sendable {
  let pod: ObjectReference
  package let node: String
  package let id: ExecID
}

/// What somebody does at a terminal.
package enum Typed: Hashable, Sendable {
  case line(String)
  /// Ctrl-D
  case end
  /// Ctrl-C
  case interrupt
}

/// Why nothing can be run in a container.
package enum ExecError: Error, Hashable, Sendable {
  case noSuchPod(ObjectKey)
  case noSuchContainer(pod: ObjectKey, container: String, existing: [String])
  case notOnANode(ObjectKey)
  /// Nobody answers on the node.
  case unreachable(node: String, pod: ObjectKey, container: String)
  case notRunning(pod: ObjectKey, container: String)
  /// What the container runtime says.
  case refused(String)
}

extension ClusterEvent {
  /// Whether it can change how a command stands.
  func mayConcern(_ exec: ExecHandle) -> Bool {
    switch self {
    case .processes(let node), .kubelet(let node, _): node == exec.node
    case .scheduler, .nodeLifecycle, .taintEviction, .podGarbageCollector, .replicaSet,
      .deployment, .job, .endpointSlice, .namespace, .garbageCollector, .expireEvents:
      false
    }
  }
}

extension PodSpec {
  /// Containers, init containers and ephemeral ones.
  package var everyContainerName: [String] {
    (containers + initContainers + ephemeralContainers).map(\.name)
  }
}

extension Cluster {
  /// Puts a file into a container; returns what the system says against it.
  package mutating func place(
    _ text: String, named name: String, at path: String, in container: String, on node: String,
    of pod: ObjectKey
  ) -> String? {
    var complaint: String?
    let cause = timeline.add(
      .note(reference(to: pod), .exec(container: "", command: ["cp", name, path])), by: .learner,
      cause: commandEntry(), at: now)
    letKubelet(node, cause: cause) { kubelet, turn in
      complaint = kubelet.runtime.place(
        text, named: name, at: path, in: container, at: turn.now)
    }
    return complaint
  }
}
