/// `apt-get` and `apk`: packages whose programs podlab has appear at once; there is no network to
/// fetch them from and no file that they would need.
enum PackageUtility {
  /// The programs of packages, by the names that Debian and Alpine give them.
  private static let packages: [(names: [String], programs: [String])] = [
    (["curl"], ["curl"]), (["wget"], ["wget"]),
    (["procps"], ["ps", "top", "free", "pgrep", "watch"]),
    (["iproute2"], ["ip", "ss"]), (["net-tools"], ["netstat", "ifconfig", "route"]),
    (["iputils-ping", "iputils"], ["ping"]), (["psmisc"], ["killall"]),
    (["dnsutils", "bind9-dnsutils", "bind-tools"], ["nslookup", "dig", "host"]),
    (["netcat", "netcat-openbsd", "netcat-traditional"], ["nc"]), (["stress"], ["stress"]),
    (["redis-tools"], ["redis-cli"]), (["socat"], ["socat"]), (["bash"], ["bash"]),
    (["util-linux"], ["ipcs", "ipcmk", "ipcrm"]), (["xxd"], ["xxd"]),
    (["bsdmainutils"], ["hexdump"]),
  ]

  static func runApt(_ call: inout UtilityCall) -> Int {
    let words = call.arguments.filter { !$0.hasPrefix("-") }
    guard isRoot(call) else {
      call.error +=
        "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\n"
      return 100
    }
    switch words.first {
    case "update"?, "upgrade"?:
      call.print("Reading package lists...")
      return 0
    case "install"?:
      call.print("Reading package lists...")
      call.print("Building dependency tree...")
      return install(Array(words.dropFirst()), &call) { "E: Unable to locate package \($0)" }
    default:
      call.error += "E: Invalid operation \(words.first ?? "")\n"
      return 100
    }
  }

  static func runApk(_ call: inout UtilityCall) -> Int {
    let words = call.arguments.filter { !$0.hasPrefix("-") }
    guard isRoot(call) else {
      call.error += "ERROR: Unable to lock database: Permission denied\n"
      return 99
    }
    switch words.first {
    case "update"?: return 0
    case "add"?:
      return install(Array(words.dropFirst()), &call) {
        "ERROR: unable to select packages:\n  \($0) (no such package)"
      }
    default:
      call.error += "apk: podlab's apk knows add and update\n"
      return 1
    }
  }

  private static func isRoot(_ call: UtilityCall) -> Bool { call.process?.user == 0 }

  private static func install(
    _ names: [String], _ call: inout UtilityCall, missing: (String) -> String
  ) -> Int {
    let found = names.map { name in packages.first { $0.names.contains(name) } }
    let unknown = zip(names, found).filter { $0.1 == nil }.map(\.0)
    guard unknown.isEmpty else {
      for name in unknown { call.error += missing(name) + "\n" }
      call.error += "podlab has packages for the programs that it simulates\n"
      return call.name == "apk" ? unknown.count : 100
    }
    guard let container = call.process?.container else { return 1 }
    for program in found.flatMap({ $0?.programs ?? [] }) {
      call.kernel.change(.container(container)) { tree in
        // The nslookup of a package is that of BIND.
        let name = program == "nslookup" ? "nslookup-bind" : program
        tree.place(.program(name), at: "/usr/bin/\(program)", mode: 0o755)
      }
    }
    for name in names { call.print("Setting up \(name) ...") }
    return 0
  }
}
