/// The network between Pods: every Pod reaches every other by its address, Services by their
/// virtual address or name. Nothing reaches a node that is off or cut off.
extension Cluster {
  mutating func answer(_ request: NetworkRequest, of node: String) {
    let answer: NetworkRequest.Answer
    switch request.kind {
    case .lookup(let name): answer = .addresses(addresses(of: name, from: request, on: node))
    case .resolve(let name):
      answer = .resolved(
        ResolvedName(
          name: fullName(of: name, from: request.sandbox, on: node),
          addresses: addresses(of: name, from: request, on: node).map {
            ResolvedName.Address(address: $0, name: self.name(ofAddress: $0))
          }))
    case .connect(let host, let port):
      guard let address = addresses(of: host, from: request, on: node).first else {
        answer = .unknownHost
        break
      }
      answer = .connect(connect(address, port, from: node))
    case .http(let host, let port, let question):
      guard let address = addresses(of: host, from: request, on: node).first else {
        answer = .unknownHost
        break
      }
      answer = .http(send(question, address, port, from: node, request.sandbox))
    case .passed(let onward, let question, let port):
      let outcome = pass(onward, node, request.sandbox, depth: 0)
      answer = .http(
        kubelets[node]?.runtime.complete(
          question, with: outcome, sandbox: request.sandbox, port: port) ?? .hang)
    }
    kubelets[node]?.runtime.completeRequest(request.id, answer, at: now)
  }

  /// An address stands for itself; names are those of Services, with the search path of the Pod's
  /// namespace.
  private func addresses(
    of host: String, from request: NetworkRequest, on node: String
  ) -> [String] {
    addresses(of: host, from: request.sandbox, on: node)
  }

  private func addresses(
    of host: String, from sandbox: String, on node: String
  ) -> [String] {
    if isAddress(host) { return [host] }
    let uid = kubelets[node]?.runtime.sandbox(sandbox)?.podUID ?? ""
    let own = objects.pods(onNode: node).first { $0.metadata.uid == uid }?.metadata.namespace
    var labels = host.split(separator: ".").map(String.init)
    if labels.suffix(3) == ["svc", "cluster", "local"] { labels.removeLast(3) }
    if labels.last == "svc" { labels.removeLast() }
    if labels.count == 3 { return addresses(ofHost: labels[0], labels[1], labels[2]) }
    guard let name = labels.first, labels.count <= 2 else { return [] }
    if labels.count == 2 {
      // The search path tries the Pod's own namespace first: `HOST.SERVICE`.
      let found = addresses(ofHost: labels[0], labels[1], own ?? "default")
      if !found.isEmpty { return found }
    }
    let namespace = labels.count == 2 ? labels[1] : own ?? "default"
    let key = ObjectKey(.services, namespace: namespace, name: name)
    guard case .service(let service)? = objects[key]?.typed else { return [] }
    if service.spec.clusterIP == "None" { return endpoints(of: service, port: nil).map(\.address) }
    return [service.spec.clusterIP]
  }

  /// `HOST.SERVICE.NAMESPACE`: a Pod by its host name, where the Service is headless.
  private func addresses(
    ofHost host: String, _ service: String, _ namespace: String
  ) -> [String] {
    let key = ObjectKey(.services, namespace: namespace, name: service)
    guard case .service(let found)? = objects[key]?.typed, found.spec.clusterIP == "None" else {
      return []
    }
    return objects.list(.endpointSlices, namespace: namespace).flatMap { object -> [String] in
      guard case .endpointSlice(let slice) = object.typed,
        slice.metadata.labels["kubernetes.io/service-name"] == service
      else { return [] }
      return slice.endpoints.filter { $0.hostname == host && $0.conditions.ready == true }
        .flatMap(\.addresses)
    }
  }

