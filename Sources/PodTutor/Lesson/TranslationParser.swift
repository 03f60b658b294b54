internal import PodShell

/// Reads `<id>.zh-Hans.md`: the words of a lesson in another language, by the ids of its steps.
struct TranslationParser: Sendable {
  private let source: SourceLines
  private var problems = Problems()
  private var translation: LessonTranslation
  private var step: TranslatedStep?
  private var hint: TranslatedHint?

  private init(_ source: SourceLines) {
    self.source = source
    translation = LessonTranslation(file: source.file)
  }

  /// Throws everything that is wrong in the file. Whether it fits the source is the question of
  /// `TranslationTrial`.
  static func parse(_ file: TextFile) throws(SourceErrors) -> LessonTranslation {
    let source: SourceLines
    do { source = try SourceLines(file) } catch { throw SourceErrors([error]) }
    var parser = Self(source)
    let (matter, body) = source.frontMatter(&parser.problems)
    if let matter { parser.readHead(matter) }
    for block in MarkdownReader.blocks(of: body) { parser.read(block) }
    parser.finishHint()
    parser.finishStep()
    guard parser.problems.errors.isEmpty else { throw SourceErrors(parser.problems.errors) }
    return parser.translation
  }

  private mutating func readHead(_ matter: FrontMatter) {
    var reader = FieldReader(matter)
    reader.allow(["podlab", "id", "lang", "title", "summary", "source"])
    _ = reader.number("podlab", in: 1...1)
    translation.id = reader.identifier("id")
    translation.language = reader.languageCode()
    translation.title = reader.text("title")
    translation.summary = reader.text("summary")
    translation.source = reader.sourceMark()
    for error in reader.problems.errors { problems.add(error) }
  }

  private mutating func read(_ block: MarkdownBlock) {
    source.refuseControls(in: block, &problems)
    switch block.content {
    case .heading(level: 1, let text): readTitle(text, block)
    case .heading(level: 2, let text):
      finishStep()
      step = TranslatedStep(title: text, position: source.position(block.lines.lowerBound))
    case .code(let info, _):
      let words = info.split(separator: " ").map(String.init)
      if words.first == "podlab" { readRole(words, block) } else { addProse(block) }
    case .html:
      for line in block.lines { readHTML(source[line].trimmed, line) }
    case .heading, .paragraph, .list, .quote, .rule: addProse(block)
    }
  }

  private mutating func readTitle(_ text: String, _ block: MarkdownBlock) {
    guard text != translation.title, !translation.title.isEmpty else { return }
    problems.add(
      source.position(block.lines.lowerBound),
      "the heading `\(text)` is not the title `\(translation.title)`",
      advice: "Use the same words in the heading and in the front matter.")
  }

  private mutating func addProse(_ block: MarkdownBlock) {
    if hint != nil {
      hint?.text.append(block)
    } else if step == nil {
      translation.introduction.append(block)
    } else if step?.isPastCheck == true {
      step?.conclusion.append(block)
    } else {
      step?.instruction.append(block)
    }
  }

  private mutating func readRole(_ words: [String], _ block: MarkdownBlock) {
    let (source, position) = (source, source.position(block.lines.lowerBound))
    let role = words.count > 1 ? words[1] : ""
    guard step != nil, ["check", "quiz"].contains(role) else {
      return problems.add(
        position, "`podlab \(role)` has no place in a translation here",
        advice: "Steps hold `podlab check ID` with their `else` lines, or `podlab quiz ID`; "
          + "all else comes from the source.")
    }
    let found = problems.catching { () throws(SourceError) in try Fence(block, in: source) }
    guard let fence = found else { return }
    let id = words.dropFirst(2).joined(separator: " ")
    if role == "check", step?.quiz != nil {
      step?.moveConclusionToInstruction()
    }
    if let step, role == "check", !step.id.isEmpty, id != step.id {
      problems.add(
        position, "the \(role) is `\(id)`, the step is `\(step.id)`", advice: "Correct one of them."
      )
    }
    step?.isPastCheck = true
    if role == "quiz" {
      step?.quiz = problems.catching { () throws(SourceError) in
        try QuizParser.quiz(id: id, in: fence.body, of: source)
      }
    } else {
      for line in fence.body where !source[line].trimmed.isEmpty { readAdvice(line) }
    }
  }

