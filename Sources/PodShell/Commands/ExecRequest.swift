internal import PodEngine

/// A command to be run in a container.
struct ExecRequest: Sendable {
  let pod: ObjectKey
  let container: String
  let command: [String]
  var input = ExecInput.none
  /// How long it may run; then it is ended as if somebody had pressed Ctrl-C.
  var limit: SimulatedDuration?
  var position: TextPosition?
}

/// A command that waits for what somebody types.
struct AttachedExec: Sendable {
  let handle: ExecHandle
  let isTerminal: Bool
  let limit: SimulatedDuration?
  var origin = Origin.exec
  /// What stands before the cursor: the end of what it has printed.
  var prompt = ""

  /// Which command began it; decides what is said at its end.
  enum Origin: Hashable, Sendable {
    case exec
    case debug
    /// `run -it`, with `--rm` when the Pod goes afterwards.
    case run(ObjectKey, restarts: Bool, removes: Bool)
  }
}

extension Workbench {
  /// Runs a command until it ends, waits for input, or its time is over. A command that fails is the
  /// error of this one; what it did stands.
  mutating func run(_ request: ExecRequest) throws(CommandError) {
    let handle: ExecHandle
    do throws(ExecError) {
      handle = try cluster.exec(
        in: request.pod, container: request.container, command: request.command,
        input: request.input)
    } catch {
      throw CommandError(error, request, in: self)
    }
    let isTerminal = request.input == .typed(isTerminal: true)
    try goOn(AttachedExec(handle: handle, isTerminal: isTerminal, limit: request.limit))
  }

  /// Lets a command run on.
  mutating func goOn(_ exec: AttachedExec) throws(CommandError) {
    let start = cluster.now
    try configuration.limits.check(start)
    let isExhausted = configuration.isExhausted
    let (limit, isInterrupted) = (exec.limit ?? Self.longestMove, configuration.isInterrupted)
    var wasInterrupted = false
    do throws(SimulationLimitError) {
      try cluster.advance(to: start + limit, while: exec.handle) { _ in
        wasInterrupted = isInterrupted()
        return wasInterrupted
      } unless: {
        wasInterrupted = isExhausted() || isInterrupted()
        return wasInterrupted
      }
      if exec.isTerminal, cluster.state(of: exec.handle) == .running {
        cluster.type(.interrupt, into: exec.handle)
        try cluster.advance(to: cluster.now, while: exec.handle) { _ in false }
      }
    } catch { throw CommandError(error) }
    let prompt = say(exec, start)
    switch cluster.state(of: exec.handle) {
    case .awaitsInput:
      attached = exec
      attached?.prompt = prompt
    case .ended(let code): end(exec, code: code)
    case .gone:
      fail(
        CommandError(
          "unavailable", "error: lost connection to pod", suggestion: "get nodes shows why"))
    case .running: try cutOff(exec, limit, wasInterrupted: wasInterrupted)
    }
  }

  /// Prints what came; returns the prompt, which is not printed: what somebody is shown who is to
  /// type now.
  private mutating func say(_ exec: AttachedExec, _ start: SimulatedTime) -> String {
    var texts = cluster.takeOutput(of: exec.handle)
    var prompt = ""
    if cluster.state(of: exec.handle) == .awaitsInput, let last = texts.popLast() {
      let cut = last.text.utf8.lastIndex(of: UInt8(ascii: "\n")).map {
        last.text.utf8.index(after: $0)
      }
      prompt = String(last.text[(cut ?? last.text.startIndex)...])
      texts.append(
        ExecText(text: String(last.text.dropLast(prompt.count)), isError: last.isError))
    }
    for piece in texts {
      // A terminal is one stream.
      if piece.isError, !exec.isTerminal { writeError(piece.text) } else { write(piece.text) }
    }
    if cluster.now != start,
      texts.last.map({ !$0.text.hasSuffix("\n") && !$0.text.isEmpty }) == true
    {
      writeError("\n")
    }
    sayClock(since: start)
    return prompt
  }

