internal import CLibedit
internal import Glibc

/// Shows what is longer than the screen with the program of the learner's choice: `$PODLAB_PAGER`,
/// `$PAGER`, or `less -FRX`, which leaves the text standing when one has seen it.
struct Pager {
  private let program: String?

  /// None where nothing is to be paged: an empty variable or `cat` says so.
  init(_ environment: Environment, isWanted: Bool) {
    let chosen = environment["PODLAB_PAGER"] ?? environment["PAGER"] ?? "less -FRX"
    program = isWanted && !chosen.isEmpty && chosen != "cat" ? chosen : nil
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
