import Testing

/// A shell in a container, at the terminal.
@Suite struct ContainerShellTests {
  @Test func `lines go to the container until Ctrl-D`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("run box --image=busybox:1.36 --command -- sleep 1000")
    try session.enter("advance 5s")
    session.type("exec -it box -- sh\r")
    try session.waitForLine("/ #")
    session.type("cd /tmp; echo here > x\r")
    try session.waitForLine("/tmp #")
    session.type("cat 'x\r")
    try session.waitForLine(">")
    session.type("\u{3}")
    try session.waitForLine("/tmp #")
    session.type("\u{4}")
    try session.waitForPrompt()
    try session.enter("exec box -- cat /tmp/x")
    #expect(session.contains("here"))
  }
}
