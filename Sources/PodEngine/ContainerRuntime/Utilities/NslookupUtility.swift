/// `nslookup NAME`: asks the cluster's DNS. Three programs have this name, and each prints in its own
/// way.
struct NslookupUtility: Program {
  enum Dialect: Hashable, Sendable {
    /// busybox up to 1.28: asks as every program does, and looks addresses up again.
    case oldBusybox
    /// busybox from 1.29 on: asks by itself. It goes through the search domains for a name without
    /// dots only, so `kubernetes.default` is not found.
    case busybox
    /// That of BIND, in packages such as dnsutils.
    case bind
  }

  private let name: String
  private let dialect: Dialect
  private var request: Int?
  private let server = "10.96.0.10"
  private let serverName = "kube-dns.kube-system.svc.cluster.local"

  init(_ arguments: [String], _ dialect: Dialect) {
    name = arguments.first { !$0.hasPrefix("-") } ?? ""
    self.dialect = dialect
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    guard let request else {
      let isTaken = dialect != .busybox || !name.contains(".") || isComplete
      guard isTaken else { return finish(nil, &kernel, process) }
      self.request = kernel.send(.resolve(name: name), by: process)
      return .block
    }
    guard let answer = kernel.takeAnswer(request) else { return .block }
    guard case .resolved(let found) = answer, !found.addresses.isEmpty else {
      return finish(nil, &kernel, process)
    }
    return finish(found, &kernel, process)
  }

  /// A name to which nothing is to be added.
  private var isComplete: Bool {
    name.hasSuffix(".") || name.hasSuffix(".cluster.local")
      || name.split(separator: ".").count == 4 && name.allSatisfy { $0.isNumber || $0 == "." }
  }

  private func finish(
    _ found: ResolvedName?, _ kernel: inout Kernel, _ process: Int
  ) -> ProgramStep {
    let (output, error) =
      switch dialect {
      case .oldBusybox: old(found)
      case .busybox: new(found, kernel, process)
      case .bind: bind(found)
      }
    _ = kernel.write(Bytes(output), to: 1, by: process)
    _ = kernel.write(Bytes(error), to: 2, by: process)
    return .exit(found == nil ? 1 : 0)
  }

  private func old(_ found: ResolvedName?) -> (output: String, error: String) {
    let head = "Server:    \(server)\nAddress 1: \(server) \(serverName)\n\n"
    guard let found else { return (head, "nslookup: can't resolve '\(name)'\n") }
    let rows = found.addresses.enumerated().map { index, address in
      let name = address.name.isEmpty ? "" : " \(address.name)"
      return "Address \(index + 1): \(address.address)\(name)\n"
    }
    return (head + "Name:      \(name)\n" + rows.joined(), "")
  }

  private func new(
    _ found: ResolvedName?, _ kernel: Kernel, _ process: Int
  ) -> (output: String, error: String) {
    var text = "Server:\t\t\(server)\nAddress:\t\(server):53\n\n"
    guard let found else {
      for tried in triedNames(kernel, process) {
        text += "** server can't find \(tried): NXDOMAIN\n\n"
      }
      return (text, "")
    }
    for address in found.addresses {
      text += "Name:\t\(found.name)\nAddress: \(address.address)\n"
    }
    return (text + "\n", "")
  }

  /// The names that a name without dots stands for: with each search domain of `/etc/resolv.conf`.
  private func triedNames(_ kernel: Kernel, _ process: Int) -> [String] {
    guard !name.contains("."), let own = kernel.processes[process],
      let text = try? kernel.contents(of: "/etc/resolv.conf", by: own).text(),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("search ") })
    else { return [name] }
    let domains = line.split(separator: " ").dropFirst()
    return domains.isEmpty ? [name] : domains.map { "\(name).\($0)" }
  }

  private func bind(_ found: ResolvedName?) -> (output: String, error: String) {
    var text = "Server:\t\t\(server)\nAddress:\t\(server)#53\n\n"
    guard let found else {
      return (text + "** server can't find \(name): NXDOMAIN\n\n", "")
    }
    for address in found.addresses {
      text += "Name:\t\(found.name)\nAddress: \(address.address)\n"
    }
    return (text + "\n", "")
  }
}
