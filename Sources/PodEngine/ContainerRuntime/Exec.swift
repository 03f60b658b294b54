extension ContainerRuntime {
  /// Runs a command in a container, beside its first process; the result comes as `execFinished`,
  /// or is kept for who is `attached`. Throws where the container does not run, or the command is no
  /// executable: containerd then answers with an error, not with an exit code.
  package mutating func exec(
    _ containerID: String, command: [String], input: ExecInput = .none, isAttached: Bool = false,
    at now: SimulatedTime
  ) throws(RuntimeError) -> ExecID {
    guard let container = containers[containerID] else { throw Self.notFound(containerID) }
    guard container.record.state == .running else {
      throw RuntimeError(
        kind: .wrongState,
        message: "failed to exec in container: container is in "
          + Self.stateName(container.record.state) + " state")
    }
    kernel.now = max(kernel.now, now)
    let start: ProgramStart
    do throws(LaunchError) { start = try program(of: container, command) } catch {
      throw RuntimeError(kind: .cannotStart, message: execFailure(error, command.first ?? ""))
    }
    let output = kernel.nextNumber()
    let (reader, writer) = openInput(input, containerID)
    let descriptors: [Int?] = [
      reader, kernel.add(OpenFile(kind: .exec(output, .stdout))),
      kernel.add(OpenFile(kind: .exec(output, .stderr))),
    ]
    let process: Int
    do throws(Errno) {
      process = try kernel.startTree(
        in: containerID, start, workingDirectory: workingDirectory(of: container),
        user: userID(of: container), descriptors: descriptors)
    } catch { throw RuntimeError(kind: .wrongState, message: error.text) }
    kernel.execOutputs[output] = ExecOutput()
    execs[process] = Exec(
      container: containerID, output: output, input: writer, isAttached: isAttached)
    return ExecID(process: process)
  }

  /// What a command reads, and where more can be typed.
  mutating func openInput(
    _ input: ExecInput, _ container: String
  ) -> (reader: Int, writer: Int?) {
    switch input {
    case .none: return (kernel.add(OpenFile(kind: .null)), nil)
    case .text(let text):
      let pipe = kernel.makePipe(in: container)
      kernel.fillPipe(behind: pipe.writer, Bytes(text))
      kernel.close(pipe.writer)
      return (pipe.reader, nil)
    case .typed(let isTerminal):
      let pipe = kernel.makeTypedPipe(in: container, isTerminal ? .terminal : .lines)
      return (pipe.reader, pipe.writer)
    }
  }

  private mutating func execFailure(_ error: LaunchError, _ name: String) -> String {
    "failed to exec in container: failed to start exec \(GoSyntax.quoted(random.nextHex(length: 64))): "
      + "OCI runtime exec failed: exec failed: unable to start container process: "
      + Self.execMessage(error, name)
  }

  /// Kills a command, as an exec's time-out does; its result does not come any more.
  package mutating func cancelExec(_ id: ExecID, at now: SimulatedTime) {
    kernel.now = max(kernel.now, now)
    guard let exec = execs[id.process] else { return }
    forget(id.process, exec)
    kernel.end(id.process, ExitStatus(signal: .kill))
  }

  mutating func finishExec(_ process: Int, _ status: ExitStatus) -> RuntimeOccurrence? {
    guard let exec = execs[process] else { return nil }
    if exec.isAttached {
      execs[process]?.status = status
      return nil
    }
    let output = kernel.execOutputs[exec.output] ?? ExecOutput()
    forget(process, exec)
    let limit = RuntimeLimits.execOutputBytes
    let note = output.isCut ? ExecOutput.cutNote : ""
    return .execFinished(
      ExecID(process: process),
      ExecResult(
        exitCode: status.code, stdout: output.bytes(.stdout).text(limit: limit) + note,
        stderr: output.bytes(.stderr).text(limit: limit),
        output: output.bytes().text(limit: limit) + note))
  }

  mutating func forget(_ process: Int, _ exec: Exec) {
    execs[process] = nil
    kernel.execOutputs[exec.output] = nil
    if exec.isFirst {
      kernel.spaces[exec.container]?.attachedOutput = nil
    } else if let input = exec.input {
      kernel.close(input)
    }
  }
}

/// What a command that runs in a container reads.
package enum ExecInput: Hashable, Sendable {
  case none
  case text(String)
  /// Somebody types it, line by line.
  case typed(isTerminal: Bool)
}

extension ExecOutput {
  /// Stands where the rest of an output is missing.
  static let cutNote =
    "\n[output cut after \(RuntimeLimits.execOutputBytes) bytes: podlab's limit execOutputBytes]\n"
}
