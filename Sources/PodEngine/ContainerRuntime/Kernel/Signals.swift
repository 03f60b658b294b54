extension Kernel {
  /// Sends a signal to a process.
  ///
  /// The first process of a PID namespace gets only what it catches, and KILL from outside its
  /// namespace: a signal without a handler does nothing to it.
  mutating func deliver(_ signal: Signal, to number: Int, fromOutside: Bool = false) {
    guard let process = processes[number] else { return }
    switch signal {
    case .kill:
      guard fromOutside || !isFirstInNamespace(process) else { return }
      return end(number, ExitStatus(signal: .kill))
    case .stop:
      guard fromOutside || !isFirstInNamespace(process) else { return }
      processes[number]?.isFrozen = true
      return
    case .cont:
      processes[number]?.isFrozen = false
      wake(number)
      return
    case .hup, .int, .quit, .abrt, .usr1, .segv, .usr2, .pipe, .alrm, .term, .chld, .winch:
      break
    }
    if process.ignored.contains(signal) { return }
    if process.caught.contains(signal) {
      if !process.pending.contains(signal) { processes[number]?.pending.append(signal) }
      wake(number)
      return
    }
    if signal.endsProcessByDefault && !isFirstInNamespace(process) {
      end(number, ExitStatus(signal: signal))
    }
  }

  func isFirstInNamespace(_ process: Process) -> Bool {
    let namespace = spaces[process.container]?.processNamespace ?? ""
    return processNamespaces[namespace]?.firstProcess == process.number
  }

  /// The next caught signal that a process has not dealt with; it is taken.
  mutating func takeSignal(_ number: Int) -> Signal? {
    guard let pending = processes[number]?.pending, !pending.isEmpty else { return nil }
    return processes[number]?.pending.removeFirst()
  }

  func hasPendingSignal(_ number: Int) -> Bool {
    !(processes[number]?.pending.isEmpty ?? true)
  }

  mutating func setDisposition(_ signal: Signal, _ disposition: SignalDisposition, of number: Int) {
    processes[number]?.caught.remove(signal)
    processes[number]?.ignored.remove(signal)
    switch disposition {
    case .standard: break
    case .ignored: processes[number]?.ignored.insert(signal)
    case .caught: processes[number]?.caught.insert(signal)
    }
  }
}

/// What a process does about a signal.
enum SignalDisposition: Hashable, Sendable { case standard, ignored, caught }
