/// A page that is being recorded: what it consists of, and how it is written as Markdown.
struct RecordedPage: Sendable {
  struct Step: Hashable, Sendable {
    var command: String
    var output: [String] = []
    /// The name of the error with which it failed.
    var error: String?
    var isHidden = false
    /// A fresh cluster stands before it.
    var startsAfresh = false
  }

  enum Item: Hashable, Sendable {
    case step(Step)
    case note(String)
    case section(String)
    /// A file that the commands after it read.
    case file(TextFile)
  }

  let settings: TranscriptSettings
  let title: String
  var items: [Item] = []

  var steps: [Step] {
    items.compactMap { item in
      switch item {
      case .step(let step): step
      case .note, .section, .file: nil
      }
    }
  }

  /// The first lines.
  var heading: String {
    let nodes = settings.nodes == 3 ? "" : " nodes=\(settings.nodes)"
    return "<!-- podlab-transcript: v1 seed=\(settings.seed)\(nodes) "
      + "size=\(settings.columns)x\(settings.rows) -->\n# \(title)\n"
  }

  /// The whole page. Commands that follow each other stand in one fence; one that fails ends it.
  var text: String {
    var parts: [String] = []
    var run: [Step] = []
    func finish() {
      if !run.isEmpty { parts.append(Self.text(of: run)) }
      run = []
    }
    for item in items {
      guard case .step(let step) = item else {
        finish()
        parts.append(Self.text(of: item))
        continue
      }
      let goesOn = run.last.map { $0.isHidden == step.isHidden } ?? true
      if !goesOn || step.startsAfresh || step.error != nil { finish() }
      run.append(step)
      if step.error != nil { finish() }
    }
    finish()
    return heading + parts.map { "\n\($0)\n" }.joined()
  }

  /// One item as it is added to the file at once; every prefix of such a file is a page.
  static func text(of item: Item) -> String {
    switch item {
    case .step(let step): return text(of: [step])
    case .note(let text): return text
    case .section(let title): return "## \(title)"
    case .file(let file):
      let body = file.text.hasSuffix("\n") || file.text.isEmpty ? file.text : file.text + "\n"
      let kind =
        file.path.hasSuffix(".json") ? "json" : file.path.hasSuffix(".yaml") ? "yaml" : "text"
      let fence = fence(around: body.split(separator: "\n").map(String.init))
      return "\(fence)\(kind) file=\(file.path)\n\(body)\(fence)"
    }
  }

  private static func text(of steps: [Step]) -> String {
    guard let first = steps.first, let last = steps.last else { return "" }
    var lines: [String] = []
    if first.startsAfresh { lines.append("<!-- podlab: reset -->") }
    let commands = steps.flatMap { step in
      step.command.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        ($0 == 0 ? ConsoleParser.prompt : ConsoleParser.continuationPrompt) + " \($1)"
      } + (step.isHidden ? [] : step.output)
    }
    if first.isHidden {
      lines += ["<!-- podlab: hidden"] + commands + ["-->"]
    } else {
      if let error = last.error { lines.append("<!-- podlab: expect error=\(error) -->") }
      let fence = fence(around: commands)
      lines += [fence + "console"] + commands + [fence]
    }
    return lines.joined(separator: "\n")
  }

  /// More back quotes than any line begins with.
  private static func fence(around lines: [String]) -> String {
    let longest = lines.map { $0.trimmed.prefix { $0 == "`" }.count }.max() ?? 0
    return String(repeating: "`", count: max(3, longest + 1))
  }
}

extension RecordedPage.Step {
  /// Why a page cannot hold the step; nil when it can.
  var obstacle: String? {
    if isHidden, command.contains("-->") { return "a hidden command cannot contain -->" }
    if command.unicodeScalars.contains(where: { $0.isUnsafeToPrint && $0 != "\n" }) {
      return "the command has a control character or a tab"
    }
    let isPromptLike = output.contains { $0.hasPrefix(ConsoleParser.prompt) }
    return isPromptLike && !isHidden ? "its output has a line that looks like a prompt" : nil
  }
}
