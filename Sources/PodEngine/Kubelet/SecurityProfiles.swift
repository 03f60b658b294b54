/// Profiles of the node that a container names. None is ever put on a node of podlab, so that a
/// container with `Localhost` is not created, as on a node where the profile is not loaded. The
/// texts are containerd's (`internal/cri/server/container_create_linux.go`, `contrib/seccomp`).
enum SecurityProfiles {
  private static let folder = "/var/lib/kubelet/seccomp"

  /// Why the runtime cannot create a container; nil where it can. The container's own profile counts
  /// before the Pod's.
  static func complaint(_ container: Container, _ pod: Pod) -> String? {
    let (own, all) = (container.securityContext, pod.spec.securityContext)
    if let name = profile(own?.appArmorProfile ?? all?.appArmorProfile) {
      return "failed to get container spec opts: failed to generate apparmor spec opts: apparmor "
        + "profile not found \(name)"
    }
    if let name = profile(own?.seccompProfile ?? all?.seccompProfile) {
      let path = "\(folder)/\(name)"
      return "failed to create containerd container: cannot load seccomp profile "
        + "\(GoSyntax.quoted(path)): open \(path): no such file or directory"
    }
    return nil
  }

  private static func profile(_ profile: SecurityProfile?) -> String? {
    profile?.type == "Localhost" ? profile?.localhostProfile : nil
  }
}