  private mutating func end(_ exec: AttachedExec, code: Int) {
    cluster.dismiss(exec.handle)
    switch exec.origin {
    case .debug: return
    case .exec:
      guard code != 0 else { return }
      fail(CommandError("exit-code", "command terminated with exit code \(code)"))
    case .run(let pod, let restarts, let removes):
      if removes { remove(pod) }
      guard restarts else {
        guard code != 0 else { return }
        return fail(
          CommandError("exit-code", "pod \(pod.namespace)/\(pod.name) terminated (Error)"))
      }
      guard !removes else { return }
      note(
        "Session ended, resume using 'kubectl attach \(pod.name) -c \(pod.name) -i -t' command when "
          + "the pod is running")
    }
  }

  /// The end of `run --rm`.
  mutating func remove(_ pod: ObjectKey) {
    do throws(APIError) {
      if cluster.objects[pod]?.tree.text("spec", "restartPolicy") == "Never" { awaitEnd(of: pod) }
      try ask(.delete(pod, DeleteOptions()))
      print("pod \(GoSyntax.quoted(pod.name)) deleted")
      guard cluster.objects[pod] != nil else { return }
      _ = try? moveClock(to: cluster.now + .seconds(30)) { $0.key == pod && $0.change == .deleted }
    } catch { fail(CommandError(error)) }
  }

  /// kubectl waits for the phase before it deletes (`waitForPod` of run); what has ended needs no
  /// grace period then.
  private mutating func awaitEnd(of pod: ObjectKey) {
    func hasEnded(_ object: APIValue?) -> Bool {
      ["Succeeded", "Failed"].contains(object?.text("status", "phase") ?? "Failed")
    }
    guard !hasEnded(cluster.objects[pod]?.tree) else { return }
    _ = try? moveClock(to: cluster.now + .seconds(30)) { $0.key == pod && hasEnded($0.object) }
  }

  private mutating func cutOff(
    _ exec: AttachedExec, _ limit: SimulatedDuration, wasInterrupted: Bool
  ) throws(CommandError) {
    guard !wasInterrupted else {
      throw CommandError(
        "interrupted", "interrupted at \(ClockText.text(cluster.now))",
        suggestion: "the clock stands where the command began", exitCode: 130)
    }
    cluster.dismiss(exec.handle)
    guard exec.limit == nil else { return }
    fail(
      CommandError(
        "limit", "error: the command did not end within \(GoDuration.text(limit))",
        suggestion: "exec POD --for 30s -- … ends it earlier"))
  }
}

extension CommandError {
  /// A command on the line of an `exec -it` that has not ended yet.
  static func waitingForContainer(_ simple: SimpleCommand) -> Self {
    let text = simple.words.map(\.text).joined(separator: " ")
    return Self(
      "usage", "error: the command in the container reads the next lines; not run: \(text)",
      suggestion: "type it after exit", exitCode: 2, position: simple.words.first?.position)
  }

  /// What kubectl 1.33 prints when nothing could be run: refusals of the API server before the
  /// connection, and the kubelet's through it (`error: Internal error occurred: …`).
  init(_ error: ExecError, _ request: ExecRequest, in bench: Workbench) {
    let position = request.position
    switch error {
    case .noSuchPod(let key):
      self.init(.notFound(key), suggestion: bench.nearName(to: key), position: position)
    case .noSuchContainer(let pod, let container, let existing):
      self.init(
        APIError(.badRequest, "container \(container) is not valid for pod \(pod.name)"),
        suggestion: "it has: \(existing.joined(separator: ", "))", position: position)
    case .notOnANode(let key):
      self.init(
        APIError(.badRequest, "pod \(key.name) does not have a host assigned"),
        suggestion: "advance 0s lets the scheduler work", position: position)
    case .unreachable(let node, let pod, let container):
      let url = "https://\(node):10250/exec/\(pod.namespace)/\(pod.name)/\(container)"
      self.init(
        "unavailable",
        "error: Internal error occurred: error sending request: Post \(GoSyntax.quoted(url)): "
          + "dial tcp \(node):10250: connect: no route to host",
        suggestion: "the node does not answer; get nodes shows how it is", position: position)
    case .notRunning(let pod, let container):
      self.init(
        "not-running",
        "error: Internal error occurred: unable to upgrade connection: container not found "
          + "(\(GoSyntax.quoted(container)))",
        suggestion: "it does not run: describe pod \(pod.name) tells why", position: position)
    case .refused(let message):
      self.init(
        "cannot-start",
        "error: Internal error occurred: Internal error occurred: error executing command in "
          + "container: \(message)", suggestion: "the image has no such program; try sh",
        position: position)
    }
  }
}
