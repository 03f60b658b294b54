/// `ps`: the processes of the PID namespace, in busybox's columns or in those of procps.
enum ProcessListUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    guard let process = call.process else { return 1 }
    let space = call.kernel.spaces[process.container]
    let accounts = Accounts(space?.root ?? FileTree())
    let visible = call.kernel.visibleProcesses(to: process)
    if let columns = chosenColumns(call.arguments) {
      ProcessColumns(columns, accounts, call).print(visible, &call)
      return 0
    }
    guard call.isBusybox else {
      return ProcpsList(call.arguments, process, accounts).run(visible, &call)
    }
    call.print("PID   USER     TIME  COMMAND")
    for other in visible {
      let pid = String(other.pid)
      let user = accounts.users.first { $0.id == other.user }?.name ?? String(other.user)
      call.print(
        String(repeating: " ", count: max(0, 5 - pid.count)) + pid + " "
          + user + String(repeating: " ", count: max(0, 8 - user.count)) + "  0:00 "
          + other.arguments.joined(separator: " "))
    }
    return 0
  }

  /// The names behind `-o`, more than one with commas between.
  private static func chosenColumns(_ words: [String]) -> [String]? {
    var columns: [String] = []
    for (index, word) in words.enumerated() {
      if word.hasPrefix("-o"), word.count > 2 {
        columns += word.dropFirst(2).split(separator: ",").map(String.init)
      } else if word.hasPrefix("-"), word.hasSuffix("o"), index + 1 < words.count {
        columns += words[index + 1].split(separator: ",").map(String.init)
      }
    }
    return columns.isEmpty ? nil : columns
  }
}

/// Columns that somebody chose with `-o`.
struct ProcessColumns {
  private let names: [String]
  private let accounts: Accounts
  private let now: SimulatedTime
  private let parents: [Int: Int]

  init(_ names: [String], _ accounts: Accounts, _ call: UtilityCall) {
    self.names = names
    self.accounts = accounts
    now = call.kernel.now
    var parents: [Int: Int] = [:]
    for (number, process) in call.kernel.processes {
      parents[number] = process.parent.flatMap { call.kernel.processes[$0]?.pid } ?? 0
    }
    self.parents = parents
  }

  /// Numbers stand to the right.
  private static let numbers = ["pid", "ppid", "rss", "vsz", "uid"]

  func print(_ processes: [Process], _ call: inout UtilityCall) {
    let titles = names.map { name in
      ["args", "cmd", "command", "comm"].contains(name) ? "COMMAND" : name.uppercased()
    }
    let rows = processes.map { process in names.map { cell($0, process) } }
    let widths = names.indices.map { column in
      ([titles] + rows).map { $0[column].count }.max() ?? 0
    }
    for row in [titles] + rows {
      let cells = names.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - row[column].count)
        if Self.numbers.contains(names[column]) { return gap + row[column] }
        return column == names.count - 1 ? row[column] : row[column] + gap
      }
      call.print(cells.joined(separator: " "))
    }
  }

  private func cell(_ name: String, _ process: Process) -> String {
    switch name {
    case "pid": String(process.pid)
    case "ppid": String(parents[process.number] ?? 0)
    case "user", "euser", "ruser":
      accounts.users.first { $0.id == process.user }?.name ?? String(process.user)
    case "uid", "euid": String(process.user)
    case "rss", "vsz": String(process.memoryBytes / 1024)
    case "comm": process.shortName
    case "time": "0:00"
    case "etime": "00:" + DateText.two((now - process.startedAt).milliseconds / 1000 % 60)
    case "stat", "state", "s": "S"
    case "args", "cmd", "command": process.arguments.joined(separator: " ")
    default: "-"
    }
  }
}

/// procps' `ps`, `ps aux`, `ps ax`, `ps -ef`.
struct ProcpsList {
  private let letters: String
  private let isUnix: Bool
  private let own: Process
  private let accounts: Accounts
  private let wanted: [Int]?

  init(_ words: [String], _ own: Process, _ accounts: Accounts) {
    let options = words.filter { Int($0) == nil }
    letters = options.joined().filter { $0 != "-" }
    isUnix = options.contains { $0.hasPrefix("-") && $0 != "-aux" && $0 != "-ax" }
    let picked = words.flatMap { $0.split(separator: ",") }.compactMap { Int($0) }
    wanted = picked.isEmpty ? nil : picked
    self.own = own
    self.accounts = accounts
  }

  func run(_ processes: [Process], _ call: inout UtilityCall) -> Int {
    let shown = processes.filter { wanted?.contains($0.pid) ?? selects($0) }
    call.print(title)
    for process in shown { call.print(line(process, call.kernel)) }
    return shown.isEmpty ? 1 : 0
  }

  /// Without `a`, `x` or `-e` only the caller's own processes.
  private func selects(_ process: Process) -> Bool {
    let takesAll =
      isUnix
      ? letters.contains("e") || letters.contains("A")
      : letters.contains("a") || letters.contains("x")
    return takesAll || process.user == own.user
  }

  private var title: String {
    if isUnix {
      return letters.contains("f")
        ? "UID          PID    PPID  C STIME TTY          TIME CMD"
        : "    PID TTY          TIME CMD"
    }
    if letters.contains("u") {
      return "USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND"
    }
    return letters.isEmpty
      ? "    PID TTY          TIME CMD" : "    PID TTY      STAT   TIME COMMAND"
  }

  private func line(_ process: Process, _ kernel: Kernel) -> String {
    let pid = Self.right(process.pid, 7)
    let command = process.arguments.joined(separator: " ")
    let name = accounts.users.first { $0.id == process.user }?.name ?? String(process.user)
    let user = Self.left(name.count > 8 ? name.prefix(7) + "+" : name, 8)
    let start = DateText.format(isOld(process, kernel) ? "%b%d" : "%H:%M", process.startedAt)
    if isUnix || letters.isEmpty {
      guard letters.contains("f") else { return "\(pid) ?        00:00:00 \(process.shortName)" }
      let parent = process.parent.flatMap { kernel.processes[$0]?.pid } ?? 0
      return "\(user) \(pid) \(Self.right(parent, 7))  0 \(start) ?        00:00:00 \(command)"
    }
    let state = Self.left(
      (process.number == own.number ? "R" : "S")
        + (process.number == process.tree ? "s" : ""), 4)
    guard letters.contains("u") else { return "\(pid) ?        \(state)   0:00 \(command)" }
    let resident = process.memoryBytes / 1024
    let share = process.memoryBytes * 1000 / max(1, kernel.memoryBytes)
    return "\(user) \(pid)  0.0 \(Self.right("\(share / 10).\(share % 10)", 4)) "
      + "\(Self.right(resident + 2048, 6)) \(Self.right(resident, 5)) ?        \(state) \(start)"
      + "   0:00 \(command)"
  }

  /// From a day on a date stands in place of the time.
  private func isOld(_ process: Process, _ kernel: Kernel) -> Bool {
    kernel.now - process.startedAt >= .seconds(86_400)
  }

  private static func right(_ number: Int, _ width: Int) -> String { right(String(number), width) }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func left(_ text: some StringProtocol, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
