/// Which kernel parameters a Pod may set (pkg/kubelet/sysctl/allowlist.go and safe_sysctls.go): those
/// of its own namespaces that harm nobody else. No kubelet of podlab allows more.
enum KernelParameters {
  private static let safe: Set<String> = [
    "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies",
    "net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem",
    "net.ipv4.tcp_wmem",
  ]

  /// The first parameter that is not allowed decides.
  static func refusal(of pod: Pod) -> NodeAdmission.Refusal? {
    for sysctl in pod.spec.securityContext?.sysctls ?? [] {
      // Both forms are known: net.ipv4.tcp_rmem and net/ipv4/tcp_rmem.
      let name = sysctl.name.replacing("/", with: ".")
      guard !safe.contains(name) else { continue }
      return NodeAdmission.Refusal(
        reason: "SysctlForbidden",
        message: "forbidden sysctl: \(GoSyntax.quoted(name)) not allowlisted")
    }
    return nil
  }
}
