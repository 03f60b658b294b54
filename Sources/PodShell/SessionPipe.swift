internal import PodEngine

extension Session {
  /// How deep scripts may call each other with `source`.
  static let deepestSource = 10

  /// Runs the commands of a text one after another; `&&` and `||` decide by the one before.
  mutating func perform(_ text: String, depth: Int) -> Outcome {
    if let attached { return typeIntoContainer(text, attached) }
    var outcome = Outcome()
    let commands: [SimpleCommand]
    do { commands = try Tokenizer.commands(in: text) } catch {
      outcome.error = CommandError(error).said(in: settings.language)
      report(CommandError(error), in: &outcome)
      return outcome
    }
    /// What went wrong in the present chain of `&&` and `||`.
    var failure: CommandError?
    for simple in commands {
      if attached != nil {
        report(.waitingForContainer(simple), in: &outcome)
        break
      }
      switch simple.joint {
      case .always:
        outcome.error = outcome.error ?? failure
        failure = nil
      case .afterSuccess: if failure != nil { continue }
      case .afterFailure: if failure == nil { continue }
      }
      failure = run(simple, depth: depth, into: &outcome)
      if failure?.name == "interrupted" || outcome.request.endsCommands { break }
    }
    outcome.error = outcome.error ?? failure
    return outcome
  }

  /// Runs a command with what its output passes through; returns what went wrong.
  private mutating func run(
    _ simple: SimpleCommand, depth: Int, into outcome: inout Outcome
  ) -> CommandError? {
    do {
      let stages = try PipeStage.stages(of: simple)
      guard stages.count > 1 || simple.target != nil || stages[0].isFilter else {
        return runAlone(simple, depth: depth, into: &outcome)
      }
      let heredoc = stages[0].isFilter ? simple.heredoc?.body : nil
      return try pass(heredoc, stages, to: simple.target, depth: depth, into: &outcome)?
        .located(at: simple.words.first?.position)
    } catch {
      let error = error.located(at: simple.words.first?.position)
      report(error, in: &outcome)
      return error
    }
  }

  /// Like a shell's `pipefail`: what fails anywhere in the pipe is the error of the whole. `heredoc` is
  /// what the first filter reads.
  private mutating func pass(
    _ heredoc: String?, _ stages: [PipeStage], to target: SimpleCommand.Redirection?, depth: Int,
    into outcome: inout Outcome
  ) throws(CommandError) -> CommandError? {
    var (text, failure) = (heredoc, CommandError?.none)
    for (index, stage) in stages.enumerated() {
      switch stage {
      case .filter(let filter):
        let result = try filter.run(text, configuration.files)
        text = result.text
        if !result.isSuccess, index == stages.count - 1, failure == nil {
          failure = CommandError("no-match", "", suggestion: "no line fits", exitCode: 1)
        }
      case .command(var command):
        if failure != nil { return failure }
        if let text {
          let start = command.words.first?.position ?? TextPosition()
          command.heredoc = Heredoc(delimiter: "|", body: text, position: start)
        }
        // Filters and files get every byte; what reaches the screen is made visible at the end.
        let isRaw = configuration.writesRawOutput
        configuration.writesRawOutput = true
        var part = Outcome()
        failure = runAlone(command, depth: depth, into: &part)
        configuration.writesRawOutput = isRaw
        outcome.output += part.output.filter { $0.stream == .standardError }
        outcome.request = part.request
        text = part.standardOutput
      }
    }
    let result = text ?? ""
    if let target {
      do {
        try configuration.files.write(
          result, to: target.file.text, appending: target.isAppending)
      } catch { throw unwritten(error, target, fromHeredoc: heredoc != nil) }
    } else if !result.isEmpty {
      outcome.output.append(OutputChunk(.standardOutput, configuration.shown(result)))
    }
    return failure
  }

