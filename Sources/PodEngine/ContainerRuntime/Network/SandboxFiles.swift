/// How the processes of a Pod look up names: what becomes `/etc/resolv.conf`.
package struct ResolverConfiguration: Hashable, Sendable {
  package var searches: [String] = []
  package var servers: [String] = []
  package var options: [String] = []

  package init(searches: [String] = [], servers: [String] = [], options: [String] = []) {
    (self.searches, self.servers, self.options) = (searches, servers, options)
  }

  /// The file as containerd writes it.
  var text: String {
    var lines: [String] = []
    if !searches.isEmpty { lines.append("search " + searches.joined(separator: " ")) }
    lines += servers.map { "nameserver \($0)" }
    if !options.isEmpty { lines.append("options " + options.joined(separator: " ")) }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension PodSandboxConfiguration {
  /// `/etc/hosts`: `managedHostsFileContent` in pkg/kubelet/kubelet_pods.go.
  var hostsFile: String {
    var text =
      hostNetwork
      ? "# Kubernetes-managed hosts file (host network).\n" : "# Kubernetes-managed hosts file.\n"
    text +=
      "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n"
      + "fe00::0\tip6-localnet\nfe00::0\tip6-mcastprefix\nfe00::1\tip6-allnodes\n"
      + "fe00::2\tip6-allrouters\n"
    // The host name may be the full one already (`setHostnameAsFQDN`).
    let short =
      hostname.hasSuffix(".\(domain)") ? String(hostname.dropLast(domain.count + 1)) : hostname
    let names = domain.isEmpty ? hostname : "\(short).\(domain)\t\(short)"
    text += "\(ipAddress)\t\(names)\n"
    guard !hostAliases.isEmpty else { return text }
    text += "\n# Entries added by HostAliases.\n"
    for alias in hostAliases {
      text += "\(alias.ip)\t\(alias.hostnames.joined(separator: "\t"))\n"
    }
    return text
  }
}
