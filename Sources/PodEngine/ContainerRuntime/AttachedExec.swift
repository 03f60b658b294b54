/// A command that somebody sits in front of.
package enum AttachedState: Hashable, Sendable {
  case running
  /// It waits for something to be typed.
  case awaitsInput
  case ended(exitCode: Int)
  /// The node lost its power, or the container was taken away.
  case gone
}

/// A piece of what a command prints.
package struct ExecText: Hashable, Sendable {
  package let text: String
  package let isError: Bool

  package init(text: String, isError: Bool) { (self.text, self.isError) = (text, isError) }
}

extension ContainerRuntime {
  package func attachedState(_ id: ExecID) -> AttachedState {
    guard let exec = execs[id.process] else { return .gone }
    if let status = exec.status { return .ended(exitCode: status.code) }
    guard kernel.processes[id.process] != nil else { return .gone }
    if let input = exec.input, kernel.isAwaited(input) { return .awaitsInput }
    return .running
  }

  /// Sits down in front of a container's first process: what it has printed and will print, and its
  /// input where it has one. Nil where it does not run, or somebody sits there.
  package mutating func attach(_ containerID: String) -> ExecID? {
    guard let container = containers[containerID], let process = container.process,
      execs[process] == nil
    else { return nil }
    let output = kernel.nextNumber()
    kernel.execOutputs[output] = ExecOutput()
    kernel.execOutputs[output]?.append(kernel.spaces[containerID]?.log.all ?? Bytes(), .stdout)
    kernel.spaces[containerID]?.attachedOutput = output
    execs[process] = Exec(
      container: containerID, output: output, input: container.input, isAttached: true,
      isFirst: true)
    return ExecID(process: process)
  }

  /// What a command has printed since the last time.
  package mutating func takeOutput(_ id: ExecID) -> [ExecText] {
    guard let exec = execs[id.process], let output = kernel.execOutputs[exec.output]
    else { return [] }
    kernel.execOutputs[exec.output] = ExecOutput()
    let limit = RuntimeLimits.execOutputBytes
    let texts = output.pieces.map {
      ExecText(text: $0.bytes.text(limit: limit), isError: $0.stream == .stderr)
    }
    return texts + (output.isCut ? [ExecText(text: ExecOutput.cutNote, isError: true)] : [])
  }

  package mutating func type(_ text: String, into id: ExecID, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    guard let input = execs[id.process]?.input else { return }
    kernel.type(Bytes(text), behind: input)
  }

  /// Ctrl-D: nothing more will be typed.
  package mutating func closeInput(of id: ExecID, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    guard let input = execs[id.process]?.input else { return }
    execs[id.process]?.input = nil
    if let exec = execs[id.process], exec.isFirst { containers[exec.container]?.input = nil }
    kernel.close(input)
  }

  /// Ctrl-C.
  package mutating func interrupt(_ id: ExecID, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    kernel.interrupt(tree: id.process)
  }

  /// Ends a command with everything that it started, and forgets it.
  package mutating func dismiss(_ id: ExecID, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    guard let exec = execs[id.process] else { return }
    if exec.status == nil, !exec.isFirst { kernel.endTree(id.process) }
    forget(id.process, exec)
  }
}
