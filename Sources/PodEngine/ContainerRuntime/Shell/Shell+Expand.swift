extension Shell {
  /// Expands what a frame holds; where a command substitution has to run first, starts that.
  mutating func expand(_ frame: Frame, _ kernel: inout Kernel, _ number: Int) {
    do throws(ShellExpander.Stop) {
      switch frame.task {
      case .expandSimple(let command, let outputs):
        try expandSimple(command, outputs, tested: frame.isTested, &kernel, number)
      case .expandFor(let command, let outputs):
        try expandFor(command, outputs, tested: frame.isTested, &kernel, number)
      case .expandChoice(let word, let branches, let outputs):
        try expandChoice(word, branches, outputs, tested: frame.isTested)
      case .expandRedirections(let body, let list, let outputs):
        var expander = ShellExpander(variables: variables, outputs: outputs)
        let redirections = try Self.expand(list, &expander)
        variables = expander.variables
        frames.removeLast()
        if redirect(redirections, tested: frame.isTested, &kernel, number) {
          push(.run(body), tested: frame.isTested)
        }
      case .expandCondition(let condition, let outputs):
        try decide(condition, outputs, tested: frame.isTested, kernel, number)
      case .start, .readScript, .readTyped, .source, .run, .list, .andOr, .negate, .conditional,
        .loop,
        .forEach, .capture, .launch, .waitForeground, .waitJobs, .restoreDescriptors,
        .restoreVariables, .endFunction, .endTrap, .output, .read:
        frames.removeLast()
      }
    } catch {
      switch error {
      case .needs(let command): startCapture(command, &kernel, number)
      case .failed(let text): fail(text, status: dialect == .bash ? 1 : 2)
      case .unset(let text): fail(text, status: dialect == .bash ? 127 : 2)
      }
    }
  }

  /// Gives the frame below a finished substitution its output.
  mutating func addOutput(_ bytes: Bytes) {
    switch frames.last?.task {
    case .expandSimple(let command, let outputs)?:
      replaceTask(.expandSimple(command, outputs: outputs + [bytes]))
    case .expandFor(let command, let outputs)?:
      replaceTask(.expandFor(command, outputs: outputs + [bytes]))
    case .expandChoice(let word, let branches, let outputs)?:
      replaceTask(.expandChoice(word, branches, outputs: outputs + [bytes]))
    case .expandRedirections(let body, let list, let outputs)?:
      replaceTask(.expandRedirections(body, list, outputs: outputs + [bytes]))
    case .expandCondition(let condition, let outputs)?:
      replaceTask(.expandCondition(condition, outputs: outputs + [bytes]))
    case .start?, .readScript?, .readTyped?, .source?, .run?, .list?, .andOr?, .negate?,
      .conditional?, .loop?,
      .forEach?, .capture?, .launch?, .waitForeground?, .waitJobs?, .restoreDescriptors?,
      .restoreVariables?, .endFunction?, .endTrap?, .output?, .read?, nil:
      break
    }
  }

  // MARK: Simple commands

  private mutating func expandSimple(
    _ command: SimpleCommand, _ outputs: [Bytes], tested: Bool, _ kernel: inout Kernel,
    _ number: Int
  ) throws(ShellExpander.Stop) {
    line = command.line
    var expander = ShellExpander(variables: variables, outputs: outputs)
    let fields = try Self.expandWords(command.words, &expander)
    let redirections = try Self.expand(command.redirections, &expander)
    let committed = expander.variables
    var assignments: [ExpandedAssignment] = []
    for assignment in command.assignments {
      let expanded = try expander.expanded(assignment)
      guard expander.variables.assign(expanded) else {
        throw .failed("\(assignment.name): \(dialect.readOnlyText)")
      }
      assignments.append(expanded)
    }
    variables = fields.isEmpty ? expander.variables : committed
    let words = try names(fields, kernel, number)
    frames.removeLast()
    if outputs.isEmpty { substitutionStatus = 0 }
    let expanded = ExpandedCommand(
      words: words, assignments: assignments, redirections: redirections)
    if variables.isTrace { trace(expanded, &kernel, number) }
    execute(expanded, tested: tested, &kernel, number)
  }

  private static func expandWords(_ words: [Word], _ expander: inout ShellExpander)
    throws(ShellExpander.Stop) -> [ExpandedField]
  {
    guard let first = words.first, case .plain(let name)? = first.first, first.count == 1,
      ["export", "readonly", "local"].contains(String(decoding: name, as: UTF8.self))
    else { return try expander.fields(words) }
    var result = try expander.fields([first])
    for word in words.dropFirst() {
      if case .plain(let bytes)? = word.first, bytes.contains(UInt8(ascii: "=")) {
        result.append(try expander.single(word))
      } else {
        result += try expander.fields([word])
      }
    }
    return result
  }

  private static func expand(_ list: [Redirection], _ expander: inout ShellExpander)
    throws(ShellExpander.Stop) -> [ExpandedRedirection]
  {
    var result: [ExpandedRedirection] = []
    for redirection in list {
      let target = try expander.single(redirection.target).value
      result.append(
        ExpandedRedirection(
          kind: redirection.kind, descriptor: redirection.descriptor, target: target))
    }
    return result
  }

  /// Fields as words: patterns become the files that match them, or stay as they are where none
  /// does.
  private func names(_ fields: [ExpandedField], _ kernel: Kernel, _ number: Int)
    throws(ShellExpander.Stop) -> [String]
  {
    var words: [String] = []
    for field in fields {
      let value = field.value
      guard value.count <= RuntimeLimits.textBytes else {
        throw .failed("\(words.first ?? "word"): \(Errno.argumentsTooLong.text)")
      }
      if field.mayBePattern, !variables.hasNoGlob, let process = kernel.processes[number] {
        let found = ShellGlob.files(
          matching: field.pattern, findsDots: dialect != .bash, kernel, process)
        words += found.isEmpty ? [value.text()] : found
      } else {
        words.append(value.text())
      }
      guard words.count <= RuntimeLimits.wordsPerCommand else {
        throw .failed(
          "more than \(RuntimeLimits.wordsPerCommand) words in a command "
            + "(podlab's limit wordsPerCommand)")
      }
    }
    return words
  }

  private func trace(_ command: ExpandedCommand, _ kernel: inout Kernel, _ number: Int) {
    let dialect = dialect
    let assignments = command.assignments.map { $0.traceText(dialect) }
    let words = command.words.map { Self.traced($0, dialect) }
    // Bash shows each assignment on a line of its own.
    let lines =
      dialect == .bash
      ? assignments + (words.isEmpty ? [] : [words.joined(separator: " ")])
      : [(assignments + words).joined(separator: " ")]
    for line in lines where !line.isEmpty {
      _ = kernel.write(Bytes("+ " + line + "\n"), to: 2, by: number)
    }
  }

  // MARK: for, case and [[

  private mutating func decide(
    _ condition: ConditionalExpression, _ outputs: [Bytes], tested: Bool, _ kernel: Kernel,
    _ number: Int
  ) throws(ShellExpander.Stop) {
    var expander = ShellExpander(variables: variables, outputs: outputs)
    let holds = try condition.holds(&expander, kernel, kernel.processes[number])
    variables = expander.variables
    popFinished(holds ? 0 : 1)
  }

  private mutating func expandFor(
    _ command: ForCommand, _ outputs: [Bytes], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) throws(ShellExpander.Stop) {
    var values = variables.positional
    if let words = command.words {
      var expander = ShellExpander(variables: variables, outputs: outputs)
      let fields = try expander.fields(words)
      values = try names(fields, kernel, number).map { Bytes($0) }
      variables = expander.variables
    }
    if values.isEmpty { variables.lastStatus = 0 }
    replaceTask(.forEach(command, values: values, next: 0))
  }

  private mutating func expandChoice(
    _ word: Word, _ branches: [ChoiceBranch], _ outputs: [Bytes], tested: Bool
  ) throws(ShellExpander.Stop) {
    var expander = ShellExpander(variables: variables, outputs: outputs)
    let subject = try expander.single(word).value
    guard let text = subject.array(limit: RuntimeLimits.textBytes) else {
      throw .failed("case: \(Errno.argumentsTooLong.text)")
    }
    for branch in branches {
      for pattern in branch.patterns {
        let pattern = ShellPattern(try expander.single(pattern).pattern)
        guard pattern.matches(text) else { continue }
        variables = expander.variables
        frames.removeLast()
        variables.lastStatus = 0
        return push(.run(branch.body), tested: tested)
      }
    }
    variables = expander.variables
    frames.removeLast()
    variables.lastStatus = 0
  }
}
