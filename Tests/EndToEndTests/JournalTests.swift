import Testing

/// A session whose program dies.
@Suite struct JournalTests {
  private static let kill: Int32 = 9

  /// A session that dies after two commands, one of which read a file that is gone afterwards.
  private static func deadSession(_ folder: TemporaryFolder) throws {
    let file = try folder.write(
      "web.yaml",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: a, image: nginx}]}\n"
    )
    let session = try TerminalSession(folder: folder)
    try session.waitForPrompt()
    try session.enter("apply -f \(file)")
    try session.enter("advance 65s")
    try session.enter("alias p='get pods -o name'")
    session.send(signal: kill)
    #expect(try session.exitCode() == 128 + kill)
    _ = try folder.write("web.yaml", "")
  }

  @Test func `a session survives kill -9`() throws {
    let folder = try TemporaryFolder()
    try Self.deadSession(folder)
    let next = try TerminalSession(folder: folder)
    try next.waitForPrompt()
    #expect(next.contains("A session of 3 commands was cut off: podlab --resume goes on with it."))
    next.type("exit\r")
    #expect(try next.exitCode() == 0)
    let resumed = try TerminalSession(["--resume"], folder: folder)
    try resumed.waitForPrompt()
    #expect(resumed.contains("Resumed: 3 commands replayed, clock 1:05. The last was: alias p="))
    try resumed.enter("p")
    #expect(resumed.screen.lines.contains("pod/web"))
    try resumed.enter("undo 2")
    try resumed.enter("get pods")
    #expect(resumed.contains("No resources found"))
  }

  @Test func `whoever leaves leaves nothing behind`() throws {
    for keys in ["exit\r", "\u{4}"] {
      let folder = try TemporaryFolder()
      let session = try TerminalSession(folder: folder)
      try session.waitForPrompt()
      try session.enter("create pod web --image=nginx")
      session.type(keys)
      _ = try session.exitCode()
      let next = try TerminalSession(["--resume"], folder: folder)
      #expect(try next.exitCode() == 1)
      #expect(next.contains("no session was cut off"))
    }
  }

  @Test func `a resumed session can die again`() throws {
    let folder = try TemporaryFolder()
    try Self.deadSession(folder)
    let second = try TerminalSession(["--resume"], folder: folder)
    try second.waitForPrompt()
    try second.enter("create configmap more --from-literal=x=1")
    second.send(signal: Self.kill)
    _ = try second.exitCode()
    let third = try TerminalSession(["--resume"], folder: folder)
    try third.waitForPrompt()
    #expect(third.contains("Resumed: 4 commands replayed"))
    try third.enter("get configmap more -o name")
    #expect(third.screen.lines.contains("configmap/more"))
  }

  @Test func `a terminal that goes away cuts a session off, one that lives is left alone`() throws {
    let folder = try TemporaryFolder()
    let living = try TerminalSession(folder: folder)
    try living.waitForPrompt()
    try living.enter("create pod alive --image=nginx")
    let other = try TerminalSession(folder: folder)
    try other.waitForPrompt()
    #expect(!other.contains("cut off"))
    try other.enter("create pod other --image=nginx")
    other.send(signal: 1)
    _ = try other.exitCode()
    let resumed = try TerminalSession(["--resume"], folder: folder)
    try resumed.waitForPrompt()
    try resumed.enter("get pods -o name")
    #expect(resumed.screen.lines.contains("pod/other"))
    #expect(!resumed.screen.lines.contains("pod/alive"))
  }

  @Test func `a script of the session does the same`() throws {
    let folder = try TemporaryFolder()
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("apply -f - <<YAML\r")
    session.type("apiVersion: v1\rkind: Pod\rmetadata: {name: web}\r")
    session.type("spec: {containers: [{name: a, image: nginx}]}\rYAML\r")
    try session.waitFor("pod/web created")
    try session.waitForPrompt()
    try session.enter("nope")
    try session.enter("delete pod web nope")
    try session.enter("create pod b --image=nginx")
    session.type("get pods -w\r")
    try session.waitFor("Running")
    session.type("\u{3}")
    try session.waitForPrompt()
    try session.enter("desc pod b > \(folder.file("seen"))")
    try session.enter("history --script > \(folder.file("script"))")
    let script = try folder.read("script")
    #expect(script.contains("apply -f - <<YAML\napiVersion"))
    #expect(!script.contains("\nnope"))
    let replay = try folder.write("replay", script.replacing(#/ > \S+seen/#, with: ""))
    let run = try ProgramRun(["run", replay])
    #expect(run.code == 0)
    #expect(try run.output.hasSuffix(folder.read("seen")))
  }
}
