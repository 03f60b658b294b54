import Testing

/// Recall of earlier commands.
@Suite struct HistoryTests {
  private static let up = "\u{1B}[A"
  private static let down = "\u{1B}[B"

  @Test func `Up and Down walk through commands that begin as typed`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("get pods")
    try session.enter("get nodes")
    try session.enter("clock")
    session.type("get" + Self.up)
    try session.waitForLine("pod@lab> get nodes")
    session.type(Self.up)
    try session.waitForLine("pod@lab> get pods")
    session.type(Self.down + Self.down)
    try session.waitForLine("pod@lab> get")
  }

  @Test func `Ctrl-R searches`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("get pods")
    try session.enter("get nodes")
    session.type("\u{12}pod")
    try session.wait("the found command") {
      $0.contains("pod@lab> get pods") && $0.contains("bck:pod")
    }
    session.type("\r")
    try session.waitForPrompt()
  }

  @Test func `history outlives the session, private commands do not`() throws {
    let folder = try TemporaryFolder()
    let first = try TerminalSession(folder: folder)
    try first.waitForPrompt()
    try first.enter("get pods")
    try first.enter(" get secrets")
    try first.enter("get nodes")
    try first.enter("get pods")
    first.type("\u{4}")
    _ = try first.exitCode()
    let second = try TerminalSession(folder: folder)
    try second.waitForPrompt()
    second.type(Self.up)
    try second.waitForLine("pod@lab> get pods")
    second.type(Self.up)
    try second.waitForLine("pod@lab> get nodes")
    second.type(Self.up + "!")
    try second.waitForLine("pod@lab> get nodes!")
    #expect(
      try folder.read("state/podlab/history") == "\"get pods\"\n\"get nodes\"\n\"get pods\"\n")
  }

  @Test func `an empty PODLAB_HISTORY keeps nothing`() throws {
    let session = try TerminalSession(environment: ["TERM=xterm", "PODLAB_HISTORY="])
    try session.waitForPrompt()
    try session.enter("get pods")
    #expect(throws: TemporaryFolder.Failure.self) {
      try session.folder.read("state/podlab/history")
    }
    session.type(Self.up)
    try session.waitForLine("pod@lab> get pods")
  }

  @Test func `a heredoc is one entry`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("apply -f - <<Y\r")
    try session.waitForLine(">")
    session.type("kind: Nope\r")
    session.type("Y\r")
    try session.waitForPrompt()
    session.type(Self.up)
    try session.wait("the whole command") { session in
      session.screen.lines.suffix(24).filter { $0 == "kind: Nope" }.count == 1
        && session.screen.cursorLine == "Y"
    }
    session.type(Self.up + "X")
    try session.waitForLine("kXind: Nope")
  }
}
