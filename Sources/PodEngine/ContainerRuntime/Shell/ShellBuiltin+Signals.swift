extension Shell {
  /// `trap ACTION SIGNAL…`, `trap - SIGNAL…`, `trap`.
  mutating func trap(
    _ arguments: [String], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    var words = arguments
    if words.first == "--" { words.removeFirst() }
    guard words.count > 1 else {
      if let only = words.first { setTrap("-", only, &kernel, number) }
      let lines =
        words.isEmpty
        ? traps.map { "trap -- \(Self.quoted($0.value)) \($0.key)\n" } : []
      return print(Bytes(lines.joined()), tested: tested)
    }
    for name in words.dropFirst() {
      guard setTrap(words[0], name, &kernel, number) else {
        return complain("trap: \(name): invalid signal specification", status: 1, tested: tested)
      }
    }
    finishCommand(0, tested: tested)
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
    guard let signal = Signal(name) else { return false }
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
      guard let job else { return finishCommand(127, tested: tested) }
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
    let result = KillCall.run(words, &kernel, number)
    if !result.error.isEmpty {
      return complain(result.error, status: result.status, tested: tested)
    }
    guard result.output.isEmpty else { return print(Bytes(result.output), tested: tested) }
    finishCommand(result.status, tested: tested)
  }
}
