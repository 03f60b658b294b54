/// A command that another utility runs: `xargs`, `time`, `nice`, `env`, `watch`, `find -exec`.
enum CommandRunner {
  /// Looks a command up as the shell does.
  static func start(_ words: [String], _ kernel: Kernel, _ process: Int)
    throws(LaunchError) -> ProgramStart
  {
    guard let own = kernel.processes[process], let name = words.first else { throw .notFound }
    return try kernel.program(
      named: name, arguments: words,
      searchPath: own.variable("PATH") ?? ImageCatalogue.defaultPath, for: own, shell: nil)
  }

  /// What busybox and GNU say of a command that cannot be run, and the status for it.
  static func failure(_ utility: String, _ name: String, _ error: LaunchError, isBusybox: Bool)
    -> (text: String, status: Int)
  {
    let reason = error == .notFound ? Errno.noEntry.text : error.text(.bash)
    let quote = isBusybox ? "can't execute '\(name)': " : "'\(name)': "
    return ("\(utility): \(quote)\(reason)\n", error == .notFound ? 127 : 126)
  }
}

/// `nohup`, `nice`, `setsid`, `env NAME=VALUE PROGRAM`: becomes another program after a change to
/// its own process.
struct PrefixUtility: Program {
  private let name: String
  private let words: [String]
  private let environment: (@Sendable ([EnvironmentVariable]) -> [EnvironmentVariable])?
  private let ignored: [Signal]

  init(
    _ name: String, _ words: [String], ignoring ignored: [Signal] = [],
    environment: (@Sendable ([EnvironmentVariable]) -> [EnvironmentVariable])? = nil
  ) {
    self.name = name
    self.words = words
    self.ignored = ignored
    self.environment = environment
  }

  mutating func step(_ kernel: inout Kernel, _ process: Int) -> ProgramStep {
    let old = kernel.processes[process]?.environment ?? []
    if let environment { kernel.processes[process]?.environment = environment(old) }
    for signal in ignored { kernel.setDisposition(signal, .ignored, of: process) }
    do throws(LaunchError) {
      return .become(try CommandRunner.start(words, kernel, process))
    } catch {
      let isBusybox = kernel.wordsLikeBusybox(process)
      let failure = CommandRunner.failure(name, words.first ?? "", error, isBusybox: isBusybox)
      _ = kernel.write(Bytes(failure.text), to: 2, by: process)
      return .exit(failure.status)
    }
  }

  /// `nice [-n NUMBER] PROGRAM`.
  static func nice(_ arguments: [String]) -> any Program {
    var words = arguments[...]
    if words.first == "-n" {
      words = words.dropFirst(2)
    } else if words.first?.hasPrefix("-") == true {
      words = words.dropFirst()
    }
    guard !words.isEmpty else {
      return ImmediateUtility("nice", []) { call in
        call.print("0")
        return 0
      }
    }
    return PrefixUtility("nice", Array(words))
  }

  /// `env [-i] [-u NAME] [NAME=VALUE…] [PROGRAM…]`.
  static func env(_ arguments: [String]) -> any Program {
    var words = arguments[...]
    var clears = false
    var removed: [String] = []
    var added: [EnvironmentVariable] = []
    while let word = words.first {
      if word == "-" || word == "-i" {
        clears = true
      } else if word == "-u" {
        words.removeFirst()
        if let name = words.first { removed.append(name) }
      } else if let equals = word.firstIndex(of: "="), equals > word.startIndex {
        added.append(
          EnvironmentVariable(
            name: String(word[..<equals]), value: String(word[word.index(after: equals)...])))
      } else {
        break
      }
      if !words.isEmpty { words.removeFirst() }
    }
    let (isClear, names, entries) = (clears, removed, added)
    let change: @Sendable ([EnvironmentVariable]) -> [EnvironmentVariable] = { old in
      var result = isClear ? [] : old.filter { !names.contains($0.name) }
      for entry in entries {
        result.removeAll { $0.name == entry.name }
        result.append(entry)
      }
      return result
    }
    guard words.isEmpty else { return PrefixUtility("env", Array(words), environment: change) }
    return ImmediateUtility("env", []) { call in
      for entry in change(call.process?.environment ?? []) {
        call.print("\(entry.name)=\(entry.value)")
      }
      return 0
    }
  }
}

extension Kernel {
  func wordsLikeBusybox(_ number: Int) -> Bool {
    processes[number].flatMap { spaces[$0.container] }?.wordsLikeBusybox ?? true
  }
}
