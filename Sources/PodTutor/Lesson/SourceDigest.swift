/// What a translation was made of: digests of the parts that people read. A part whose digest has
/// changed since is stale.
extension Lesson {
  /// Of title, summary and introduction.
  package var headDigest: String {
    TextDigest([title, head.summary] + introduction.map(\.fingerprint)).text
  }
}

extension LessonStep {
  /// Of the heading, the prose, the hints, the quiz and the advice.
  package var digest: String {
    var texts = [title]
    texts += instruction.map(\.fingerprint) + ["--"] + conclusion.map(\.fingerprint)
    texts += ["--"] + advice
    texts += hints.flatMap { ["--"] + $0.text.map(\.fingerprint) }
    if let quiz {
      texts += ["--", quiz.question]
      texts += quiz.options.flatMap { [$0.isRight ? "(x)" : "( )", $0.text, $0.reason] }
    }
    return TextDigest(texts).text
  }

  /// The texts behind `else`, in the order of the lines.
  var advice: [String] { check?.assertions.compactMap(\.advice) ?? [] }
}

/// Eight hexadecimal digits that change with any of some texts.
struct TextDigest: Hashable, Sendable {
  let text: String

  init(_ texts: [String]) {
    let whole = PodTutor.digest(texts.joined(separator: "\u{0}"))
    text = String((String(repeating: "0", count: 8) + whole).suffix(8))
  }
}

extension MarkdownBlock {
  /// All that the block shows.
  fileprivate var fingerprint: String {
    switch content {
    case .heading(let level, let text): "#\(level) \(text)"
    case .paragraph(let text): text
    case .code(let info, let literal): "```\(info)\n\(literal)"
    case .html: ""
    case .list(let items): items.joined(separator: "\n")
    case .quote(let text): "> \(text)"
    case .rule: "---"
    }
  }
}
