/// What the kernel lets the processes of a container do beyond their user: capabilities, privilege
/// escalation, filters.
package struct ProcessPrivileges: Hashable, Sendable {
  /// The capabilities that they may have, a bit each.
  package private(set) var capabilities = Self.standard
  /// `allowPrivilegeEscalation: false`: no program makes a process more than it is.
  package var hasNoNewPrivileges = false
  /// A seccomp profile filters system calls.
  package var hasFilter = false
  /// What `/proc/PID/attr/current` says of AppArmor.
  package var profile = "cri-containerd.apparmor.d (enforce)"
  /// The users of the node; else its own, from the number given on.
  package var firstUser: Int?

  package init() {}

  /// The capabilities of Linux, in order of their bits.
  private static let names = [
    "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID",
    "SETPCAP", "LINUX_IMMUTABLE", "NET_BIND_SERVICE", "NET_BROADCAST", "NET_ADMIN", "NET_RAW",
    "IPC_LOCK", "IPC_OWNER", "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT", "SYS_PTRACE", "SYS_PACCT",
    "SYS_ADMIN", "SYS_BOOT", "SYS_NICE", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD",
    "LEASE", "AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP", "MAC_OVERRIDE", "MAC_ADMIN", "SYSLOG",
    "WAKE_ALARM", "BLOCK_SUSPEND", "AUDIT_READ", "PERFMON", "BPF", "CHECKPOINT_RESTORE",
  ]
  private static let all = (UInt64(1) << UInt64(names.count)) - 1

  /// What containerd gives every container (`oci.defaultUnixCaps`).
  private static let standard = bits([
    "CHOWN", "DAC_OVERRIDE", "FSETID", "FOWNER", "MKNOD", "NET_RAW", "SETGID", "SETUID", "SETFCAP",
    "SETPCAP", "NET_BIND_SERVICE", "SYS_CHROOT", "KILL", "AUDIT_WRITE",
  ])

  private static func bits(_ chosen: [String]) -> UInt64 {
    chosen.reduce(0) { bits, name in
      names.firstIndex(of: name.uppercased()).map { bits | 1 << UInt64($0) } ?? bits
    }
  }

  /// The order of containerd: all or nothing first, then what is added, then what is dropped.
  package mutating func change(adding: [String], dropping: [String]) {
    if adding.contains("ALL") { capabilities = Self.all }
    if dropping.contains("ALL") { capabilities = 0 }
    capabilities |= Self.bits(adding)
    capabilities &= ~Self.bits(dropping)
  }

  /// `privileged: true`: everything, without filters.
  package mutating func makeComplete() {
    capabilities = Self.all
    hasFilter = false
    profile = "unconfined"
  }

  /// Those that are in force for a process of a user: programs that are not root's have none.
  func effective(user: Int) -> UInt64 { user == 0 ? capabilities : 0 }

  func has(_ name: String, user: Int) -> Bool {
    effective(user: user) & Self.bits([name]) != 0
  }

  /// The lines of `/proc/PID/status`.
  func statusLines(user: Int) -> [String] {
    func hexadecimal(_ bits: UInt64) -> String {
      let text = String(bits, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    let own = hexadecimal(effective(user: user))
    return [
      "CapInh:\t\(hexadecimal(0))", "CapPrm:\t\(own)", "CapEff:\t\(own)",
      "CapBnd:\t\(hexadecimal(capabilities))", "CapAmb:\t\(hexadecimal(0))",
      "NoNewPrivs:\t\(hasNoNewPrivileges ? 1 : 0)", "Seccomp:\t\(hasFilter ? 2 : 0)",
      "Seccomp_filters:\t\(hasFilter ? 1 : 0)",
    ]
  }

  /// `/proc/PID/uid_map` and `gid_map`: first inside, first outside, how many.
  var userMap: String {
    let row = firstUser.map { (0, $0, 65_536) } ?? (0, 0, 4_294_967_295)
    func cell(_ number: Int) -> String {
      let text = String(number)
      return String(repeating: " ", count: max(0, 10 - text.count)) + text
    }
    return "\(cell(row.0)) \(cell(row.1)) \(cell(row.2))\n"
  }

  /// Where the users of a Pod with its own (`hostUsers: false`) begin: each Pod of a node has 65536
  /// of them.
  package static func firstUser(ofPod uid: String) -> Int {
    (1 + NamespaceNumber.hash(uid) % 65_534) * 65_536
  }
}

/// The numbers by which Linux tells namespaces apart, such as `4026531837` in `user:[4026531837]`.
enum NamespaceNumber {
  /// Those of the node itself.
  static let hostUser = 4_026_531_837
  static let hostTime = 4_026_531_834
  static let hostNetwork = 4_026_531_840

  static func of(_ kind: String, _ owner: String) -> Int {
    4_026_532_200 + hash(kind + "/" + owner) % 90_000
  }

  static func hash(_ text: String) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash)
  }
}

extension Kernel {
  /// Whether a process may do what a capability allows.
  func may(_ capability: String, _ process: Process) -> Bool {
    spaces[process.container]?.privileges.has(capability, user: process.user) ?? (process.user == 0)
  }
}