  private mutating func runAlone(
    _ simple: SimpleCommand, depth: Int, into outcome: inout Outcome
  ) -> CommandError? {
    let before = mark
    var bench = workbench()
    do {
      let expansion = try FileNames.expanded(simple, in: bench)
      let reading = try CommandTable.read(expansion.command)
      bench.givenNamespace = reading.namespace
      bench.cluster.begin(command: simple.line)
      try reading.command.run(in: &bench)
      if let problem = expansion.problem(besides: bench.failure) { bench.fail(problem) }
      keep(bench, command: simple)
    } catch {
      // What the command changed before it failed is not kept; what it printed was printed.
      bench.fail(error.located(at: simple.words.first?.position))
      bench.followUp = .none
    }
    let reads = (configuration.files as? FileLog)?.take() ?? []
    if hasChanged(since: before) { record.enter(change: simple.text, reads: reads) }
    outcome.output += bench.output
    if bench.request != .none { outcome.request = bench.request }
    let failure = bench.failure?.located(at: simple.words.first?.position)
    return failure ?? follow(bench.followUp, simple, depth: depth, into: &outcome)
  }

  private mutating func follow(
    _ followUp: FollowUp, _ simple: SimpleCommand, depth: Int, into outcome: inout Outcome
  ) -> CommandError? {
    let problem: CommandError?
    switch followUp {
    case .none: return nil
    case .source(let path, let text):
      problem = source(text, path: path, depth: depth + 1, into: &outcome)
    case .load(_, let path) where isReplaying:
      // It could go round in circles.
      problem = CommandError("invalid", "error: \(path): a saved world loads no other one")
    case .load(let world, let path): problem = load(world, path: path, into: &outcome)
    }
    return problem?.located(at: simple.words.first?.position)
  }

  /// Runs the commands of a script up to the first that fails.
  private mutating func source(
    _ text: String, path: String, depth: Int, into outcome: inout Outcome
  ) -> CommandError? {
    guard depth <= Self.deepestSource else {
      let error = CommandError(
        "limit", "error: scripts call each other more than \(Self.deepestSource) deep",
        suggestion: "\(path) may call itself")
      report(error, in: &outcome)
      return error
    }
    for (line, command) in ScriptLines.commands(of: text) {
      // Scripts that call others multiply: ten levels of ten lines never end.
      if configuration.isExhausted() || configuration.isInterrupted() {
        return interrupted(in: path, into: &outcome)
      }
      let part = perform(command, depth: depth)
      outcome.output += part.output
      outcome.request = part.request
      guard var error = part.error else {
        if part.request.endsCommands { return nil }
        continue
      }
      let place = line + (error.position?.line ?? 1) - 1
      outcome.output.append(
        OutputChunk(.standardError, VisibleText.escaping("  in \(path):\(place)") + "\n"))
      error.position = nil
      return error
    }
    return nil
  }
}

extension Session {
  /// A file that cannot be written. Who wanted to write a manifest can do without one.
  private func unwritten(
    _ error: FileAccessError, _ target: SimpleCommand.Redirection, fromHeredoc: Bool
  ) -> CommandError {
    let refusal = CommandError(error, position: target.file.position)
    guard fromHeredoc, error.reason == .readOnly else { return refusal }
    return CommandError(
      refusal.name, refusal.message,
      suggestion: "write the manifest in place: apply -f - <<YAML", position: refusal.position)
  }

  private func interrupted(in path: String, into outcome: inout Outcome) -> CommandError {
    let error = CommandError(
      "interrupted", "interrupted in \(path)", suggestion: "what was done before stands",
      exitCode: 130)
    report(error, in: &outcome)
    return error
  }
}

extension ProgramRequest {
  /// Whether the commands after it wait for the program, or never run.
  fileprivate var endsCommands: Bool {
    switch self {
    case .none, .tutor: false
    case .exit, .edit, .follow: true
    }
  }
}

/// The commands of a script with the lines on which they begin.
enum ScriptLines {
  static func commands(of text: String) -> [(line: Int, command: String)] {
    var found: [(line: Int, command: String)] = []
    var (pending, start) = ("", 0)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      if pending.isEmpty {
        let first = line.first { $0 != " " && $0 != "\t" }
        if first == nil || first == "#" { continue }
        start = index + 1
      }
      pending += (pending.isEmpty ? "" : "\n") + line
      if isWhole(pending) {
        found.append((start, pending))
        pending = ""
      }
    }
    // What is not finished is refused where it is run.
    if !pending.isEmpty { found.append((start, pending)) }
    return found
  }

  private static func isWhole(_ text: String) -> Bool {
    do { _ = try Tokenizer.commands(in: text) } catch {
      if case .incomplete = error { return false }
    }
    return true
  }
}
