internal import PodEngine

/// `-f FILE` before verbs that only look for the names in it: `get -f pod.yaml` is `get pod/web`.
enum FileNames {
  /// The verbs for which kubectl takes from a manifest only which objects are meant.
  private static let verbs = [
    "annotate", "describe", "edit", "expose", "get", "label", "patch", "rollout", "scale", "set",
    "wait",
  ]

  static func reads(_ name: String) -> Bool { verbs.contains { name.hasPrefix($0) } }

  /// The command with the names in place of the files.
  static func expanded(
    _ simple: SimpleCommand, in bench: Workbench
  ) throws(CommandError) -> SimpleCommand {
    let words = CommandTable.withoutProgramName(simple.words)
    guard let verb = words.first(where: { !$0.text.hasPrefix("-") }), verbs.contains(verb.text)
    else { return simple }
    let end = words.firstIndex { $0.text == "--" } ?? words.endIndex
    var (rest, files) = ([Word](), [Word]())
    var queue = words[..<end]
    while let word = queue.popFirst() {
      if ["-f", "--filename"].contains(word.text), let file = queue.popFirst() {
        files.append(file)
      } else if let path = path(in: word.text) {
        files.append(Word(path, at: word.position))
      } else {
        rest.append(word)
      }
    }
    guard !files.isEmpty else { return simple }
    var command = simple
    command.words = try named(rest, files, simple, in: bench) + words[end...]
    command.heredoc = files.contains { $0.text == "-" } ? nil : simple.heredoc
    return command
  }

  /// `-f=FILE`, `--filename=FILE`, `-fFILE`
  private static func path(in text: String) -> String? {
    for prefix in ["--filename=", "-f="] where text.hasPrefix(prefix) {
      return String(text.dropFirst(prefix.count))
    }
    return text.hasPrefix("-f") && !text.hasPrefix("--") && text.count > 2
      ? String(text.dropFirst(2)) : nil
  }

  private static func named(
    _ rest: [Word], _ files: [Word], _ simple: SimpleCommand, in bench: Workbench
  ) throws(CommandError) -> [Word] {
    var flags = FlagValues()
    for file in files { flags.add("filename", .text(file.text), at: file.position) }
    let call = Invocation(arguments: [], flags: flags, heredoc: simple.heredoc)
    var (words, namespace) = (rest, String?.none)
    for document in try Manifests(call)?.documents(in: bench) ?? [] {
      let key = try document.identity(in: bench)
      let position = files[0].position
      words.append(Word("\(key.resource.qualifiedSingular)/\(key.name)", at: position))
      if !key.namespace.isEmpty { namespace = key.namespace }
    }
    // Changes such as `app=web` stand after the names.
    let changes = words.dropFirst().filter {
      MetadataEdit.isChange($0) && !$0.text.hasPrefix("-")
    }
    words.removeAll { changes.contains($0) }
    if let namespace {
      words += [Word("-n", at: files[0].position), Word(namespace, at: files[0].position)]
    }
    return words + changes
  }
}
