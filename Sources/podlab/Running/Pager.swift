internal import CLibedit
internal import Glibc
internal import PodShell

/// Shows what is longer than the screen with the program of the learner's choice: `$PODLAB_PAGER`,
/// `$PAGER`, or `less -FRX`, which leaves the text standing when one has seen it, and tells in its
/// last line how to go on and how to leave.
struct Pager {
  private let program: String?

  /// None where nothing is to be paged: an empty variable or `cat` says so.
  init(_ environment: Environment, isWanted: Bool) {
    let chosen =
      environment["PODLAB_PAGER"] ?? environment["PAGER"] ?? Self.standard(environment.language)
    program = isWanted && !chosen.isEmpty && chosen != "cat" ? chosen : nil
  }

  /// `?e … : … .` in a prompt of less parts what stands at the end of the text from what stands
  /// before.
  private static func standard(_ language: Language?) -> String {
    let prompt =
      switch language {
      case .chinese: "?e（完）q 离开:（还有）空格键继续，q 离开."
      case .english, nil: "?e(end) q leaves:(more) Space goes on, q leaves."
      }
    return "less -FRX '-Ps\(prompt)$'"
  }

  /// Whether a text is so long that it would scroll away.
  func isNeeded(for text: String, rows: Int, columns: Int) -> Bool {
    guard program != nil else { return false }
    var (used, rest) = (0, text.utf8[...])
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      used += max((displayWidth(String(Substring(line))) + columns - 1) / max(columns, 1), 1)
      if used >= rows { return true }
    }
    return false
  }

  /// False where the pager could not be started, so that the text must be shown otherwise.
  func show(_ text: String) -> Bool {
    guard let program else { return false }
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    pl_signals_lend_terminal(1)
    defer { pl_signals_lend_terminal(0) }
    let process = ShellProcess.start(program, input: ends[0])
    close(ends[0])
    // The pager may be left before the end of the text: then writing fails, and that is all.
    if process != nil { _ = Disk.write(text.utf8, to: ends[1]) }
    close(ends[1])
    guard let process else { return false }
    // 126 and 127: the shell found no such program.
    return ![126, 127].contains(ShellProcess.wait(for: process))
  }
}
