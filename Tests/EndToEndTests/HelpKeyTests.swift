import Testing

/// F1, and `?` at the end of a line.
@Suite struct HelpKeyTests {
  private static let f1 = "\u{1B}OP"

  @Test(arguments: [
    ("advance", "let time pass"), ("get pods -o", "get KIND"),
    ("explain pod.spec.nodeName", "FIELD: nodeName"),
    ("describe node node-1", "node-1: Ready"), ("rollout", "rollout status"),
    ("gte", "did you mean get?"),
  ])
  func `F1 explains the word at the cursor and keeps the line`(
    _ line: String, _ said: String
  ) throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type(line)
    try session.waitForLine("pod@lab> \(line)")
    session.type(Self.f1)
    try session.waitFor(said)
    try session.waitForLine("pod@lab> \(line)")
  }

  @Test func `a question mark does the same, at the end of a line only`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("kill ?")
    try session.waitFor("kill node")
    try session.waitForLine("pod@lab> kill")
    session.type("\u{15}exec web -- sh -c 'test ?")
    try session.waitForLine("pod@lab> exec web -- sh -c 'test ?")
    session.type("\u{15}get pods\u{1B}[D?")
    try session.waitForLine("pod@lab> get pod?s")
  }

  @Test func `on an empty line it is the overview`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("?")
    try session.waitFor("help VERB, help TOPIC")
    try session.waitForPrompt()
    #expect(session.prompts == 2)
  }
}
