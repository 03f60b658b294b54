internal import CLibedit
internal import Glibc

/// What the program knows about where it runs, decided once at the start.
struct Terminal: Hashable, Sendable {
  /// How commands are read.
  enum Manner: Hashable, Sendable {
    /// With the line editor.
    case editing
    /// Somebody types, but nothing on the screen is ever drawn twice: for screen readers.
    case plain
    /// Nobody is there: no prompt, and the first error ends it.
    case script
  }

  enum ColourChoice: String, Hashable, Sendable, CaseIterable { case auto, always, never }

  let manner: Manner
  let outputColours: Bool
  let errorColours: Bool

  init(
    environment: Environment = .process, colour: ColourChoice = .auto, plain: Bool = false,
    isTerminal: (Int32) -> Bool = { isatty($0) == 1 }
  ) {
    let isDumb = environment.nonEmpty("TERM").map { $0 == "dumb" } ?? true
    if !isTerminal(STDIN_FILENO) || !isTerminal(STDOUT_FILENO) || isDumb {
      manner = .script
    } else {
      manner = plain ? .plain : .editing
    }
    // https://no-color.org: present and not empty.
    let isWanted = !isDumb && !plain && environment.nonEmpty("NO_COLOR") == nil
    func colours(_ descriptor: Int32) -> Bool {
      switch colour {
      case .always: true
      case .never: false
      case .auto: isWanted && isTerminal(descriptor)
      }
    }
    outputColours = colours(STDOUT_FILENO)
    errorColours = colours(STDERR_FILENO)
  }

  /// The size of the terminal on standard output; 80 by 24 when there is none.
  static func size() -> (columns: Int, rows: Int) {
    var columns: Int32 = 80
    var rows: Int32 = 24
    _ = unsafe pl_terminal_size(STDOUT_FILENO, &columns, &rows)
    return (Int(columns), Int(rows))
  }
}
