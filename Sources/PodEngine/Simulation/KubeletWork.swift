/// How the cluster and its kubelets work together.
extension Cluster {
  /// Tells the kubelet of a Pod's node about a change; one that is cut off or off hears nothing.
  mutating func tellKubelets(_ change: WatchEvent) {
    switch change.key.resource {
    case .pods: tellKubelet(ofPod: change)
    case .nodes:
      if change.change == .added { startKubelet(of: change) } else { tellKubelet(ofNode: change) }
    case .namespaces: if change.change == .added { furnish(namespace: change) }
    case .configMaps, .secrets:
      if change.change != .deleted { tellKubelets(ofSource: change) } else { refurnish(change) }
    case .serviceAccounts: if change.change == .deleted { refurnish(change) }
    case .deployments, .endpoints, .endpointSlices, .priorityClasses, .events, .jobs, .leases,
      .replicaSets, .services:
      break
    }
  }

  private mutating func tellKubelet(ofPod change: WatchEvent) {
    guard let node = change.object[path: "spec", "nodeName"]?.stringValue,
      let kubelet = kubelets[node], kubelet.hearsTheAPIServer
    else { return }
    let uid = change.object[path: "metadata", "uid"]?.stringValue ?? ""
    let event = ClusterEvent.kubelet(node: node, .podChanged(change.key, uid: uid))
    queue.add(event, at: arrival(event.latency), cause: change.cause)
  }

  /// What somebody adds to the capacity of a node, an extended resource, the kubelet offers with its
  /// next look at its status, ten seconds away at most (`nodeStatusUpdateFrequency`).
  private mutating func tellKubelet(ofNode change: WatchEvent) {
    guard change.change == .modified, kubelets[change.key.name]?.hearsTheAPIServer == true,
      let status = change.object["status"],
      status.entries("capacity").contains(where: { status["allocatable"]?[$0.key] != $0.value })
    else { return }
    letKubelet(change.key.name, cause: change.cause) { $0.lookAtNodeSoon(&$1) }
  }

  /// The kubelets watch the ConfigMaps and Secrets of their Pods.
  private mutating func tellKubelets(ofSource change: WatchEvent) {
    for (name, kubelet) in kubelets
    where kubelet.hearsTheAPIServer
      && kubelet.workers.contains(where: {
        $0.value.pod.metadata.namespace == change.key.namespace
      })
    {
      queue.add(.kubelet(node: name, .sourceChanged(change.key)), at: now, cause: change.cause)
    }
  }

  /// A new node object is a machine that joins: its kubelet registers and is ready at once.
  private mutating func startKubelet(of change: WatchEvent) {
    let name = change.key.name
    if kubelets[name] == nil {
      kubelets[name] = Kubelet(nodeName: name, nodeNumber: kubelets.count + 1, seed: seed)
    }
    guard kubelets[name]?.hearsTheAPIServer == true else { return }
    letKubelet(name, cause: change.cause) { kubelet, turn in
      kubelet.register(&turn)
      kubelet.writeLease(&turn)
      kubelet.writeNodeStatus(&turn)
      // Pods may have named the node before it was there.
      kubelet.takeUpPods(&turn)
    }
  }

  /// Every namespace gets the certificate that the API server is known by, and a service account
  /// (the controllers root-ca-certificate-publisher and serviceaccount).
  private mutating func furnish(namespace change: WatchEvent) {
    for (resource, object) in Self.furniture { furnish(change, change.key.name, resource, object) }
  }

  /// What is deleted of it comes back, unless the namespace goes as well.
  private mutating func refurnish(_ change: WatchEvent) {
    let namespace = change.key.namespace
    guard let home = objects[ObjectKey(.namespaces, name: namespace)],
      home.metadata.deletionTimestamp == nil
    else { return }
    for (resource, object) in Self.furniture
    where resource == change.key.resource
      && object[path: "metadata", "name"] == .string(change.key.name)
    {
      furnish(change, namespace, resource, object)
    }
  }

  private mutating func furnish(
    _ change: WatchEvent, _ namespace: String, _ resource: Resource, _ object: APIValue
  ) {
    carryOut(
      [.request(.create(object, resource, namespace: namespace))],
      by: .controller("service-account-controller"), cause: change.cause)
  }

  private static let furniture: [(Resource, APIValue)] = [
    (
      .configMaps,
      [
        "metadata": ["name": "kube-root-ca.crt"],
        "data": ["ca.crt": "-----BEGIN CERTIFICATE-----\npodlab\n-----END CERTIFICATE-----\n"],
      ]
    ),
    (.serviceAccounts, ["metadata": ["name": "default"]]),
  ]

  /// Gives a kubelet its turn and carries out what it wants. Requests and events of a kubelet that
  /// is cut off go nowhere.
  mutating func letKubelet(
    _ name: String, cause: TimelineID?, _ work: (inout Kubelet, inout Kubelet.Turn) -> Void
  ) {
    var turn = Kubelet.Turn(
      now: now, objects: objects, registry: registry, nodeName: name, hasJitter: settings.jitter)
    kubelets[name]?.perform(work, &turn)
    guard let kubelet = kubelets[name] else { return }
    let heard = kubelet.isConnected && kubelet.isOn
    let effects = heard ? turn.effects : turn.effects.filter(\.staysOnTheNode)
    carryOut(effects, by: .kubelet(node: name), cause: cause)
    for request in turn.networkRequests { answer(request, of: name) }
    // On a node without power nobody wakes up.
    if let kubelet = kubelets[name], kubelet.isOn, let wakeUp = kubelet.runtime.nextWakeUp {
      queue.add(.processes(node: name), at: max(wakeUp, now), cause: cause)
    }
  }

  mutating func handle(_ event: Kubelet.Event, node: String, cause: TimelineID?) {
    letKubelet(node, cause: cause) { $0.handle(event, &$1) }
  }

  /// Runs the processes of a node until they sleep, block or end, and tells the kubelet what became
  /// of them.
  /// Returns how many steps they took.
  mutating func runProcesses(of node: String, cause: TimelineID?) -> Int {
    var steps = 0
    letKubelet(node, cause: cause) { kubelet, turn in
      guard kubelet.isOn else { return }
      let before = kubelet.runtime.kernel.instructionCount
      defer { steps = kubelet.runtime.kernel.instructionCount - before }
      for occurrence in kubelet.runtime.run(at: turn.now) {
        switch occurrence {
        case .containerExited(let id):
          let uid = kubelet.runtime.container(id)?.podUID ?? ""
          turn.schedule(.containerExited(podUID: uid, containerID: id))
        case .execFinished(let id, let result):
          turn.schedule(
            .execFinished(id, exitCode: result.exitCode, output: result.output))
        case .networkRequest(let request): turn.networkRequests.append(request)
        case .systemOutOfMemory(let victim, let process):
          kubelet.saySystemOutOfMemory(victim, process, &turn)
        case .limitReached(let id, let limit):
          let record = kubelet.runtime.container(id)
          turn.note(
            kubelet.containerReference(record?.podUID ?? "", record?.name ?? ""),
            .limit(container: record?.name ?? "", limit))
        }
      }
    }
    return steps
  }
}

extension Kubelet {
  /// Whether there is a process that watches, and a way to it.
  fileprivate var hearsTheAPIServer: Bool { isOn && isConnected && isRunning }
}

extension Effect {
  /// Whether an effect needs no connection to the API server.
  fileprivate var staysOnTheNode: Bool {
    switch self {
    case .request, .slowStart, .record: false
    case .schedule, .note: true
    }
  }
}
