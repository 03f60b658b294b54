extension Shell {
  /// `export` and `readonly`.
  mutating func declare(_ name: String, _ arguments: [String], tested: Bool) {
    let words = arguments.filter { $0 != "-p" && $0 != "-n" }
    guard !words.isEmpty else { return listDeclared(name, tested: tested) }
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let variable = String(parts[0])
      guard Self.isName(variable) else {
        let text = badNameText(name, word, name: variable)
        guard dialect == .bash else { return fail(text, status: 2) }
        return complain(text, status: 1, tested: tested)
      }
      if parts.count > 1, !variables.set(variable, Bytes(String(parts[1]))) {
        return fail("\(variable): is read only", status: 2)
      }
      variables.mark(variable, exported: name == "export", readOnly: name == "readonly")
    }
    finishCommand(0, tested: tested)
  }

  /// `declare` and `typeset` of bash: `-x` exports, `-r` protects, `-a` needs nothing.
  mutating func declareVariables(_ arguments: [String], tested: Bool) {
    let options = arguments.filter { $0.hasPrefix("-") }.joined()
    if options.contains("A") {
      return complain(
        "declare: podlab's bash has arrays with numbers as indices only", status: 1, tested: tested)
    }
    for word in arguments where !word.hasPrefix("-") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard Self.isName(name) else {
        return complain("declare: `\(word)': not a valid identifier", status: 1, tested: tested)
      }
      if parts.count > 1 { variables.set(name, Bytes(String(parts[1]))) }
      if options.contains("x") || options.contains("r") {
        variables.mark(
          name, exported: options.contains("x"), readOnly: options.contains("r"))
      }
    }
    finishCommand(0, tested: tested)
  }

  /// `unset name`, and `unset 'name[index]'` of bash.
  mutating func unset(_ word: String) {
    guard dialect == .bash, word.hasSuffix("]"), let bracket = word.firstIndex(of: "["),
      let index = Int(word[word.index(after: bracket)...].dropLast())
    else { return variables.unset(word) }
    let name = String(word[..<bracket])
    let rest = variables.elements(of: name).filter { $0.index != index }
    _ = variables.set(name, elements: rest)
  }

  private mutating func listDeclared(_ name: String, tested: Bool) {
    let lines = variables.names.compactMap { variable -> String? in
      guard let entry = variables[variable],
        name == "export" ? entry.isExported : entry.isReadOnly
      else { return nil }
      return "\(name) \(variable)=\(Self.quoted(entry.value.text()))\n"
    }
    print(Bytes(lines.joined()), tested: tested)
  }

  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\"'\"'") + "'"
  }

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !isDigit(first) else { return false }
    return text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
  }

  mutating func local(_ arguments: [String], tested: Bool) {
    guard let index = frames.lastIndex(where: { $0.isFunctionEnd }),
      case .endFunction(let positional, var locals) = frames[index].task
    else {
      guard dialect == .bash else { return fail(named("local", "not in a function"), status: 2) }
      return complain("local: can only be used in a function", status: 1, tested: tested)
    }
    for word in arguments {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard Self.isName(name) else {
        return fail(badNameText("local", word, name: name), status: 2)
      }
      locals.append(SavedVariable(name: name, variable: variables[name]))
      if parts.count > 1 { variables.set(name, Bytes(String(parts[1]))) }
    }
    frames[index].task = .endFunction(positional: positional, locals: locals)
    finishCommand(0, tested: tested)
  }

  // MARK: set

  mutating func set(_ arguments: [String], tested: Bool) {
    guard !arguments.isEmpty else {
      let lines = variables.names.map { name in
        "\(name)=\(Self.quoted(variables[name]?.value.text() ?? ""))\n"
      }
      return print(Bytes(lines.joined()), tested: tested)
    }
    var rest = arguments[...]
    while let word = rest.first, word.count > 1, word.hasPrefix("-") || word.hasPrefix("+") {
      rest = rest.dropFirst()
      if word == "--" {
        variables.positional = rest.map { Bytes($0) }
        return finishCommand(0, tested: tested)
      }
      for letter in word.dropFirst() {
        if letter == "o" {
          guard let name = rest.popFirst() else { return listOptions(tested: tested) }
          guard setOption(named: name, word.hasPrefix("-")) else {
            return refuseOption("\(word.prefix(1))o \(name)", tested: tested)
          }
        } else if !setOption(letter, word.hasPrefix("-")) {
          return refuseOption(word, tested: tested)
        }
      }
    }
    if !rest.isEmpty { variables.positional = rest.map { Bytes($0) } }
    finishCommand(0, tested: tested)
  }

  private mutating func refuseOption(_ option: String, tested: Bool) {
    switch dialect {
    case .dash: fail(badOptionText(option), status: 2)
    case .busybox where !option.contains(" "): fail(badOptionText(option), status: 2)
    case .busybox: complain(badOptionText(option), status: 1, tested: tested)
    case .bash:
      let usage =
        "set: usage: set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]\n"
      if !option.contains(" ") {
        push(.output(descriptor: 2, Bytes(usage), status: 2), tested: tested)
      }
      complain(badOptionText(option), status: 2, tested: tested || !option.contains(" "))
    }
  }

  mutating func setOption(_ letter: Character, _ isOn: Bool) -> Bool {
    switch letter {
    case "e": variables.isErrorExit = isOn
    case "x": variables.isTrace = isOn
    case "u": variables.failsOnUnset = isOn
    case "f": variables.hasNoGlob = isOn
    case "a": variables.exportsAll = isOn
    case "b", "h", "m", "n", "v", "C", "B", "E", "H": break
    default: return false
    }
    return true
  }

  mutating func setOption(named name: String, _ isOn: Bool) -> Bool {
    switch name {
    case "errexit": variables.isErrorExit = isOn
    case "xtrace": variables.isTrace = isOn
    case "nounset": variables.failsOnUnset = isOn
    case "noglob": variables.hasNoGlob = isOn
    case "allexport": variables.exportsAll = isOn
    case "pipefail" where dialect != .dash: variables.failsWithPipe = isOn
    case "errtrace" where dialect != .dash: break
    case "monitor", "vi", "emacs", "verbose", "noclobber", "notify", "noexec", "ignoreeof": break
    case "posix" where dialect == .bash: break
    default: return false
    }
    return true
  }
}

extension Shell.Frame {
  var isFunctionEnd: Bool {
    if case .endFunction = task { true } else { false }
  }
}
