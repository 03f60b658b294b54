import Testing

/// Output that is longer than the screen.
@Suite struct PagerTests {
  private static func environment(_ pager: String) -> [String] {
    ["TERM=xterm", "PODLAB_PAGER=\(pager)"]
  }

  @Test func `it goes through the pager, short output does not`() throws {
    let session = try TerminalSession(environment: Self.environment("sed s/^/P:/"))
    try session.waitForPrompt()
    try session.enter("get nodes")
    #expect(!session.contains("P:"))
    try session.enter("get node node-1 -o yaml")
    #expect(session.contains("P:"))
  }

  @Test func `PAGER is taken where PODLAB_PAGER is not set`() throws {
    let folder = try TemporaryFolder()
    let session = try TerminalSession(
      environment: ["TERM=xterm", "PAGER=sed s/^/Q:/"], folder: folder, pages: true)
    try session.waitForPrompt()
    try session.enter("get node node-1 -o yaml")
    #expect(session.contains("Q:"))
  }

  @Test func `less shows the first screen and gives the terminal back`() throws {
    let session = try TerminalSession(environment: ["TERM=xterm"], pages: true)
    try session.waitForPrompt()
    session.type("get node node-1 -o yaml\r")
    try session.wait("the first screen") {
      $0.contains("apiVersion: v1") && $0.screen.cursorLine.hasPrefix("(more) Space goes on")
    }
    session.type("\u{3}")
    session.settle()
    try session.leaveLess()
    try session.enter("get nodes -o name")
    #expect(session.contains("node/node-3"))
  }

  @Test(arguments: [
    (["--no-pager"], "sed s/^/P:/"), ([], ""), ([], "cat"), ([], "/does/not/exist"),
  ])
  func `without a pager everything scrolls`(_ arguments: [String], _ pager: String) throws {
    let session = try TerminalSession(arguments, environment: Self.environment(pager))
    try session.waitForPrompt()
    try session.enter("get node node-1 -o yaml")
    #expect(session.received.contains("apiVersion: v1\r\n"))
    #expect(!session.contains("P:"))
  }
}

extension TerminalSession {
  /// Types `q` until the prompt is there. less forgets a key that comes while it has still to answer
  /// Ctrl-C, so that one `q` may not be enough; one too many is taken back.
  fileprivate func leaveLess() throws {
    try wait("the prompt") { session in
      session.type("q")
      session.settle(milliseconds: 500)
      return session.screen.cursorLine.hasPrefix(Self.prompt)
    }
    type("\u{15}")
    try waitForPrompt()
  }
}
