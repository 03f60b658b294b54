extension Shell {
  // MARK: getopts

  /// One option at a time. `OPTIND` counts words; where several letters stand in one word, how many
  /// of them were taken is remembered beside it.
  mutating func getopts(_ arguments: [String], tested: Bool) {
    guard arguments.count >= 2 else { return finishCommand(2, tested: tested) }
    let (options, name) = (arguments[0], arguments[1])
    let words =
      arguments.count > 2
      ? Array(arguments.dropFirst(2)) : variables.positional.map { $0.text() }
    var index = variables["OPTIND"].flatMap { Int($0.value.text()) } ?? 1
    if index != optionPlace.word { optionPlace = OptionPlace(word: index, letters: 0) }
    guard index >= 1, index <= words.count, words[index - 1].hasPrefix("-"),
      words[index - 1].count > 1, words[index - 1] != "--"
    else {
      if index >= 1, index <= words.count, words[index - 1] == "--" { index += 1 }
      optionPlace = OptionPlace(word: index, letters: 0)
      variables.set("OPTIND", Bytes(String(index)))
      variables.set(name, Bytes("?"))
      return finishCommand(1, tested: tested)
    }
    let letters = Array(words[index - 1].dropFirst())
    let taken = min(optionPlace.letters, letters.count - 1)
    let letter = letters[taken]
    let rest = String(letters[(taken + 1)...])
    if rest.isEmpty { index += 1 }
    optionPlace = OptionPlace(word: index, letters: rest.isEmpty ? 0 : taken + 1)
    let choice = choose(letter, options, rest, words, &index)
    variables.set(name, Bytes(choice.result))
    if let value = choice.argument {
      variables.set("OPTARG", Bytes(value))
    } else {
      variables.unset("OPTARG")
    }
    variables.set("OPTIND", Bytes(String(index)))
    guard let message = choice.message else { return finishCommand(0, tested: tested) }
    push(.output(descriptor: 2, Bytes(message + "\n"), status: 0), tested: tested)
  }

  /// Which word `getopts` is at, and how many letters of it were taken.
  struct OptionPlace: Hashable, Sendable {
    var word = 1
    var letters = 0
  }

  private struct OptionChoice {
    var result: String
    var argument: String?
    var message: String?
  }

  private mutating func choose(
    _ letter: Character, _ options: String, _ rest: String, _ words: [String], _ index: inout Int
  ) -> OptionChoice {
    let isSilent = options.hasPrefix(":")
    guard letter != ":", let found = options.firstIndex(of: letter) else {
      let text =
        dialect == .bash
        ? "\(variables.name): illegal option -- \(letter)" : "Illegal option -\(letter)"
      return OptionChoice(
        result: "?", argument: isSilent ? String(letter) : nil, message: isSilent ? nil : text)
    }
    guard options[found...].dropFirst().first == ":" else {
      return OptionChoice(result: String(letter))
    }
    if !rest.isEmpty {
      index += 1
      optionPlace = OptionPlace(word: index, letters: 0)
      return OptionChoice(result: String(letter), argument: rest)
    }
    if index <= words.count {
      index += 1
      optionPlace = OptionPlace(word: index, letters: 0)
      return OptionChoice(result: String(letter), argument: words[index - 2])
    }
    if isSilent { return OptionChoice(result: ":", argument: String(letter)) }
    let text =
      dialect == .bash
      ? "\(variables.name): option requires an argument -- \(letter)"
      : "No arg for -\(letter) option"
    return OptionChoice(result: "?", message: text)
  }

  // MARK: set -o

  mutating func listOptions(tested: Bool) {
    let isOn = [
      "errexit": variables.isErrorExit, "noglob": variables.hasNoGlob,
      "xtrace": variables.isTrace, "nounset": variables.failsOnUnset,
      "allexport": variables.exportsAll, "pipefail": variables.failsWithPipe,
    ]
    let names: [String]
    switch dialect {
    case .busybox:
      names = [
        "errexit", "noglob", "ignoreeof", "monitor", "noexec", "xtrace", "verbose", "noclobber",
        "allexport", "notify", "nounset", "errtrace", "vi", "pipefail",
      ]
    case .dash:
      names = [
        "errexit", "noglob", "ignoreeof", "interactive", "monitor", "noexec", "stdin", "xtrace",
        "verbose", "vi", "emacs", "noclobber", "allexport", "notify", "nounset", "privileged",
        "nolog", "debug",
      ]
    case .bash:
      names = ["allexport", "errexit", "errtrace", "noglob", "nounset", "pipefail", "xtrace"]
    }
    let header = dialect == .dash ? "Current option settings\n" : ""
    let width = 16
    let lines = names.map { name in
      let gap =
        dialect == .bash
        ? String(repeating: " ", count: 15 - name.count) + "\t"
        : String(repeating: " ", count: width - name.count)
      return "\(name)\(gap)\(isOn[name] == true ? "on" : "off")\n"
    }
    print(Bytes(header + lines.joined()), tested: tested)
  }

  // MARK: umask, ulimit

  mutating func mask(
    _ arguments: [String], tested: Bool, _ kernel: inout Kernel, _ number: Int
  ) {
    let current = kernel.processes[number]?.fileMask ?? 0o022
    guard let word = arguments.first(where: { !$0.hasPrefix("-") }) else {
      if arguments.contains("-S") {
        let parts = [("u", 6), ("g", 3), ("o", 0)].map { name, shift in
          let allowed = ~(current >> shift) & 7
          return name + "=" + (allowed & 4 != 0 ? "r" : "") + (allowed & 2 != 0 ? "w" : "")
            + (allowed & 1 != 0 ? "x" : "")
        }
        return print(Bytes(parts.joined(separator: ",") + "\n"), tested: tested)
      }
      let digits = String(current, radix: 8)
      let zeros = String(repeating: "0", count: 4 - digits.count)
      return print(Bytes(zeros + digits + "\n"), tested: tested)
    }
    guard let mask = Int(word, radix: 8), (0...0o777).contains(mask) else {
      switch dialect {
      case .busybox: return fail(named("umask", "illegal mode: \(word)"), status: 2)
      case .dash: return fail("umask: Illegal number: \(word)", status: 2)
      case .bash:
        return complain("umask: \(word): octal number out of range", status: 1, tested: tested)
      }
    }
    kernel.processes[number]?.fileMask = mask
    finishCommand(0, tested: tested)
  }

  /// `ulimit -n` and `-u` tell podlab's own limits; setting one changes nothing.
  mutating func limits(_ arguments: [String], tested: Bool) {
    guard arguments.count <= 1 else { return finishCommand(0, tested: tested) }
    switch arguments.first {
    case "-n": print(Bytes("\(RuntimeLimits.openFilesPerProcess)\n"), tested: tested)
    case "-u": print(Bytes("\(RuntimeLimits.processesPerContainer)\n"), tested: tested)
    default: print(Bytes("unlimited\n"), tested: tested)
    }
  }
}