  private mutating func readAdvice(_ line: Int) {
    let source = source
    let tokens = problems.catching { () throws(SourceError) in
      try AssertionLexer.tokens(source[line], at: source.position(line))
    }
    guard let tokens else { return }
    guard tokens.count == 2, tokens[0].text == "else", tokens[1].kind == .quoted,
      !tokens[1].text.isEmpty
    else {
      return problems.add(
        source.position(line), "`\(source[line].trimmed)` is no line of a translated check",
        advice: "Write one line `else \"…\"` for each `else` of the source; claims come from there."
      )
    }
    step?.advice.append(TranslatedText(text: tokens[1].text, position: source.position(line)))
  }

  private mutating func finishStep() {
    finishHint()
    guard let step else { return }
    if step.id.isEmpty {
      problems.add(
        step.position, "the step does not say which one it is",
        advice: "Write `<!-- step: ID -->` in the line below its heading.")
    } else if translation.steps.contains(where: { $0.id == step.id }) {
      problems.add(
        step.position, "the step `\(step.id)` stands here twice", advice: "Keep one of the two.")
    }
    translation.steps.append(step)
    self.step = nil
  }
}

// HTML: the id of a step, and hints.
extension TranslationParser {
  private mutating func readHTML(_ text: String, _ line: Int) {
    if text.hasPrefix("<!-- step:"), text.hasSuffix("-->") { readStepComment(text, line) }
    if text.hasPrefix("<!-- when:") || text.hasPrefix("<!-- podlab:") {
      problems.add(
        source.position(line), "conditions and directives come from the source",
        advice: "Remove the line.")
    }
    if text.hasPrefix("<details>") {
      finishHint()
      hint = TranslatedHint(title: summary(of: text), position: source.position(line))
    }
    guard text.hasSuffix("</details>") else { return }
    guard let hint else {
      return problems.add(
        source.position(line), "`</details>` closes nothing", advice: "Remove it.")
    }
    self.hint = nil
    if step == nil || hint.text.isEmpty {
      problems.add(
        hint.position, "the hint is empty or stands before the first step",
        advice: "Write its text between empty lines, inside a step.")
    }
    step?.hints.append(hint)
  }

  private mutating func readStepComment(_ text: String, _ line: Int) {
    let words = text.dropFirst("<!-- step:".count).dropLast(3).split(separator: " ")
      .map(String.init)
    let mark = words.dropFirst().first
    let isMark = mark.map { $0.hasPrefix("source=") && $0.count > "source=".count } ?? true
    guard step?.id.isEmpty == true, let id = words.first, words.count <= 2, isMark else {
      return problems.add(
        source.position(line), "`\(text)` is not in order here",
        advice: "Write `<!-- step: ID source=DIGEST -->` once, below the heading of the step.")
    }
    step?.id = id
    step?.source = SourceMark(
      digest: mark.map { String($0.dropFirst("source=".count)) }, position: source.position(line))
  }

  private mutating func finishHint() {
    guard let hint else { return }
    problems.add(hint.position, "`<details>` has no end", advice: "Close it with `</details>`.")
    self.hint = nil
  }
}

extension FieldReader {
  /// The language of a translation, as the names of its files have it.
  mutating func languageCode() -> String {
    let code = text("lang")
    let known = Language.allCases.compactMap(\.translationCode)
    if !code.isEmpty, !known.contains(code) {
      problems.add(
        position("lang"), "podlab does not speak `\(code.withVisibleControls)`",
        advice: "Translations are in: \(known.joined(separator: ", ")).")
    }
    return code
  }

  mutating func sourceMark() -> SourceMark {
    SourceMark(
      digest: frontMatter["source"] == nil ? nil : text("source"), position: position("source"))
  }
}

extension Language {
  /// How files name a language; nil for the one that lessons are written in.
  var translationCode: String? {
    switch self {
    case .english: nil
    case .chinese: "zh-Hans"
    }
  }
}
