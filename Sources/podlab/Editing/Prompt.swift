/// What stands before the cursor. ASCII only: libedit in a C locale cannot show more.
struct Prompt: Hashable, Sendable {
  let text: String
  private var isOwn = true

  init(_ purpose: LinePurpose) {
    switch purpose {
    case .command: text = "pod@lab> "
    case .container(let prompt):
      // Whatever a container calls itself.
      text = visible(prompt)
      isOwn = false
    case .continuation: text = "> "
    }
  }

  /// For libedit: escape sequences between `\1`, and the last space outside, because a prompt must
  /// not end in one.
  func escaped(colours: Bool) -> String {
    colours && isOwn ? "\u{1}\u{1B}[32m\u{1}\(text.dropLast())\u{1}\u{1B}[0m\u{1} " : text
  }
}
