// The fenced blocks and the HTML of a lesson.
extension LessonParser {
  mutating func readCode(_ info: String, _ block: MarkdownBlock) {
    let words = info.split(separator: " ").map(String.init)
    let isOurs = words.first == "podlab" || words.first == "console"
    guard isOurs || words.contains(where: { $0.hasPrefix("file=") }) else { return addProse(block) }
    let source = source
    let found = problems.catching { () throws(SourceError) in try Fence(block, in: source) }
    guard let fence = found else { return }
    switch words.first {
    case "podlab": readRole(Array(words.dropFirst()), fence, block)
    case "console": readConsole(fence, block)
    default: readFile(words, fence, block)
    }
  }

  private mutating func readRole(_ words: [String], _ fence: Fence, _ block: MarkdownBlock) {
    let position = source.position(block.lines.lowerBound)
    let name = words.dropFirst().joined(separator: " ")
    switch words.first {
    case "setup": readSetup(fence, position)
    case "check": readCheck(name, fence, position)
    case "quiz": readQuiz(name, fence, position)
    case "solution": readAttempt(name.isEmpty ? "solution" : name, fence, position, isRight: true)
    case "wrong": readAttempt(name, fence, position, isRight: false)
    case "explore":
      let suggestions = commands(fence)?.commands ?? []
      step?.suggestions += suggestions
    default:
      problems.add(
        position, "`podlab \(words.first ?? "")` is no block",
        advice: "They are: setup, check ID, solution, wrong NAME, quiz ID, explore.")
    }
    if step == nil, words.first != "setup" {
      problems.add(
        position, "the block stands before the first step",
        advice: "Move it below a `## TITLE`; only `setup` stands before.")
    }
  }

  private mutating func commands(_ fence: Fence) -> (
    commands: [LessonCommand], expected: [LessonCommand]
  )? {
    let reader = CommandReader(source: source, isIncomplete: isIncomplete)
    return problems.catching { () throws(SourceError) in try reader.commands(in: fence.body) }
  }

  private mutating func readSetup(_ fence: Fence, _ position: SourcePosition) {
    if step != nil {
      problems.add(
        position, "`setup` stands inside a step",
        advice: "Move it before the first `## TITLE`: it builds the start of the lesson.")
    }
    lesson.setup += commands(fence)?.commands ?? []
  }

  private mutating func takeID(_ name: String, _ role: String, _ position: SourcePosition) {
    if !isIdentifier(name) {
      problems.add(
        position, name.isEmpty ? "the \(role) has no id" : "`\(name)` is no id",
        advice: "Write ```podlab \(role) ID with lower-case letters, digits and dashes.")
    } else if step?.check != nil || (role == "quiz" && step?.quiz != nil) {
      problems.add(
        position, "a second check or quiz in one step",
        advice: "Make a step of its own for it: a new `## TITLE`. A quiz may stand before a check.")
    }
  }

  private mutating func readCheck(_ name: String, _ fence: Fence, _ position: SourcePosition) {
    takeID(name, "check", position)
    var check = StepCheck(position: position)
    for line in fence.body where !source[line].trimmed.isEmpty && !source[line].hasPrefix("#") {
      let source = source
      let parsed = problems.catching { () throws(SourceError) in
        try AssertionParser.parse(source[line], at: source.position(line))
      }
      switch parsed {
      case .assertion(let assertion)?: check.assertions.append(assertion)
      case .memory(let memory)?: check.memories.append(memory)
      case nil: break
      }
    }
    if check.assertions.isEmpty, fence.body.isEmpty {
      problems.add(
        position, "the check says nothing", advice: "Add a line such as `expect pod/web exists`.")
    }
    // What stands between a prediction and its check still tells what to do.
    step?.moveConclusionToInstruction()
    step?.check = check
    step?.id = name
  }

  private mutating func readQuiz(_ name: String, _ fence: Fence, _ position: SourcePosition) {
    takeID(name, "quiz", position)
    let source = source
    step?.quiz = problems.catching { () throws(SourceError) in
      try QuizParser.quiz(id: name, in: fence.body, of: source)
    }
    step?.id = name
  }

