extension Shell {
  /// `trap ACTION SIGNAL…`, `trap - SIGNAL…`, `trap`.
  mutating func trap(
    _ arguments: [String], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    var words = arguments
    if words.first == "--" { words.removeFirst() }
    guard words.count > 1 else {
      if let only = words.first { setTrap("-", only, &kernel, number) }
      let lines = words.isEmpty ? traps.map { trapLine($0.key, $0.value) } : []
      return print(Bytes(lines.joined()), tested: tested)
    }
    for name in words.dropFirst() {
      guard setTrap(words[0], name, &kernel, number) else {
        let text =
          dialect == .bash
          ? "trap: \(name): invalid signal specification"
          : dialect == .dash
            ? "trap: \(name): bad trap" : "trap: \(name): invalid signal specification"
        return complain(text, status: 1, tested: tested)
      }
    }
    finishCommand(0, tested: tested)
  }

  private func trapLine(_ name: String, _ action: String) -> String {
    let isSignal = name != "EXIT" && name != "ERR"
    let shown = dialect == .bash && isSignal ? "SIG" + name : name
    return "trap -- \(Self.quoted(action)) \(shown)\n"
  }

  /// Sets what a signal does; an empty action ignores it, `-` takes the action back.
  @discardableResult
  private mutating func setTrap(
    _ action: String, _ name: String, _ kernel: inout Kernel, _ number: Int
  ) -> Bool {
    if name == "EXIT" || name == "0" {
      traps["EXIT"] = action == "-" ? nil : action
      return true
    }
    if name == "ERR", dialect != .dash {
      traps["ERR"] = action == "-" ? nil : action
      return true
    }
    guard let signal = Signal(name) else { return Signal.number(named: name) != nil }
    traps[signal.name] = action == "-" ? nil : action
    let disposition: SignalDisposition =
      action == "-" ? .standard : action.isEmpty ? .ignored : .caught
    kernel.setDisposition(signal, disposition, of: number)
    return true
  }

  mutating func wait(
    _ arguments: [String], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    updateJobs(&kernel, number)
    guard !arguments.isEmpty else {
      return push(.waitJobs(jobs.map(\.number), isSingle: false), tested: tested)
    }
    var targets: [Int] = []
    for word in arguments {
      let pid = Int(word.hasPrefix("%") ? word.dropFirst() : word[...])
      let job =
        word.hasPrefix("%")
        ? pid.flatMap { $0 >= 1 && $0 <= jobs.count ? jobs[$0 - 1] : nil }
        : jobs.first { $0.pid == pid }
      guard let job else {
        guard dialect == .bash, !word.hasPrefix("%") else {
          return finishCommand(127, tested: tested)
        }
        return complain(
          "wait: pid \(word) is not a child of this shell", status: 127, tested: tested)
      }
      targets.append(job.number)
    }
    push(.waitJobs(targets, isSingle: true), tested: tested)
  }

  mutating func kill(
    _ arguments: [String], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    let words = arguments.map { word -> String in
      guard word.hasPrefix("%"), let index = Int(word.dropFirst()), index >= 1,
        index <= jobs.count
      else { return word }
      return String(jobs[index - 1].pid)
    }
    do throws(KillRequest.Failure) {
      let request = try KillRequest(words)
      switch request.action {
      case .list(let word):
        print(Bytes(KillRequest.list(word, dialect)), tested: tested)
      case .send(let signal):
        let errors = KillCall.send(signal, to: request.targets, &kernel, number)
        let lines = errors.map { message(killText($0)) }
        guard !lines.isEmpty else { return finishCommand(0, tested: tested) }
        push(
          .output(descriptor: 2, Bytes.joined(lines, with: Bytes()), status: 1), tested: tested)
      }
    } catch { complain(error, tested: tested) }
  }

  private func killText(_ error: KillCall.TargetError) -> String {
    switch (dialect, error) {
    case (.busybox, _): error.busyboxText
    case (.dash, .invalid(let word)): "kill: Illegal number: \(word)"
    case (.dash, .failed(_, let errno)): "kill: \(errno.text)\n"
    case (.bash, .invalid(let word)):
      "kill: \(word): arguments must be process or job IDs"
    case (.bash, .failed(let pid, let errno)): "kill: (\(pid)) - \(errno.text)"
    }
  }

  private mutating func complain(_ failure: KillRequest.Failure, tested: Bool) {
    switch (dialect, failure) {
    case (.busybox, .usage):
      complain("you need to specify whom to kill", status: 1, tested: tested)
    case (.busybox, .badSignal(let name)):
      complain("bad signal name '\(name)'", status: 1, tested: tested)
    case (.dash, .usage):
      complain(
        "kill: Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\n"
          + "kill -l [exitstatus]", status: 2, tested: tested)
    case (.dash, .badSignal(let name)):
      complain("kill: Illegal option -\(name.prefix(1))", status: 2, tested: tested)
    case (.bash, .usage):
      let text =
        "kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... "
        + "or kill -l [sigspec]\n"
      push(.output(descriptor: 2, Bytes(text), status: 2), tested: tested)
    case (.bash, .badSignal(let name)):
      complain("kill: \(name): invalid signal specification", status: 1, tested: tested)
    }
  }
}
