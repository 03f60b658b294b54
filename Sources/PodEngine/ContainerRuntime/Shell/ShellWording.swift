/// The messages in which the three shells differ; the texts are those of busybox 1.35, dash 0.5.12
/// and bash 5.2.
extension Shell {
  /// What a builtin says of itself: ash adds the line.
  func named(_ builtin: String, _ text: String) -> String {
    dialect == .busybox ? "\(builtin): line \(line): \(text)" : "\(builtin): \(text)"
  }

  /// What bash says before its messages; at a terminal nobody wants to know the line.
  var bashStart: String {
    isInteractive || isOfInteractive ? "bash: " : "\(variables.name): line \(line): "
  }

  func notFoundText(_ name: String) -> String {
    dialect == .bash && !name.contains("/") ? "\(name): command not found" : "\(name): not found"
  }

  func badNumberText(_ builtin: String, _ word: String) -> String {
    switch dialect {
    case .busybox, .dash: named(builtin, "Illegal number: \(word)")
    case .bash: "\(builtin): \(word): numeric argument required"
    }
  }

  func badNameText(_ builtin: String, _ word: String, name: String) -> String {
    switch dialect {
    case .busybox, .dash: named(builtin, "\(name): bad variable name")
    case .bash: "\(builtin): `\(word)': not a valid identifier"
    }
  }

  func badOptionText(_ option: String) -> String {
    switch dialect {
    case .busybox: named("set", "illegal option \(option)")
    case .dash: "set: Illegal option \(option)"
    case .bash:
      option.hasPrefix("-o ") || option.hasPrefix("+o ")
        ? "set: \(option.dropFirst(3)): invalid option name" : "set: \(option): invalid option"
    }
  }

  func unsetText(_ name: String) -> String {
    dialect == .bash ? "\(name): unbound variable" : "\(name): parameter not set"
  }

  /// What `.` says of a file it cannot read.
  func cannotSourceText(_ builtin: String, _ file: String, _ error: Errno) -> String {
    switch dialect {
    case .busybox: named(builtin, "can't open '\(file)': \(error.text)")
    case .dash: ".: cannot open \(file): \(error == .noEntry ? "No such file" : error.text)"
    case .bash: "\(file): \(error.text)"
    }
  }

  /// Errors of `test`: ash leaves the name out.
  func testText(_ name: String, _ error: TestExpression.Failure) -> String {
    switch dialect {
    case .busybox: error.busyboxText
    case .dash: "\(name): \(error.dashText)"
    case .bash: "\(name): \(error.bashText)"
    }
  }

  func printfText(_ error: PrintfText.Complaint) -> String {
    switch error {
    case .usage:
      switch dialect {
      case .busybox: "usage: printf FORMAT [ARGUMENT...]"
      case .dash: "printf: usage: printf format [arg ...]"
      case .bash: "printf: usage: printf [-v var] format [arguments]"
      }
    case .number(let word):
      switch dialect {
      case .busybox: "invalid number '\(word)'"
      case .dash: "printf: \(word): expected numeric value"
      case .bash: "printf: \(word): invalid number"
      }
    case .format(let word):
      switch dialect {
      case .busybox: "\(word): invalid format"
      case .dash: "printf: \(word): invalid directive"
      case .bash: "printf: `\(word.dropFirst())': invalid format character"
      }
    }
  }

  /// A syntax error as bash reports it: two lines where it names a token.
  func bashSyntaxText(_ error: ShellSyntaxError, _ source: [UInt8]) -> String {
    let start = "\(variables.name): -c: line "
    switch error {
    case .unexpected("end of file", _):
      return start + "\(line + 1): syntax error: unexpected end of file\n"
    case .unexpected(let what, _):
      let token = what.hasPrefix("\"") ? String(what.dropFirst().dropLast()) : what
      let lines = source.split(separator: 10, omittingEmptySubsequences: false)
      let text =
        line >= 1 && line <= lines.count ? String(decoding: lines[line - 1], as: UTF8.self) : ""
      return start + "\(line): syntax error near unexpected token `\(token)'\n"
        + start + "\(line): `\(text)'\n"
    case .unterminatedQuote:
      return start + "\(line): unexpected EOF while looking for matching `\"'\n"
    case .unterminatedBrace:
      return start + "\(line): unexpected EOF while looking for matching `}'\n"
    case .badSubstitution, .badFunctionName, .badForVariable, .tooDeep:
      return "\(variables.name): line \(line): \(error.busyboxText)\n"
    }
  }

  /// What a shell says of a job that a signal ended, when it is waited for.
  func jobNotice(_ status: ExitStatus, pid: Int, _ command: String) -> String {
    let text = Self.notice(status)
    guard dialect == .bash, !text.isEmpty else { return text }
    guard status.signal != .term, status.signal != .hup else { return "" }
    let word = String(text.dropLast())
    let gap = String(repeating: " ", count: max(1, 24 - word.count))
    return "\(variables.name): line \(line): \(pid > 99_999 ? "" : padded(pid)) \(word)\(gap)"
      + "\(command)\n"
  }

  private func padded(_ pid: Int) -> String {
    let text = String(pid)
    return String(repeating: " ", count: max(0, 5 - text.count)) + text
  }

  /// A word in the output of `set -x`.
  static func traced(_ word: String, _ dialect: ShellDialect) -> String {
    let special: String.UTF8View
    switch dialect {
    case .dash: return word
    case .busybox: special = "\t\n !\"#$%&'()*;<=>?[\\`{|}~".utf8
    case .bash:
      if word.isEmpty { return "''" }
      special = "\t\n !\"$&'()*;<>?[]\\^`{|}".utf8
    }
    guard word.utf8.contains(where: { special.contains($0) || $0 > 126 }) else { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// The letters of `$-` that a script has without asking for them.
  static func standardOptionLetters(_ dialect: ShellDialect) -> (before: String, after: String) {
    switch dialect {
    case .busybox: ("c", "")
    case .dash: ("", "")
    case .bash: ("h", "Bc")
    }
  }
}

enum ShellWording {
  /// Why an arithmetic expression has no value; bash repeats it, and the token that is wrong.
  static func arithmetic(
    _ failure: ShellArithmetic.Failure, _ expression: String, _ dialect: ShellDialect,
    operatorToken: String, operandToken: String, rest: String
  ) -> String {
    let dash = "arithmetic expression: "
    switch (dialect, failure) {
    case (.busybox, _), (_, .tooDeep): return failure.text
    case (.dash, .divideByZero): return dash + "division by zero: \"\(expression)\""
    case (.dash, .syntax): return dash + "expecting primary: \"\(expression)\""
    case (.dash, .trailing), (.dash, .badNumber):
      return dash + "expecting EOF: \"\(expression)\""
    case (.dash, .notANumber(let text)): return "Illegal number: \(text)"
    case (.bash, .divideByZero):
      return "\(expression): division by 0 (error token is \"\(operandToken)\")"
    case (.bash, .syntax):
      return "\(expression): syntax error: operand expected (error token is \"\(operatorToken)\")"
    case (.bash, .trailing):
      return "\(expression): syntax error in expression (error token is \"\(rest)\")"
    case (.bash, .badNumber(let text)):
      return "\(text): value too great for base (error token is \"\(text)\")"
    case (.bash, .notANumber(let text)):
      let token = text.drop { $0.isNumber }
      return "\(text): syntax error: invalid arithmetic operator (error token is \"\(token)\")"
    }
  }
}
