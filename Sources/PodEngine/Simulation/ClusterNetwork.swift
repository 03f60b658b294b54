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
  /// namespace. A Service of the type ExternalName stands for another name, so many `aliases` deep.
  private func addresses(
    of host: String, from request: NetworkRequest, on node: String
  ) -> [String] {
    addresses(of: host, from: request.sandbox, on: node)
  }

  private func addresses(
    of host: String, from sandbox: String, on node: String, aliases: Int = 8
  ) -> [String] {
    if isAddress(host) { return [host] }
    let uid = kubelets[node]?.runtime.sandbox(sandbox)?.podUID ?? ""
    let own = objects.pods(onNode: node).first { $0.metadata.uid == uid }?.metadata.namespace
    var labels = host.split(separator: ".").map(String.init)
    if labels.suffix(3) == ["pod", "cluster", "local"], labels.count == 5 {
      // `10-244-2-2.default.pod.cluster.local`: CoreDNS believes every such name (`pods insecure`).
      let address = labels[0].replacing("-", with: ".")
      return isAddress(address) ? [address] : []
    }
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
    if service.spec.type == "ExternalName" {
      let other = service.spec.externalName
      return aliases > 0
        ? addresses(of: other, from: sandbox, on: node, aliases: aliases - 1) : []
    }
    if service.spec.clusterIP == "None" { return endpoints(of: service).map(\.address) }
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
    if isAddress(name) || labels.suffix(2) == ["cluster", "local"] {
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
  private func endpoints(
    of service: Service, where isWanted: (ServicePort) -> Bool = { _ in true }
  ) -> [(address: String, port: Int)] {
    guard let wanted = service.spec.ports.first(where: isWanted) else { return [] }
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

  /// Where a packet to an address ends.
  private enum Route {
    case sandbox(node: String, id: String, port: Int)
    /// Somebody answers that there is nobody.
    case refused
    case nowhere
  }

  /// The way to an address: that of a Service and a node's port lead to one of the ready endpoints of
  /// their Service; a Service's port without any is refused by kube-proxy at once (the `REJECT` rules
  /// of pkg/proxy/iptables).
  private mutating func route(_ address: String, _ port: Int, from node: String) -> Route {
    if let service = objects.services.first(where: { $0.spec.clusterIP == address }) {
      guard service.spec.ports.contains(where: { $0.port == port }) else { return .nowhere }
      return pick(endpoints(of: service) { $0.port == port }, from: node)
    }
    guard let owner = kubelets.first(where: { $0.value.internalIP == address }) else {
      return sandbox(at: address, port, from: node)
    }
    guard reaches(owner.key, from: node) else { return .nowhere }
    for service in objects.services
    where service.spec.ports.contains(where: { $0.nodePort == port }) {
      return pick(endpoints(of: service) { $0.nodePort == port }, from: node)
    }
    // Pods on the node's own network answer there; behind all other ports there is nobody.
    let own = sandbox(at: address, port, from: node)
    if case .nowhere = own { return .refused }
    return own
  }

  private mutating func pick(
    _ choices: [(address: String, port: Int)], from node: String
  ) -> Route {
    guard !choices.isEmpty else { return .refused }
    let choice = choices[serviceRandom.next(below: choices.count)]
    return sandbox(at: choice.address, choice.port, from: node)
  }

  private func reaches(_ other: String, from node: String) -> Bool {
    guard let target = kubelets[other], target.isOn else { return false }
    return other == node || (kubelets[node]?.isConnected == true && target.isConnected)
  }

  private func sandbox(at address: String, _ port: Int, from node: String) -> Route {
    for (name, kubelet) in kubelets where reaches(name, from: node) {
      if let sandbox = kubelet.runtime.allSandboxes.first(where: {
        $0.isReady && $0.ipAddress == address
      }) {
        return .sandbox(node: name, id: sandbox.id, port: port)
      }
    }
    return .nowhere
  }

  private mutating func connect(_ address: String, _ port: Int, from node: String) -> ConnectOutcome
  {
    switch route(address, port, from: node) {
    case .refused: return .refused
    case .nowhere: return .hang
    case .sandbox(let node, let id, let port):
      return kubelets[node]?.runtime.tcpConnect(sandbox: id, port: port, fromInside: false)
        ?? .hang
    }
  }

  private mutating func send(
    _ request: HTTPRequest, _ address: String, _ port: Int, from node: String, _ sandbox: String,
    depth: Int = 0
  ) -> HTTPOutcome {
    let (target, id, targetPort): (String, String, Int)
    switch route(address, port, from: node) {
    case .refused: return .refused
    case .nowhere: return .hang
    case .sandbox(let node, let sandbox, let port): (target, id, targetPort) = (node, sandbox, port)
    }
    kubelets[target]?.runtime.reach(now)
    var outcome =
      kubelets[target]?.runtime.httpGet(
        sandbox: id, port: targetPort, path: request.path, fromInside: false,
        headers: request.headers, clientAddress: request.clientAddress) ?? .hang
    if case .response(let answer, _) = outcome, let onward = answer.passesTo {
      let behind = pass(onward, target, id, depth: depth + 1)
      outcome =
        kubelets[target]?.runtime.complete(
          request, with: behind, sandbox: id, port: targetPort) ?? .hang
    }
    guard settings.cniBandwidth, case .response(let response, let wait) = outcome else {
      return outcome
    }
    let egress = limits(of: id, on: target)?.egress
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
