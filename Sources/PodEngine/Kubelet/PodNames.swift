/// What a Pod is called and how it finds others: `GeneratePodHostNameAndDomain` in
/// pkg/kubelet/kubelet_pods.go and pkg/kubelet/network/dns.
struct PodNames {
  let pod: Pod

  init(_ pod: Pod) { self.pod = pod }

  private static let clusterDomain = "cluster.local"
  private static let clusterServer = "10.96.0.10"
  /// The resolver that the simulated nodes use themselves.
  private static let nodeServer = "10.0.0.2"
  private static let maximumHostnameLength = 63

  private var shortName: String {
    guard pod.spec.hostname.isEmpty else { return pod.spec.hostname }
    var name = pod.metadata.name.prefix(Self.maximumHostnameLength)
    while let last = name.last, last == "-" || last == "." { name.removeLast() }
    return String(name)
  }

  /// Behind the name in the fully qualified one; empty without a subdomain.
  var domain: String {
    pod.spec.subdomain.isEmpty
      ? "" : "\(pod.spec.subdomain).\(pod.metadata.namespace).svc.\(Self.clusterDomain)"
  }

  /// What `hostname` prints inside the Pod.
  var hostname: String {
    pod.spec.setHostnameAsFQDN == true && !domain.isEmpty ? "\(shortName).\(domain)" : shortName
  }

  var resolver: ResolverConfiguration {
    let isOnHost = pod.spec.hostNetwork == true
    var resolver = ResolverConfiguration()
    switch pod.spec.dnsPolicy {
    case "None": break
    case "Default": resolver.servers = [Self.nodeServer]
    case "ClusterFirst" where isOnHost: resolver.servers = [Self.nodeServer]
    default:
      let suffix = "svc.\(Self.clusterDomain)"
      resolver = ResolverConfiguration(
        searches: ["\(pod.metadata.namespace).\(suffix)", suffix, Self.clusterDomain],
        servers: [Self.clusterServer], options: ["ndots:5"])
    }
    if let own = pod.spec.dnsConfig { add(own, to: &resolver) }
    return resolver
  }

  /// `appendDNSConfig`: what the Pod says comes last; an option replaces the one of its name.
  private func add(_ own: PodDNSConfig, to resolver: inout ResolverConfiguration) {
    for server in own.nameservers where !resolver.servers.contains(server) {
      resolver.servers.append(server)
    }
    for search in own.searches where !resolver.searches.contains(search) {
      resolver.searches.append(search)
    }
    for option in own.options {
      resolver.options.removeAll {
        $0 == option.name || $0.hasPrefix(option.name + ":")
      }
      resolver.options.append(option.value.map { "\(option.name):\($0)" } ?? option.name)
    }
  }
}