  /// `kubernetes` is `kubernetes.default.svc.cluster.local` to a Pod of the namespace default.
  private func fullName(of name: String, from sandbox: String, on node: String) -> String {
    var labels = name.split(separator: ".").map(String.init)
    if isAddress(name) || labels.suffix(3) == ["svc", "cluster", "local"] {
      return labels.joined(separator: ".")
    }
    if labels.last == "svc" { labels.removeLast() }
    let uid = kubelets[node]?.runtime.sandbox(sandbox)?.podUID ?? ""
    let own =
      objects.pods(onNode: node).first { $0.metadata.uid == uid }?.metadata.namespace ?? "default"
    let isHost = labels.count == 2 && !addresses(ofHost: labels[0], labels[1], own).isEmpty
    if labels.count == 1 || isHost { labels.append(own) }
    return (labels + ["svc", "cluster", "local"]).joined(separator: ".")
  }

  /// What DNS says of an address (a PTR record): a Service, or a Pod behind a headless one.
  private func name(ofAddress address: String) -> String {
    for service in objects.services {
      let domain = "\(service.metadata.name).\(service.metadata.namespace).svc.cluster.local"
      if service.spec.clusterIP == address { return domain }
      guard service.spec.clusterIP == "None" else { continue }
      for object in objects.list(.endpointSlices, namespace: service.metadata.namespace) {
        guard case .endpointSlice(let slice) = object.typed,
          slice.metadata.labels["kubernetes.io/service-name"] == service.metadata.name
        else { continue }
        if let endpoint = slice.endpoints.first(where: { $0.addresses.contains(address) }) {
          return "\(endpoint.hostname ?? address.replacing(".", with: "-")).\(domain)"
        }
      }
    }
    return ""
  }

  private func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  /// The ready endpoints of a Service, with the port that stands behind one of its own.
  private func endpoints(of service: Service, port: Int?) -> [(address: String, port: Int)] {
    let wanted = service.spec.ports.first { port == nil || $0.port == port }
    guard let wanted else { return [] }
    var found: [(String, Int)] = []
    for object in objects.list(.endpointSlices, namespace: service.metadata.namespace) {
      guard case .endpointSlice(let slice) = object.typed,
        slice.metadata.labels["kubernetes.io/service-name"] == service.metadata.name
      else { continue }
      let target = slice.ports.first { ($0.name ?? "") == wanted.name }?.port ?? wanted.port
      for endpoint in slice.endpoints where endpoint.conditions.ready == true {
        found += endpoint.addresses.map { ($0, target) }
      }
    }
    return found
  }

  /// A port of a Service without ready endpoints: kube-proxy has every node refuse it at once (the
  /// `REJECT` rules of pkg/proxy/iptables).
  private func isRejected(_ address: String, _ port: Int) -> Bool {
    guard let service = objects.services.first(where: { $0.spec.clusterIP == address }) else {
      return false
    }
    return service.spec.ports.contains { $0.port == port }
      && endpoints(of: service, port: port).isEmpty
  }

  /// The sandbox behind an address, where the network reaches it; Services lead to one of their
  /// ready endpoints.
  private mutating func destination(
    _ address: String, _ port: Int, from node: String
  ) -> (node: String, sandbox: String, port: Int)? {
    var (address, port) = (address, port)
    if let service = objects.services.first(where: { $0.spec.clusterIP == address }) {
      let choices = endpoints(of: service, port: port)
      guard !choices.isEmpty else { return nil }
      (address, port) = choices[serviceRandom.next(below: choices.count)]
    }
    let mayLeave = kubelets[node]?.isConnected == true
    for (name, kubelet) in kubelets where kubelet.isOn {
      guard name == node || (mayLeave && kubelet.isConnected) else { continue }
      if let sandbox = kubelet.runtime.allSandboxes.first(where: {
        $0.isReady && $0.ipAddress == address
      }) {
        return (name, sandbox.id, port)
      }
    }
    return nil
  }

  private mutating func connect(_ address: String, _ port: Int, from node: String) -> ConnectOutcome
  {
    if isRejected(address, port) { return .refused }
    guard let target = destination(address, port, from: node) else { return .hang }
    return kubelets[target.node]?.runtime.tcpConnect(
      sandbox: target.sandbox, port: target.port, fromInside: false) ?? .hang
  }

