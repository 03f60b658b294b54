/// `kill`, as utility and as builtin.
enum KillCall {
  /// Why a process got no signal.
  enum TargetError: Error, Hashable, Sendable {
    case invalid(String)
    case failed(pid: Int, Errno)

    var busyboxText: String {
      switch self {
      case .invalid(let word): "invalid number '\(word)'"
      case .failed(let pid, let error): "can't kill pid \(pid): \(error.text)"
      }
    }
  }

  /// Sends a signal to processes of the caller's PID namespace, each named by its PID. `0` is the
  /// caller's own process group, `-1` everybody but PID 1 and the caller.
  static func send(
    _ signal: Signal?, to words: [String], _ kernel: inout Kernel, _ number: Int
  ) -> [TargetError] {
    guard let process = kernel.processes[number] else { return [] }
    var errors: [TargetError] = []
    for word in words {
      guard let pid = Int(word) else {
        errors.append(.invalid(word))
        continue
      }
      let targets = targets(pid, kernel, process)
      if targets.isEmpty { errors.append(.failed(pid: pid, .noProcess)) }
      for target in targets {
        guard let other = kernel.processes[target] else { continue }
        guard process.user == other.user || kernel.may("KILL", process) else {
          errors.append(.failed(pid: pid, .notPermitted))
          continue
        }
        if let signal { kernel.deliver(signal, to: target) }
      }
    }
    return errors
  }

  private static func targets(_ pid: Int, _ kernel: Kernel, _ process: Process) -> [Int] {
    switch pid {
    case -1:
      return kernel.visibleProcesses(to: process)
        .filter { $0.pid != 1 && $0.number != process.number }.map(\.number)
    case 0:
      // A container's processes are one group, as they are without job control.
      return kernel.visibleProcesses(to: process).filter { $0.tree == process.tree }.map(\.number)
    default:
      guard pid != Int.min else { return [] }
      return kernel.findProcess(pid: abs(pid), seenBy: process).map { [$0] } ?? []
    }
  }
}

/// `/bin/kill` and `killall`.
enum KillUtility {
  static func run(_ call: inout UtilityCall) -> Int {
    do throws(KillRequest.Failure) {
      let request = try KillRequest(call.arguments)
      switch request.action {
      case .list(let word):
        call.output = Bytes(KillRequest.list(word, nil))
        return 0
      case .send(let signal):
        let errors = KillCall.send(signal, to: request.targets, &call.kernel, call.number)
        for error in errors { call.complain(error.busyboxText) }
        return errors.isEmpty ? 0 : 1
      }
    } catch {
      switch error {
      case .usage: return call.complain("you need to specify whom to kill")
      case .badSignal(let name): return call.complain("bad signal name '\(name)'")
      }
    }
  }

  static func runByName(_ call: inout UtilityCall) -> Int {
    var words = call.arguments
    var signal: Signal? = .term
    if words.first == "-l" {
      call.output = Bytes(KillRequest.list(words.count > 1 ? words[1] : nil, nil))
      return 0
    }
    while let first = words.first, first.hasPrefix("-") {
      words.removeFirst()
      if first == "-q" { continue }
      let name = first == "-s" && !words.isEmpty ? words.removeFirst() : String(first.dropFirst())
      signal = Signal(name)
      if signal == nil, name != "0" { return call.complain("bad signal name '\(name)'") }
    }
    guard !words.isEmpty else { return call.complain("you need to specify whom to kill") }
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
        _ = KillCall.send(signal, to: pids, &call.kernel, call.number)
      }
    }
    return status
  }
}