  private mutating func readAttempt(
    _ name: String, _ fence: Fence, _ position: SourcePosition, isRight: Bool
  ) {
    guard let (commands, expected) = commands(fence) else { return }
    let attempt = Attempt(
      name: name, position: position, commands: commands, expectedTexts: expected)
    if commands.isEmpty {
      problems.add(position, "the block has no command", advice: "Add one, or remove the block.")
    }
    if isRight {
      details?.holdsSolution = true
      step?.solutions.append(attempt)
      return
    }
    if name.isEmpty || expected.isEmpty {
      problems.add(
        position, "a wrong attempt needs a name and a line `=> TEXT`",
        advice: "Say after `=>` what the learner must be told.")
    }
    step?.wrongAttempts.append(attempt)
  }

  private mutating func readConsole(_ fence: Fence, _ block: MarkdownBlock) {
    let (source, isIncomplete) = (source, isIncomplete)
    let position = source.position(block.lines.lowerBound)
    let steps = problems.catching { () throws(SourceError) in
      try ConsoleParser.steps(in: fence.body, of: source, isIncomplete: isIncomplete)
    }
    let excerpt = ConsoleExcerpt(block: TranscriptBlock(directives, steps ?? [], at: position))
    directives = Directives()
    let isAfter = step?.isChecked == true
    if step == nil {
      problems.add(
        position, "an excerpt before the first step", advice: "Move it below a `## TITLE`.")
    } else if isAfter {
      step?.excerptsAfter.append(excerpt)
    } else {
      step?.excerptsBefore.append(excerpt)
    }
    addProse(block)
  }

  private mutating func readFile(_ words: [String], _ fence: Fence, _ block: MarkdownBlock) {
    guard let word = words.first(where: { $0.hasPrefix("file=") }) else { return addProse(block) }
    let name = String(word.dropFirst("file=".count))
    let lines = fence.body.map { source[$0] + "\n" }
    if name.isEmpty || name.contains("/") {
      problems.add(
        source.position(block.lines.lowerBound), "`\(name)` is no file name of a lesson",
        advice: "Write file=NAME without folders.")
    }
    if lesson.files.count == LessonLimits.files {
      problems.add(
        source.position(block.lines.lowerBound),
        "more than \(LessonLimits.files) files in a lesson", advice: "Write shorter manifests.")
    }
    lesson.files.append(TextFile(path: name, text: lines.joined()))
    addProse(block)
  }
}

// Hints, solutions and directives, which are HTML so that the page reads well elsewhere.
extension LessonParser {
  mutating func readHTML(_ block: MarkdownBlock) {
    for line in block.lines { readHTML(source[line].trimmed, line) }
    let source = source
    var directives = directives
    problems.catching { () throws(SourceError) in try directives.read(block.lines, of: source) }
    self.directives = directives
  }

  private mutating func readHTML(_ text: String, _ line: Int) {
    if text.hasPrefix("<details>") {
      details = OpenDetails(title: summary(of: text), position: source.position(line))
    }
    if text.hasPrefix("<!-- when:"), text.hasSuffix("-->") {
      let condition = text.dropFirst("<!-- when:".count).dropLast(3).trimmed
      let column = (source[line].firstRange(of: condition)?.lowerBound).map {
        source[line].distance(from: source[line].startIndex, to: $0) + 1
      }
      let position = source.position(line, column ?? 1)
      details?.condition = problems.catching { () throws(SourceError) in
        try AssertionParser.assertion(condition, at: position)
      }
    }
    if text.hasSuffix("</details>") { closeDetails(line) }
  }

  private mutating func closeDetails(_ line: Int) {
    guard let details else {
      return problems.add(
        source.position(line), "`</details>` closes nothing", advice: "Remove it.")
    }
    self.details = nil
    guard !details.holdsSolution else { return }
    if details.text.isEmpty || step == nil {
      problems.add(
        details.position, "the hint is empty or stands before the first step",
        advice: "Write its text between empty lines, inside a step.")
    }
    step?.hints.append(
      Hint(
        title: details.title, position: details.position, condition: details.condition,
        text: details.text))
  }
}

/// What stands in `<summary>`.
func summary(of text: String) -> String {
  guard let start = text.firstRange(of: "<summary>")?.upperBound,
    let end = text.firstRange(of: "</summary>")?.lowerBound, start <= end
  else { return "" }
  return String(text[start..<end])
}
