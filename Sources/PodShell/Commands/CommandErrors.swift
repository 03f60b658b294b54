internal import PodEngine

/// The words of everything that can go wrong before or around a command. What the API server
/// refuses stands in `APIErrorText`, what a fault refuses in `FaultWords`.
extension CommandError {
  /// A command of podlab's own was written wrongly.
  static func usage(
    _ problem: String, verb: String, position: TextPosition? = nil, suggestion: String? = nil
  ) -> Self {
    let synopsis = CommandTable.description(of: verb)?.synopsis ?? verb
    return Self(
      "usage", "error: \(problem)\nusage: \(synopsis)", suggestion: suggestion, exitCode: 2,
      position: position)
  }

  /// Arguments that kubectl refuses after it has read the flags.
  static func arguments(
    _ message: String, suggestion: String? = nil, position: TextPosition? = nil
  ) -> Self {
    Self("usage", "error: \(message)", suggestion: suggestion, position: position)
  }

  /// kubectl's words for a command without objects.
  static let nothingNamed = CommandError.arguments(
    "You must provide one or more resources by argument or filename.\n"
      + "Example resource specifications include:\n   '-f rsrc.yaml'\n"
      + "   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'")

  /// Something that a real cluster has and podlab has not.
  static func unsupported(
    _ message: String, suggestion: String?, position: TextPosition? = nil
  ) -> Self {
    Self("unsupported", "error: \(message)", suggestion: suggestion, position: position)
  }

  init(_ error: FlagError, in description: CommandDescription) {
    if case .notSimulated(_, let instead, _) = error {
      self = .unsupported(error.message, suggestion: instead, position: error.position)
      return
    }
    let help =
      description.isKubectl ? "kubectl \(description.name) --help" : "help \(description.name)"
    let names = description.flags.filter { !$0.isHidden }.map(\.name)
    let near = error.unknownName.flatMap { name in
      // `--sort` is the beginning of one flag rather than a slip away from another.
      let longer = names.filter { $0.hasPrefix(name) }
      return longer.count == 1 ? longer.first : NearestName.to(name, among: names)
    }
    self.init(
      "usage", "error: \(error.message)\nSee '\(help)' for usage.",
      suggestion: near.map { "did you mean --\($0)?" },
      // kubectl has one exit code for everything that fails.
      exitCode: description.isKubectl ? 1 : 2, position: error.position)
  }

  init(_ error: WordsError) {
    switch error {
    case .incomplete(let continuation, let position):
      self.init(
        "usage", "error: the command is not complete: \(continuation.problem)",
        suggestion: continuation.remedy, exitCode: 2, position: position)
    case .unsupportedOperator(let text, let position):
      self.init(
        "unsupported", "error: \(GoSyntax.quoted(text)) does not work between podlab's commands",
        suggestion: Self.remedy(forOperator: text), exitCode: 2, position: position)
    case .missingCommand(let text, let position):
      self.init(
        "usage", "error: a command is missing at \(GoSyntax.quoted(text))",
        suggestion: "write a command on both sides of && and |", exitCode: 2, position: position)
    case .missingFile(let text, let position):
      self.init(
        "usage", "error: \(text) needs the name of a file",
        suggestion: "write get pods \(text) pods.txt", exitCode: 2, position: position)
    case .missingDelimiter(let position):
      self.init(
        "usage", "error: << needs a word that ends the text",
        suggestion: "apply -f - <<YAML, then the manifest, then a line that says YAML",
        exitCode: 2, position: position)
    }
  }

  private static func remedy(forOperator text: String) -> String {
    switch text {
    case "<", "<<<": "quote it to pass it on; a manifest goes in with: apply -f - <<YAML"
    default: "quote it to pass it on, or use &&, ||, | or ; between two commands"
    }
  }

  /// A file that cannot be read, in kubectl's words where it has some; `missing` is what to do where
  /// there is none.
  package init(
    _ error: FileAccessError, position: TextPosition? = nil,
    missing: String = "look at its name: it is sought from the folder in which podlab was started"
  ) {
    let name = GoSyntax.quoted(error.path)
    switch error.reason {
    case .missing:
      self.init(
        "file", "error: the path \(name) does not exist",
        suggestion: missing, position: position)
    case .isDirectory:
      self.init(
        "file", "error: \(name) is a directory", suggestion: "name one file in it",
        position: position)
    case .tooLarge:
      self.init(
        "file", "error: \(name) is too large", suggestion: "split it into smaller files",
        position: position)
    case .notText:
      self.init(
        "file", "error: \(name) is not UTF-8 text", suggestion: "save it as UTF-8",
        position: position)
    case .readOnly:
      self.init(
        "file", "error: \(name) cannot be written here",
        suggestion:
          "files are written at the prompt and by scripts, not in lessons and transcripts",
        position: position)
    case .outside:
      self.init(
        "file", "error: \(name) is not below the working folder",
        suggestion: "a script writes only below the folder in which it was started",
        position: position)
    case .elsewhere:
      self.init(
        "file", "error: \(name) lies outside the folder of the page",
        suggestion: "declare it in the page: a fence with file=NAME", position: position)
    case .noManifests:
      self.init(
        "file",
        "error: error reading [\(error.path)]: recognized file extensions are [.json .yaml .yml]",
        suggestion: "-R reads the folders in it as well", position: position)
    case .tooMany(let limit):
      self.init(
        "limit", "error: \(name) has more than \(limit) manifests",
        suggestion: "name the folders in it one after another", position: position)
    case .refused(let reason):
      self.init(
        "file", "error: cannot write \(name): \(reason)", suggestion: "choose another file",
        position: position)
    case .denied:
      self.init(
        "file", "error: \(name) cannot be opened as a regular file",
        suggestion: "choose a plain file that podlab may read", position: position)
    }
  }

  /// One instant of the simulation did not end.
  init(_ error: SimulationLimitError) {
    self.init(
      "limit", "error: more than \(error.limit) events at \(ClockText.text(error.time))",
      suggestion: "undo, and report the commands that led here")
  }
}

extension CommandError {
  /// The same in a language; what kubectl says stays as it is.
  func said(in language: Language) -> Self {
    // Of several errors each has a line of its own, and only some are podlab's.
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { language.text(String($0)) }.joined(separator: "\n")
    var said = Self(
      name, text, suggestion: suggestion.map(language.lines), exitCode: exitCode,
      position: position)
    said.manifestPlaces = manifestPlaces
    return said
  }
}

extension FlagError {
  fileprivate var unknownName: String? {
    if case .unknown(let name, _) = self { name } else { nil }
  }
}

extension Continuation {
  fileprivate var problem: String {
    switch self {
    case .heredoc(let delimiter):
      "the line \(GoSyntax.quoted(delimiter)) that ends the text is missing"
    case .quote(let quote): "a \(quote) is open"
    case .backslash: "a backslash ends the line"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .heredoc(let delimiter): "end it with a line that says only \(delimiter)"
    case .quote(let quote): "close it with another \(quote)"
    case .backslash: "go on in the next line, or take the backslash away"
    }
  }
}
