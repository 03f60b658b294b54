extension CommandTable {
  /// A command that was read, and the namespace that was given with it.
  struct Reading {
    let command: any Command
    var namespace: String?
  }

  /// Finds the command that words name, and reads the rest for it.
  static func read(_ simple: SimpleCommand) throws(CommandError) -> Reading {
    let words = Vocabulary.translated(withoutProgramName(simple.words))
    guard let verb = words.first else {
      return Reading(command: try Help(Invocation(arguments: [])))
    }
    if TutorWords.contains(verb.text), words.last?.text != "--help" {
      return Reading(command: ForTheTutor(words: words.map(\.text)))
    }
    if let family = familyThatNeedsHelp(words) {
      return Reading(command: try Help(Invocation(arguments: [family])))
    }
    guard let (command, rest) = find(words) else { throw unknown(words) }
    // What cannot be made is refused before its flags are looked at.
    if command is Create.Type, let kind = rest.first,
      Create.absent.contains(where: { $0.kind == kind.text }) || isFamily("create \(kind.text)")
        || kind.text == "svc"
    {
      _ = try Create(Invocation(arguments: rest))
    }
    return try read(command, rest, simple.heredoc)
  }

  /// `rollout --help`, `create secret -h`: words that are no command, but begin the names of some.
  private static func familyThatNeedsHelp(_ words: [Word]) -> Word? {
    guard let last = words.last, ["-h", "--help"].contains(last.text) else { return nil }
    let name = words.dropLast().map(\.text).joined(separator: " ")
    guard isFamily(name), description(of: name) == nil else { return nil }
    return Word(name, at: words[0].position)
  }

  /// A leading `kubectl` or `k` means nothing.
  static func withoutProgramName(_ words: [Word]) -> [Word] {
    guard let first = words.first?.text, first == "kubectl" || first == "k" else { return words }
    return Array(words.dropFirst())
  }

  /// The command that words begin with, and the words after its name. Longer names go first.
  static func find(_ words: [Word]) -> (command: any Command.Type, rest: [Word])? {
    let (globals, others) = splitGlobalFlags(words)
    for count in [3, 2, 1] where others.count >= count {
      let name = others.prefix(count).map(\.text).joined(separator: " ")
      if let found = all.first(where: { $0.description.answers(to: name) }) {
        return (found, globals + Array(others.dropFirst(count)))
      }
    }
    return nil
  }

  /// `-n x get pods` is `get -n x pods`.
  private static func splitGlobalFlags(_ words: [Word]) -> (flags: [Word], others: [Word]) {
    var (flags, rest) = ([Word](), words[...])
    while let first = rest.first, first.text.hasPrefix("-"), first.text != "--" {
      flags.append(rest.removeFirst())
      if first.text == "-n" || first.text == "--namespace", let value = rest.popFirst() {
        flags.append(value)
      }
    }
    return rest.isEmpty ? ([], words) : (flags, Array(rest))
  }

  private static func read(
    _ command: any Command.Type, _ words: [Word], _ heredoc: Heredoc?
  ) throws(CommandError) -> Reading {
    let description = command.description
    let flags = description.flags + CommonFlags.all(for: description)
    let result: FlagParser.Result
    do {
      result = try FlagParser.parse(
        words, flags: flags, takesNegativeNumbers: !description.isKubectl)
    } catch {
      throw CommandError(error, in: description)
    }
    if result.values.isOn("help") {
      return Reading(command: try Help(Invocation(arguments: [Word(description.name)])))
    }
    let call = Invocation(
      arguments: result.arguments, afterDash: result.afterDash, flags: result.values,
      heredoc: heredoc)
    return Reading(command: try command.init(call), namespace: result.values.text("namespace"))
  }
}

/// The flags that many commands share.
enum CommonFlags {
  static let namespace = Flag(
    "namespace", "n", .text, "the namespace to work in", completes: .namespace)
  static let help = Flag("help", "h", .switched, "explain the command")

  /// Flags of every kubectl command that mean nothing in a simulated cluster (`kubectl options`).
  private static let connection =
    [
      "as", "as-group", "as-uid", "cache-dir", "certificate-authority", "client-certificate",
      "client-key", "cluster", "context", "kubeconfig", "log-flush-frequency", "password",
      "profile", "profile-output", "request-timeout", "tls-server-name", "token", "user",
      "username", "vmodule",
    ].map { missing($0, takesValue: true) }
    + [
      "disable-compression", "insecure-skip-tls-verify", "match-server-version",
      "warnings-as-errors",
    ].map { missing($0, takesValue: false) } + [
      missing("server", "s", takesValue: true), missing("v", "v", takesValue: true),
    ]

  private static func missing(
    _ name: String, _ short: Character? = nil, takesValue: Bool
  ) -> Flag {
    Flag(
      name, short,
      .missing(takesValue: takesValue, instead: "there is one cluster: leave --\(name) away"), "")
  }

  static func all(for description: CommandDescription) -> [Flag] {
    let names = description.flags.map(\.name)
    let shorts = description.flags.compactMap(\.short)
    let verbs = KubectlFlags.missing(in: description)
    let shared =
      description.isKubectl ? verbs + [help, namespace] + connection : [help, namespace]
    return shared.filter { flag in
      !names.contains(flag.name) && !(flag.short.map(shorts.contains) ?? false)
    }
  }
}
