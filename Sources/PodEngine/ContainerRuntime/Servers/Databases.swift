/// mysql, mariadb and postgres: they do not start without knowing a password, and say so.
struct DatabaseServer: Program {
  enum Kind: Hashable, Sendable { case mysql, postgres }

  private let kind: Kind
  private var hasStarted = false

  init(_ kind: Kind) { self.kind = kind }

  var memoryBytes: Int { kind == .mysql ? 350 << 20 : 40 << 20 }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    if kernel.takeSignal(process) != nil { return .exit(0) }
    if hasStarted { return .block }
    hasStarted = true
    guard let own = kernel.processes[process] else { return .exit(1) }
    guard accepted.contains(where: { !(own.variable($0) ?? "").isEmpty }) else {
      _ = kernel.write(Bytes(complaint(kernel)), to: 2, by: process)
      return .exit(1)
    }
    for signal in [Signal.term, .int] { kernel.setDisposition(signal, .caught, of: process) }
    do throws(Errno) { try kernel.listen("0.0.0.0", port: port, by: process) } catch {
      _ = kernel.write(
        Bytes("could not bind to port \(port): \(error.text)\n"), to: 2, by: process)
      return .exit(1)
    }
    _ = kernel.write(
      Bytes(greeting(kernel, own.variable("MYSQL_VERSION") ?? "8.4.5")), to: 2, by: process)
    return .block
  }

  private var port: Int { kind == .mysql ? 3306 : 5432 }

  /// The variables of which one must be set.
  private var accepted: [String] {
    switch kind {
    case .mysql:
      ["MYSQL_ROOT_PASSWORD", "MYSQL_ALLOW_EMPTY_PASSWORD", "MYSQL_RANDOM_ROOT_PASSWORD"]
        + ["MARIADB_ROOT_PASSWORD", "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD"]
    case .postgres: ["POSTGRES_PASSWORD", "POSTGRES_HOST_AUTH_METHOD"]
    }
  }

  private func complaint(_ kernel: Kernel) -> String {
    switch kind {
    case .mysql:
      """
      \(DateText.format("%Y-%m-%d %H:%M:%S", kernel.now))+00:00 [ERROR] [Entrypoint]: Database is \
      uninitialized and password option is not specified
          You need to specify one of the following as an environment variable:
          - MYSQL_ROOT_PASSWORD
          - MYSQL_ALLOW_EMPTY_PASSWORD
          - MYSQL_RANDOM_ROOT_PASSWORD

      """
    case .postgres:
      """
      Error: Database is uninitialized and superuser password is not specified.
             You must specify POSTGRES_PASSWORD to a non-empty value for the
             superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

      """
    }
  }

  /// Before 5.7 in local time, before 8.0 without the number of the message.
  private func mysqlGreeting(_ kernel: Kernel, _ version: String) -> String {
    let major = Int(version.prefix { $0 != "." }) ?? 8
    let time = DateText.format("%Y-%m-%dT%H:%M:%S", kernel.now) + ".000000Z"
    if major >= 8 {
      return "\(time) 0 [System] [MY-010931] [Server] /usr/sbin/mysqld: ready for connections. "
        + "Version: '\(version)'  socket: '/var/run/mysqld/mysqld.sock'  port: 3306  "
        + "MySQL Community Server - GPL.\n"
    }
    let stamp =
      version.hasPrefix("5.6")
      ? DateText.format("%Y-%m-%d %H:%M:%S", kernel.now) + " 1" : time + " 0"
    return "\(stamp) [Note] mysqld: ready for connections.\nVersion: '\(version)'  socket: "
      + "'/var/run/mysqld/mysqld.sock'  port: 3306  MySQL Community Server (GPL)\n"
  }

  private func greeting(_ kernel: Kernel, _ version: String) -> String {
    switch kind {
    case .mysql:
      mysqlGreeting(kernel, version)
    case .postgres:
      "\(DateText.format("%Y-%m-%d %H:%M:%S", kernel.now)).000 UTC [1] LOG:  database system is "
        + "ready to accept connections\n"
    }
  }
}
