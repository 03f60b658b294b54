import Testing

/// `clock live`: the only place where time on the wall matters.
@Suite struct LiveClockTests {
  @Test func `notices appear above what is being typed`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("create pod web --image=nginx")
    try session.enter("clock live 100x")
    session.type("get nodes -o na")
    try session.waitFor("pod/web STATUS ContainerCreating -> Running")
    try session.waitForLine("pod@lab> get nodes -o na")
    session.type("me\r")
    try session.waitFor("node/node-3")
    session.type("clock live off\r")
    // The prompt is no sign: a notice draws it again.
    try session.waitFor("clock live is off")
    let lines = session.screen.lines
    let notice = lines.firstIndex { $0.contains("STATUS ContainerCreating -> Running") } ?? .max
    let command = lines.firstIndex { $0.hasPrefix("pod@lab> get nodes -o name") } ?? 0
    #expect(notice < command)
  }

  @Test func `the time in the corner flows, and stands when told`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("clock live 600x")
    session.type("x")
    try session.wait("minutes") { !$0.screen.ghost.isEmpty && !$0.screen.ghost.contains("t=0:") }
    session.type("\u{15}clock live off\r")
    try session.waitFor("clock live is off")
    try session.waitForPrompt()
    try session.wait("the time") { $0.screen.ghost.hasPrefix("t=") }
    let stands = session.screen.ghost
    session.settle(milliseconds: 300)
    #expect(session.screen.ghost == stands)
  }

  @Test func `what flowed is in the script of the session`() throws {
    let folder = try TemporaryFolder()
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("clock live 100x")
    try session.wait("ten seconds") { $0.screen.ghost > "t=0:10" }
    session.type("clock live off\r")
    try session.waitFor("clock live is off")
    try session.enter("create configmap a --from-literal=x=1")
    try session.enter("clock > \(folder.file("clock"))")
    try session.enter("history --script > \(folder.file("script"))")
    let script = try folder.read("script")
    #expect(script.contains("\nadvance "))
    #expect(!script.contains("clock live"))
    let replay = try folder.write("replay", script.replacing(#/ > .*/clock/#, with: ""))
    #expect(try ProgramRun(["run", replay]).output.hasSuffix(folder.read("clock")))
  }

  @Test func `undo lets it stand`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("clock live 100x")
    try session.wait("seconds") { $0.screen.ghost > "t=0:05" }
    session.type("undo\r")
    try session.waitFor("clock live is off")
    try session.waitFor("undone: clock live")
    try session.wait("the start again") { $0.screen.ghost == "t=0:00" }
  }

  @Test func `a script is refused`() throws {
    let run = try ProgramRun(["-c", "clock live"])
    #expect(run.code == 1)
    #expect(run.errors.contains("clock live follows the wall clock"))
  }

  @Test func `plain mode catches up at Enter`() throws {
    let session = try TerminalSession(["--plain"])
    try session.waitForPrompt()
    session.type("create pod web --image=nginx\n")
    try session.wait("a prompt") { $0.prompts == 2 }
    session.type("clock live 1000x\n")
    try session.wait("a prompt") { $0.prompts == 3 }
    session.settle(milliseconds: 100)
    session.type("get pods\n")
    try session.wait("a prompt") { $0.prompts == 4 }
    #expect(session.contains("pod/web phase Pending -> Running"))
    #expect(!session.received.contains("\u{1B}"))
  }
}
