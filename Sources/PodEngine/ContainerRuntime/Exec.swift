extension ContainerRuntime {
  /// Runs a command in a container, beside its first process; the result comes as `execFinished`.
  /// Throws where the container does not run, or the command is no executable: containerd then
  /// answers with an error, not with an exit code.
  package mutating func exec(
    _ containerID: String, command: [String], at now: SimulatedTime
  ) throws(RuntimeError) -> ExecID {
    guard let container = containers[containerID] else { throw Self.notFound(containerID) }
    guard container.record.state == .running else {
      throw RuntimeError(
        kind: .wrongState,
        message: "failed to exec in container: container is in "
          + Self.stateName(container.record.state) + " state")
    }
    kernel.now = max(kernel.now, now)
    let output = kernel.nextNumber()
    let descriptors: [Int?] = [
      kernel.add(OpenFile(kind: .null)), kernel.add(OpenFile(kind: .exec(output, .stdout))),
      kernel.add(OpenFile(kind: .exec(output, .stderr))),
    ]
    let start: ProgramStart
    do throws(LaunchError) { start = try program(of: container, command) } catch {
      for open in descriptors { if let open { kernel.close(open) } }
      throw RuntimeError(kind: .cannotStart, message: execFailure(error, command.first ?? ""))
    }
    let process: Int
    do throws(Errno) {
      process = try kernel.startTree(
        in: containerID, start, workingDirectory: workingDirectory(of: container),
        user: userID(of: container), descriptors: descriptors)
    } catch { throw RuntimeError(kind: .wrongState, message: error.text) }
    kernel.execOutputs[output] = ExecOutput()
    execs[process] = Exec(container: containerID, output: output)
    return ExecID(process: process)
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
    execs[id.process] = nil
    kernel.end(id.process, ExitStatus(signal: .kill))
    kernel.execOutputs[exec.output] = nil
  }

  mutating func finishExec(_ process: Int, _ status: ExitStatus) -> RuntimeOccurrence? {
    guard let exec = execs[process] else { return nil }
    let output = kernel.execOutputs[exec.output] ?? ExecOutput()
    execs[process] = nil
    kernel.execOutputs[exec.output] = nil
    let limit = RuntimeLimits.execOutputBytes
    let note =
      output.isCut ? "\n[output cut after \(limit) bytes: podlab's limit execOutputBytes]\n" : ""
    return .execFinished(
      ExecID(process: process),
      ExecResult(
        exitCode: status.code, stdout: output.stdout.text(limit: limit) + note,
        stderr: output.stderr.text(limit: limit),
        output: output.combined.text(limit: limit) + note))
  }
}
