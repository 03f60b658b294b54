/// Reads a `quiz` block: `? question`, then `( ) answer` or `(x) answer`, each with its reason
/// indented below.
enum QuizParser {
  /// Letters are what the learner types.
  static let letters = "abcdefgh".map(String.init)

  static func quiz(id: String, in lines: Range<Int>, of source: SourceLines) throws(SourceError)
    -> Quiz
  {
    var draft = Draft()
    for line in lines where !source[line].trimmed.isEmpty {
      try draft.read(source[line], source.position(line))
    }
    draft.finishOption()
    let position = source.position(lines.lowerBound)
    guard !draft.question.isEmpty else {
      throw SourceError(position, "the quiz has no question", advice: "Begin it with `? …`.")
    }
    guard draft.options.count <= letters.count else {
      throw SourceError(
        position, "\(draft.options.count) answers; \(letters.count) is the limit",
        advice: "Two to four answers are enough.")
    }
    return Quiz(
      id: id, position: position, question: MarkdownReader.words(of: draft.question),
      options: draft.options)
  }

  private struct Draft {
    var question = ""
    var options: [QuizOption] = []
    private var text: String?
    private var isRight = false
    private var reason = ""
    private var position: SourcePosition?

    mutating func read(_ line: String, _ place: SourcePosition) throws(SourceError) {
      if line.hasPrefix("? ") {
        guard options.isEmpty, text == nil else {
          throw SourceError(
            place, "a second question in one quiz", advice: "Make a step of its own for it.")
        }
        question = join(question, line.dropFirst(2))
      } else if line.hasPrefix("( ) ") || line.hasPrefix("(x) ") {
        finishOption()
        (text, isRight) = (String(line.dropFirst(4)).trimmed, line.hasPrefix("(x)"))
        position = place
      } else if line.hasPrefix("  "), text != nil {
        reason = join(reason, line)
      } else if line.hasPrefix("  "), !question.isEmpty {
        question = join(question, line)
      } else {
        throw SourceError(
          place, "`\(line.trimmed)` is no line of a quiz",
          advice: "Lines begin with `? `, `( ) `, `(x) `, or are indented below their answer.")
      }
    }

    mutating func finishOption() {
      guard let text, let position, options.count < 100 else { return }
      let letter = options.count < letters.count ? letters[options.count] : "?"
      options.append(
        QuizOption(
          letter: letter, text: MarkdownReader.words(of: text), isRight: isRight,
          reason: MarkdownReader.words(of: reason), position: position))
      (self.text, reason) = (nil, "")
    }

    private func join(_ left: String, _ right: some StringProtocol) -> String {
      left.isEmpty ? right.trimmed : left + " " + right.trimmed
    }
  }
}
