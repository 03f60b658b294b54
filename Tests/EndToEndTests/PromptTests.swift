import Testing

/// Typing at the prompt.
@Suite struct PromptTests {
  @Test func `three lines of welcome and a prompt`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    #expect(session.screen.lines.filter { !$0.isEmpty }.count == 4)
    #expect(session.screen.lines.first?.hasPrefix("podlab ") == true)
    #expect(session.screen.cursorColumn == 9)
  }

  @Test func `a command is echoed, run and answered`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("create pod web --image=nginx")
    #expect(session.contains("pod@lab> create pod web --image=nginx"))
    #expect(session.screen.lines.contains("pod/web created"))
  }

  @Test func `an error does not end the conversation`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    try session.enter("nope")
    try session.enter("create pod web --image=nginx")
    #expect(session.contains("pod/web created"))
  }

  @Test func `keys edit the line`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("alpha beta gamma")
    try session.waitForLine("pod@lab> alpha beta gamma")
    session.type("\u{17}")  // Ctrl-W
    try session.waitForLine("pod@lab> alpha beta")
    session.type("\u{1B}[1;5D\u{1B}[1;5DX")  // twice Ctrl-Left
    try session.waitForLine("pod@lab> Xalpha beta")
    session.type("\u{1B}[HY\u{1B}[FZ")  // Home, End
    try session.waitForLine("pod@lab> YXalpha beta Z")
    session.type("\u{1B}[1~1\u{1B}[4~2")  // Home, End as other terminals send them
    try session.waitForLine("pod@lab> 1YXalpha beta Z2")
    session.type("\u{1B}[D\u{1B}[D\u{15}")  // Left, Left, Ctrl-U
    try session.waitForLine("pod@lab> Z2")
  }

  @Test func `wide characters stand where they belong`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("豆豆 ab")
    try session.waitForLine("pod@lab> 豆豆 ab")
    #expect(session.screen.cursorColumn == 9 + 4 + 3)
    session.type("\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[D荚")
    try session.waitForLine("pod@lab> 豆荚豆 ab")
    try session.wait("the cursor before the third") { $0.screen.cursorColumn == 9 + 4 }
    session.type("\u{7F}")
    try session.waitForLine("pod@lab> 豆豆 ab")
    try session.wait("the cursor behind the first") { $0.screen.cursorColumn == 9 + 2 }
  }

  @Test func `combining marks take no column`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.type("e\u{301}a")
    try session.waitForLine("pod@lab> e\u{301}a")
    try session.wait("the cursor behind both") { $0.screen.cursorColumn == 9 + 2 }
    session.type("\u{7F}\u{7F}\u{7F}x")
    try session.waitForLine("pod@lab> x")
  }

  @Test(arguments: ["LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=zz_ZZ", "LANG="])
  func `wide characters work in any locale`(_ locale: String) throws {
    let session = try TerminalSession(environment: ["TERM=xterm", locale])
    try session.waitForPrompt()
    session.type("荚")
    try session.waitForLine("pod@lab> 荚")
    #expect(session.screen.cursorColumn == 9 + 2)
  }

  @Test func `bytes that are no UTF-8 are shown as one mark`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.typeBytes([UInt8(ascii: "a"), 0xE4, UInt8(ascii: "b"), 0xFF, UInt8(ascii: "c")])
    try session.waitForLine("pod@lab> a\u{FFFD}b\u{FFFD}c")
  }

  @Test func `NO_COLOR and plain have no colour`() throws {
    let coloured = try TerminalSession()
    try coloured.waitForPrompt()
    #expect(coloured.received.contains("\u{1B}[32m"))
    let plain = try TerminalSession(environment: ["TERM=xterm", "NO_COLOR=1"])
    try plain.waitForPrompt()
    #expect(!plain.received.contains("\u{1B}[32m"))
  }

  @Test func `plain mode sends no escape sequence at all`() throws {
    let session = try TerminalSession(["--plain"])
    try session.waitForPrompt()
    session.type("nope\n")
    try session.wait("the second prompt") { $0.prompts == 2 }
    session.type("exit 3\n")
    #expect(try session.exitCode() == 3)
    #expect(!session.received.contains("\u{1B}"))
  }

  @Test func `the plain editor edits too`() throws {
    let session = try TerminalSession(environment: ["TERM=xterm", "PODLAB_PLAIN_EDITOR=1"])
    try session.waitForPrompt()
    session.type("ab 豆\u{1B}[HX")
    try session.waitForLine("pod@lab> Xab 豆")
    // libedit's own reading may miss a signal that comes just before it waits for a key.
    try session.wait("the prompt") { session in
      session.type("\u{3}")
      session.settle(milliseconds: 500)
      return session.isAtPrompt
    }
    session.type("\u{4}")
    #expect(try session.exitCode() == 130)
  }

  @Test func `exit and Ctrl-D leave and give the terminal back`() throws {
    for (keys, code) in [("exit 4\r", Int32(4)), ("\u{4}", 0)] {
      let session = try TerminalSession()
      try session.waitForPrompt()
      #expect(!session.isCooked)
      session.type(keys)
      #expect(try session.exitCode() == code)
      #expect(session.isCooked)
      #expect(
        session.received.hasSuffix("\u{1B}[?2004l\r\n")
          || session.received.hasSuffix("\u{1B}[?2004l"))
    }
  }

  @Test func `a terminal that goes away ends the program`() throws {
    let session = try TerminalSession()
    try session.waitForPrompt()
    session.send(signal: 1)
    #expect(try session.exitCode() == 129)
    #expect(session.isCooked)
  }
}
