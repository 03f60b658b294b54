import Glibc

/// podlab at a terminal: keys go in, a screen comes out.
final class TerminalSession {
  struct Timeout: Error, CustomStringConvertible {
    let wanted: String
    let screen: String
    var description: String { "waited for \(wanted); the screen is:\n\(screen)" }
  }

  static let prompt = "pod@lab>"

  let folder: TemporaryFolder
  private(set) var screen: Screen
  /// Everything that was received, with its escape sequences.
  private(set) var received = ""
  private let terminal: Int32
  private let process: pid_t
  private var undecoded: [UInt8] = []
  private var code: Int32?

  init(
    _ arguments: [String] = [], environment: [String] = ["TERM=xterm"], columns: Int = 80,
    folder: TemporaryFolder? = nil, pages: Bool = false
  ) throws {
    let folder = try folder ?? TemporaryFolder()
    self.folder = folder
    screen = Screen(columns: columns, rows: 24)
    terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard let path = Self.otherEnd(of: terminal) else { throw Spawn.Failure.terminal }
    Self.setSize(terminal, columns: columns)
    process = try Spawn.start(
      [PodlabBinary.path] + arguments,
      // Of two values the first counts.
      environment: environment + folder.environment + (pages ? [] : ["PODLAB_PAGER=cat"]),
      .terminal(path: path))
  }

  deinit {
    if code == nil {
      kill(process, SIGKILL)
      _ = Spawn.wait(for: process)
    }
    close(terminal)
  }

  // MARK: Keys

  func type(_ keys: String) {
    _ = unsafe Array(keys.utf8).withUnsafeBytes { unsafe write(terminal, $0.baseAddress, $0.count) }
  }

  func typeBytes(_ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes { unsafe write(terminal, $0.baseAddress, $0.count) }
  }

  /// Types a command and Enter at an empty prompt, and waits for the next one. A prompt that is still on
  /// its way from what was typed before must not be taken for the answer.
  func enter(_ command: String) throws {
    try waitForPrompt()
    let before = prompts
    type(command + "\r")
    try wait("a prompt after \(command)") { $0.prompts > before && $0.isAtPrompt }
  }

  func resize(columns: Int) {
    Self.setSize(terminal, columns: columns)
    screen.resize(columns: columns)
  }

  func send(signal: Int32) { kill(process, signal) }

  // MARK: Screen

  var isAtPrompt: Bool { screen.cursorLine == Self.prompt }

  /// How often the prompt was drawn.
  var prompts: Int {
    received.split(separator: Self.prompt, omittingEmptySubsequences: false).count - 1
  }

  func contains(_ text: String) -> Bool { screen.lines.contains { $0.contains(text) } }

  func waitForPrompt() throws { try wait("the prompt") { $0.isAtPrompt } }

  func waitFor(_ text: String) throws { try wait(text) { $0.contains(text) } }

  /// Waits until the row of the cursor is this text.
  func waitForLine(_ text: String) throws {
    try wait("the line \(text)") { $0.screen.cursorLine == text }
  }

  /// Far longer than anything takes, also while all cores are busy with other tests.
  private static let patience = Duration.seconds(60)

  func wait(_ wanted: String, until condition: (TerminalSession) -> Bool) throws {
    let end = ContinuousClock.now + Self.patience
    while ContinuousClock.now < end {
      if condition(self) { return }
      if !receive(milliseconds: 10), code != nil { break }
    }
    if condition(self) { return }
    throw Timeout(
      wanted: wanted,
      screen: screen.lines.joined(separator: "\n") + "\n"
        + String(received.suffix(100)).debugDescription)
  }

  /// Takes what arrives for a while; for asserting that nothing more happens.
  func settle(milliseconds: Int = 200) {
    for _ in 0..<(milliseconds / 10) { _ = receive(milliseconds: 10) }
  }

  private func receive(milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waiting, 1, milliseconds) > 0 else {
      reap()
      return false
    }
    var block = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(terminal, &block, block.count)
    guard count > 0 else {
      reap()
      usleep(10_000)
      return false
    }
    undecoded += block[..<count]
    // The end of a block may cut a character in two; its bytes wait for the rest.
    var keep = 0
    while keep < min(4, undecoded.count),
      String(validating: undecoded.dropLast(keep), as: UTF8.self) == nil
    { keep += 1 }
    let text = String(decoding: undecoded.dropLast(keep), as: UTF8.self)
    undecoded = Array(undecoded.suffix(keep))
    received += text
    screen.feed(text.unicodeScalars)
    return true
  }

  // MARK: Process

  /// Waits for the end and gives the exit code.
  func exitCode() throws -> Int32 {
    try wait("the end of the program") { $0.code != nil }
    return code ?? -1
  }

  /// Waits until the process is stopped.
  func waitUntilStopped() throws {
    var status: Int32 = 0
    let end = ContinuousClock.now + Self.patience
    while ContinuousClock.now < end {
      if unsafe waitpid(process, &status, WUNTRACED | WNOHANG) == process, status & 0xFF == 0x7F {
        return
      }
      _ = receive(milliseconds: 10)
    }
    throw Timeout(wanted: "the process to stop", screen: screen.lines.joined(separator: "\n"))
  }

  /// Whether the terminal edits lines and echoes itself, as it did before the program started.
  var isCooked: Bool {
    var settings = termios()
    guard unsafe tcgetattr(terminal, &settings) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO)
    return settings.c_lflag & wanted == wanted
  }

  private func reap() {
    var status: Int32 = 0
    if code == nil, unsafe waitpid(process, &status, WNOHANG) == process, status & 0xFF != 0x7F {
      code = Spawn.code(status)
    }
  }

  /// What `unlockpt` and `ptsname` do; Glibc's module does not show them.
  private static func otherEnd(of terminal: Int32) -> String? {
    let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
    let getNumber: UInt = 0x8004_5430  // TIOCGPTN
    var zero: Int32 = 0
    var number: UInt32 = 0
    guard terminal >= 0, unsafe ioctl(terminal, unlock, &zero) == 0,
      unsafe ioctl(terminal, getNumber, &number) == 0
    else { return nil }
    return "/dev/pts/\(number)"
  }

  private static func setSize(_ terminal: Int32, columns: Int) {
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }
}
