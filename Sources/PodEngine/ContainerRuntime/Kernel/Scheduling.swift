extension Kernel {
  /// Runs everything that can run at this moment, until all sleep, wait or have ended.
  mutating func run(at time: SimulatedTime) {
    now = max(now, time)
    while let wakeUp = sleepers.first, wakeUp.time <= now {
      _ = sleepers.popFirst()
      processes[wakeUp.process]?.state = .ready
      enqueue(wakeUp.process)
    }
    var next = 0
    while next < queue.count {
      let number = queue[next]
      next += 1
      if next > 256 {
        queue.removeFirst(next)
        next = 0
      }
      takeTurn(number)
    }
    queue = []
  }

  var nextWakeUp: SimulatedTime? { queue.isEmpty ? sleepers.first?.time : now }

  /// Puts a process in the queue; it looks for itself whether what it waited for has come.
  mutating func wake(_ number: Int) {
    guard let process = processes[number], !process.isQueued else { return }
    if case .sleeping(let time) = process.state {
      if isSuspended(process) && !process.caughtSomething { return }
      sleepers.remove(WakeUp(time: time, process: number))
    }
    processes[number]?.state = .ready
    enqueue(number)
  }

  private func isSuspended(_ process: Process) -> Bool {
    trees[process.tree].map { $0.wasExhausted && $0.instant == now } ?? false
  }

  private mutating func enqueue(_ number: Int) {
    guard let process = processes[number], !process.isQueued, !process.isFrozen else { return }
    processes[number]?.isQueued = true
    queue.append(number)
  }

  private mutating func takeTurn(_ number: Int) {
    processes[number]?.isQueued = false
    guard let turn = beginTurn(number) else { return }
    let room = openBudget(turn.tree)
    let (program, outcome) = run(turn.program, number, room: room)
    settleBudget(turn.tree)
    current = nil
    if currentHasEnded { return }
    processes[number]?.program = program
    finishTurn(number, outcome, signalsBefore: turn.signals)
  }

  /// Takes a process' program out of it, so that only one place holds it and changing it copies
  /// nothing; nil where the process has ended or is stopped.
  private mutating func beginTurn(
    _ number: Int
  ) -> (program: any Program, tree: Int, signals: Int)? {
    guard let process = processes[number], !process.isFrozen else { return nil }
    processes[number]?.program = AbsentProgram()
    (current, currentHasEnded) = (number, false)
    return (process.program, process.tree, process.pending.count)
  }

  /// Runs a program until its turn is over, or the instructions that are left for it.
  private mutating func run(
    _ program: consuming any Program, _ number: Int, room: Int
  ) -> (any Program, ProgramStep) {
    var program = program
    var outcome = ProgramStep.goOn
    for _ in 0..<RuntimeLimits.instructionsPerTurn {
      guard instructionsOfTurn < room else { break }
      instructionsOfTurn += 1
      instructionCount += 1
      outcome = program.step(&self, number)
      if currentHasEnded { break }
      guard case .goOn = outcome else { break }
    }
    return (program, outcome)
  }

  private mutating func finishTurn(
    _ number: Int, _ outcome: ProgramStep, signalsBefore: Int
  ) {
    guard let process = processes[number] else { return }
    countMemory(number, process.program.memoryBytes)
    guard processes[number] != nil else { return }
    switch outcome {
    case .goOn:
      if isExhausted(process.tree) { suspend(number) } else { enqueue(number) }
    case .block:
      processes[number]?.state = .blocked
      if process.pending.count > signalsBefore { wake(number) }
    case .sleep(let time):
      sleep(number, until: time)
      if process.pending.count > signalsBefore { wake(number) }
    case .exit(let code): end(number, ExitStatus(code: code))
    case .become(let start): become(number, start)
    }
  }

  private mutating func sleep(_ number: Int, until time: SimulatedTime) {
    processes[number]?.state = .sleeping(until: time)
    sleepers.insert(WakeUp(time: time, process: number))
  }

  /// `execve`: the same process, files and ignored signals; another program.
  private mutating func become(_ number: Int, _ start: ProgramStart) {
    processes[number]?.program = start.program
    processes[number]?.arguments = start.arguments
    processes[number]?.environment = start.environment
    processes[number]?.caught = SignalSet()
    processes[number]?.pending = []
    countMemory(number, start.program.memoryBytes)
    // Every path that it names is walked from the root, so deep folders are more work.
    let depth = processes[number]?.workingDirectory.utf8.count ?? 0
    charge(number, instructions: 20 + depth / 16)
    enqueue(number)
  }

  // MARK: The budget of an instant

  /// What is left to a tree in this instant, in instructions.
  private mutating func openBudget(_ tree: Int) -> Int {
    instructionsOfTurn = 0
    guard var budget = trees[tree] else { return instructionsPerInstant }
    budget.open(at: now)
    trees[tree] = budget
    return instructionsPerInstant - budget.instructions
  }

  /// Takes what a turn has cost from the budget of its tree.
  private mutating func settleBudget(_ tree: Int) {
    trees[tree]?.instructions += instructionsOfTurn
  }

  /// Counts instructions against the budget of a process' tree.
  mutating func charge(_ number: Int, instructions: Int) {
    if number == current {
      instructionsOfTurn += instructions
      return
    }
    guard let tree = processes[number]?.tree else { return }
    trees[tree]?.open(at: now)
    trees[tree]?.instructions += instructions
  }

  private func isExhausted(_ tree: Int) -> Bool {
    guard let budget = trees[tree] else { return false }
    return budget.instant == now
      && budget.instructions >= instructionsPerInstant
  }

  private mutating func suspend(_ number: Int) {
    guard let tree = processes[number]?.tree, var budget = trees[tree] else { return }
    if !budget.wasExhausted {
      budget.wasExhausted = true
      report(
        "more than \(instructionsPerInstant) steps without time passing "
          + "(podlab's limit instructionsPerInstant); the process is slowed down", by: number)
      trees[tree] = budget
      trees[tree]?.suspension = min(budget.suspension * 2, RuntimeLimits.longestSuspension)
      trees[tree]?.suspendedUntil = now + budget.suspension
    }
    sleep(number, until: trees[tree]?.suspendedUntil ?? now + .milliseconds(1))
  }

  /// Notes that a limit was reached, once per container and limit.
  mutating func report(_ limit: String, by number: Int) {
    guard let container = processes[number]?.container,
      spaces[container]?.reportedLimits.contains(limit) == false
    else { return }
    spaces[container]?.reportedLimits.append(limit)
    events.append(.limitReached(container: container, message: limit))
  }

  /// Stops or continues all processes of a container, as a cgroup freezer does.
  mutating func freeze(_ container: String, _ isFrozen: Bool) {
    for (number, process) in processes where process.container == container {
      processes[number]?.isFrozen = isFrozen
      if !isFrozen { wake(number) }
    }
  }
}

extension Process {
  fileprivate var caughtSomething: Bool { !pending.isEmpty }
}
