import Testing

/// What is drawn while somebody types: suggestions, the colour of the verb, the time.
@Suite struct SuggestionTests {
  private static let right = "\u{1B}[C"
  private static let end = "\u{1B}[F"

  @Test(arguments: ["\u{1B}[C", "\u{1B}OC", "\u{6}", "\u{1B}[F", "\u{1B}[4~", "\u{5}"])
  func `the newest command that begins so is suggested and taken`(_ key: String) throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("get nodes")
    try session.enter("get nodes -o name")
    session.type("get n")
    try session.wait("a suggestion") { $0.screen.ghost.hasPrefix("odes -o name") }
    #expect(session.screen.cursorLine == "pod@lab> get n")
    #expect(session.screen.cursorColumn == 9 + 5)
    session.type(key)
    try session.waitForLine("pod@lab> get nodes -o name")
    session.type("\r")
    try session.waitFor("node/node-3")
  }

  @Test(arguments: ["\u{1B}f", "\u{1B}[1;5C", "\u{1B}[1;3C"])
  func `one word of it can be taken`(_ key: String) throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("get nodes -o name")
    session.type("get n")
    try session.wait("a suggestion") { $0.screen.ghost.hasPrefix("odes -o name") }
    session.type(key)
    try session.waitForLine("pod@lab> get nodes")
    try session.wait("the rest") { $0.screen.ghost.hasPrefix("-o name") }
    session.type(key)
    try session.waitForLine("pod@lab> get nodes -o")
  }

  @Test func `without history the grammar suggests, live objects too`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("desc")
    try session.wait("the verb") { $0.screen.ghost.hasPrefix("ribe") }
    session.type("ribe node no")
    try session.wait("the node") { $0.screen.ghost.hasPrefix("de-1") }
    session.type(Self.right)
    try session.waitForLine("pod@lab> describe node node-1")
  }

  @Test func `Enter runs what was typed, not what is suggested`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("get nodes -o name")
    session.type("get nodes")
    try session.wait("a suggestion") { $0.screen.ghost.hasPrefix("-o name") }
    session.type("\r")
    try session.waitFor("NAME")
    try session.waitForPrompt()
    #expect(session.screen.lines.contains("pod@lab> get nodes"))
  }

  @Test func `in the middle of a line the keys only move`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("get nodes -o name")
    session.type("get node\u{1B}[D\u{1B}[D")
    try session.wait("no suggestion") { $0.screen.cursorColumn == 9 + 6 }
    session.type(Self.right)
    try session.wait("one to the right") { $0.screen.cursorColumn == 9 + 7 }
    session.type(Self.end + "!")
    try session.waitForLine("pod@lab> get node!")
  }

  @Test func `a verb is bold when known, red and underlined when not`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("get pods")
    try session.wait("bold") { $0.screen.words(drawn: .bold) == ["get"] }
    session.type("\u{15}gte pods")
    try session.wait("red") { $0.screen.words(drawn: [.red, .underlined]) == ["gte"] }
    session.type("\u{15}de")
    try session.wait("neither: it may become one") {
      $0.screen.cursorLine == "pod@lab> de" && $0.screen.words(drawn: [.red, .underlined]).isEmpty
        && $0.screen.words(drawn: .bold).isEmpty
    }
    session.type("\u{15}get pods && nope x")
    try session.wait("both") {
      $0.screen.words(drawn: [.red, .underlined]) == ["nope"]
        && $0.screen.words(drawn: .bold) == ["get"]
    }
  }

  @Test func `the time stands in the corner and goes with Enter`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.wait("the time") { $0.screen.ghost == "t=0:00" }
    try session.enter("advance 65s")
    try session.wait("the time") { $0.screen.ghost == "t=1:05" }
    #expect(session.screen.lines.contains("pod@lab> advance 65s"))
  }

  @Test(arguments: [
    (["--color", "never"], ["TERM=xterm"]), ([], ["TERM=xterm", "NO_COLOR=1"]),
    ([], ["TERM=xterm", "PODLAB_PLAIN_EDITOR=1"]),
  ])
  func `without colour nothing is drawn behind the text`(
    _ arguments: [String], _ environment: [String]
  ) throws {
    let session = try TerminalSession(arguments, environment: environment)
    try session.waitForPrompt()
    session.type("desc")
    try session.waitForLine("pod@lab> desc")
    session.settle()
    session.type(Self.right)
    session.settle()
    #expect(session.screen.cursorLine == "pod@lab> desc")
    #expect(!session.received.contains("\u{1B}[2m"))
    #expect(!session.received.contains("\u{1B}[1m"))
  }

  @Test func `a line that fills its row is drawn by libedit alone`() throws {
    let session = try TerminalSession(columns: 30)
    try session.waitForPrompt()
    session.type("describe pod " + String(repeating: "x", count: 30))
    try session.wait("the second row") { $0.screen.cursorLine == String(repeating: "x", count: 22) }
    session.type(String(repeating: "\u{7F}", count: 30))
    try session.wait("one row again") { $0.screen.words(drawn: .bold) == ["describe"] }
    #expect(session.screen.cursorLine == "pod@lab> describe pod")
  }
}
