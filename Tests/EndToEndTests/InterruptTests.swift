import Testing

/// Ctrl-C, Ctrl-Z, Ctrl-D and signals.
@Suite struct InterruptTests {
  @Test func `Ctrl-C drops the line and shows it`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("create pod web --image=nginx")
    try session.waitForLine("pod@lab> create pod web --image=nginx")
    session.type("\u{1B}[D\u{1B}[D")
    try session.wait("the cursor two to the left") { $0.screen.cursorColumn == 9 + 28 - 2 }
    session.type("\u{3}")
    try session.waitFor("pod@lab> create pod web --image=nginx^C")
    try session.waitForPrompt()
    try session.enter("get pods")
    #expect(session.contains("No resources found"))
  }

  @Test func `Ctrl-C inside a heredoc drops the whole command`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("apply -f - <<YAML\r")
    try session.waitForLine(">")
    session.type("kind: Pod\r")
    session.type("metadata:")
    try session.waitForLine("> metadata:")
    session.type("\u{3}")
    try session.waitForPrompt()
    #expect(session.contains("> metadata:^C"))
    try session.enter("create pod web --image=nginx")
    #expect(session.contains("pod/web created"))
    session.type("\u{1B}[A\u{1B}[A\u{1B}[A!")
    try session.waitForLine("pod@lab> create pod web --image=nginx!")
  }

  @Test func `Ctrl-C is remembered as status 130`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("\u{3}")
    try session.wait("the second prompt") { $0.prompts == 2 && $0.isAtPrompt }
    session.type("half")
    try session.waitForLine("pod@lab> half")
    session.type("\u{3}")
    try session.wait("the third prompt") { $0.prompts == 3 && $0.isAtPrompt }
    session.type("\u{3}")
    try session.wait("the fourth prompt") { $0.prompts == 4 && $0.isAtPrompt }
    #expect(!session.contains("To leave podlab"))
    session.type("\u{3}")
    try session.waitFor("To leave podlab press Ctrl-D")
    try session.waitForPrompt()
    session.type("\u{4}")
    #expect(try session.exitCode() == 130)
  }

  @Test func `Ctrl-D in a heredoc ends it`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("apply -f - <<YAML\r")
    try session.waitForLine(">")
    session.type("apiVersion: v1\rkind: Pod\rmetadata: {name: web}\r")
    session.type("spec: {containers: [{name: a, image: nginx}]}\r")
    try session.wait("five continuation prompts") {
      $0.screen.lines.filter { $0.hasPrefix(">") }.count == 5
    }
    session.type("\u{4}")
    try session.waitFor("pod/web created")
    try session.waitForPrompt()
  }

  @Test(arguments: [["TERM=xterm"], ["TERM=xterm", "PODLAB_PLAIN_EDITOR=1"]])
  func `Ctrl-Z stops with a sane terminal and comes back`(_ environment: [String]) throws {
    let session = try TerminalSession(environment: environment)
    try session.waitForPrompt()
    session.type("get nodes")
    try session.waitForLine("pod@lab> get nodes")
    session.type("\u{1A}")
    try session.waitUntilStopped()
    #expect(session.isCooked)
    session.send(signal: 18)
    try session.wait("the editor") { !$0.isCooked }
    session.type(" -o name\r")
    try session.waitFor("node/node-1")
    try session.waitForPrompt()
  }

  @Test func `Ctrl-Z keeps what was typed just before it`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("get nodes -o name\u{1B}[D\u{1B}[D\u{1A}")
    try session.waitUntilStopped()
    session.send(signal: 18)
    try session.wait("the line") {
      $0.screen.cursorLine == "pod@lab> get nodes -o name" && $0.screen.cursorColumn == 9 + 15
    }
    session.type("\r")
    try session.waitFor("node/node-1")
  }

  @Test(arguments: [
    ("advance 8784h", "interrupted at"),
    ("until 'pod/web phase=Failed' --max 8784h", "interrupted at"),
    ("logs -f web", "clock +"), ("get pods -w", "clock +"),
  ])
  func `Ctrl-C ends what takes long`(_ command: String, _ said: String) throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter(
      "create pod web --image=busybox -- sh -c 'while true; do date; sleep 1; done'")
    try session.enter("advance 5s")
    session.type(command + "\r")
    try session.wait("the command") { $0.isCooked }
    // On a busy machine it takes a while until the clock moves.
    session.settle(milliseconds: 1000)
    session.type("\u{3}")
    try session.waitFor(said)
    try session.waitForPrompt()
    try session.enter("get nodes -o name")
    #expect(session.contains("node/node-3"))
  }

  @Test(arguments: [Int32(11), 6, 3])
  func `a crash gives the terminal back`(_ signal: Int32) throws {
    // Swift's own report of a crash waits for a key.
    let session = try TerminalSession(environment: ["TERM=xterm", "SWIFT_BACKTRACE=enable=no"])
    try session.waitForPrompt()
    session.type("half a line")
    try session.waitForLine("pod@lab> half a line")
    session.send(signal: signal)
    #expect(try session.exitCode() == 128 + signal)
    #expect(session.isCooked)
    #expect(session.received.contains("\u{1B}[?2004l"))
  }

  @Test func `SIGTERM gives the terminal back`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("half a line")
    try session.waitForLine("pod@lab> half a line")
    session.send(signal: 15)
    #expect(try session.exitCode() == 143)
    #expect(session.isCooked)
    #expect(session.received.contains("\u{1B}[?2004l"))
  }

  @Test func `a new width is followed`() throws {
    let session = try TerminalSession(columns: 40)
    try session.waitForPrompt()
    session.type("get pods")
    try session.waitForLine("pod@lab> get pods")
    session.resize(columns: 80)
    session.settle()
    let long = String(repeating: "x", count: 50)
    session.type(long)
    try session.waitForLine("pod@lab> get pods" + long)
    session.resize(columns: 100)
    try session.wait("one line") { session in
      session.screen.cursorLine == "pod@lab> get pods" + long
        && session.screen.lines.filter { $0.hasPrefix("pod@lab>") }.count == 1
    }
  }
}
