import Testing

/// What needs a terminal or a disk: the editor, watching, files.
@Suite struct FileTests {
  /// An editor that changes every a into b, as a learner might.
  private static func editor(_ folder: TemporaryFolder) throws -> [String] {
    let script = try folder.write("editor", "sed -i 's/x: \"1\"/x: \"2\"/' \"$1\"\n")
    return ["TERM=xterm", "KUBE_EDITOR=/bin/sh \(script)"]
  }

  @Test func `edit opens the editor and keeps what was saved`() throws {
    let folder = try TemporaryFolder()
    let session = try TerminalSession(environment: Self.editor(folder))
    try session.waitForPrompt()
    try session.enter("create configmap web --from-literal=x=1")
    try session.enter("edit configmap web")
    #expect(session.contains("configmap/web edited"))
    try session.enter("edit configmap web")
    #expect(session.contains("Edit cancelled, no changes made."))
  }

  @Test func `an editor that fails changes nothing`() throws {
    let session = try TerminalSession(environment: ["TERM=xterm", "EDITOR=/bin/false"])
    try session.waitForPrompt()
    try session.enter("edit namespace default")
    #expect(session.contains("error: the editor /bin/false failed"))
  }

  @Test func `watching ends with Ctrl-C`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("create pod web --image=nginx")
    session.type("get pods -w\r")
    try session.waitFor("Running")
    session.type("\u{3}")
    try session.waitFor("clock +")
    try session.waitForPrompt()
    try session.enter("undo")
    #expect(session.contains("undone: get pods -w  (clock 0:00)"))
  }

  @Test func `a script writes below its folder only`() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["-c", "get ns -o name > \(folder.file("x"))"])
    #expect(run.code == 1)
    #expect(run.errors == "error: \"\(folder.file("x"))\" is not below the working folder\n")
    #expect(try ProgramRun(["-c", "get ns -o name > /dev/null"]).code == 0)
    #expect(try ProgramRun(["-c", "get ns -o name > nowhere/x"]).code == 1)
  }

  @Test func `a person writes where they say`() throws {
    let folder = try TemporaryFolder()
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("get ns -o name | head -1 > \(folder.file("x"))")
    try session.enter("save \(folder.file("w"))")
    #expect(session.contains("saved: 0 commands"))
    #expect(try folder.read("x") == "namespace/default\n")
    let loaded = try ProgramRun(["-c", "load \(folder.file("w"))"])
    #expect(loaded.output.hasPrefix("loaded: 0 commands replayed, checksum "))
  }
}
