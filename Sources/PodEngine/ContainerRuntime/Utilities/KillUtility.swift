/// `kill`, as utility and as builtin.
enum KillCall {
  /// Sends a signal to processes of the caller's PID namespace.
  static func run(_ arguments: [String], _ kernel: inout Kernel, _ number: Int)
    -> (status: Int, output: String, error: String)
  {
    var words = arguments
    if words.first == "-l" {
      return (0, Signal.allCases.map { "\($0.rawValue)) \($0.name)\n" }.joined(), "")
    }
    var signal: Signal? = .term
    var isProbe = false
    if words.first == "-s", words.count > 1 {
      words.removeFirst()
      words[0] = "-" + words[0]
    }
    if let option = words.first, option.hasPrefix("-"), option.count > 1 {
      words.removeFirst()
      let name = String(option.dropFirst())
      isProbe = name == "0" || name == "EXIT"
      signal = Signal(name)
      if signal == nil, !isProbe { return (1, "", "kill: bad signal name '\(name)'") }
    }
    guard !words.isEmpty else { return (1, "", "kill: you need to specify whom to kill") }
    return send(isProbe ? nil : signal, to: words, &kernel, number)
  }

  private static func send(
    _ signal: Signal?, to words: [String], _ kernel: inout Kernel, _ number: Int
  ) -> (status: Int, output: String, error: String) {
    guard let process = kernel.processes[number] else { return (1, "", "") }
    var errors: [String] = []
    for word in words where word != "--" {
      guard let pid = Int(word) else {
        errors.append("kill: invalid number '\(word)'")
        continue
      }
      guard let target = kernel.findProcess(pid: abs(pid), seenBy: process),
        let other = kernel.processes[target]
      else {
        errors.append("kill: can't kill pid \(pid): \(Errno.noProcess.text)")
        continue
      }
      guard process.user == 0 || process.user == other.user else {
        errors.append("kill: can't kill pid \(pid): \(Errno.notPermitted.text)")
        continue
      }
      if let signal { kernel.deliver(signal, to: target) }
    }
    return (errors.isEmpty ? 0 : 1, "", errors.joined(separator: "\n"))
  }
}

/// `/bin/kill` and `killall`.
enum KillUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    let result = KillCall.run(call.arguments, &call.kernel, call.number)
    call.output = Bytes(result.output)
    if !result.error.isEmpty { call.error = result.error + "\n" }
    return result.status
  }

  static func runByName(_ call: inout UtilityCall) -> Int {
    var words = call.arguments
    var signal = "-TERM"
    if let first = words.first, first.hasPrefix("-") {
      signal = first == "-q" ? signal : first
      words.removeFirst()
    }
    guard let process = call.process else { return 1 }
    var status = 0
    for name in words {
      let pids = call.kernel.visibleProcesses(to: process).filter { other in
        other.number != process.number
          && other.arguments.first.map(FilePath.name)?.hasPrefix(name) == true
      }.map { String($0.pid) }
      if pids.isEmpty {
        status = call.complain("\(name): no process killed")
      } else {
        _ = KillCall.run([signal] + pids, &call.kernel, call.number)
      }
    }
    return status
  }
}
