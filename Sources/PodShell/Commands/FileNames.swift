internal import PodEngine

/// `-f FILE` before verbs that only look for the names in it: `get -f pod.yaml` is `get pod/web`.
enum FileNames {
  /// The verbs for which kubectl takes from a manifest only which objects are meant.
  private static let verbs = [
    "annotate", "describe", "edit", "expose", "get", "label", "patch", "rollout", "scale", "set",
    "wait",
  ]

  static func reads(_ name: String) -> Bool { verbs.contains { name.hasPrefix($0) } }

  /// A command with the names in place of the files, and what is wrong with these; that is said when
  /// the command is done.
  struct Expansion {
    var command: SimpleCommand
    var problems: [CommandError] = []
    /// `get` and `describe` print a single error as one of several.
    var isListed = false
  }

  static func expanded(
    _ simple: SimpleCommand, in bench: Workbench
  ) throws(CommandError) -> Expansion {
    let words = CommandTable.withoutProgramName(simple.words)
    guard let verb = words.first(where: { !$0.text.hasPrefix("-") }), verbs.contains(verb.text)
    else { return Expansion(command: simple) }
    let end = words.firstIndex { $0.text == "--" } ?? words.endIndex
    var (rest, files, isRecursive) = ([Word](), [Word](), false)
    var queue = words[..<end]
    while let word = queue.popFirst() {
      if ["-f", "--filename", "-Rf"].contains(word.text), let file = queue.popFirst() {
        files += paths(in: file.text, at: word.position)
        if word.text == "-Rf" { isRecursive = true }
      } else if let path = path(in: word.text) {
        files += paths(in: path, at: word.position)
      } else if ["-R", "--recursive", "--recursive=true"].contains(word.text) {
        isRecursive = true
      } else {
        rest.append(word)
      }
    }
    guard !files.isEmpty else { return Expansion(command: simple) }
    if let word = resource(among: rest, of: verb.text) {
      throw .arguments(
        "when paths, URLs, or stdin is provided as input, you may not specify resource arguments as "
          + "well", position: word.position)
    }
    let objects = try objects(files, isRecursive: isRecursive, simple, in: bench)
    var expansion = Expansion(command: simple, problems: objects.problems)
    expansion.isListed =
      verb.text == "describe" || verb.text == "get" && !rest.contains { $0.text.hasPrefix("-o") }
    // Of one file `get` prints an object in full or not at all.
    let isOneFile = objects.found.allSatisfy {
      [files[0].text, "STDIN"].contains($0.document.file)
    }
    let isAllOrNothing = verb.text == "get" && !expansion.isListed && files.count == 1 && isOneFile
    if objects.found.isEmpty || isAllOrNothing && !objects.problems.isEmpty {
      throw expansion.problem(besides: nil)
        ?? Manifests.nothing(in: files[0], for: verb.text)
    }
    expansion.command.words = named(rest, objects, at: files[0].position) + words[end...]
    expansion.command.heredoc = files.contains { $0.text == "-" } ? nil : simple.heredoc
    return expansion
  }

  /// The first argument beside the files, for the verbs whose arguments all name resources.
  private static func resource(among rest: [Word], of verb: String) -> Word? {
    guard ["describe", "edit", "get", "scale", "wait"].contains(verb),
      let (command, words) = CommandTable.find(rest)
    else { return nil }
    let description = command.description
    let flags = description.flags + CommonFlags.all(for: description)
    let result = try? FlagParser.parse(words, flags: flags, takesNegativeNumbers: false)
    return result?.arguments.first
  }

  /// `-f a.yaml,b.yaml` are two files.
  private static func paths(in text: String, at position: TextPosition) -> [Word] {
    text.split(separator: ",").map { Word(String($0), at: position) }
  }

  /// `-f=FILE`, `--filename=FILE`, `-fFILE`
  private static func path(in text: String) -> String? {
    for prefix in ["--filename=", "-f="] where text.hasPrefix(prefix) {
      return String(text.dropFirst(prefix.count))
    }
    return text.hasPrefix("-f") && !text.hasPrefix("--") && text.count > 2
      ? String(text.dropFirst(2)) : nil
  }

  private static func objects(
    _ files: [Word], isRecursive: Bool, _ simple: SimpleCommand, in bench: Workbench
  ) throws(CommandError) -> ManifestObjects {
    var flags = FlagValues()
    for file in files { flags.add("filename", .text(file.text), at: file.position) }
    if isRecursive { flags.add("recursive", .switched(true), at: files[0].position) }
    let call = Invocation(arguments: [], flags: flags, heredoc: simple.heredoc)
    return try Manifests(call)?.objects(in: bench) ?? ManifestObjects()
  }

  private static func named(
    _ rest: [Word], _ objects: ManifestObjects, at position: TextPosition
  ) -> [Word] {
    var (words, namespace) = (rest, String?.none)
    for key in objects.found.map(\.key) {
      words.append(Word("\(key.resource.qualifiedSingular)/\(key.name)", at: position))
      if !key.namespace.isEmpty { namespace = key.namespace }
    }
    // Changes such as `app=web` stand after the names.
    let changes = words.dropFirst().filter {
      MetadataEdit.isChange($0) && !$0.text.hasPrefix("-")
    }
    words.removeAll { changes.contains($0) }
    if let namespace {
      words += [Word("-n", at: position), Word(namespace, at: position)]
    }
    return words + changes
  }
}

extension FileNames.Expansion {
  /// What was wrong with the files, in words that fit beside another error of the command.
  func problem(besides failure: CommandError?) -> CommandError? {
    guard let error = ErrorList(problems.map(ErrorList.Entry.init)).error else { return nil }
    guard isListed || failure != nil else { return error }
    return error.saying(error.message.withoutErrorPrefix)
  }
}

extension Manifests {
  /// Files without any object, for the verbs that only look for names in them.
  fileprivate static func nothing(in file: Word, for verb: String) -> CommandError {
    CommandError(
      "invalid", "error: no objects passed to \(verb)",
      suggestion: "a manifest has apiVersion, kind and metadata", position: file.position)
  }
}
