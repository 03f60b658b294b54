import Testing

/// Tab.
@Suite struct TabTests {
  @Test func `a single offer is completed`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("desc\t")
    try session.waitForLine("pod@lab> describe")
    session.type("x")
    try session.waitForLine("pod@lab> describe x")
  }

  @Test func `several offers are completed as far as they agree, then listed`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("create pod web-one --image=nginx")
    try session.enter("create pod web-two --image=nginx")
    session.type("describe pod w\t")
    try session.waitForLine("pod@lab> describe pod web-")
    session.type("\t")
    try session.waitFor("web-two  --")
    try session.waitForLine("pod@lab> describe pod web-")
    #expect(session.contains("web-one  --"))
    session.type("o\t")
    try session.waitForLine("pod@lab> describe pod web-one")
  }

  @Test func `Tab is never silent`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("xyzzy\t")
    try session.waitFor("no completions for \"xyzzy\"")
    try session.waitForLine("pod@lab> xyzzy")
  }

  @Test func `the list fits a narrow terminal`() throws {
    let session = try TerminalSession(columns: 30)
    try session.waitForPrompt()
    session.type("de\t\t")
    try session.waitFor("describe  --")
    try session.waitForLine("pod@lab> de")
    let listed = session.screen.lines.drop { !$0.hasPrefix("pod@lab> de") }.dropFirst()
    // A full row would have been wrapped.
    #expect(listed.allSatisfy { $0.count < 30 })
    #expect(listed.filter { $0.contains("  --") }.count >= 2)
  }

  @Test func `a long list waits at --More--`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("\t\t")
    try session.waitFor("--More--")
    #expect(!session.contains("write  --"))
    // Enter brings a line, Space a screenful, q the prompt.
    session.type("\r \t")
    session.settle(milliseconds: 50)
    session.type("q")
    try session.waitForLine("pod@lab>")
    session.type("get nodes\r")
    try session.waitFor("node-3")
    #expect(!session.contains("--More--"))
  }

  @Test func `lessons are offered by id`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("lesson start first\t")
    try session.waitForLine("pod@lab> lesson start first-pod")
  }
}
