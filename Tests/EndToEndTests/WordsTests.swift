import Testing

/// Short ways to say something: aliases and shortened verbs, and what podlab guesses.
@Suite struct WordsTests {
  @Test func `a shortened verb is taken where only one begins so`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("descr node node-1")
    #expect(session.received.contains("Name:               node-1"))
    try session.enter("de pods")
    #expect(session.contains("error: unknown command \"de\" for \"podlab\""))
    #expect(session.contains("de could be "))
    try session.enter("history")
    #expect(session.contains("describe node node-1"))
  }

  @Test func `a script must write verbs out`() throws {
    let run = try ProgramRun(["-c", "descr node node-1"])
    #expect(run.code == 2)
    #expect(run.errors == "error: unknown command \"descr\" for \"podlab\"\n")
  }

  @Test func `an alias stands for a command, and is written out in what is kept`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("alias n='get nodes -o name'")
    try session.enter("n | head -1")
    #expect(session.screen.lines.contains("node/node-1"))
    try session.enter("history --script")
    #expect(session.screen.lines.contains("get nodes -o name | head -1"))
    session.type("al\t n=")
    try session.waitForLine("pod@lab> alias  n=")
    session.type("\u{15}")
    try session.enter("unalias n")
    try session.enter("n")
    #expect(session.contains("error: unknown command \"n\""))
  }

  @Test(arguments: [
    ("gte pods", "did you mean get?"), ("get pdos", "did you mean pods?"),
    ("get pod wbe", "did you mean web?"), ("get pods --sort-yb=x", "--sort-by"),
    ("describe nod/node-1", "did you mean"),
  ])
  func `a slip of the finger is answered with what was meant`(
    _ typed: String, _ said: String
  ) throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("create pod web --image=nginx")
    try session.enter(typed)
    #expect(session.contains(said))
  }

  @Test func `files are completed behind -f`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("manifest.yaml", "")
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("apply -f \(folder.path)/man\t")
    try session.waitForLine("pod@lab> apply -f \(file)")
  }

  @Test func `two sessions at once share their history`() throws {
    let folder = try TemporaryFolder()
    let (first, second) = (
      try TerminalSession(folder: folder), try TerminalSession(folder: folder)
    )
    try first.waitForPrompt()
    try second.waitForPrompt()
    try first.enter("get nodes")
    try second.enter("get pods")
    try first.enter("clock")
    let third = try TerminalSession(folder: folder)
    try third.waitForPrompt()
    for command in ["clock", "get pods", "get nodes"] {
      third.type("\u{1B}[A")
      try third.waitForLine("pod@lab> \(command)")
    }
  }
}