  private mutating func send(
    _ request: HTTPRequest, _ address: String, _ port: Int, from node: String, _ sandbox: String,
    depth: Int = 0
  ) -> HTTPOutcome {
    if isRejected(address, port) { return .refused }
    guard let target = destination(address, port, from: node) else { return .hang }
    kubelets[target.node]?.runtime.reach(now)
    var outcome =
      kubelets[target.node]?.runtime.httpGet(
        sandbox: target.sandbox, port: target.port, path: request.path, fromInside: false,
        headers: request.headers, clientAddress: request.clientAddress) ?? .hang
    if case .response(let answer, _) = outcome, let onward = answer.passesTo {
      let behind = pass(onward, target.node, target.sandbox, depth: depth + 1)
      outcome =
        kubelets[target.node]?.runtime.complete(
          request, with: behind, sandbox: target.sandbox, port: target.port) ?? .hang
    }
    guard settings.cniBandwidth, case .response(let response, let wait) = outcome else {
      return outcome
    }
    let egress = limits(of: target.sandbox, on: target.node)?.egress
    let ingress = limits(of: sandbox, on: node)?.ingress
    guard let rate = [egress, ingress].compactMap(\.self).min() else { return outcome }
    let bits = response.body.utf8.count * 8
    return .response(response, after: wait + .milliseconds((bits * 1000 + rate - 1) / rate))
  }

  /// How many proxies may stand behind each other.
  private static let proxyLimit = 8

  /// What a proxy passes on, from its own sandbox.
  private mutating func pass(
    _ onward: PassedRequest, _ node: String, _ sandbox: String, depth: Int
  ) -> HTTPOutcome {
    guard depth < Self.proxyLimit else { return .hang }
    guard let address = addresses(of: onward.host, from: sandbox, on: node).first else {
      return .refused
    }
    return send(onward.request, address, onward.port, from: node, sandbox, depth: depth)
  }

  /// How fast a Pod sends to another, in bits a second, as a measuring program between them would
  /// find; nil where nothing arrives. `throws` where one of them has no network.
  package func throughput(
    from source: ObjectKey, to destination: ObjectKey
  ) throws(ExecError) -> Int? {
    let (sender, receiver) = (try readySandbox(of: source), try readySandbox(of: destination))
    if sender.node != receiver.node {
      let nodes = [sender.node, receiver.node].compactMap { kubelets[$0] }
      guard nodes.allSatisfy(\.isConnected) else { return nil }
    }
    guard settings.cniBandwidth else { return Self.linkBitsPerSecond }
    let egress = limits(of: sender.id, on: sender.node)?.egress
    let ingress = limits(of: receiver.id, on: receiver.node)?.ingress
    return [egress, ingress].compactMap(\.self).min() ?? Self.linkBitsPerSecond
  }

  /// What a node's network card does.
  private static let linkBitsPerSecond = 10_000_000_000

  private func readySandbox(
    of key: ObjectKey
  ) throws(ExecError) -> (node: String, id: String) {
    guard let pod = objects.pod(key) else { throw .noSuchPod(key) }
    let node = pod.spec.nodeName
    guard !node.isEmpty else { throw .notOnANode(key) }
    let name = pod.spec.containers.first?.name ?? ""
    guard let kubelet = kubelets[node], kubelet.isOn else {
      throw .unreachable(node: node, pod: key, container: name)
    }
    let sandbox = kubelet.runtime.sandboxes(podUID: pod.metadata.uid).first { $0.isReady }
    guard let sandbox else { throw .notRunning(pod: key, container: name) }
    return (node, sandbox.id)
  }

  /// The System V shared memory of a Pod: what `ipcs -m` shows in each of its containers.
  package func sharedMemory(of pod: ObjectKey) throws(ExecError) -> [SharedMemorySegment] {
    let (node, sandbox) = try readySandbox(of: pod)
    return kubelets[node]?.runtime.sharedMemory(sandbox: sandbox) ?? []
  }

  /// What the CNI plugin `bandwidth` holds a Pod to. The network itself takes no time, and the burst
  /// that the plugin lets through at first is left out: a transfer takes its bits by the rate.
  private func limits(of sandbox: String, on node: String) -> BandwidthAnnotation? {
    guard let uid = kubelets[node]?.runtime.sandbox(sandbox)?.podUID,
      let pod = kubelets[node]?.workers[uid]?.pod, pod.spec.hostNetwork != true,
      case .success(let limits) = BandwidthAnnotation.parse(pod.metadata.annotations)
    else { return nil }
    return limits
  }
}
